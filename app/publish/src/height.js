// In a frame: tells the page around it its height, at first and after every change. It also scrolls to notes: a frame as high
// as its content cannot scroll by itself.
if (parent !== window) {
  const root = document.documentElement;
  let told = 0;
  const tell = () => {
    const { top, bottom } = root.getBoundingClientRect();
    // The evidence window may end below the content.
    const evidence = document.querySelector("#evidence[data-open]")?.getBoundingClientRect().bottom ?? bottom;
    const height = Math.ceil(Math.max(bottom, evidence) - top);
    // A page that is still loading is not measured; a hidden frame has no width.
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
  // After the evidence window has been placed again, which some browsers do a moment later.
  for (const moment of ["resize", "toggle"]) addEventListener(moment, () => [0, 200].forEach((wait) => setTimeout(tell, wait)), true);
  document.fonts.ready.then(tell);
  addEventListener("message", ({ source, data }) => {
    if (source === parent && data?.type === "footnoted:ask" && data.v === 1) tellAgain();
  });
  addEventListener("click", (event) => {
    const id = event.target.closest?.('a[href^="#"]')?.getAttribute("href").slice(1);
    // After the other click handlers.
    setTimeout(() => {
      const place = document.getElementById(id);
      if (event.defaultPrevented || !place) return;
      for (let folded; (folded = place.closest("details:not([open])")); ) folded.open = true;
      const fits = place.getBoundingClientRect().height < screen.height / 2;
      place.scrollIntoView({ block: fits ? "center" : "start" });
    });
  });
}
