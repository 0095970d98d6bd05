// Finds markers in the visible drawings whose touch target is smaller than 24 px: points around the centre that do not
// belong to the marker.
const reach = 11.5;
const found = [];
for (const marker of document.querySelectorAll("svg.markers a[role='doc-noteref']")) {
  if (marker.getBoundingClientRect().width === 0) continue;
  marker.scrollIntoView({ block: "center", behavior: "instant" });
  const box = marker.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const missed = [[0, 0], [-reach, 0], [reach, 0], [0, -reach], [0, reach]]
    .filter(([across, down]) => document.elementFromPoint(x + across, y + down)?.closest("a") !== marker);
  if (missed.length > 0) {
    const name = marker.closest("figure").dataset.chart;
    found.push(`${name}: ${marker.getAttribute("href")} (${box.width} × ${box.height} px) is missed at ${JSON.stringify(missed)}`);
  }
}
return found;
