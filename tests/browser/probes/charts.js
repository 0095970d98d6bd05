// Reads all charts of the page: their texts, and for each drawing its marks and markers, with the passages they lead to and
// the articles whose numbers they show.
const notes = [...document.querySelectorAll("#notes li[data-source]")].map((note) => note.dataset.source);
// The numbers of a marker: elements in HTML, words of one text in a drawing.
const numbers = (marker) => {
  const parts = [...marker.querySelectorAll("b, i")];
  return parts.length > 0 ? parts.map((part) => part.textContent) : marker.textContent.trim().split(/\s+/);
};
const marker = (link) => {
  const target = document.getElementById(link.getAttribute("href").slice(1));
  return {
    passage: [target?.closest("[data-source]")?.dataset.source ?? "", target?.id.split("_")[1] ?? ""],
    articles: numbers(link).map((number) => notes[number - 1] ?? ""),
  };
};
const markers = (part, such = () => true) => [...part.querySelectorAll('a[role="doc-noteref"]')].filter(such).map(marker);
const words = (part, selector) => part.querySelector(selector)?.textContent.trim() ?? "";
return [...document.querySelectorAll("figure[data-chart]")].map((chart) => ({
  id: chart.dataset.chart,
  kind: chart.dataset.kind,
  anchor: chart.id,
  kind: chart.dataset.kind,
  // The caption may contain a remark about the scale after the title.
  title: [...chart.querySelector("figcaption").childNodes].find((part) => part.textContent.trim())?.textContent.trim() ?? "",
  // The finding of the only chart of a section may be the heading of the section.
  finding: words(chart, ".finding") || words(chart.closest("section"), ".opening h2"),
  frames: [...chart.querySelectorAll(".frames > .frame")].map((frame) => ({
    name: frame.dataset.frame,
    title: words(frame, "svg.picture > title"),
    description: document.getElementById(frame.querySelector("svg.picture")?.getAttribute("aria-describedby"))?.textContent.trim() ?? "",
    role: frame.querySelector("svg.picture")?.getAttribute("role") ?? "",
    picture: frame.querySelector("svg.picture")?.outerHTML ?? "",
    marks: [...frame.querySelectorAll("svg.picture :is([data-figure], [data-event])")].map(
      (mark) => mark.dataset.figure ?? mark.dataset.event,
    ),
    markers: [...frame.querySelectorAll("svg.markers")].flatMap((layer) => markers(layer)),
  })),
  rows: [...chart.querySelectorAll("details.table table tbody tr")].map((row) => ({
    head: words(row, 'th[scope="row"]'),
    // The remarks may contain other figures with their markers.
    markers: markers(row, (link) => !link.closest(".note, .fold")),
  })),
  columns: chart.querySelectorAll('details.table table thead th[scope="col"]').length,
}));
