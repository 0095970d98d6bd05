// Loads the programs: the answering one at a reader's first action, and the drawing one, which can also draw the page again,
// when the live data differs from what is printed or a reader asks for another scale, another day or the desk. Reading alone
// needs no program. Actions before a program is loaded are held, and repeated afterwards. looks.rs puts this before start.js
// and before frame.js, and makes one block of both.
const { app, wasm, draw, drawing } = document.currentScript.dataset;
const root = document.documentElement;
const idle = window.requestIdleCallback ?? setTimeout;
const all = (selector) => [...document.querySelectorAll(selector)];
const printed = () => document.getElementById("page").dataset;
const choices = new URLSearchParams(location.search);
const parsed = new Promise((done) => (document.readyState === "loading" ? addEventListener("DOMContentLoaded", done) : done()));

// What must be known before the site is asked for anything; frame.js replaces it.
let prepare = () => parsed;
// Requests the live file by the program's address for it, so that the program need not wait for it.
let live;
const ask = (priority) => (live ??= prepare().then(async () => {
  const { root: site = "", version = "", updated } = printed();
  const answer = await fetch(`${site}data/dashboard.json${updated ? `?since=${version}` : ""}`, { cache: "no-cache", priority });
  if (!answer.ok) throw answer.status;
  const text = await answer.text();
  root.dataset.asked = "";
  return text;
}));
// Like web::version: of the text without a byte order mark.
const versionOf = (text) => {
  const bytes = new TextEncoder().encode(text);
  return `${bytes.length.toString(16)}-${(bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5) >>> 0).toString(16)}`;
};

const load = async (...files) => {
  root.dataset.state = "loading";
  try {
    const [script, file] = files.map((address) => new URL(address, document.baseURI));
    // All three at once. If the server sends another media type for wasm, the script loads it in another way.
    const compiled = WebAssembly.compileStreaming(fetch(file)).catch(() => file);
    const [{ default: begin }, module] = await Promise.all([import(script), compiled, ask("high").catch(() => {})]);
    // The other program may have settled meanwhile.
    root.dataset.state = "loading";
    const settled = new Promise((done) =>
      new MutationObserver(() => root.dataset.state !== "loading" && done()).observe(root, { attributeFilter: ["data-state"] }));
    await begin({ module_or_path: module });
    await settled;
  } catch (reason) {
    // The answering program may be there already, and still answers.
    root.dataset.state = over ? "ready" : "error";
    for (const control of all(DRAWN)) control.disabled = true;
    console.warn("The figures stay as they were printed.", reason);
  }
};
let program;
let drawn;
const start = (draws) => {
  if (draws) drawn ??= program = load(draw, drawing).then(() => repeat(true));
  return (program ??= load(app, wasm).then(() => repeat(redrawn)));
};
document.addEventListener("footnoted:draw", () => start(true));

// Compares the live data with what is printed when the browser is idle. With saved data or on a slow line the live data is
// requested with the program only.
const compareWhenIdle = (failed) => {
  const { saveData, effectiveType } = navigator.connection ?? {};
  if (saveData || /2g/.test(effectiveType)) return;
  const compare = async () => {
    await prepare();
    const { version } = printed();
    if (!version || versionOf(await ask("low")) !== version) return start(true);
    if (!program) root.dataset.state = "ready";
  };
  idle(() => compare().catch(() => failed()), { timeout: 2000 });
};

const MARKER = "a[role=doc-noteref]";
const ANSWERED = `${MARKER}, [data-do], .frames .mark`;
// A mouse announces its target; a finger on a chart may only scroll.
const POINTED = `${ANSWERED}, .tools, .switch, #download`;
const TOUCHED = `${MARKER}, [data-do], select`;
// What only the drawing program answers.
const DRAWN = "[data-do=scale], [data-do=desk], [name=as-of]";
const near = ({ target }, selector) => target?.closest?.(selector);

// Actions without an answer yet, each with a function that repeats it.
const held = new Map();
// Whether nothing is held any more: a program is loaded, or cannot be; and the same of what only the drawing program answers.
let over = false;
let redrawn = false;
let mouse;
// Long enough for the program on a slow line. After that, a marker leads to its note.
const PATIENCE = 6000;
const hold = (event, element, key) => {
  const draws = element?.matches(DRAWN);
  if (!element || (draws ? redrawn : over)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  // A passage that is scrolled to before the page is laid out would move. The listener that lays it out is not reached.
  root.dataset.laidOut = "";
  // By then the page may have been replaced by newer figures: a similar element is used.
  const names = ["class", "href", "name", "data-do", "data-figure", "data-event", "data-place"].filter((name) => element.hasAttribute(name));
  const alike = () => all(element.localName + names.map((name) => `[${name}=${JSON.stringify(element.getAttribute(name))}]`).join(""));
  const place = alike().indexOf(element);
  const { type, constructor } = event;
  const { value } = element;
  const again = () => {
    const now = element.isConnected ? element : alike()[place];
    if (!now) return;
    if (type === "change") now.value = value;
    now.dispatchEvent(new constructor(type, event));
  };
  const action = { again, draws };
  held.set(key, action);
  if (element.matches(MARKER)) setTimeout(() => {
    if (held.get(key) === action && held.delete(key)) location.hash = element.getAttribute("href");
  }, PATIENCE);
  start(draws);
};
const repeat = (drawn) => {
  over = true;
  redrawn ||= drawn;
  if (root.dataset.state === "error") offer(false);
  // Focus or a resting mouse on something is an action too.
  near({ target: document.activeElement }, `${MARKER}:focus-visible`)?.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
  if (mouse?.target.matches(":hover")) mouse.target.dispatchEvent(new PointerEvent("pointerover", mouse));
  for (const [key, { again, draws }] of held) {
    if (draws && !redrawn) continue;
    held.delete(key);
    again();
  }
};

// Controls are printed disabled. From now on they work, unless the program cannot be loaded.
const offer = (offered) => {
  for (const tool of all(".tools :is(select, button, input), .switch button")) tool.disabled = !offered;
  for (const frames of all("figure.chart .frames")) {
    const title = near({ target: frames }, "figure").querySelector("figcaption")?.textContent;
    for (const [name, value] of Object.entries({ tabindex: "0", role: "group", "aria-label": title })) {
      if (offered) frames.setAttribute(name, value);
      else frames.removeAttribute(name);
    }
  }
};
if (window.WebAssembly) parsed.then(() => over || offer(true));

addEventListener("pointerover", (event) => {
  if (event.pointerType === "mouse") mouse = event;
  // A program that answers already is not replaced before the reader acts.
  if (near(event, mouse === event ? POINTED : TOUCHED)) start(!program && near(event, DRAWN));
});
addEventListener("focusin", () => start());
addEventListener("click", (event) => {
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey);
  if (plain) hold(event, near(event, ANSWERED), "click");
  start();
}, true);
addEventListener("change", (event) => hold(event, near(event, ".tools select"), event.target), true);
addEventListener("keydown", (event) => {
  const { key, target, ctrlKey, altKey, metaKey } = event;
  // Shift alone may be the beginning of the exit.
  if (ctrlKey || altKey || metaKey || key === "Shift") return;
  if (/^(Arrow|Home|End|Enter)/.test(key) && target.matches?.(".frames")) hold(event, target, event);
  start();
}, true);
// A dropped file may be for the desk, and must not replace the page.
for (const type of ["dragenter", "dragover", "drop"]) addEventListener(type, (event) => {
  const { target, dataTransfer } = event;
  if (redrawn || !dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  if (type === "drop") {
    // A browser empties the list of files after the event, but not the files.
    const files = new DataTransfer();
    for (const file of dataTransfer.files) files.items.add(file);
    const again = () => target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: files }));
    held.set(type, { again, draws: true });
  }
  start(true);
});
// The target of an address may be folded, and not every browser unfolds it.
const unfold = () => {
  let place;
  try {
    place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    // An address may be cut off within a percent-encoded letter.
  }
  const folded = () => place?.closest?.("details:not([open])");
  if (!folded()) return;
  while (folded()) folded().open = true;
  place.scrollIntoView();
};
// The day on which a report is missing passes while the page stays as it is printed.
parsed.then(() => {
  const today = new Date().toISOString().slice(0, 10);
  for (const overdue of all("[data-due]")) overdue.hidden = today <= overdue.dataset.due;
});
addEventListener("hashchange", unfold);
parsed.then(unfold);
