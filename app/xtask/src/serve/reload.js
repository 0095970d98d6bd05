// Reloads the page when its data or its files have changed. `cargo xtask serve` adds this script to each page.
{
  const { edits, pressings } = document.currentScript.dataset;
  // A page that fetches the data by itself shows an edit after a reload; all other pages must be printed again first.
  const live = document.querySelector("script[data-app]") !== null;
  const ask = async () => {
    const answer = await fetch("/-/changes").then((answer) => answer.json()).catch(() => null);
    const changed = answer && (live ? `${answer.edits}` !== edits : `${answer.pressings}` !== pressings);
    if (changed) location.reload();
    else setTimeout(ask, 300);
  };
  // Only the top page polls: a frame reloads with the page that contains it.
  if (parent === window) ask();
}
