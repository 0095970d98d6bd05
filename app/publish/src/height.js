// In a frame: tells the page around it its height, at first and after every change. It also scrolls to notes: a frame as high
// as its content cannot scroll by itself.
if (parent !== window) {
  const root = document.documentElement;
  let told = 0;
  // WordPress frames a pasted address with a secret in it, which it wants back with each message.
  let secret;
  const tellWordPress = (message, value) => secret && parent.postMessage({ message, value, secret }, "*");
  // WordPress makes no frame higher than 1,000 pixels: where that cuts the content, the picture scrolls in the room that is left.
  const fitPicture = () => {
    const picture = document.querySelector(".excerpt .frames");
    if (!secret || !innerWidth || !picture || document.querySelector("details[open], #evidence[data-open]")) return;
    picture.style.maxHeight = "";
    // Of heights that are no whole pixels, a rounded one would be a little too much.
    const [all, tall] = [root, picture].map((part) => part.getBoundingClientRect().height);
    if (all > 1000) picture.style.maxHeight = `${Math.max(Math.floor(tall - (all - 1000)), 240)}px`;
  };
  const tell = () => {
    secret = /[?&]secret=(\w+)/.exec(location.hash)?.[1] ?? secret;
    // A scroll bar takes room that is there as soon as the frame has its height. It may be left from an earlier height.
    root.style.overflow = "hidden";
    fitPicture();
    const { top, bottom } = root.getBoundingClientRect();
    // The evidence window may end below the content.
    const evidence = document.querySelector("#evidence[data-open]")?.getBoundingClientRect().bottom ?? bottom;
    const height = Math.ceil(Math.max(bottom, evidence) - top);
    root.style.overflow = "";
    // A page that is still loading is not measured; a hidden frame has no width.
    if (document.readyState === "loading" || !innerWidth || !height || height === told) return;
    told = height;
    tellWordPress("height", height);
    parent.postMessage({ type: "footnoted:height", v: 1, height }, "*");
  };
  const tellAgain = () => {
    told = 0;
    tell();
  };
  new ResizeObserver(tell).observe(root);
  for (const moment of ["DOMContentLoaded", "load", "pageshow", "hashchange"]) addEventListener(moment, tellAgain);
  // After the evidence window has been placed again, which some browsers do a moment later.
  for (const moment of ["resize", "toggle"]) addEventListener(moment, () => [0, 200].forEach((wait) => setTimeout(tell, wait)), true);
  document.fonts.ready.then(tell);
  addEventListener("message", ({ source, data }) => {
    if (source === parent && ((data?.type === "footnoted:ask" && data.v === 1) || (secret && data?.message === "ready"))) tellAgain();
  });
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    // WordPress allows a frame no new window, but follows a link to the frame's own site: to the page, which has the article.
    if (secret && link?.target === "_blank" && !event.defaultPrevented) {
      event.preventDefault();
      const home = new URL(document.querySelector(".colophon a").href);
      const note = link.closest("#evidence")?.querySelector('a[href^="#"]')?.hash ?? link.closest("li[id]")?.id;
      if (note && link.host !== home.host) home.hash = note;
      tellWordPress("link", link.host === home.host ? link.href : home.href);
    }
    const id = link?.getAttribute("href").startsWith("#") && link.getAttribute("href").slice(1);
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
