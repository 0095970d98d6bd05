// Starts the program once the page is there and painted. When that cannot be had or cannot run, the page stays as it
// is, complete. It also lays out what the style sheet puts off: at once where somebody types, selects or prints, else
// step by step, when the reader has had time to look and the browser has nothing else to do.
{
  const { app, wasm } = document.currentScript.dataset;
  const idle = window.requestIdleCallback ?? setTimeout;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const start = () =>
    import(new URL(app, document.baseURI))
      .then((program) => program.default({ module_or_path: new URL(wasm, document.baseURI) }))
      .catch((reason) => console.warn("The figures stay as they were printed.", reason));
  const finish = () => (document.documentElement.dataset.laidOut = "");
  const layOut = ([step, ...rest]) => {
    if (!step) return finish();
    for (const part of step) part.style.contentVisibility = "visible";
    // Not two steps in one frame: on a slow phone each takes as long as a frame may. Unseen pages have no frames.
    (document.hidden ? setTimeout : requestAnimationFrame)(() => idle(() => layOut(rest)));
  };
  const rest = () => {
    const figures = all(".section:not(.lead) .figure");
    layOut([figures, ...all(".chart").map((chart) => [chart]), ...all(".notes > li").map((note) => [note])]);
  };
  const begin = () => {
    start();
    setTimeout(() => idle(rest), 3000);
  };
  for (const need of ["keydown", "selectstart", "beforeprint"]) addEventListener(need, finish, { once: true });
  if (document.readyState === "complete") idle(begin);
  else addEventListener("load", () => idle(begin));
}
