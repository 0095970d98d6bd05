// Redirects to the printed excerpt that the address names. Other parts are drawn from the live data, if they exist.
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
