// Footnoted: puts the current value and notes into each <footnoted-figure>. If that fails, its text stays.
(() => {
  const source = document.currentScript?.src;
  if (!source || customElements.get("footnoted-figure")) return;
  const get = async (address) => {
    const found = await fetch(address, { cache: "no-cache", credentials: "omit", referrerPolicy: "no-referrer" });
    if (!found.ok) throw found.status;
    return found.text();
  };
  // If the data is newer than figures.json, the program of the site formats it, in a hidden temporary frame.
  const ask = (site) =>
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
      frame.src = `${site}live.html?figures`;
      addEventListener("message", hear);
      setTimeout(() => end(fail), 30000);
      document.body.append(frame);
    });
  const load = async (site) => {
    const [printed, data] = await Promise.all(["figures.json", "data/dashboard.json"].map((file) => get(site + file)));
    const { version, figures } = JSON.parse(printed);
    // The same hash as web::version: FNV-1a of the text without a byte order mark.
    const bytes = new TextEncoder().encode(data);
    const hash = bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5) >>> 0;
    return version === `${bytes.length.toString(16)}-${hash.toString(16)}` ? figures : ask(site);
  };
  const fill = (home, { words, unit, remark, notes }, site) => {
    // Isolate the value: the sentence around it may be right-to-left.
    const value = document.createElement("bdi");
    value.append([words, home.hasAttribute("unit") && unit, remark && `(${remark})`].filter(Boolean).join(" "));
    const parts = [value];
    for (const { number, words, link } of notes) {
      const note = document.createElement("sup");
      const a = document.createElement("a");
      Object.assign(a, { textContent: number, title: words, target: "_blank", rel: "noopener noreferrer" });
      a.href = new URL(link, site);
      a.setAttribute("aria-label", `${number}: ${words}`);
      a.style.color = "inherit";
      note.style.lineHeight = 0;
      note.append(" ", a);
      parts.push(note);
    }
    home.attachShadow({ mode: "open" }).append(...parts);
  };
  // Word processors replace the quotation marks of a pasted attribute with curly ones, which become part of its value.
  const named = (home, name) => home.getAttribute(name)?.replace(/^[\s“”„«»‘’″]+|[\s“”„«»‘’″]+$/g, "");
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
