// Opens pages in headless Chromium at several widths: prints the height of each frame and of what it shows, and saves pictures.
// Usage: node pages.mjs FOLDER SITE PICTURES NAME=ADDRESS…, where FOLDER has puppeteer-core and SITE is the address of the built site.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, site, pictures, ...pages] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const { default: puppeteer } = await import(pathToFileURL(require.resolve("puppeteer-core")));
const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** In the page: what it shows of the site. */
const look = (site) => {
  const box = (element) => {
    const { width, height, top, bottom } = element.getBoundingClientRect();
    return { width: Math.round(width), height: Math.round(height), top: Math.round(top), bottom: Math.round(bottom) };
  };
  const frames = [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(site));
  /** Words of the page that lie below a frame, and whether a box around it cuts it. */
  const covered = (frame) => {
    const { top, bottom, left, right } = frame.getBoundingClientRect();
    return [...document.querySelectorAll("p, h1, h2, h3")].filter((element) => {
      if (element.contains(frame)) return false;
      const range = document.createRange();
      range.selectNodeContents(element);
      const words = range.getBoundingClientRect();
      return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && words.height && Math.min(bottom, words.bottom) - Math.max(top, words.top) > 2 && Math.min(right, words.right) > Math.max(left, words.left);
    }).length;
  };
  const cut = (frame) => {
    for (let around = frame.parentElement; around && around !== document.body; around = around.parentElement) {
      const { overflowY } = getComputedStyle(around);
      if (overflowY !== "visible" && around.getBoundingClientRect().bottom < frame.getBoundingClientRect().bottom - 1) return true;
    }
    return false;
  };
  return {
    frames: frames.map((frame) => ({
      // Without the scale of slides.
      width: frame.offsetWidth,
      height: frame.offsetHeight,
      covers: covered(frame),
      cut: cut(frame),
      column: Math.round((frame.closest("p, div, figure, section") ?? document.body).parentElement.clientWidth),
      hidden: /rect\(1px/.test(getComputedStyle(frame).clip) || getComputedStyle(frame).display === "none",
    })),
    quotes: [...document.querySelectorAll("blockquote.wp-embedded-content")].map((quote) => getComputedStyle(quote).display !== "none"),
    elements: [...document.querySelectorAll("footnoted-figure")].map((element) => (element.shadowRoot ?? element).textContent.trim()),
    pictures: [...document.querySelectorAll("img")].filter(({ currentSrc }) => currentSrc.startsWith(site)).map(box),
    // The page can be moved sideways.
    wide: document.scrollingElement.scrollWidth > innerWidth,
  };
};

/** In a frame: the height of its content, and its links to articles. */
const inside = () => ({
  height: Math.ceil(document.documentElement.getBoundingClientRect().height),
  scrolls: Math.max(0, document.scrollingElement.scrollHeight - innerHeight),
  sideways: document.scrollingElement.scrollWidth > innerWidth + 1,
});

/** Whether, with its notes unfolded, a click on the first link to an article in a frame opens something: a window, or another page in this one. */
const clicked = async (browser, tab, site) => {
  for (const frame of tab.frames().filter((frame) => frame.url().startsWith(site))) {
    await frame.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    const links = await frame.$$(`a[href^="http"]:not([href^="${site}"])`);
    const shown = await Promise.all(links.map((link) => link.evaluate((element) => element.checkVisibility() && element.getBoundingClientRect().width > 0)));
    const link = links[shown.indexOf(true)];
    if (!link) continue;
    const before = (await browser.targets()).length;
    const address = tab.url();
    await link.scrollIntoView().catch(() => {});
    await link.click().catch(() => {});
    await wait(1200);
    let targets = await browser.targets();
    if (targets.length === before && tab.url() === address) {
      // The driver misses links in a page that is scaled.
      await link.evaluate((element) => element.click()).catch(() => {});
      await wait(1200);
      targets = await browser.targets();
    }
    const opened = targets.length > before;
    for (const target of targets.slice(before)) await (await target.page().catch(() => null))?.close().catch(() => {});
    return opened ? "a window" : tab.url() !== address ? "this window" : "nothing";
  }
  return null;
};

const browser = await puppeteer.launch({
  executablePath: process.env.FOOTNOTED_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
});
for (const page of pages) {
  const [name, address] = page.split(/=(.*)/s);
  for (const width of [375, 1280]) {
    const tab = await browser.newPage();
    await tab.setViewport({ width, height: 800, deviceScaleFactor: 1 });
    try {
      await tab.goto(address, { waitUntil: "load", timeout: 60000 });
      // Frames that load lazily have to come into view.
      await tab.evaluate(async () => {
        for (let y = 0; y < document.body.scrollHeight; y += 400) {
          scrollTo(0, y);
          await new Promise((done) => setTimeout(done, 120));
        }
        scrollTo(0, 0);
      });
      await wait(1500);
      const found = await tab.evaluate(look, site);
      const contents = await Promise.all(
        tab.frames().filter((frame) => frame.url().startsWith(site)).map((frame) => frame.evaluate(inside).catch(() => null)),
      );
      found.contents = contents.filter(Boolean);
      await tab.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
      if (width === 1280) found.opens = await clicked(browser, tab, site);
      console.log(JSON.stringify({ name, width, ...found }));
    } catch (error) {
      console.log(JSON.stringify({ name, width, error: String(error.message).split("\n")[0] }));
    }
    await tab.close();
  }
}
await browser.close();
