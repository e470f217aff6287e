import assert from "node:assert/strict";
import { test } from "node:test";
import { comeBack } from "../../readerapp/web/static/js/comeback.js";
import { Problem } from "../../readerapp/web/static/js/service.js";

const TEN_MINUTES = 600_000;

/** A reading in the middle of a page, a service whose connection can be cut, and a clock. */
function listening(context) {
  const reading = new EventTarget();
  const done = [];
  const become = (state, problem = null) => {
    Object.assign(reading, { state, problem });
    reading.dispatchEvent(new Event("state"));
  };
  Object.assign(reading, {
    timeline: {},
    place: { n: 7, ms: 300 },
    play: () => {
      done.push("play");
      become("playing");
    },
    pause: () => {
      done.push("pause");
      become("paused");
    },
  });
  const service = {
    there: false,
    sound: async (n) => {
      done.push(n);
      if (!service.there) throw new Problem();
    },
  };
  let waiting = null;
  const timers = {
    later: (act) => {
      waiting = act;
      return 1;
    },
    cancel: () => {},
  };
  let now = 0;
  context.mock.method(Date, "now", () => now);
  comeBack(reading, service, new AbortController().signal, timers);
  const pass = async (ms) => {
    now += ms;
    await waiting?.();
  };
  return { reading, service, done, become, pass };
}

test("it asks quietly, and goes on with what was heard once there is an answer", async (context) => {
  const { reading, service, done, become, pass } = listening(context);
  become("fault", new Problem());
  await pass(2000);
  assert.deepEqual([done, reading.state], [[7], "fault"]);
  service.there = true;
  await pass(4000);
  assert.deepEqual([done, reading.state], [[7, 7, "play"], "playing"]);
});

test("what the service itself answers is left to the visitor", async (context) => {
  const { done, become, pass } = listening(context);
  become("fault", new Problem("The voice is busy."));
  await pass(2000);
  become("fault");
  await pass(2000);
  assert.deepEqual(done, []);
});

test("whoever pauses meanwhile hears nothing", async (context) => {
  const { reading, service, done, become, pass } = listening(context);
  become("fault", new Problem());
  reading.pause();
  service.there = true;
  await pass(2000);
  assert.deepEqual(done, ["pause"]);
});

test("after a long time nobody is startled: it is paused, and a press goes on", async (context) => {
  const { service, done, become, pass } = listening(context);
  become("fault", new Problem());
  await pass(2000);
  service.there = true;
  await pass(TEN_MINUTES);
  assert.deepEqual(done, [7, "pause"]);
});

test("a press long after a pause is waited for as long as any", async (context) => {
  const { reading, service, done, become, pass } = listening(context);
  await pass(1);
  become("fault", new Problem());
  reading.pause();
  await pass(2 * TEN_MINUTES);
  become("waiting");
  become("fault", new Problem());
  service.there = true;
  await pass(2000);
  assert.deepEqual(done, ["pause", 7, "play"]);
});
