// In a frame: tells the page around this how high it is, when it is there and whenever that changes. And leads to notes:
// a frame that is as high as its content has nothing to scroll by itself.
if (parent !== window) {
  const root = document.documentElement;
  let told = 0;
  const tell = () => {
    const { top, bottom } = root.getBoundingClientRect();
    // What lies over the content may end below it.
    const evidence = document.querySelector("#evidence[data-open]")?.getBoundingClientRect().bottom ?? bottom;
    const height = Math.ceil(Math.max(bottom, evidence) - top);
    // What is half read grows still; what is not shown, as in a folded part of the page, has no width.
    if (document.readyState === "loading" || !innerWidth || !height || height === told) return;
    told = height;
    parent.postMessage({ type: "footnoted:height", v: 1, height }, "*");
  };
  const tellAgain = () => {
    told = 0;
    tell();
  };
  new ResizeObserver(tell).observe(root);
  for (const moment of ["DOMContentLoaded", "load", "pageshow"]) addEventListener(moment, tellAgain);
  // When whatever lies over the content has found its place again.
  for (const moment of ["resize", "toggle"]) addEventListener(moment, () => setTimeout(tell), true);
  document.fonts.ready.then(tell);
  addEventListener("message", ({ source, data }) => {
    if (source === parent && data?.type === "footnoted:ask" && data.v === 1) tellAgain();
  });
  addEventListener("click", (event) => {
    const id = event.target.closest?.('a[href^="#"]')?.getAttribute("href").slice(1);
    // When everybody else has had their say.
    setTimeout(() => {
      const place = document.getElementById(id);
      if (event.defaultPrevented || !place) return;
      for (let folded; (folded = place.closest("details:not([open])")); ) folded.open = true;
      const fits = place.getBoundingClientRect().height < screen.height / 2;
      place.scrollIntoView({ block: fits ? "center" : "start" });
    });
  });
}
