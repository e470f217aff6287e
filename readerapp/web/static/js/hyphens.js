/** Hyphens at the end of the line where the browser has no patterns for the text's language, and long words would be broken
 * anywhere. A hyphen is drawn by the style sheet, in an empty element: what is copied, searched for and lit is the text.
 */

const SETTLED_MS = 200;
const ASKED_AT_ONCE = 40;
/** Shorter words find room in any line. Each part counts for itself in a word that has hyphens of its own, seen only where
 * they are wanted: it may be too long for a line, too. What follows it must not begin a line. */
const LONG = /(\p{L}{8,60})[\p{Po}\p{Pe}\p{Pf}]*/gu;
const OWN = "\u00ad";
const SKIPPED = "lyssna-player, code, select, textarea, script, style";

/** @typedef {{range: Range, language: string, word: string, own: boolean}} Word whether it is part of one with own hyphens */

/** Where words may be parted, by language and word. @type {Map<string, number[]>} */
const places = new Map();
let waiting = 0;
let turn = Promise.resolve();

new ResizeObserver(() => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    turn = turn.then(partWords); // one after another: each splits the texts that the next one looks at
  }, SETTLED_MS);
}).observe(document.body);

async function partWords() {
  const broken = unhyphenated(brokenWords());
  if (!broken.length) return;
  try {
    await learn(broken);
  } catch {
    return; // asked again when the page has another size
  }
  // From the end, so that no word stands in a text that was split before.
  for (const { range, language, word } of broken.reverse()) {
    if (String(range) !== word) continue; // another text stands there by now
    const inside = places.get(key(language, word)) ?? [];
    for (const place of inside.filter((at) => at >= 2 && at <= word.length - 2).reverse()) hyphen(range, place);
  }
  document.dispatchEvent(new Event("lyssna-text"));
}

/** @param {string} language @param {string} word */
function key(language, word) {
  return `${language} ${word}`;
}

/** Ask the service where words may be parted that it has not been asked for. @param {Word[]} words */
async function learn(words) {
  for (const language of new Set(words.map((each) => each.language))) {
    const unknown = words.filter((each) => each.language === language && !places.has(key(language, each.word)));
    const asked = [...new Set(unknown.map(({ word }) => word))];
    for (let from = 0; from < asked.length; from += ASKED_AT_ONCE) {
      const some = asked.slice(from, from + ASKED_AT_ONCE);
      const address = new URL(document.body.dataset.syllables ?? "", location.href);
      address.search = String(new URLSearchParams([["language", language], ...some.map((word) => ["word", word])]));
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(String(answer.status));
      /** @type {number[][]} */
      const told = await answer.json();
      for (const [i, word] of some.entries()) places.set(key(language, word), told[i]);
    }
  }
}

/** The long words in sight that stand on more than one line, with what belongs to their end. */
function brokenWords() {
  /** @type {Word[]} */
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = /** @type {Text} */ (texts.currentNode);
    const words = [...text.data.matchAll(LONG)];
    const within = text.parentElement;
    if (!words.length || !within?.checkVisibility() || within.closest(SKIPPED)) continue;
    const language = within.closest("[lang]")?.getAttribute("lang") ?? "";
    for (const { 0: all, 1: word, index } of words) {
      const [end, behind] = [index + word.length, text.data[index - 1] === OWN];
      // What is behind a hyphen begins, for Chromium, with that.
      if (lines(part(text, index + Number(behind), index + all.length)) === 1) continue;
      const own = behind || text.data[end] === OWN;
      found.push({ range: part(text, index, end), language, word, own });
    }
  }
  return found;
}

/** @param {Text} text @param {number} start @param {number} end */
function part(text, start, end) {
  const range = new Range();
  range.setStart(text, start);
  range.setEnd(text, end);
  return range;
}

/** @param {Range} range */
function lines(range) {
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
}

/** Those of the words in which the browser finds no place for a hyphen, or looks for none: where there are own ones. It may
 * in some: Firefox leaves those with a capital letter whole. All are tried at once, in a column that is too narrow for any.
 * @param {Word[]} words */
function unhyphenated(words) {
  const column = document.createElement("div");
  column.className = "lyssna-tried";
  for (const { language, word } of words) {
    const tried = document.createElement("div");
    tried.lang = language;
    tried.textContent = word;
    column.append(tried);
  }
  document.body.append(column);
  const whole = [...column.children].map((word) => {
    const range = new Range();
    range.selectNodeContents(word);
    return lines(range) === 1;
  });
  column.remove();
  return words.filter(({ own }, i) => own || whole[i]);
}

/** @param {Range} range of a word in one text @param {number} place before which a hyphen may stand */
function hyphen(range, place) {
  const drawn = document.createElement("span");
  drawn.className = "lyssna-hyphen";
  const at = new Range();
  at.setStart(range.startContainer, range.startOffset + place);
  at.insertNode(drawn);
}
