// Footnoted: keeps the height of each frame of this site equal to the height of its content. It does nothing else.
(() => {
  const source = document.currentScript?.src;
  if (!source) return;
  const site = new URL(".", source).href;
  const frames = () => [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(site));
  addEventListener("message", ({ source, data }) => {
    if (!source || data?.type !== "footnoted:height" || data.v !== 1 || !(data.height > 0)) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame) return;
    // With `box-sizing: border-box` the height includes the border.
    const inside = getComputedStyle(frame).boxSizing !== "border-box";
    const edge = inside ? 0 : frame.offsetHeight - frame.clientHeight;
    frame.style.minHeight = 0;
    frame.style.height = `${Math.min(Math.max(data.height, 60), 60000) + edge}px`;
  });
  // Frames that loaded before this script have sent their height already: ask them again.
  for (const { contentWindow } of frames()) contentWindow?.postMessage({ type: "footnoted:ask", v: 1 }, "*");
})();
