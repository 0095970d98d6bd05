// When the page is there and painted: lays out what the style sheet put off, part by part, and then starts the program.
// When that cannot be had or cannot run, the page stays as it is, complete.
{
  const { app, wasm } = document.currentScript.dataset;
  const idle = window.requestIdleCallback ?? setTimeout;
  const start = () =>
    import(new URL(app, document.baseURI))
      .then((program) => program.default({ module_or_path: new URL(wasm, document.baseURI) }))
      .catch((reason) => console.warn("The figures stay as they were printed.", reason));
  const layOut = (sheet, [part, ...rest]) => {
    if (!part) return start();
    sheet.insertRule(`#${CSS.escape(part.id)} { content-visibility: visible }`);
    part.getBoundingClientRect();
    idle(() => layOut(sheet, rest));
  };
  const begin = () => {
    if (!CSS.supports("content-visibility", "auto")) return start();
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
    layOut(sheet, [...document.querySelectorAll(".section:not(.lead) .figure, .chart, .notes > li")]);
  };
  if (document.readyState === "complete") idle(begin);
  else addEventListener("load", () => idle(begin));
}
