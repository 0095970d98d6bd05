// Adds the fragment that marks the newer editions, if the address lost it.
{
  const since = new URLSearchParams(location.search).get("since");
  if (since && !location.hash) location.replace(`#${encodeURIComponent(since)}`);
}
