import assert from "node:assert/strict";
import { test } from "node:test";
import { passage } from "../../readerapp/web/static/js/passage.js";

const MARKS = [
  [0, 4, 50, 300],
  [5, 9, 320, 600],
  [10, 14, 640, 900],
];
const reading = { marks: async () => MARKS };

test("a part begins with the word in which it begins and ends with the one in which it ends", async () => {
  const heard = await passage(reading, { n: 3, point: 6 }, { n: 4, point: 7 });
  assert.deepEqual(heard, { n: 3, ms: 321, until: { n: 4, ms: 600 } });
});

test("from its first letter on a sentence is heard from its beginning, silence included", async () => {
  assert.deepEqual(await passage(reading, { n: 0, point: 0 }, null), { n: 0, ms: 0, until: null });
});

test("between two words it begins with the next one and ends with the one before", async () => {
  const heard = await passage(reading, { n: 0, point: 4 }, { n: 0, point: 10 });
  assert.deepEqual(heard, { n: 0, ms: 321, until: { n: 0, ms: 600 } });
});

test("without marks the sentence is heard from its beginning", async () => {
  const mute = { marks: () => Promise.reject(new Error("none")) };
  assert.deepEqual(await passage(mute, { n: 2, point: 9 }, null), { n: 2, ms: 0, until: null });
});
