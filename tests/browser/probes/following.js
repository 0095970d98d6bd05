// How the page stands while an article is followed, or none: each part that rests on articles, and whether it stands apart.
const bar = document.getElementById("following");
const item = (part) => part.dataset.figure ?? part.dataset.event;
const parts = (selector, name) =>
  [...document.querySelectorAll(selector)].map((part) => [name(part), part.hasAttribute("data-apart")]);
// A marker is that of a figure or event, with all its articles; only a matrix has one for each article.
const passage = (marker) => document.getElementById(marker.getAttribute("href").slice(1));
const marked = (marker) => {
  const home = marker.closest("[data-figure], [data-row]") ?? marker;
  return home.dataset.figure ?? home.dataset.row ?? passage(marker).id.split("_")[1];
};
const source = (marker) =>
  marker.matches("[data-kind=matrix] :is(.markers, td) a") ? passage(marker).closest("[data-source]").dataset.source : "";
return {
  followed: document.documentElement.dataset.following ?? "",
  // The same choice stands in more than one place.
  selects: [...document.querySelectorAll(".tools select[name=source]")].map((select) => select.value),
  address: location.search,
  words: bar?.querySelector("p, summary").textContent ?? "",
  falling: [...(bar?.querySelectorAll("li a") ?? [])].map((link) => link.getAttribute("href")),
  bar: bar !== null && bar.getBoundingClientRect().bottom <= innerHeight && bar.getClientRects().length > 0,
  told: document.getElementById("announcer").textContent,
  figures: parts(".figure[data-figure]", item),
  marks: parts(".frames .mark", item),
  notes: parts(".notes > li", (note) => note.dataset.source),
  markers: parts('a[role="doc-noteref"]', (marker) => [marked(marker), source(marker)]),
  rows: parts("figure.chart tbody tr", (row) => row.dataset.row),
};
