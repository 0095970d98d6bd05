// Fetches all files that the page links for download, six at a time. Returns their number and the missing ones.
const addresses = [...document.querySelectorAll("a[href]")]
  .filter((link) => link.hasAttribute("download") || /^(cite|share)[/]/.test(link.getAttribute("href")))
  .map((link) => new URL(link.getAttribute("href"), document.baseURI).href.split("#")[0]);
const waiting = [...new Set(addresses)];
const count = waiting.length;
const missing = [];
const ask = async () => {
  for (let address = waiting.pop(); address; address = waiting.pop()) {
    const answer = await fetch(address).catch(() => null);
    const bytes = answer?.ok ? (await answer.arrayBuffer()).byteLength : 0;
    if (bytes === 0) missing.push(`${decodeURIComponent(new URL(address).pathname)} (${answer ? `status ${answer.status}, ${bytes} bytes` : "no response"})`);
  }
};
await Promise.all(Array.from({ length: 6 }, ask));
return [count, missing.sort()];
