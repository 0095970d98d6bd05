// Reads the state of the page while an article is followed, or none: all parts with articles, and whether they are dimmed.
const bar = document.getElementById("following");
const item = (part) => part.dataset.figure ?? part.dataset.event;
const parts = (selector, name) =>
  [...document.querySelectorAll(selector)].map((part) => [name(part), part.hasAttribute("data-apart")]);
// A marker has all articles of its figure or event; only in a matrix it has one.
const passage = (marker) => document.getElementById(marker.getAttribute("href").slice(1));
const marked = (marker) => {
  const home = marker.closest("[data-figure], [data-row]") ?? marker;
  return home.dataset.figure ?? home.dataset.row ?? passage(marker).id.split("_")[1];
};
const source = (marker) =>
  marker.matches("[data-kind=matrix] :is(.markers, td) a") ? passage(marker).closest("[data-source]").dataset.source : "";
return {
  followed: document.documentElement.dataset.following ?? "",
  // The list of articles appears twice on the page.
  selects: [...document.querySelectorAll(".tools select[name=source]")].map((select) => select.value),
  address: location.search,
  words: bar?.querySelector("p, summary").textContent ?? "",
  falling: [...(bar?.querySelectorAll("li a") ?? [])].map((link) => link.getAttribute("href")),
  bar: bar !== null && bar.getBoundingClientRect().bottom <= innerHeight && bar.getClientRects().length > 0,
  announced: document.getElementById("announcer").textContent,
  figures: parts(".figure[data-figure]", item),
  marks: parts(".frames .mark", item),
  notes: parts(".notes > li", (note) => note.dataset.source),
  markers: parts('a[role="doc-noteref"]', (marker) => [marked(marker), source(marker)]),
  rows: parts("figure.chart tbody tr", (row) => row.dataset.row),
};
