// Clicks every visible marker and reads the evidence that opens.
// The argument: the number of articles of each figure and event.
const [articles] = arguments;
const notes = [...document.querySelectorAll("#notes li[data-source]")].map((note) => note.dataset.source);
const plain = (text) => (text ?? "").replaceAll(/\s+/g, " ").trim();
const edges = (element) => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
};
// The place of a figure: a tile, an item of a list, or a row of a table (without a value in a matrix).
const placeOf = (item) => document.getElementById(`figure-${item}`);
const printed = (item) => {
  const number = placeOf(item)?.querySelector(":scope > .number, :scope > td:not([data-kind=matrix] td)")?.cloneNode(true);
  number?.querySelectorAll(".noteref").forEach((marker) => marker.remove());
  // The value in a row may be followed by its status.
  return number ? plain(number.textContent).replace(/ \(.*\)$/, "") : null;
};
// The facts about a figure: basis, speaker and details. In a row they are in columns.
const known = (item) => {
  const place = placeOf(item);
  if (!place) return null;
  const [how, who] = [place.querySelector(":scope > .basis > b"), place.querySelector(":scope > .basis")];
  const said = how ? [how.textContent, who.textContent.slice(how.textContent.length).replace(" · ", "")] : [];
  return [...said, ...[...place.querySelectorAll(".provenance li:not(.take)")].map((fact) => fact.textContent)].map(plain).filter(Boolean);
};
// The figure or event of a marker. In a drawing the markers are in the order of the marks: one per mark, or one per article
// in a matrix.
const home = (marker) => {
  const { figure, row } = marker.closest("[data-figure], [data-row]")?.dataset ?? {};
  if (figure ?? row) return figure ?? row;
  const frame = marker.closest(".frame");
  if (!frame) return null;
  const place = [...frame.querySelectorAll(".markers a")].indexOf(marker);
  const rows = new Set([...frame.querySelectorAll(".mark")].map((mark) => mark.dataset.figure ?? mark.dataset.event));
  const each = (item) => (frame.closest("[data-kind=matrix]") ? articles[item] : 1);
  return [...rows].flatMap((item) => Array(each(item)).fill(item))[place];
};
const numbers = (marker) => {
  const parts = [...marker.querySelectorAll("b, i")];
  return parts.length > 0 ? parts.map((part) => part.textContent) : marker.textContent.trim().split(/\s+/);
};
return [...document.querySelectorAll('a[role="doc-noteref"]')]
  .filter((marker) => marker.checkVisibility() && marker.getClientRects().length > 0)
  .map((marker) => {
    marker.scrollIntoView({ block: "center", behavior: "instant" });
    // A second click would close the evidence again.
    document.body.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    marker.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    const href = marker.getAttribute("href");
    const evidence = document.getElementById("evidence");
    const open = evidence !== null && evidence.getClientRects().length > 0;
    if (!open) return { href, open };
    const item = home(marker) ?? href.split("_")[1];
    return {
      href,
      open,
      item,
      articles: numbers(marker).map((number) => notes[number - 1] ?? number),
      role: evidence.getAttribute("role"),
      name: evidence.getAttribute("aria-label") ?? "",
      focused: evidence.contains(document.activeElement),
      value: plain(evidence.querySelector(".value")?.textContent),
      printed: printed(item),
      facts: [...evidence.querySelectorAll(".provenance li")].map((fact) => plain(fact.textContent)),
      known: known(item),
      operands: [...evidence.querySelectorAll(".operand")].map((operand) => plain(operand.textContent)),
      passages: [...evidence.querySelectorAll(".wordings > li")].map((passage) => ({
        words: plain(passage.innerText),
        quote: passage.querySelector("q")?.textContent ?? "",
        link: passage.querySelector("a")?.href ?? "",
        follow: passage.querySelector("[data-do=follow]")?.dataset.source ?? "",
      })),
      note: evidence.querySelector(".actions a")?.getAttribute("href") ?? "",
      places: [...evidence.querySelectorAll(".places a")].map((link) => link.getAttribute("href")),
      place: edges(evidence),
      marker: edges(marker),
      room: [document.documentElement.clientWidth, innerHeight],
    };
  });
