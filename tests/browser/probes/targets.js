// Markers in the visible drawings that are hard to hit: a point within 24 px around the middle of
// the marker that does not belong to it.
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
