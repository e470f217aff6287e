import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { Problem, Service } from "../../readerapp/web/static/js/service.js";

/** What the server does with the next requests, by the end of their address. */
let answers = {};
const asked = [];
const server = createServer((request, response) => {
  const name = request.url.split("/").at(-1);
  asked.push(name);
  answers[name](response);
});
const known = { "Content-Type": "audio/mpeg" };
const sound = (response) => response.writeHead(200, known).end("sound");
const forgotten = (response) =>
  response
    .writeHead(404, { "Content-Type": "application/problem+json" })
    .end(JSON.stringify({ type: "urn:readerapp:recording-unknown", title: "Gone", detail: "Open it again" }));
const page = (plan) => (response) => {
  answers = { ...answers, "3.mp3": sound };
  response.writeHead(200, { "Content-Type": "text/html" }).end(`<lyssna-player plan="${plan}">`);
};

let base = "";
before(async () => {
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  base = `http://127.0.0.1:${server.address().port}`;
  globalThis.location = { href: `${base}/read` };
});
after(() => {
  server.closeAllConnections();
  server.close();
});

function service(given) {
  answers = given;
  asked.length = 0;
  return new Service(`${base}/audio/abc/plan.json`);
}

test("a sentence is asked for once", async () => {
  const ours = service({ "3.mp3": sound });
  assert.equal((await ours.sound(3)).byteLength, 5);
  await ours.sound(3);
  assert.deepEqual(asked, ["3.mp3"]);
});

test("the page of a network that wants a name is not taken for sound, and not kept", async () => {
  const ours = service({ "3.mp3": (response) => response.writeHead(200, { "Content-Type": "text/html" }).end("Hi") });
  await assert.rejects(ours.sound(3), (problem) => problem instanceof Problem && problem.unreachable);
  answers = { "3.mp3": sound };
  assert.equal((await ours.sound(3)).byteLength, 5);
});

test("an answer that does not come has an end: it is given up when the network is another", async () => {
  const network = new EventTarget();
  globalThis.addEventListener = network.addEventListener.bind(network);
  let came = () => {};
  const coming = new Promise((resolve) => (came = resolve));
  const ours = service({ "3.mp3": () => came() });
  const waiting = ours.sound(3);
  await coming;
  network.dispatchEvent(new Event("online"));
  await assert.rejects(waiting, (problem) => problem instanceof Problem && problem.unreachable);
  globalThis.addEventListener = undefined;
});

test("nor is it waited for longer than the service itself would wait", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let came = () => {};
  const coming = new Promise((resolve) => (came = resolve));
  const ours = service({ "3.mp3": () => came() });
  const waiting = assert.rejects(ours.sound(3), (problem) => problem instanceof Problem && problem.unreachable);
  await coming;
  context.mock.timers.tick(80_000);
  await waiting;
});

test("what we call off ourselves is no problem", async () => {
  let came = () => {};
  const coming = new Promise((resolve) => (came = resolve));
  const ours = service({ "3.mp3": () => came() });
  const calling = new AbortController();
  const waiting = ours.sound(3, calling.signal);
  await coming;
  calling.abort();
  await assert.rejects(waiting, { name: "AbortError" });
});

test("a recording that is no longer kept is asked for again once its page was opened again", async () => {
  const ours = service({ "3.mp3": forgotten, "3.json": forgotten, read: page("/audio/abc/plan.json") });
  assert.equal((await ours.sound(3)).byteLength, 5);
  assert.deepEqual(asked, ["3.mp3", "read", "3.mp3"]);
});

test("where the page is another one by now the service's own words are told", async () => {
  const ours = service({ "3.mp3": forgotten, read: page("/audio/def/plan.json") });
  await assert.rejects(ours.sound(3), { message: "Gone", advice: "Open it again", forgotten: true });
  assert.deepEqual(asked, ["3.mp3", "read"]);
});
