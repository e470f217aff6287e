import assert from "node:assert/strict";
import { test } from "node:test";
import { clockTime, Timeline } from "../../readerapp/web/static/js/timeline.js";

const sentences = (...lengths) => lengths.map((milliseconds) => ({ characters: 10, milliseconds }));

test("known lengths are summed exactly", () => {
  const timeline = new Timeline(sentences(1000, 500, 2000));
  assert.equal(timeline.exact, true);
  assert.deepEqual(
    [0, 1, 2, 3].map((n) => timeline.start(n)),
    [0, 1000, 1500, 3500],
  );
});

test("a time is in the sentence that has begun last", () => {
  const timeline = new Timeline(sentences(1000, 500, 2000));
  assert.deepEqual(timeline.at(0), { n: 0, ms: 0 });
  assert.deepEqual(timeline.at(1000), { n: 1, ms: 0 });
  assert.deepEqual(timeline.at(1499), { n: 1, ms: 499 });
  assert.deepEqual(timeline.at(99999), { n: 2, ms: 98499 });
});

test("what is not known is estimated at the pace of what is known", () => {
  const timeline = new Timeline(sentences(2160, null));
  assert.equal(timeline.exact, false);
  assert.equal(timeline.total, 4320);
  timeline.learn(1, 100);
  assert.equal(timeline.total, 2260);
});

test("a time has hours only where it lasts an hour", () => {
  assert.deepEqual([0, 65_400, 3_599_000, 3_600_000, 15_910_000].map(clockTime), [
    "0:00",
    "1:05",
    "59:59",
    "1:00:00",
    "4:25:10",
  ]);
});
