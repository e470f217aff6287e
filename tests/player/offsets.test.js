import assert from "node:assert/strict";
import { test } from "node:test";
import { points, units } from "../../readerapp/web/static/js/offsets.js";

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
