// Finds texts in the visible drawings that overlap others or leave the drawing. The box of a line is higher than its
// letters, so an overlap of one pixel is tolerated.
const slack = 1;
const found = [];
for (const frame of document.querySelectorAll("figure[data-chart] .frame")) {
  const edge = frame.querySelector("svg.picture").getBoundingClientRect();
  if (edge.width === 0) continue;
  const name = `${frame.closest("figure").dataset.chart} ${frame.dataset.frame}`;
  const words = [...frame.querySelectorAll("svg :is(text, tspan)")]
    .filter((part) => [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
    .map((part) => ({ part, text: part.textContent.trim(), box: part.getBoundingClientRect() }));
  if (words.length === 0) found.push(`${name}: there is no text`);
  for (const { text, box } of words) {
    const out = Math.max(edge.left - box.left, box.right - edge.right, edge.top - box.top, box.bottom - edge.bottom);
    if (out > slack) found.push(`${name}: “${text}” leaves its drawing by ${out.toFixed(1)} px`);
  }
  words.forEach((one, index) => {
    for (const other of words.slice(index + 1)) {
      // The numbers of a marker are one text. Some of them have a lighter style.
      if (one.part.contains(other.part)) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > slack && down > slack) {
        found.push(`${name}: “${one.text}” and “${other.text}” overlap by ${across.toFixed(1)} × ${down.toFixed(1)} px`);
      }
    }
  });
}
return found;
