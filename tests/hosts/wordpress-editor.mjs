// What WordPress' block editor makes of texts that are typed as HTML into a paragraph and then edited: reads a list of texts, prints [{valid, html}].
// Usage: node wordpress-editor.mjs FOLDER ADDRESS, where FOLDER has puppeteer-core and ADDRESS is that of a WordPress with the user "admin".
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const [folder, address] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const { default: puppeteer } = await import(pathToFileURL(require.resolve("puppeteer-core")));
const texts = JSON.parse(readFileSync(0, "utf8"));

const browser = await puppeteer.launch({ executablePath: process.env.FOOTNOTED_CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const tab = await browser.newPage();
await tab.goto(`${address}/wp-login.php`);
await tab.type("#user_login", "admin");
await tab.type("#user_pass", "admin");
await Promise.all([tab.waitForNavigation(), tab.click("#wp-submit")]);
await tab.goto(`${address}/wp-admin/post-new.php`, { waitUntil: "load", timeout: 120000 });
await tab.waitForFunction(() => window.wp?.blocks?.getBlockTypes().length > 20 && window.wp.richText, { timeout: 120000 });
const made = await tab.evaluate((texts) => texts.map((text) => {
  const [block] = window.wp.blocks.parse(`<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`);
  // Each change in the text passes through this form.
  return { valid: block.isValid, html: window.wp.richText.toHTMLString({ value: window.wp.richText.create({ html: text }) }) };
}), texts);
console.log(JSON.stringify(made));
await browser.close();
