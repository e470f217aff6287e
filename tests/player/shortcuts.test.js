import assert from "node:assert/strict";
import { test } from "node:test";
import {
  actOf,
  keysOf,
  keysWith,
  shownKeys,
  swapped,
  takeable,
  toldKeys,
  USUAL,
} from "../../readerapp/web/static/js/shortcuts.js";

const press = (code, ...held) => ({
  code,
  ctrlKey: held.includes("ctrl"),
  altKey: held.includes("alt"),
  shiftKey: held.includes("shift"),
  metaKey: held.includes("meta"),
});

test("keys are told by their place on the keyboard, so a Cyrillic layout has the same", () => {
  assert.equal(keysOf({ ...press("KeyP", "alt", "shift"), key: "З" }), USUAL.toggle);
  assert.equal(keysOf(press("ShiftLeft", "alt", "shift")), "");
});

test("only keys with a modifier that writes nothing can be taken, and all the usual ones are such", () => {
  assert.ok(Object.values(USUAL).every(takeable));
  assert.equal(new Set(Object.values(USUAL)).size, Object.keys(USUAL).length);
  for (const keys of ["KeyP", "Shift+KeyP", "", "Space"]) assert.equal(takeable(keys), false);
  assert.ok(takeable("Ctrl+Alt+KeyP") && takeable("Alt+F2"));
});

test("an act takes the keys of another, which gets the old ones", () => {
  const all = swapped(keysWith({}), "toggle", USUAL.stop);
  assert.deepEqual([all.toggle, all.stop], [USUAL.stop, USUAL.toggle]);
  assert.equal(actOf(all, USUAL.stop), "toggle");
  assert.equal(actOf(all, "Alt+Shift+KeyQ"), null);
});

test("nonsense that was kept is left out", () => {
  assert.deepEqual(keysWith({ toggle: "KeyP", stop: 7, other: "Alt+KeyO" }), USUAL);
});

test("keys are told to assistive techniques and shown as on a keyboard", () => {
  assert.equal(toldKeys("Ctrl+Alt+KeyP"), "Control+Alt+P");
  assert.equal(toldKeys("Alt+Shift+ArrowLeft"), "Alt+Shift+ArrowLeft");
  assert.equal(toldKeys("Alt+Shift+Comma"), "Alt+Shift+,");
  assert.equal(shownKeys("Alt+Shift+ArrowLeft", "Skift"), "Alt+Skift+←");
});
