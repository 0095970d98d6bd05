// Reads the content of the page that must be there for any data.
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const noteOf = (marker) => document.getElementById(decodeURIComponent(marker.getAttribute("href").slice(1)));
const articleOf = (marker) => noteOf(marker)?.closest("[role=doc-endnotes] [data-source]")?.dataset.source ?? null;
const markers = (part) => all('a[role="doc-noteref"]', part);
const notes = all("#page [role=doc-endnotes] [data-source]").map((note) => note.dataset.source);
// The numbers of the articles of a marker: elements in HTML, words of one text in a drawing.
const numbers = (marker) => {
  const parts = all("b, i", marker);
  return parts.length > 0 ? parts.map((part) => part.textContent) : marker.textContent.trim().split(/\s+/);
};
const articles = (part) => [...new Set(markers(part).flatMap(numbers).map((number) => notes[number - 1]).filter(Boolean))];
// The number of further articles, which a marker counts (“+2”) but does not name.
const more = (part) => Math.max(0, ...markers(part).flatMap(numbers).map((number) => (number.startsWith("+") ? Number(number) : 0)));
const plain = (part) => (part?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
const idOf = (mark) => mark.dataset.figure ?? mark.dataset.event;
return {
  // Each place outside the drawings that shows a figure (a tile, an item of a list, a row of a table, a sentence), with the
  // articles that its markers name.
  numbers: all("#page :is([data-figure], tr[id][data-row])")
    .filter((number) => !number.closest("svg") && plain(number))
    .map((number) => ({
      id: number.dataset.figure ?? number.dataset.row,
      articles: articles(number),
      more: more(number),
      words: plain(number),
    })),
  charts: all("#page figure[data-chart]").map((chart) => ({
    id: chart.dataset.chart,
    title: plain(chart.querySelector("figcaption")),
    // The finding of the only chart of a section is the heading of the section.
    finding: plain(chart.querySelector(".finding") ?? chart.closest(".section")?.querySelector(".opening h2")),
    frames: all(".frames > .frame", chart).map((frame) => {
      const picture = frame.querySelector("svg.picture");
      return {
        marks: [...new Set(all(":is([data-figure], [data-event])", picture ?? frame).map(idOf))],
        described: plain(document.getElementById(picture?.getAttribute("aria-describedby"))) !== "",
        articles: articles(frame),
        more: more(frame),
      };
    }),
    rows: all("details.table tbody tr", chart).map((row) => articles(row).length),
  })),
  notes: all("#page [role=doc-endnotes] [data-source]").map((note) => ({
    id: note.dataset.source,
    passages: all(".passages > li", note).map((passage) => ({
      quotes: all("q", passage).length,
      links: all("q a[href^=http], a[href^=http]:has(q)", passage).length,
    })),
  })),
  // Markers that lead to no note, with the text around them. One that cites articles as a whole leads to all notes.
  lost: markers(document.getElementById("page"))
    .filter((marker) => marker.getAttribute("href") !== "#notes" && articleOf(marker) === null)
    .map((marker) => `${marker.getAttribute("href")} behind “${plain(marker.closest("[data-figure], tr, figure, section"))?.slice(0, 60)}”`),
  // Links within the page whose target does not exist.
  dead: [...new Set(all('#page a[href^="#"]').map((link) => link.getAttribute("href")))]
    .filter((href) => href.length > 1 && !document.getElementById(decodeURIComponent(href.slice(1)))),
};
