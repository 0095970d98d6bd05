// From now on, notes each element that the keyboard comes to for the first time in `window.stops`.
// Gives how many elements there are that it could come to.
const reachable = [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex]")];
// All that can show where the keyboard is.
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
