// Finds elements that do not fit into the viewport or into their own box. Returns one message for each part of the page.
// The box of a line is higher and wider than its letters, so two pixels are tolerated.
const slack = 2;
const room = document.documentElement.clientWidth;
const found = new Map();
const plain = (text) => text.replaceAll(/\s+/g, " ").trim().slice(0, 50);
const where = (element) => {
  const part = element.closest("[data-figure], [data-chart], [data-source], [data-section], [id]");
  const { figure, chart, source, section } = part?.dataset ?? {};
  if (figure) return `the figure \`${figure}\``;
  if (chart) return `the chart \`${chart}\``;
  if (source) return `the note on the article \`${source}\``;
  if (section) return `the section \`${section}\``;
  return part ? `the part #${part.id} of the page` : "the page";
};
const say = (element, over, what) => {
  const place = where(element);
  const words = `${place}: “${plain(element.textContent)}” ${what}`;
  if (!(found.get(place)?.over >= over)) found.set(place, { words, over });
};
const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
const within = (element, test) => {
  for (let part = element.parentElement; part; part = part.parentElement) if (test(part)) return true;
  return false;
};
const hidden = (element) => getComputedStyle(element).clipPath !== "none" || element.clientWidth <= 1;
// Whether a part is positioned absolutely within an element, like the open details of a tile: it takes no space there.
const liesOver = (part, element) => {
  for (; part !== element; part = part.parentElement) if (getComputedStyle(part).position === "absolute") return true;
  return false;
};
// The boxes of the text of an element, without footnote markers: their touch target is larger than their text.
const lettersIn = (element) => {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const boxes = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (text.parentElement.closest("a[role=doc-noteref]") || !text.data.trim() || liesOver(text.parentElement, element)) continue;
    const range = document.createRange();
    range.selectNode(text);
    boxes.push(...range.getClientRects());
  }
  return boxes;
};
const tables = [...document.querySelectorAll("details:not([open])")];
for (const table of tables) table.open = true;
for (const element of document.querySelectorAll("#page *")) {
  if (element.closest("svg") || element.getClientRects().length === 0 || hidden(element)) continue;
  const { right, left } = element.getBoundingClientRect();
  const over = Math.max(right - room, -left);
  if (over > slack && !within(element, scrolls) && !within(element, hidden)) {
    say(element, over, `is ${Math.round(over)} pixels wider than the window`);
  }
  const { display } = getComputedStyle(element);
  if (display.startsWith("inline") || scrolls(element)) continue;
  const cut = element.scrollWidth - element.clientWidth;
  if (cut > slack && element.matches(".number, .label, .quantity, h1, h2, h3, p, li, th, td, figcaption, summary")) {
    const edge = element.getBoundingClientRect().right;
    const letters = Math.max(edge, ...lettersIn(element).map((box) => box.right));
    const over = letters - edge;
    if (over > slack && !element.querySelector(".frames, .scroll")) say(element, over, `is ${Math.round(over)} pixels wider than its box`);
  }
}
// Drawings are laid out for letters as wide as those of Arial, Helvetica, Liberation Sans, Roboto and Noto Sans. If none of
// these is installed, the default font may be wider, and the text in drawings cannot be checked.
const drawn = document.querySelector("figure[data-chart] svg.picture text");
const pen = new OffscreenCanvas(1, 1).getContext("2d");
if (drawn) pen.font = getComputedStyle(drawn).font;
const size = parseFloat(pen.font.match(/[\d.]+px/)?.[0] ?? "10");
const usual = pen.measureText("Whereas recognition of the inherent dignity 0123456789").width / size <= 26.9;
for (const frame of usual ? document.querySelectorAll("figure[data-chart] .frame") : []) {
  const edge = frame.querySelector("svg.picture")?.getBoundingClientRect();
  if (!edge || edge.width === 0) continue;
  for (const words of frame.querySelectorAll("svg :is(text, tspan)")) {
    if (![...words.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())) continue;
    const box = words.getBoundingClientRect();
    const out = Math.max(edge.left - box.left, box.right - edge.right, edge.top - box.top, box.bottom - edge.bottom);
    if (out > slack) say(words, out, `is cut off by ${Math.round(out)} pixels`);
  }
}
const wide = document.documentElement.scrollWidth - room;
for (const table of tables) table.open = false;
if (wide > slack && found.size === 0) found.set("", { words: `the page is ${Math.round(wide)} pixels wider than the window`, over: wide });
return [usual, [...found.values()].map(({ words, over }) => [words, over])];
