// Reads the content of the standalone page, its references and its requests.
const all = (selector) => [...document.querySelectorAll(selector)];
const inSight = (element) => element.getClientRects().length > 0;
const addresses = all("[href], [src], [srcset], [data], [poster], [action]").flatMap((element) =>
  ["href", "src", "srcset", "data", "poster", "action"].map((name) => element.getAttribute(name)).filter((address) => address !== null),
);
const places = addresses.filter((address) => address.startsWith("#")).map((address) => decodeURIComponent(address.slice(1)));
return {
  state: document.documentElement.dataset.state ?? "none",
  figures: all(".figure[data-figure], tr[id^=figure-]")
    .filter((figure) => figure.textContent.trim())
    .map((figure) => figure.dataset.figure ?? figure.dataset.row),
  charts: all("figure[data-chart]")
    .map((chart) => [
      chart.dataset.chart,
      [...chart.querySelectorAll("svg[role=img]")].filter(inSight).length,
      chart.querySelectorAll("table tbody tr").length,
    ])
    .sort((a, b) => (a[0] < b[0] ? -1 : 1)),
  notes: all("[role=doc-endnotes] [data-source]").length,
  styled: document.styleSheets.length > 0 && [...document.styleSheets].every((sheet) => sheet.cssRules.length > 0),
  addresses: addresses.filter((address) => !address.startsWith("#")),
  dead: places.filter((place) => place !== "" && !document.getElementById(place)),
  requests: performance
    .getEntriesByType("resource")
    .map((entry) => entry.name)
    .filter((name) => !name.startsWith("data:")),
};
