import assert from "node:assert/strict";
import { test } from "node:test";
import { Outline } from "../../readerapp/web/static/js/outline.js";

// sentences 0 | 1 2 | 3 | 4 5 6, where 0 and 3 are headings
const outline = new Outline(
  [0, 1, 1, 2, 3, 3, 3].map((block) => ({ block })),
  (n) => n === 0 || n === 3,
);
const step = (n, ms, unit, by) => outline.step({ n, ms }, unit, by);

test("forward leads to the next of its kind, and nowhere after the last", () => {
  assert.equal(step(1, 0, "sentence", 1), 2);
  assert.equal(step(1, 0, "paragraph", 1), 3);
  assert.equal(step(1, 0, "heading", 1), 3);
  assert.equal(step(6, 0, "sentence", 1), null);
  assert.equal(step(4, 0, "heading", 1), null);
});

test("back leads to the one before, or to the start of what is well under way", () => {
  assert.equal(step(2, 500, "sentence", -1), 1);
  assert.equal(step(2, 3500, "sentence", -1), 2);
  assert.equal(step(5, 0, "paragraph", -1), 4);
  assert.equal(step(4, 0, "paragraph", -1), 3);
  assert.equal(step(4, 0, "heading", -1), 3);
  assert.equal(step(3, 0, "heading", -1), 0);
});

test("back from the first sentence leads to its start", () => {
  assert.equal(step(0, 100, "sentence", -1), 0);
  assert.equal(step(0, 100, "paragraph", -1), 0);
});

test("a page of one paragraph has no steps by paragraph", () => {
  const one = new Outline([{ block: 0 }, { block: 0 }], () => false);
  assert.deepEqual([one.has("sentence"), one.has("paragraph"), one.has("heading")], [true, false, false]);
});
