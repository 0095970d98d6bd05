// Passes snippets through one of the systems that npm offers: reads a list of texts from standard input, prints its version and a list of HTML.
// Usage: node filters.mjs FOLDER NAME, where FOLDER has the packages.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { readFileSync } from "node:fs";

const [folder, name] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const load = async (module) => {
  const path = (() => {
    try {
      return require.resolve(module);
    } catch {
      // Packages that offer only `import`.
      const home = join(folder, "node_modules", module);
      const { exports, module: own, main } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
      const pick = (entry) => (typeof entry === "string" ? entry : entry && pick(entry.node ?? entry.import ?? entry.default ?? entry["."]));
      return join(home, pick(exports) ?? own ?? main ?? "index.js");
    }
  })();
  return import(pathToFileURL(path));
};

const purify = async (options) => {
  const { JSDOM } = await load("jsdom");
  const { default: create } = await load("dompurify");
  const purifier = create(new JSDOM("").window);
  return (text) => purifier.sanitize(text, options);
};

const github = async (raw) => {
  const [{ unified }, { default: parse }, { default: rehype }, { default: sanitize }, { default: stringify }] = await Promise.all(
    ["unified", "remark-parse", "remark-rehype", "rehype-sanitize", "rehype-stringify"].map(load),
  );
  const { default: rawed } = await load("rehype-raw");
  const chain = unified().use(parse).use(rehype, { allowDangerousHtml: raw });
  return async (text) => String(await (raw ? chain().use(rawed).use(sanitize) : chain()).use(stringify).process(text));
};

const mdx = async (text) => {
  const { evaluate } = await load("@mdx-js/mdx");
  const runtime = require("react/jsx-runtime");
  const { createElement } = require("react");
  const { renderToStaticMarkup } = require("react-dom/server");
  const { default: Content } = await evaluate(text, runtime);
  return renderToStaticMarkup(createElement(Content));
};

const mjml = (around) => async (text) => {
  const { default: render } = await load("mjml");
  const made = await render(`<mjml><mj-body><mj-section><mj-column>${around(text)}</mj-column></mj-section></mj-body></mjml>`);
  return made.html;
};

/** The package of a system, if it is called otherwise. */
const packages = {
  "dompurify-frames": "dompurify",
  "sanitize-html-frames": "sanitize-html",
  "github": "rehype-sanitize",
  "remark": "remark-parse",
  "markdown-it-html": "markdown-it",
  "mdx": "@mdx-js/mdx",
  "mjml-text": "mjml",
  "mjml-raw": "mjml",
  "marp": "@marp-team/marp-core",
  "readability": "@mozilla/readability",
};

const systems = {
  "dompurify": () => purify({}),
  "dompurify-frames": () => purify({ ADD_TAGS: ["iframe"], ADD_ATTR: ["allow", "allowfullscreen", "frameborder", "scrolling"] }),
  "sanitize-html": async () => (await load("sanitize-html")).default,
  "sanitize-html-frames": async () => {
    const { default: clean } = await load("sanitize-html");
    const { allowedTags, allowedAttributes } = clean.defaults;
    const options = { allowedTags: [...allowedTags, "img", "iframe"], allowedAttributes: { ...allowedAttributes, iframe: ["src", "width", "height", "title"] } };
    return (text) => clean(text, options);
  },
  "xss": async () => (await load("xss")).default,
  "github": () => github(true),
  "remark": () => github(false),
  "marked": async () => (await load("marked")).marked,
  "markdown-it": async () => {
    const { default: create } = await load("markdown-it");
    const renderer = create();
    return (text) => renderer.render(text);
  },
  "markdown-it-html": async () => {
    const { default: create } = await load("markdown-it");
    const renderer = create({ html: true, linkify: true, typographer: true });
    return (text) => renderer.render(text);
  },
  "mdx": () => mdx,
  "mjml-text": () => mjml((text) => `<mj-text>${text}</mj-text>`),
  "mjml-raw": () => mjml((text) => `<mj-raw>${text}</mj-raw>`),
  "juice": async () => {
    const { default: juice } = await load("juice");
    return (text) => juice(`<style>p{margin:0}</style>${text}`);
  },
  "marp": async () => {
    const { Marp } = await load("@marp-team/marp-core");
    return (text) => new Marp().render(text).html;
  },
  "readability": async () => {
    const { JSDOM } = await load("jsdom");
    const { Readability } = await load("@mozilla/readability");
    const filler = "<p>A paragraph of the article that is long enough for a reader to count, with commas, and with a second clause in it.</p>".repeat(6);
    return (text) => {
      const page = `<!doctype html><title>Article</title><body><article><h1>Article</h1>${filler}${text}${filler}</article></body>`;
      return new Readability(new JSDOM(page, { url: "https://news.example.org/a" }).window.document).parse()?.content ?? "";
    };
  },
  "html-to-text": async () => {
    const { convert } = await load("html-to-text");
    // A plain text has no links: it shows their addresses.
    return (text) => convert(text).replace(/\[(https?:[^\]]*)\]/g, '<a href="$1"></a>');
  },
  "turndown": async () => {
    const { default: Service } = await load("turndown");
    const { marked } = await load("marked");
    return (text) => marked(new Service().turndown(text));
  },
};

if (!systems[name]) throw new Error(`no system ${name}`);
const texts = JSON.parse(readFileSync(0, "utf8"));
const system = await systems[name]();
const made = [];
for (const text of texts) {
  try {
    made.push({ html: String(await system(text)) });
  } catch (error) {
    made.push({ error: String(error.message ?? error).split("\n")[0] });
  }
}
const { version } = JSON.parse(readFileSync(join(folder, "node_modules", packages[name] ?? name, "package.json"), "utf8"));
console.log(JSON.stringify({ version, made }));
