// The pages and dialogs on embedding: writes the choices into the snippets to copy, and shows what their HTML makes.

/** Opens the page at the address of a link as a dialog. */
export const open = async (link) => {
  if (document.querySelector("dialog.sharing, [data-opening]")) return;
  link.dataset.opening = "";
  await show(link).finally(() => delete link.dataset.opening);
};

const show = async (link) => {
  const address = link.href;
  const answer = await fetch(address);
  if (!answer.ok) throw answer.status;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const share = page.querySelector(".share");
  const style = page.querySelector("link[data-share]").cloneNode();
  style.href = new URL(style.getAttribute("href"), address);
  const dialog = document.createElement("dialog");
  dialog.className = "sharing";
  dialog.setAttribute("aria-labelledby", "share-title");
  const close = document.createElement("button");
  close.type = "button";
  close.className = "close";
  close.textContent = share.dataset.close;
  close.addEventListener("click", () => dialog.close());
  share.querySelector(".back").remove();
  // Addresses are relative to the page on embedding.
  for (const link of share.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address);
  share.prepend(close);
  dialog.append(style, share);
  dialog.addEventListener("close", () => {
    dialog.remove();
    link.focus();
  });
  // A click beside the dialog closes it, but not the end of a selection that began inside.
  let beside = false;
  const isBeside = ({ target, clientX: x, clientY: y }) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    return target === dialog && (x < left || x > right || y < top || y > bottom);
  };
  dialog.addEventListener("pointerdown", (event) => (beside = isBeside(event)));
  dialog.addEventListener("click", (event) => beside && isBeside(event) && dialog.close());
  document.body.append(dialog);
  await new Promise((done) => ["load", "error"].forEach((end) => style.addEventListener(end, done)));
  begin(share, new URL(share.dataset.root, address).href);
  dialog.showModal();
};

/** The system that was chosen last, for the next dialog. */
let chosen = 0;

const begin = (share, root) => {
  const choices = share.querySelector(".choices");
  const said = share.querySelector(".said");
  const snippets = [...share.querySelectorAll(".snippet")];
  const fill = (snippet) => {
    const field = snippet.querySelector("textarea");
    const { theme, lang, width } = Object.fromEntries(new FormData(choices));
    const query = new URLSearchParams();
    if (theme) query.set("theme", theme);
    if (lang !== share.lang) query.set("lang", lang);
    const code = field.dataset[theme] ?? field.dataset.code;
    const filled = (root) => {
      const values = { root, query: `${query}` && `?${query}`, width: width || "100%" };
      return code.replace(/\{(root|query|width)\}/g, (_, name) => values[name]);
    };
    // What is copied has the published address, also from a copy of the site elsewhere, whose own files the preview shows.
    field.value = filled(share.dataset.site ?? root);
    const preview = snippet.querySelector(".preview");
    if (!snippet.open) return preview?.replaceChildren();
    if (!preview) return;
    // The dialog uses the style of the page, which its policy allows; the script is loaded already.
    const shown = new DOMParser().parseFromString(filled(root).replace(/ style="[^"]*"/g, ""), "text/html").body;
    shown.querySelectorAll("script").forEach((script) => script.remove());
    preview.replaceChildren(...shown.childNodes);
  };
  // The snippets that suit the chosen system, the best first and open.
  const { system } = choices.elements;
  const sort = () => {
    const { kinds, stays } = system.selectedOptions[0].dataset;
    const place = share.querySelector(".stays");
    const suitable = kinds.split(" ").flatMap((kind) => snippets.filter(({ dataset }) => dataset.kind === kind));
    const ordered = new Set([...suitable, ...snippets]);
    place.textContent = stays;
    place.after(...share.querySelectorAll(".unscripted"), ...ordered);
    chosen = system.selectedIndex;
    const [first] = ordered;
    first.open = true;
  };
  share.classList.add("scripted");
  if (chosen < system.length) system.selectedIndex = chosen;
  sort();
  system.addEventListener("input", sort);
  choices.addEventListener("input", () => snippets.forEach(fill));
  choices.addEventListener("submit", (event) => event.preventDefault());
  for (const snippet of snippets) {
    fill(snippet);
    snippet.addEventListener("toggle", () => fill(snippet));
    snippet.querySelector("[data-do=copy-code]").addEventListener("click", ({ currentTarget }) => {
      // Pages without TLS are denied the asynchronous clipboard; `execCommand` works there.
      snippet.querySelector("textarea").select();
      const copied = document.execCommand("copy");
      if (copied) currentTarget.focus();
      said.textContent = "";
      requestAnimationFrame(() => (said.textContent = copied ? share.dataset.done : share.dataset.byHand));
    });
  }
  // The scripts that other sites load, for the preview.
  for (const file of ["embed.js", "footnoted-figure.js"]) {
    const script = document.createElement("script");
    script.src = new URL(file, root);
    if (![...document.scripts].some(({ src }) => src === script.src)) document.head.append(script);
  }
};

for (const share of document.querySelectorAll("main > .share")) {
  begin(share, new URL(share.dataset.root, document.baseURI).href);
}
