// The state of the page in its address, behind `#`: names and values as in a query, so that a link opens the same picture.

/** @returns {URLSearchParams} */
export const readFragment = () => new URLSearchParams(window.location.hash.slice(1));

/** Put values into the address, in place of those that it had; null takes one out. No step back is added. @param {Record<string, string | null>} values */
export function writeFragment(values) {
  const state = readFragment();
  for (const [name, value] of Object.entries(values)) {
    if (value === null) state.delete(name);
    else state.set(name, value);
  }
  window.history.replaceState(window.history.state, "", `#${state}`);
}
