/** Which sentence a click asks for. */

const NOT_A_WISH_TO_HEAR = "a, button, input, select, summary, audio";

/** Null where the click is the page's own, or the end of selecting. @param {MouseEvent} event */
export function sentenceAt(event) {
  const clicked = /** @type {Element} */ (event.target);
  const sentence = clicked.closest("[data-n]");
  const selecting = !getSelection()?.isCollapsed || event.detail > 1;
  const modified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  if (!(sentence instanceof HTMLElement) || selecting || modified || clicked.closest(NOT_A_WISH_TO_HEAR)) return null;
  return Number(sentence.dataset.n);
}
