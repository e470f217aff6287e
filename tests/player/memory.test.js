import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { forgetPlace, keepLikings, keepPlace, likings, placeOf } from "../../readerapp/web/static/js/memory.js";

const kept = new Map();
globalThis.localStorage = {
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => void kept.set(key, value),
};
const texts = ["Ett.", "Två.", "Tre."];
const textOf = (n) => texts[n] ?? "";

beforeEach(() => kept.clear());

test("a place is found again, also where a sentence has come before it", () => {
  keepPlace("page", 1, "Två.");
  assert.equal(placeOf("page", 3, textOf), 1);
  assert.equal(
    placeOf("page", 4, (n) => ["Noll.", ...texts][n] ?? ""),
    2,
  );
});

test("a place whose words are gone, and one that was forgotten, are none", () => {
  keepPlace("page", 1, "Något annat.");
  assert.equal(placeOf("page", 3, textOf), null);
  keepPlace("page", 1, "Två.");
  forgetPlace("page");
  assert.equal(placeOf("page", 3, textOf), null);
});

test("fifty pages are remembered, the oldest goes first", () => {
  for (let n = 0; n < 60; n += 1) keepPlace(`page${n}`, 1, "Två.");
  assert.equal(placeOf("page9", 3, textOf), null);
  assert.equal(placeOf("page10", 3, textOf), 1);
});

test("likings are those chosen, and usual where nothing or nonsense is kept", () => {
  assert.deepEqual(likings(), { speed: 1, volume: 1, single: false, folded: false, keys: true, chosen: {} });
  keepLikings({ speed: 2 });
  keepLikings({ single: true });
  assert.deepEqual(likings(), { speed: 2, volume: 1, single: true, folded: false, keys: true, chosen: {} });
  kept.set("lyssna-likings", '{"speed": "fast", "volume": 0.5}');
  assert.deepEqual(likings(), { speed: 1, volume: 0.5, single: false, folded: false, keys: true, chosen: {} });
  kept.set("lyssna-likings", "not JSON");
  assert.equal(likings().speed, 1);
});
