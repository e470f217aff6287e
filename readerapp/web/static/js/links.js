/** The address of a sentence, for others: by what it says where the page tells, else by its number. */

/** @param {Element} player with its share attribute @param {Element} text @param {number} n */
export function linkTo(player, text, n) {
  const id = text.querySelector(`[data-n="${n}"]`)?.getAttribute("data-s");
  const share = player.getAttribute("share");
  return new URL(id && share ? `${share}&sentence=${id}` : `#s${n}`, location.href).href;
}
