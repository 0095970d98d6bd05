// Compares the page with the live data once it is there and painted. It also lays out what the style sheet puts off: at
// once, unless that would hold up a slow phone; there it is done when somebody types, selects or prints, or else step by
// step, when the reader has had time to look.
// And it is the way out: whoever leaves by the link, or by pressing Shift three times, leaves nothing on the screen and no
// way back to this page.
const finish = () => (root.dataset.laidOut = "");
const layOut = ([step, ...rest]) => {
  if (!step) return finish();
  for (const part of step) part.style.contentVisibility = "visible";
  // Not two steps in one frame: on a slow phone each takes as long as a frame may. Unseen pages have no frames.
  (document.hidden ? setTimeout : requestAnimationFrame)(() => idle(() => layOut(rest)));
};
const begin = () => {
  // A few figures tell how fast this machine is: a slow phone takes twice this, in milliseconds, a desktop half.
  const FAST = 14;
  const figures = all(".section:not(.lead) .figure");
  const few = figures.splice(0, 8);
  const began = performance.now();
  for (const figure of few) figure.style.contentVisibility = "visible";
  document.body.getBoundingClientRect();
  const fast = performance.now() - began < FAST;
  const steps = [figures, ...[...all(".chart"), ...all(".notes > li")].map((part) => [part])];
  if (fast) finish();
  else setTimeout(() => idle(() => layOut(steps)), 3000);
  const spoken = choices.get("lang") || root.lang;
  if (choices.get("source") || spoken !== root.lang) return start();
  // What cannot be shown has to be said, and by the program.
  compareWhenIdle(start);
};
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
// Paper has nothing to open: the tables are printed open, and folded again for the screen.
let unfolded = [];
addEventListener("beforeprint", () => {
  unfolded = all("details.table:not([open])");
  for (const table of unfolded) table.open = true;
});
addEventListener("afterprint", () => {
  for (const table of unfolded) table.open = false;
});
for (const need of ["keydown", "selectstart", "beforeprint"]) addEventListener(need, finish, { once: true });
// A browser that fills in what was chosen before it loaded the page again is no reader who chooses.
parsed.then(() => all(".tools select").forEach((select) => (select.value = (select.name === "theme" && root.dataset.theme) || "")));
if (document.readyState === "complete") idle(begin);
else addEventListener("load", () => idle(begin));
