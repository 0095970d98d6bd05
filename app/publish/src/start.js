// Compares the page with the live data when it is loaded and painted. It also has the exit: after a click on its link, or
// Shift pressed three times, the page is gone from the screen and from the history.
// Parts that the style sheet delays are laid out one by one when the browser is idle, or all at once when a reader needs them.
const finish = () => (root.dataset.laidOut = "");
const layOut = ([part, ...rest]) => {
  if (!part) return finish();
  part.style.contentVisibility = "visible";
  // One part for each frame. Hidden pages have no frames.
  (document.hidden ? setTimeout : requestAnimationFrame)(() => idle(() => layOut(rest)));
};
for (const need of ["keydown", "selectstart", "beforeprint", "click", "hashchange"]) addEventListener(need, finish, { once: true, capture: true });
const begin = () => {
  setTimeout(() => idle(() => layOut(all(".body"))), 1000);
  const spoken = choices.get("lang") || root.lang;
  if (choices.get("as-of") || spoken !== root.lang) return start(true);
  if (/[?&]((source|find|basis|article|unit)=.|alone|differs)/.test(location.search)) return start();
  // The program reports an error in the live data.
  compareWhenIdle(start);
};
// Ctrl+/ focuses the search. A shortcut of one character alone may be triggered by speech input (WCAG 2.1.4).
addEventListener("keydown", (event) => {
  const field = document.querySelector(".finder input");
  if (event.key !== "/" || !(event.ctrlKey || event.metaKey) || !field) return;
  event.preventDefault();
  field.focus();
});
const leave = () => {
  root.hidden = true;
  location.replace(document.querySelector(".exit").href);
};
// Shift for another purpose, as part of a click or now and then, does not exit.
let presses = [];
addEventListener("keydown", ({ key, repeat, timeStamp }) => {
  if (repeat) return;
  presses = key === "Shift" ? [...presses, timeStamp].filter((press) => timeStamp - press < 5000) : [];
  if (presses.length >= 3 && document.querySelector(".exit")) leave();
});
addEventListener("pointerdown", () => (presses = []));
addEventListener("click", (event) => {
  if (event.target.closest?.(".exit")) {
    event.preventDefault();
    leave();
  }
  // Embedding opens as a dialog over the page, or as a page in another window.
  const link = event.target.closest?.('a[href^="share/"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  import(new URL("share.js", document.baseURI)).then(({ open }) => open(link)).catch(() => location.assign(link.href));
});
// Passages and other folds are printed open.
let unfolded = [];
addEventListener("beforeprint", () => {
  unfolded = all(":is(.notes details, .folded):not([open])");
  for (const notes of unfolded) notes.open = true;
});
addEventListener("afterprint", () => {
  for (const notes of unfolded) notes.open = false;
});
// Beside the charts the key is open, also in browsers whose style sheets cannot open it.
parsed.then(() => {
  const key = document.getElementById("key");
  if (key && matchMedia("(width >= 67.5rem)").matches && !CSS.supports("selector(::details-content)")) key.open = true;
});
// A browser that restores form fields after a reload does not make a choice.
parsed.then(() => all(".tools select").forEach((select) => (select.value = (select.name === "theme" && root.dataset.theme) || "")));
if (document.readyState === "complete") idle(begin);
else addEventListener("load", () => idle(begin));
