// Finds texts in the visible drawings with too little contrast.
const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
// Converts a CSS colour to red, green, blue and alpha between 0 and 1.
const colour = (css, opacity = 1) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = css;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  return { rgb: [red, green, blue].map((part) => part / 255), alpha: (alpha / 255) * opacity };
};
const over = (top, below) => below.map((part, index) => top.rgb[index] * top.alpha + part * (1 - top.alpha));
const light = (rgb) => {
  const [red, green, blue] = rgb.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one, other) => {
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
};
const opacity = (element, until) => {
  let product = 1;
  for (let part = element; part && part !== until; part = part.parentElement) product *= Number(getComputedStyle(part).opacity);
  return product;
};
// The background of an element: its own, over those of its ancestors.
const ground = (element) => {
  if (!element) return colour("Canvas").rgb;
  return over(colour(getComputedStyle(element).backgroundColor), ground(element.parentElement));
};
// The colour at a point after painting the shapes before the text.
const behind = (shapes, start, x, y) => shapes.reduce((below, { shape, fill }) => {
  const point = new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse());
  return shape.isPointInFill(point) ? over(fill, below) : below;
}, start);
const found = [];
for (const frame of document.querySelectorAll("figure[data-chart] .frame")) {
  if (frame.getClientRects().length === 0) continue;
  const start = ground(frame);
  const shapes = [];
  for (const part of frame.querySelectorAll("svg *")) {
    const style = getComputedStyle(part);
    if (style.visibility === "hidden" || style.display === "none") continue;
    const painted = (paint, share) => colour(paint, Number(share) * opacity(part, frame));
    if (part instanceof SVGGeometryElement) {
      if (style.fill !== "none" && !style.fill.startsWith("url")) shapes.push({ shape: part, fill: painted(style.fill, style.fillOpacity) });
    } else if ([...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()) && part.closest("text")) {
      const box = part.getBoundingClientRect();
      const halo = style.stroke !== "none" && style.paintOrder.startsWith("stroke") && parseFloat(style.strokeWidth) >= 2;
      for (const across of [0.1, 0.5, 0.9]) {
        let below = behind(shapes, start, box.left + box.width * across, box.top + box.height / 2);
        if (halo) below = over(painted(style.stroke, style.strokeOpacity), below);
        const ratio = contrast(over(painted(style.fill, style.fillOpacity), below), below);
        if (ratio < 4.5) {
          const name = `${frame.closest("figure").dataset.chart} ${frame.dataset.frame}`;
          found.push(`${name}: “${part.textContent.trim()}” has ${ratio.toFixed(2)} : 1`);
          break;
        }
      }
    }
  }
  if (!frame.querySelector("svg text")) found.push(`${frame.closest("figure").dataset.chart}: there is no text`);
}
return found;
