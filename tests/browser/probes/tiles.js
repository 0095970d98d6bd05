// Finds problems in the layout of tiles: uneven rows, and parts that overlap others or are cut off. The box of a line is
// higher than its letters, so one pixel is tolerated.
const slack = 1;
const found = [];
const tiles = [...document.querySelectorAll(".band .tile[data-figure]")];
const box = (part) => part.getBoundingClientRect();
const over = (a, b) => Math.min(
  Math.min(a.right, b.right) - Math.max(a.left, b.left),
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
);
// The boxes of texts and of the shapes of the drawing.
const ink = (tile) => {
  const texts = document.createTreeWalker(tile, NodeFilter.SHOW_TEXT);
  const pieces = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (!text.data.trim() || !text.parentElement.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const part = text.parentElement.closest(".noteref") ?? text.parentElement;
    for (const rectangle of range.getClientRects()) pieces.push({ name: text.data.trim(), part, rectangle });
  }
  const drawing = tile.querySelector("svg.tile");
  if (drawing) pieces.push({ name: "the drawing", part: drawing, rectangle: box(drawing) });
  return pieces;
};
const rows = new Map();
for (const tile of tiles) {
  const name = tile.dataset.figure;
  const own = box(tile);
  const top = Math.round(own.top);
  rows.set(top, [...(rows.get(top) ?? []), tile]);
  if (own.left < -slack || own.right > document.documentElement.clientWidth + slack) found.push(`${name} leaves the window`);
  const pieces = ink(tile);
  if (pieces.length < 5) found.push(`${name} has only ${pieces.length} pieces`);
  for (const { name: words, rectangle } of pieces) {
    const out = Math.max(own.left - rectangle.left, rectangle.right - own.right, own.top - rectangle.top, rectangle.bottom - own.bottom);
    if (out > slack + 1) found.push(`${name}: “${words}” leaves its tile by ${out.toFixed(1)} px`);
  }
  pieces.forEach((one, index) => {
    for (const other of pieces.slice(index + 1)) {
      // Lines of the same text may overlap.
      if (one.part === other.part || one.part.parentElement === other.part.parentElement || one.part.contains(other.part) || other.part.contains(one.part)) continue;
      const depth = over(one.rectangle, other.rectangle);
      if (depth > slack + 1) found.push(`${name}: “${one.name}” and “${other.name}” overlap by ${depth.toFixed(1)} px`);
    }
  });
  for (const part of tile.querySelectorAll("*:not(svg *)")) {
    const style = getComputedStyle(part);
    const cut = part.scrollWidth - part.clientWidth > slack || part.scrollHeight - part.clientHeight > slack;
    if (cut && style.overflow !== "visible" && part.checkVisibility()) found.push(`${name}: “${part.textContent.trim().slice(0, 30)}” is cut off`);
  }
}
tiles.forEach((one, index) => {
  for (const other of tiles.slice(index + 1)) {
    if (over(box(one), box(other)) > slack) found.push(`the tiles ${one.dataset.figure} and ${other.dataset.figure} overlap`);
  }
});
const grid = [...rows.values()];
const widths = grid.map((row) => row.length);
// The last row may have one tile less, or a single tile.
const most = Math.max(...widths);
if (!widths.slice(0, -1).every((width) => width === most) || widths.at(-1) < Math.min(most - 1, 1)) found.push(`the rows have ${widths} tiles`);
if (most > 2 && most - widths.at(-1) > 1) found.push(`the rows have ${widths} tiles`);
// The labels of a row must begin at the same height, and so must its drawings.
for (const row of most > 2 ? grid : []) {
  for (const part of [".label", ".drawing", ".fold"]) {
    const tops = new Set(row.map((tile) => Math.round(box(tile.querySelector(part)).top)));
    if (tops.size > 1) found.push(`${part} begins at ${[...tops].join(", ")} px in the row of ${row[0].dataset.figure}`);
  }
}
return [tiles.length, widths, found];
