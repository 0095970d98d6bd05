// Asks every marker in sight for its evidence by a click, and gives what then stands beside it.
// How many articles there are behind each figure and event.
const [articles] = arguments;
const plain = (text) => (text ?? "").replaceAll(/\s+/g, " ").trim();
const edges = (element) => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
};
const printed = (item) => {
  const number = document.querySelector(`#figure-${CSS.escape(item)} .number`)?.cloneNode(true);
  number?.querySelectorAll(".noterefs").forEach((markers) => markers.remove());
  return number ? plain(number.textContent) : null;
};
// What the number before a marker is of: in a formula each has a marker of its own; in a drawing the markers stand in the
// order of the marks, as many to each as the mark has.
const home = (marker) => {
  if (marker.closest(".operand")) return null;
  const named = marker.closest("[data-figure]")?.dataset.figure;
  if (named) return named;
  const frame = marker.closest(".frame");
  if (!frame) return null;
  const place = [...frame.querySelectorAll(".markers a")].indexOf(marker);
  const rows = new Set([...frame.querySelectorAll(".mark")].map((mark) => mark.dataset.figure ?? mark.dataset.event));
  return [...rows].flatMap((item) => Array(articles[item]).fill(item))[place];
};
return [...document.querySelectorAll('a[role="doc-noteref"]')]
  .filter((marker) => marker.checkVisibility() && marker.getClientRects().length > 0)
  .map((marker) => {
    marker.scrollIntoView({ block: "center", behavior: "instant" });
    // A second click would close what the first opened.
    document.body.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    marker.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    const href = marker.getAttribute("href");
    const evidence = document.getElementById("evidence");
    const open = evidence !== null && evidence.getClientRects().length > 0;
    if (!open) return { href, open };
    const item = home(marker) ?? href.split("_")[1];
    const card = document.querySelector(`#figure-${CSS.escape(item)} .provenance`);
    return {
      href,
      open,
      item,
      role: evidence.getAttribute("role"),
      name: evidence.getAttribute("aria-label") ?? "",
      focused: evidence.contains(document.activeElement),
      value: plain(evidence.querySelector(".value")?.textContent),
      printed: printed(item),
      facts: [...evidence.querySelectorAll(".provenance li")].map((fact) => plain(fact.textContent)),
      known: card ? [...card.querySelectorAll("li")].map((fact) => plain(fact.textContent)) : null,
      operands: [...evidence.querySelectorAll(".operand")].map((operand) => plain(operand.textContent)),
      passages: [...evidence.querySelectorAll(".wordings > li")].map((passage) => ({
        words: plain(passage.innerText),
        quote: passage.querySelector("q")?.textContent ?? "",
        link: passage.querySelector("a")?.href ?? "",
      })),
      note: evidence.querySelector(".actions a")?.getAttribute("href") ?? "",
      place: edges(evidence),
      marker: edges(marker),
      room: [document.documentElement.clientWidth, innerHeight],
    };
  });
