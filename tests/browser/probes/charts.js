// Every chart on the page: its words, and per frame its marks and the passages its markers lead to.
const passage = (marker) => {
  const target = document.getElementById(marker.getAttribute("href").slice(1));
  return [target?.closest("[data-source]")?.dataset.source ?? "", target?.id.split("_")[1] ?? ""];
};
const markers = (part) => [...part.querySelectorAll('a[role="doc-noteref"]')].map(passage);
const words = (part, selector) => part.querySelector(selector)?.textContent.trim() ?? "";
return [...document.querySelectorAll("figure[data-chart]")].map((chart) => ({
  id: chart.dataset.chart,
  kind: chart.dataset.kind,
  anchor: chart.id,
  title: words(chart, "h3"),
  finding: words(chart, "p.finding"),
  frames: [...chart.querySelectorAll(".frames > .frame")].map((frame) => ({
    name: frame.dataset.frame,
    title: words(frame, "svg.picture > title"),
    description: document.getElementById(frame.querySelector("svg.picture")?.getAttribute("aria-describedby"))?.textContent.trim() ?? "",
    role: frame.querySelector("svg.picture")?.getAttribute("role") ?? "",
    picture: frame.querySelector("svg.picture")?.outerHTML ?? "",
    marks: [...frame.querySelectorAll("svg.picture :is([data-figure], [data-event])")].map(
      (mark) => mark.dataset.figure ?? mark.dataset.event,
    ),
    markers: [...frame.querySelectorAll("svg.markers")].flatMap(markers),
  })),
  rows: [...chart.querySelectorAll("details.table table tbody tr")].map((row) => ({
    head: words(row, 'th[scope="row"]'),
    // What is said besides may name other figures, with their markers.
    markers: [...row.querySelectorAll('a[role="doc-noteref"]')].filter((marker) => !marker.closest(".note")).map(passage),
  })),
  columns: chart.querySelectorAll('details.table table thead th[scope="col"]').length,
}));
