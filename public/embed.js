// Footnoted: gives each frame of this site the height of what is in it, now and later. It does nothing else.
(() => {
  const source = document.currentScript?.src;
  if (!source) return;
  const site = new URL(".", source).href;
  const frames = () => [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(site));
  addEventListener("message", ({ source, data }) => {
    if (!source || data?.type !== "footnoted:height" || data.v !== 1 || !(data.height > 0)) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame) return;
    // Some sites count the edge of a frame as a part of its height.
    const inside = getComputedStyle(frame).boxSizing !== "border-box";
    const edge = inside ? 0 : frame.offsetHeight - frame.clientHeight;
    frame.style.minHeight = 0;
    frame.style.height = `${Math.min(Math.max(data.height, 60), 60000) + edge}px`;
  });
  // Those that were there before this script have told their height to nobody.
  for (const { contentWindow } of frames()) contentWindow?.postMessage({ type: "footnoted:ask", v: 1 }, "*");
})();
