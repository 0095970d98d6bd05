// Leads to the excerpt that the address asks for, where it was printed. What is not in the lists of this page is drawn
// from the live data, if it is there.
{
  const asked = new URLSearchParams(location.search);
  const kind = ["chart", "figure", "embed"].find((name) => asked.has(name));
  const id = asked.get(kind);
  const lists = [...document.querySelectorAll(".ids a")];
  if (kind === "embed" || lists.some((link) => link.getAttribute("href").includes(`?${kind}=${id}#`))) {
    const file = { chart: `embed/${id}`, figure: `embed/figure/${id}`, embed: "embed" }[kind];
    document.documentElement.hidden = true;
    location.replace(`${file}.html${location.search}${location.hash}`);
  }
}
