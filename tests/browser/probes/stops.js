// Records each element in `window.stops` when it is focused for the first time. Returns the number of focusable elements.
const reachable = [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex]")];
// The styles that can indicate focus.
const look = (element) =>
  [element, ...element.querySelectorAll("rect")]
    .map((part) => getComputedStyle(part))
    .map(({ outlineStyle, outlineWidth, outlineColor, boxShadow, stroke, strokeWidth }) =>
      [outlineStyle === "none" ? "" : outlineWidth + outlineColor, boxShadow, stroke === "none" ? "" : stroke + strokeWidth].join())
    .join();
const usual = new Map(reachable.map((element) => [element, look(element)]));
const seen = new Set();
window.stops = [];
document.addEventListener("focusin", ({ target }) => {
  if (seen.has(target)) return;
  seen.add(target);
  const box = target.getBoundingClientRect();
  window.stops.push({
    name: target.getAttribute("href") ?? target.localName,
    role: target.getAttribute("role") ?? "",
    visible: box.width > 0 && box.right > 0 && target.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    shown: look(target) !== usual.get(target),
  });
});
return reachable.length;
