// The page `figures.html`: sends the printed figures to the page around it, or if the data is newer has the program send them.
(async () => {
  const { version, figures } = JSON.parse(document.getElementById("figures").textContent);
  const newer = async () => {
    const answer = await fetch("data/dashboard.json", { cache: "no-cache", credentials: "omit", referrerPolicy: "no-referrer" });
    if (!answer.ok) return false;
    // The same hash as web::version: FNV-1a of the text without a byte order mark.
    const bytes = new TextEncoder().encode(await answer.text());
    const hash = bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5) >>> 0;
    return version !== `${bytes.length.toString(16)}-${hash.toString(16)}`;
  };
  if (await newer().catch(() => false)) location.replace("live.html?figures");
  else parent.postMessage({ type: "footnoted:figures", v: 1, figures }, "*");
})();
