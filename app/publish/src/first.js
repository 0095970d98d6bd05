// Before anything is painted: the colours that the address asks for, and the way to the excerpt that it asks for.
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
