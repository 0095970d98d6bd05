// Keeps an excerpt up to date. It stands there complete; the program is fetched only when it may show something else
// than the live data, or when a reader asks for more than what is printed. A page that only leads to another is hidden.
if (!document.documentElement.hidden) {
  const { app, wasm } = document.currentScript.dataset;
  const root = document.documentElement;
  const page = document.getElementById("page");
  const { excerpt, id, shows, root: site, languages = "" } = page.dataset;
  const ask = async (file, since) => {
    const answer = await fetch(`${site}${file}?since=${since}`, { cache: "no-cache", credentials: "omit" });
    if (!answer.ok) throw answer.status;
    return answer;
  };
  let known;
  // Which version of the data this was printed from, or another in which it shows the same. Nothing in the excerpt says
  // so, so that an edit of something else leaves it as it is; where a cache has kept an old one, there is none.
  const find = () => (known ??= shows ? ask("parts.json", shows).then((answer) => answer.json()).then(({ version, parts }) => {
    if (parts[id ? `${excerpt}/${id}` : excerpt] === shows) page.dataset.version = version;
  }).catch(() => {}) : Promise.resolve());
  let program;
  const start = () => {
    if (program) return program;
    root.dataset.state = "loading";
    const ready = new Promise((done) =>
      new MutationObserver(() => root.dataset.state !== "loading" && done()).observe(root, { attributeFilter: ["data-state"] }));
    program = find()
      .then(() => import(new URL(app, document.baseURI)))
      .then(({ default: begin }) => begin({ module_or_path: new URL(wasm, document.baseURI) }))
      .then(() => ready)
      .catch((reason) => {
        root.dataset.state = "error";
        console.warn("The figures stay as they were printed.", reason);
        throw reason;
      });
    program.catch(() => {});
    return program;
  };
  // As web::version has it: of the text, without the mark that some editors put before it.
  const versionOf = (text) => {
    const bytes = new TextEncoder().encode(text);
    return `${bytes.length.toString(16)}-${(bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5) >>> 0).toString(16)}`;
  };
  const compare = async () => {
    await find();
    const { version } = page.dataset;
    if (!version) return start();
    const answer = await ask("data/dashboard.json", version);
    if (versionOf(await answer.text()) !== version) return start();
    if (!program) root.dataset.state = "ready";
  };
  const choices = new URLSearchParams(location.search);
  const spoken = choices.get("lang") ?? root.lang;
  const translated = spoken !== root.lang && languages.split(" ").includes(spoken);
  if (!shows || choices.has("source") || translated) start();
  else (window.requestIdleCallback ?? setTimeout)(() => compare().catch(() => program || (root.dataset.state = "error")), { timeout: 2000 });
  addEventListener("focusin", () => start());
  addEventListener("pointerover", ({ target }) => target.closest?.("a[role=doc-noteref], .mark, .switch") && start());
  // Whoever asks before the program is there is answered when it is, or else sent to the note.
  addEventListener("click", (event) => {
    const marker = event.target.closest?.("a[role=doc-noteref]");
    if (!marker || !event.isTrusted || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (program && root.dataset.state !== "loading") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // By then another page with newer figures may stand there.
    const href = marker.getAttribute("href");
    const alike = () => [...document.querySelectorAll("a[role=doc-noteref]")].filter((link) => link.getAttribute("href") === href);
    const place = alike().indexOf(marker);
    start().then(
      () => alike()[place]?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })),
      () => (location.hash = href),
    );
  }, true);
}
