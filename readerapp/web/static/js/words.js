/** What the player says where the page gives it no words of its own (attribute `words`, JSON). */

export const WORDS = {
  listen: "Listen to the page",
  pause: "Pause",
  goOn: "Go on listening",
  player: "Reading aloud",
  previous: "Previous sentence",
  next: "Next sentence",
  previousParagraph: "Previous paragraph",
  nextParagraph: "Next paragraph",
  previousHeading: "Previous heading",
  nextHeading: "Next heading",
  stop: "Stop",
  repeat: "Hear the sentence again",
  selection: "What is selected",
  selected: "Hear the selection",
  onwards: "Read on from here",
  report: "Report a wrongly read word",
  more: "More controls",
  anywhere: "Or choose a sentence in the text to begin there.",
  fold: "Fold the player away",
  unfold: "Show the whole player",
  toTop: "Move the player to the top",
  toBottom: "Move the player to the bottom",
  speed: "Speed",
  volume: "Volume",
  single: "Pause after each sentence",
  shortcuts: "Keyboard shortcuts",
  keys: "Use these keys on the whole page",
  toggle: "Play and pause",
  slower: "Slower",
  faster: "Faster",
  shiftKey: "Shift",
  usualKeys: "The usual keys again",
  pressKeys: "Press the new keys …",
  needsModifier: "Hold down Alt, Ctrl or Cmd together with another key.",
  slider: "Place in the page",
  link: "Copy a link to this sentence",
  retry: "Try again",
  reopen: "Open the page again",
  again: "Listen again",
  follow: "Follow the reading",
  sentence: "Sentence {number} of {total}",
  clock: "{time} of {length}",
  resume: "Go on from sentence {number} of {total}",
  waiting: "The sentence is on its way …",
  ended: "The page has been read to the end.",
  copied: "The link to the sentence is copied.",
  addressed: "The link to the sentence is in the address bar.",
  elsewhere: "Paused: another page reads aloud.",
  reach: "Press Enter to hear the page from here, left and right arrow for other sentences.",
  fault: "The sound could not be fetched.",
  advice: "Check the connection and try again.",
  comesBack: "The reading goes on when the connection is back.",
};

/** @typedef {typeof WORDS} Words */

/** @param {string | null} given JSON @returns {Words} */
export function wordsOf(given) {
  return given ? { ...WORDS, ...JSON.parse(given) } : WORDS;
}

/** A text with its places in braces filled. @param {string} text @param {Record<string, string | number>} values */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
