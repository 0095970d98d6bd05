// What WordPress runs on a page with the answer to a pasted address, in words of our own: it gives the frame the height that the
// frame asks for with its secret, shows it instead of the words before it, and follows links to the frame's site.
addEventListener("message", ({ source, data }) => {
  if (!data?.secret || /[^a-zA-Z0-9]/.test(data.secret)) return;
  for (const words of document.querySelectorAll(`blockquote[data-secret="${data.secret}"]`)) words.style.display = "none";
  for (const frame of document.querySelectorAll(`iframe[data-secret="${data.secret}"]`)) {
    if (source !== frame.contentWindow) continue;
    frame.removeAttribute("style");
    if (data.message === "height") frame.height = Math.max(Math.min(parseInt(data.value, 10), 1000), 200);
    if (data.message === "link" && new URL(data.value).host === new URL(frame.src).host && document.activeElement === frame) window.followed = data.value;
  }
});
const tellFrames = () => {
  for (const frame of document.querySelectorAll("iframe.wp-embedded-content")) frame.contentWindow.postMessage({ message: "ready", secret: frame.dataset.secret }, "*");
};
addEventListener("DOMContentLoaded", tellFrames);
addEventListener("load", tellFrames);
