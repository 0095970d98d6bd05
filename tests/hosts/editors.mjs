// Puts snippets into editors in a page and takes them out again: reads a list of texts from standard input, prints {name: {version, made: [HTML]}}.
// Usage: node editors.mjs FOLDER, where FOLDER has the packages.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { existsSync, readFileSync } from "node:fs";

const [folder] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const { default: puppeteer } = await import(pathToFileURL(require.resolve("puppeteer-core")));
const module = (path) => (path.startsWith("/") ? path : join(folder, "node_modules", path));
const texts = JSON.parse(readFileSync(0, "utf8"));

/** Each editor: its package, its script, and a function in the page from a text to what the editor saves. */
const editors = {
  // The features of Drupal's basic format.
  "ckeditor": ["ckeditor5", "ckeditor5/dist/browser/ckeditor5.umd.js", async (text) => {
    const { ClassicEditor, Essentials, Paragraph, Bold, Italic, Link, List, BlockQuote, Heading } = window.CKEDITOR;
    const editor = await ClassicEditor.create(document.querySelector("#at"), { licenseKey: "GPL", plugins: [Essentials, Paragraph, Bold, Italic, Link, List, BlockQuote, Heading], initialData: text });
    const made = editor.getData();
    await editor.destroy();
    return made;
  }],
  // The same with all HTML allowed, as in a format without a list of elements.
  "ckeditor-all-html": ["ckeditor5", "ckeditor5/dist/browser/ckeditor5.umd.js", async (text) => {
    const { ClassicEditor, Essentials, Paragraph, Bold, Italic, Link, List, BlockQuote, Heading, GeneralHtmlSupport, SourceEditing } = window.CKEDITOR;
    const editor = await ClassicEditor.create(document.querySelector("#at"), {
      licenseKey: "GPL",
      plugins: [Essentials, Paragraph, Bold, Italic, Link, List, BlockQuote, Heading, SourceEditing, GeneralHtmlSupport],
      htmlSupport: { allow: [{ name: /.*/, attributes: true, classes: true, styles: true }] },
      initialData: text,
    });
    const made = editor.getData();
    await editor.destroy();
    return made;
  }],
  "tinymce": ["tinymce", "tinymce/tinymce.min.js", async (text) => {
    const [editor] = await window.tinymce.init({ selector: "#at", license_key: "gpl", skin: false, content_css: false, plugins: "code" });
    editor.setContent(text);
    const made = editor.getContent();
    editor.remove();
    return made;
  }],
  // The tab Visual of WordPress' classic editor, if Debian's WordPress is there.
  "wordpress-visual": ["", "/usr/share/wordpress/wp-includes/js/tinymce/tinymce.min.js", async (text) => {
    const [editor] = await window.tinymce.init({ selector: "#at", theme: false, skin: false, content_css: false, media_strict: false, keep_styles: false, fix_list_elements: true, inline: true });
    editor.setContent(text);
    const made = editor.getContent();
    editor.remove();
    return made;
  }],
  // Of Ruby on Rails and Basecamp.
  "trix": ["trix", "trix/dist/trix.umd.min.js", async (text) => {
    const [input, editor] = [document.createElement("input"), document.createElement("trix-editor")];
    input.id = "saved";
    editor.setAttribute("input", "saved");
    const ready = new Promise((done) => document.addEventListener("trix-initialize", done, { once: true }));
    document.body.append(input, editor);
    await ready;
    editor.editor.loadHTML(text);
    return input.value;
  }],
  "quill": ["quill", "quill/dist/quill.js", (text) => {
    const quill = new window.Quill(document.querySelector("#at"));
    quill.clipboard.dangerouslyPasteHTML(text);
    return quill.getSemanticHTML();
  }],
};

const browser = await puppeteer.launch({ executablePath: process.env.FOOTNOTED_CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"] });
const all = {};
for (const [name, [from, script, run]] of Object.entries(editors)) {
  const made = [];
  if (!existsSync(module(script))) continue;
  let version = from && JSON.parse(readFileSync(module(`${from}/package.json`), "utf8")).version;
  for (const text of texts) {
    const tab = await browser.newPage();
    // An address of a file, so that an editor finds its other files beside its script.
    await tab.goto(pathToFileURL(module("")).href);
    await tab.setContent('<!doctype html><meta charset="utf-8"><div id="at"></div>');
    await tab.addScriptTag({ url: pathToFileURL(module(script)).href });
    made.push(await tab.evaluate(run, text).then((html) => ({ html }), (error) => ({ error: String(error.message).split("\n")[0] })));
    version ||= await tab.evaluate(() => `TinyMCE ${window.tinymce.majorVersion}.${window.tinymce.minorVersion}`);
    await tab.close();
  }
  all[name] = { version, made };
}
console.log(JSON.stringify(all));
await browser.close();
