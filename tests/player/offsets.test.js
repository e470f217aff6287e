import assert from "node:assert/strict";
import { test } from "node:test";
import { everyOther, points, units } from "../../readerapp/web/static/js/offsets.js";

test("a letter outside the first plane is one code point and two units", () => {
  assert.equal(points("a😀b"), 3);
  assert.deepEqual(
    [0, 1, 2, 3].map((point) => units("a😀b", point)),
    [0, 1, 3, 4],
  );
});

test("past the end is the end", () => {
  assert.equal(units("abc", 99), 3);
});

test("every other syllable of each word, counted anew in each", () => {
  const text = "Biblioteket är öppet";
  const found = everyOther(text, [3, 5, 6, 8, 17]);
  assert.deepEqual(
    found.map(([start, end]) => text.slice(start, end)),
    ["li", "te", "pet"].map((part) => part),
  );
});
