// What parsers of link previews on npm read from pages: takes [{address, html}] from standard input, prints {parser: {version, found: [{title, site, author, image}]}}.
// Usage: node previews.mjs FOLDER, where FOLDER has the packages.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const [folder] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const load = async (module) => {
  const loaded = await import(pathToFileURL(require.resolve(module)));
  return loaded.default?.default ?? loaded.default ?? loaded;
};

const parsers = {
  "metascraper": async () => {
    const rules = await Promise.all(["author", "description", "image", "publisher", "title", "url"].map(async (name) => (await load(`metascraper-${name}`))()));
    const scraper = (await load("metascraper"))(rules);
    return async ({ address, html }) => {
      const { title, publisher, author, image } = await scraper({ url: address, html });
      return { title, site: publisher, author, image };
    };
  },
  "open-graph-scraper": async () => {
    const scrape = await load("open-graph-scraper");
    return async ({ html }) => {
      const { result } = await scrape({ html });
      return { title: result.ogTitle, site: result.ogSiteName, author: result.author ?? result.articleAuthor, image: result.ogImage?.[0]?.url };
    };
  },
  "link-preview-js": async () => {
    const { getPreviewFromContent } = await load("link-preview-js");
    return async ({ address, html }) => {
      const found = await getPreviewFromContent({ headers: { "content-type": "text/html" }, data: html, url: address });
      return { title: found.title, site: found.siteName, image: found.images?.[0] };
    };
  },
  "unfurl.js": async () => {
    const { unfurl } = require("unfurl.js");
    return async ({ address, cut }) => {
      // It asks for the page itself, so it is given only whole pages.
      if (cut) return {};
      const { title, open_graph: graph, author, oEmbed } = await unfurl(address);
      return { title: graph?.title ?? title, site: graph?.site_name, author: author ?? oEmbed?.author_name, image: graph?.images?.[0]?.url, oembed: Boolean(oEmbed) };
    };
  },
};

const pages = JSON.parse(readFileSync(0, "utf8"));
const all = {};
for (const [name, start] of Object.entries(parsers)) {
  const parse = await start();
  const found = [];
  for (const page of pages) {
    found.push(await Promise.resolve(parse(page)).catch((error) => ({ error: String(error?.message ?? error?.result?.error ?? error).split("\n")[0] })));
  }
  all[name] = { version: JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")).version, found };
}
console.log(JSON.stringify(all));
