// What stands on the page, as far as it has to be there whatever the data is.
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const noteOf = (marker) => document.getElementById(decodeURIComponent(marker.getAttribute("href").slice(1)));
const articleOf = (marker) => noteOf(marker)?.closest("[role=doc-endnotes] [data-source]")?.dataset.source ?? null;
const markers = (part) => all('a[role="doc-noteref"]', part);
const notes = all("#page [role=doc-endnotes] [data-source]").map((note) => note.dataset.source);
// A marker has the numbers of all its articles, up to a few; in a drawing they are words of one text.
const numbers = (marker) => {
  const parts = all("b, i", marker);
  return parts.length > 0 ? parts.map((part) => part.textContent) : marker.textContent.trim().split(/\s+/);
};
const articles = (part) => [...new Set(markers(part).flatMap(numbers).map((number) => notes[number - 1]).filter(Boolean))];
// How many more a marker only counts.
const more = (part) => Math.max(0, ...markers(part).flatMap(numbers).map((number) => (number.startsWith("+") ? Number(number) : 0)));
const plain = (part) => (part?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
const idOf = (mark) => mark.dataset.figure ?? mark.dataset.event;
return {
  // Each place outside of the drawings in which a figure is printed, with the articles that its markers name: a tile, an
  // item of a list, a row of a table, a sentence.
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
    // That of a section's only chart heads the section.
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
  // Markers that lead to no passage of a note, by the words before them.
  lost: markers(document.getElementById("page"))
    .filter((marker) => articleOf(marker) === null)
    .map((marker) => `${marker.getAttribute("href")} behind “${plain(marker.closest("[data-figure], tr, figure, section"))?.slice(0, 60)}”`),
  // Links within the page that lead nowhere.
  dead: [...new Set(all('#page a[href^="#"]').map((link) => link.getAttribute("href")))]
    .filter((href) => href.length > 1 && !document.getElementById(decodeURIComponent(href.slice(1)))),
};
