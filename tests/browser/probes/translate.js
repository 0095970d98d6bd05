// Changes the page like the translation of a browser: it replaces every text, within two new elements, uses Khmer digits,
// and sets the language of the page to Khmer. Like browsers it leaves drawings unchanged.
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const texts = [];
while (walker.nextNode()) texts.push(walker.currentNode);
const spared = "script, style, noscript, textarea, svg, #evidence, .tip, #announcer, [translate=no]";
let changed = 0;
for (const text of texts.filter((text) => text.data.trim() && !text.parentElement.closest(spared))) {
  const [outer, inner] = [document.createElement("font"), document.createElement("font")];
  inner.textContent = text.data.replace(/\d/g, (digit) => String.fromCodePoint(0x17e0 + Number(digit)));
  outer.append(inner);
  text.replaceWith(outer);
  changed += 1;
}
document.documentElement.lang = "km";
document.documentElement.classList.add("translated-ltr");
return changed;
