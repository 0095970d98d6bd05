// Footnoted: gives each frame of this site the height of its content, and the boxes that are only around such a frame. It changes
// nothing else.
(() => {
  // The address of this script says which frames are of its site. In one file with other scripts, as a module or under another
  // name it does not: then our frames are those with an address as only ours have.
  const script = document.currentScript?.src.split(/[?#]/)[0] ?? "";
  const site = script.endsWith("/embed.js") ? script.slice(0, -8) : "";
  const address = /^([^?#]*\/)(embed(\/[^?#]+)?\.html|v\/o\/[^/?#]+\.html|live\.html|(index\.html)?\?([^#]*&)?(chart|figure|embed)\b)/;
  const folder = ({ src }) => (site && src.startsWith(site) ? site : !site && address.exec(src)?.[1]);
  const frames = () => [...document.querySelectorAll("iframe")].filter(folder);

  // A page has this script once for each frame. One listener is enough; a symbol is not visible to other scripts.
  const running = Symbol.for(`footnoted:embed ${site}`);
  // Frames that loaded before this script have sent their height already: ask them again.
  const ask = () => frames().forEach(({ contentWindow }) => contentWindow?.postMessage({ type: "footnoted:ask", v: 1 }, "*"));
  if (window[running]) return window[running]();
  window[running] = ask;

  const set = (element, values) => {
    for (const name in values) element.style.setProperty(name, values[name], "important");
  };
  const free = { "min-height": "0", "max-height": "none" };
  const unshaped = { ...free, height: "auto", "aspect-ratio": "auto" };

  // Whether a box has nothing but this part in it, apart from the lines of our snippet, which have a link to the site.
  const isOnlyAround = (box, part, home) => {
    const seen = "iframe, img, video, audio, picture, svg, canvas, object, embed, input, button, select, textarea";
    const isNothing = (node) => {
      if (node === part || node.nodeType === Node.COMMENT_NODE) return true;
      if (node.nodeType !== Node.ELEMENT_NODE) return !node.textContent.trim();
      if (node.matches("script, style, link, template")) return true;
      const links = [...node.querySelectorAll("a[href]")];
      return !node.matches(seen) && !node.querySelector(seen) && (!node.textContent.trim() || links.some(({ href }) => href.startsWith(home)));
    };
    return box && box !== document.body && box !== document.documentElement && [...box.childNodes].every(isNothing);
  };

  // Sites give frames a shape by boxes with a padding, an aspect ratio or a height, which a frame of another height fills in
  // part, or reaches out of.
  const fitBoxes = (frame, home) => {
    for (let part = frame, box; isOnlyAround((box = part.parentElement), part, home); part = box) {
      if (/absolute|fixed/.test(getComputedStyle(part).position)) {
        // The box that it is placed in has no height of its own. Boxes between the two, as ours, are placed instead of it.
        let placed = part;
        while (isOnlyAround(box, placed, home) && getComputedStyle(box).position === "static") [placed, box] = [box, box.parentElement];
        if (!isOnlyAround(box, placed, home)) return;
        if (placed !== part) {
          set(part, { position: "static" });
          set(placed, { position: "absolute", inset: "0 0 auto" });
        }
        if (placed !== frame) set(placed, unshaped);
        set(box, { ...unshaped, "padding-top": "0", "padding-bottom": "0", height: `${placed.offsetHeight}px` });
        continue;
      }
      const { paddingTop, paddingBottom, aspectRatio } = getComputedStyle(box);
      const isPadded = parseFloat(paddingTop) + parseFloat(paddingBottom) > box.offsetWidth / 5;
      const isCut = part.getBoundingClientRect().bottom > box.getBoundingClientRect().bottom + 1;
      if (isPadded) set(box, { "padding-top": "0", "padding-bottom": "0" });
      if (isPadded || isCut || aspectRatio !== "auto") set(box, unshaped);
    }
  };

  // The height that each frame got, and how often the page has set another one since.
  const given = new WeakMap();
  const watch = (frame) => {
    const state = { height: "", changes: 0 };
    given.set(frame, state);
    new MutationObserver((_, observer) => {
      const { height } = frame.style;
      if (!height || height === state.height) return;
      state.changes += 1;
      // The page insists: the frame scrolls.
      if (state.changes > 1) observer.disconnect();
      else set(frame, { height: state.height });
      fitBoxes(frame, folder(frame));
    }).observe(frame, { attributeFilter: ["style"] });
    return state;
  };

  addEventListener("message", ({ source, data }) => {
    if (!source || data?.type !== "footnoted:height" || data.v !== 1 || !(data.height > 0)) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame) return;
    const state = given.get(frame) ?? watch(frame);
    if (state.changes > 1) return;
    // With `box-sizing: border-box` the height includes the border.
    const { boxSizing } = getComputedStyle(frame);
    const edge = boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
    state.height = `${Math.min(Math.max(data.height, 60), 60000) + edge}px`;
    set(frame, { ...free, height: state.height });
    // In the answer to an address (oEmbed) the figures in words are before the frame, for pages without frames.
    const words = (frame.closest("div.footnoted") ?? frame).previousElementSibling;
    if (words?.matches("blockquote.footnoted")) set(words, { display: "none" });
    fitBoxes(frame, folder(frame));
  });
  ask();
})();
