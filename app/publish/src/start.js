// Compares the page with the live data once it is there and painted.
// And it is the way out: whoever leaves by the link, or by pressing Shift three times, leaves nothing on the screen and no
// way back to this page.
// What the style sheet puts off is laid out part by part, when nothing else is to be done, or at once for a reader who needs
// all of it.
const finish = () => (root.dataset.laidOut = "");
const layOut = ([part, ...rest]) => {
  if (!part) return finish();
  part.style.contentVisibility = "visible";
  // Not two parts in one frame. Unseen pages have no frames.
  (document.hidden ? setTimeout : requestAnimationFrame)(() => idle(() => layOut(rest)));
};
for (const need of ["keydown", "selectstart", "beforeprint", "click", "hashchange"]) addEventListener(need, finish, { once: true, capture: true });
const begin = () => {
  setTimeout(() => idle(() => layOut(all(".body"))), 1000);
  const spoken = choices.get("lang") || root.lang;
  if (/[?&]((source|find|basis|article|unit|as-of)=.|alone|differs)/.test(location.search) || spoken !== root.lang) return start();
  // What cannot be shown has to be said, and by the program.
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
// Shift that is pressed for something else, on the way to a click or now and then, is no wish to leave.
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
  // How to embed something opens over the page, unless it is wanted in a window of its own.
  const link = event.target.closest?.('a[href^="share/"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  import(new URL("share.js", document.baseURI)).then(({ open }) => open(link)).catch(() => location.assign(link.href));
});
// Paper has nothing to open: the passages of the notes, and what else the page leaves to be opened, are printed unfolded.
let unfolded = [];
addEventListener("beforeprint", () => {
  unfolded = all(":is(.notes details, .folded):not([open])");
  for (const notes of unfolded) notes.open = true;
});
addEventListener("afterprint", () => {
  for (const notes of unfolded) notes.open = false;
});
// Beside the charts the key stands open, also where the style sheet cannot unfold it.
parsed.then(() => {
  const key = document.getElementById("key");
  if (key && matchMedia("(width >= 67.5rem)").matches && !CSS.supports("selector(::details-content)")) key.open = true;
});
// A browser that fills in what was chosen before it loaded the page again is no reader who chooses.
parsed.then(() => all(".tools select").forEach((select) => (select.value = (select.name === "theme" && root.dataset.theme) || "")));
if (document.readyState === "complete") idle(begin);
else addEventListener("load", () => idle(begin));
