// Reads the notes, the markers that lead to them in the order of the page, and the links back.
// The target of a link back: a tile, an item of a list, a row of a table, a chart, or another element with an id.
const notes = document.querySelector('section[role="doc-endnotes"]#notes');
const text = (part) => part?.textContent.trim() ?? "";
const place = (element) => element.closest(
  '.figure[id], tr[id], figure.chart[id], .opening[id], [id^="section-"], #summary',
)?.id ?? "";
const target = (marker) => document.getElementById(marker.getAttribute("href").slice(1));
const passage = (marker) => target(marker)?.id.split("_")[1] ?? "";
// The figure or event of a marker.
const item = (marker) => {
  const home = marker.closest("[data-figure], [data-row]") ?? marker;
  return home.dataset.figure ?? home.dataset.row ?? passage(marker);
};
// The numbers of a marker, each with whether it is styled as an article that repeats another. In a drawing they are one text.
const numbers = (marker) => {
  const parts = [...marker.querySelectorAll("b, i")];
  if (parts.length > 0) return parts.map((part) => [text(part), part.localName === "i"]);
  const words = (part) => part.textContent.trim().split(/\s+/).filter(Boolean);
  const drawn = [...(marker.querySelector("text")?.childNodes ?? [])];
  return drawn.flatMap((part) => words(part).map((word) => [word, part.localName === "tspan"]));
};
return {
  notes: [...notes.querySelectorAll(":scope ol > li[data-source]")].map((note) => ({
    source: note.dataset.source,
    anchor: note.id,
    text: note.innerText,
    links: [...note.querySelectorAll("a[href^=http]")].map((link) => link.getAttribute("href")),
    passages: [...note.querySelectorAll(".passages > li[id]")].map((passage) => ({
      item: passage.id.split("_")[1],
      anchor: passage.id,
      quotes: [...passage.querySelectorAll("q")].map((quote) => ({
        text: text(quote),
        address: (quote.closest("a[href]") ?? quote.querySelector("a[href]"))?.getAttribute("href") ?? "",
      })),
      back: [...passage.querySelectorAll('a[role="doc-backlink"]')].map((link) => link.getAttribute("href")),
    })),
  })),
  markers: [...document.querySelectorAll('a[role="doc-noteref"]')]
    .filter((marker) => !notes.contains(marker))
    .map((marker) => {
      return {
        numbers: numbers(marker),
        of_one: marker.matches("[data-kind=matrix] :is(.markers, td) a"),
        source: target(marker)?.closest("[data-source]")?.dataset.source ?? "",
        item: item(marker),
        passage: passage(marker),
        place: place(marker),
      };
    }),
};
