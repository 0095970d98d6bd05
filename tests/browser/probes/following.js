// How the page stands while an article is followed, or none: each part that rests on articles, and whether it stands apart.
const bar = document.getElementById("following");
const item = (part) => part.dataset.figure ?? part.dataset.event;
// A row names its articles by its markers, and says in words what is not reported.
const sources = (row) => [...row.querySelectorAll('a[role="doc-noteref"]')].map((marker) =>
  document.getElementById(marker.getAttribute("href").slice(1)).closest("[data-source]").dataset.source,
);
const parts = (selector, name) =>
  [...document.querySelectorAll(selector)].map((part) => [name(part), part.hasAttribute("data-apart")]);
return {
  followed: document.documentElement.dataset.following ?? "",
  select: document.querySelector(".tools select[name=source]").value,
  address: location.search,
  words: bar?.querySelector("p").textContent ?? "",
  bar: bar !== null && bar.getBoundingClientRect().bottom <= innerHeight && bar.getClientRects().length > 0,
  told: document.getElementById("announcer").textContent,
  figures: parts(".figure[data-figure]", item),
  marks: parts(".frames .mark", item),
  notes: parts(".notes > li", (note) => note.dataset.source),
  markers: parts('a[role="doc-noteref"]', (marker) => sources({ querySelectorAll: () => [marker] })[0]),
  rows: parts("figure.chart tbody tr", sources),
};
