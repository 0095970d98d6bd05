// The notes, the markers that lead to them in the order of the page, and the links back.
const notes = document.querySelector('section[role="doc-endnotes"]#notes');
const text = (part) => part?.textContent.trim() ?? "";
const place = (element) => element.closest(
  '[id^="figure-"], figure[id^="chart-"], [id^="event-"], [id^="section-"], #summary',
)?.id ?? "";
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
      const target = document.getElementById(marker.getAttribute("href").slice(1));
      return {
        href: marker.getAttribute("href"),
        number: text(marker),
        source: target?.closest("[data-source]")?.dataset.source ?? "",
        passage: target?.id.split("_")[1] ?? "",
        place: place(marker),
      };
    }),
};
