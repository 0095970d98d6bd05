// Keeps an excerpt up to date. Its content is complete without this script. A page that only redirects is hidden and loads nothing.
const { excerpt, id, shows, languages = "" } = printed();
let known;
// Which version of the data this was printed from, or another in which it shows the same. Nothing in the excerpt says so,
// so that an edit of something else leaves it as it is; where a cache has kept an old one, there is none.
prepare = () => (known ??= (async () => {
  if (!shows) return;
  try {
    const answer = await fetch(`${printed().root}parts.json?since=${shows}`, { cache: "no-cache", credentials: "omit" });
    const { version, parts } = await answer.json();
    if (parts[id ? `${excerpt}/${id}` : excerpt] === shows) printed().version = version;
  } catch {
    // Then all that can be done is to draw it anew.
  }
})());
const spoken = choices.get("lang") ?? root.lang;
const translated = spoken !== root.lang && languages.split(" ").includes(spoken);
if (root.hidden) over = true;
else if (!shows || translated) start(true);
else if (choices.has("source")) start();
// On another site no problems are reported.
else compareWhenIdle(() => program || (root.dataset.state = "error"));
