/** How the page looks to this visitor: attributes of the page (data-…), remembered in this browser; early.js puts them back. */

const KEY = "lyssna-looks";

/** @param {string} name */
export function look(name) {
  return document.documentElement.getAttribute(`data-${name}`) ?? "";
}

/** An empty value is the usual one. @param {string} name @param {string} value */
export function chooseLook(name, value) {
  if (value) document.documentElement.setAttribute(`data-${name}`, value);
  else document.documentElement.removeAttribute(`data-${name}`);
  const { [name]: _, ...others } = kept();
  keep(value ? { ...others, [name]: value } : others);
  document.dispatchEvent(new CustomEvent("lyssna-look", { detail: { name } }));
}

/** All as it usually is. */
export function forgetLooks() {
  for (const name of Object.keys(kept())) chooseLook(name, "");
}

// Storage may be forbidden or full, or hold nonsense; then nothing is remembered.
/** @returns {Record<string, string>} */
function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return found && typeof found === "object" ? found : {};
  } catch {
    return {};
  }
}

/** @param {Record<string, string>} looks */
function keep(looks) {
  try {
    localStorage.setItem(KEY, JSON.stringify(looks));
  } catch {
    // as above
  }
}
