// Loads a page again when what it shows has changed. `cargo xtask serve` puts this at the end of each page.
{
  const { edits, pressings } = document.currentScript.dataset;
  // A page that fetches the data by itself shows an edit as soon as it is loaded again; all others have to be printed anew.
  const live = document.querySelector("script[data-app]") !== null;
  const ask = async () => {
    const answer = await fetch("/-/changes").then((answer) => answer.json()).catch(() => null);
    const changed = answer && (live ? `${answer.edits}` !== edits : `${answer.pressings}` !== pressings);
    if (changed) location.reload();
    else setTimeout(ask, 300);
  };
  // A page within another is loaded with it.
  if (parent === window) ask();
}
