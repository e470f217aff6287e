/** Addresses that name a sentence: the one that the visitor came with, one to give away, one to report a word in it. */

/** The sentence that the page's address names, as in #s17: once, so that whoever stopped can begin at the beginning. */
export class Linked {
  #known;
  #used = false;

  /** @param {(n: number) => boolean} known @param {AbortSignal} signal */
  constructor(known, signal) {
    this.#known = known;
    addEventListener("hashchange", () => (this.#used = false), { signal });
  }

  take() {
    const named = /^#s(\d+)$/.exec(location.hash);
    if (!named || this.#used || !this.#known(Number(named[1]))) return null;
    this.#used = true;
    return Number(named[1]);
  }
}

/** The address of a sentence, for others: by what it says where the page tells, else by its number.
 * @param {Element} player with its share attribute @param {Element} text @param {number} n */
export function linkTo(player, text, n) {
  const id = text.querySelector(`[data-n="${n}"]`)?.getAttribute("data-s");
  const share = player.getAttribute("share");
  return new URL(id && share ? `${share}&sentence=${id}` : `#s${n}`, location.href).href;
}

/** Whether the clipboard took it; where that is forbidden it is put in the address bar. @param {string} link */
export async function copyLink(link) {
  try {
    await navigator.clipboard.writeText(link);
    return true;
  } catch {
    history.replaceState(null, "", link);
    return false;
  }
}

/** Put sentence and word on the link to the form, just before it is followed.
 * @param {HTMLAnchorElement} link @param {string | null} form @param {number} n @param {string} word */
export function addReport(link, form, n, word) {
  const address = new URL(form ?? "", location.href);
  address.searchParams.set("n", String(n));
  address.searchParams.set("word", word);
  link.href = address.href;
}

/** Whether the press that led here asks to hear the page at once; told once, so that loading it anew stays silent. */
export function heardAtOnce() {
  if (location.hash !== "#play") return false;
  history.replaceState(history.state, "", location.pathname + location.search);
  return true;
}
