// Footnoted: puts the current value and notes into each <footnoted-figure>. If that fails, its text stays.
(() => {
  const source = document.currentScript?.src;
  if (!source || customElements.get("footnoted-figure")) return;
  // A page of the site sends the figures from a hidden temporary frame: unlike a request of this page for the data, its request
  // has no `Origin`, which would name this page's site.
  const load = (site) =>
    new Promise((done, fail) => {
      const frame = document.createElement("iframe");
      const hear = ({ source, data }) => {
        if (source === frame.contentWindow && data?.type === "footnoted:figures" && data.v === 1) end(done, data.figures);
      };
      const end = (settle, result) => {
        removeEventListener("message", hear);
        frame.remove();
        settle(result);
      };
      Object.assign(frame, { hidden: true, sandbox: "allow-scripts", referrerPolicy: "no-referrer" });
      frame.src = `${site}figures.html`;
      addEventListener("message", hear);
      setTimeout(() => end(fail), 30000);
      document.body.append(frame);
    });
  // Word processors replace the quotation marks of a pasted attribute with curly ones, which become part of its value.
  const named = (home, name) => home.getAttribute(name)?.replace(/^[\s“”„«»‘’″]+|[\s“”„«»‘’″]+$/g, "");
  const linked = (address, words) => {
    const a = document.createElement("a");
    a.append(words);
    a.href = address;
    a.style.color = "inherit";
    return a;
  };
  const fill = (home, { words, unit, remark, notes }, site) => {
    const pasted = home.querySelector("a");
    const value = [words, home.hasAttribute("unit") && unit, remark && `(${remark})`].filter(Boolean).join(" ");
    const page = pasted?.href || `${site}#figure-${named(home, "figure")}`;
    // Isolate the parts: the sentence around them may be right-to-left.
    const apart = (part, element) => {
      if (pasted?.lang) element.lang = pasted.lang;
      element.dir = pasted?.dir || "auto";
      element.append(part);
      return element;
    };
    const parts = [apart(linked(page, value), document.createElement("bdi"))];
    for (const { number, words, link } of notes) {
      // The page around it may have notes with the same numbers.
      const a = linked(new URL(link, site), `[F${number}]`);
      Object.assign(a, { title: words, target: "_blank", rel: "noopener noreferrer" });
      a.setAttribute("aria-label", `F${number}: ${words}`);
      const note = apart(a, document.createElement("sup"));
      note.style.lineHeight = 0;
      parts.push(" ", note);
    }
    home.attachShadow({ mode: "open" }).append(...parts);
  };
  const sites = {};
  class Figure extends HTMLElement {
    connectedCallback() {
      // The attribute is the address of a folder, with or without a slash at its end, or of the page in it.
      const folder = named(this, "site")?.replace(/\/?([^/]*\.html)?$/, "/");
      let site;
      try {
        site = new URL(".", new URL(folder ?? source, document.baseURI)).href;
      } catch {
        return;
      }
      (sites[site] ??= load(site))
        .then((figures) => this.shadowRoot || fill(this, figures[named(this, "figure")], site))
        .catch(() => {});
    }
  }
  customElements.define("footnoted-figure", Figure);
})();
