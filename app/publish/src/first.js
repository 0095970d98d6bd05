// Before the first paint: applies the colours of the address, and leads to the excerpt that it names.
{
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const theme = asked.get("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  if (["chart", "figure", "embed"].some((name) => asked.has(name))) {
    root.hidden = true;
    location.replace("live.html" + location.search + location.hash);
  }
}
