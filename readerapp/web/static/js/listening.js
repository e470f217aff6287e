/** One listening: what the parts of a player tell each other, from its coming to the page until it leaves. */

import { comeBack } from "./comeback.js";
import { Controls } from "./controls.js";
import { Follower } from "./follow.js";
import { Highlighter } from "./highlight.js";
import { listenForKeys } from "./keys.js";
import { learnLengths } from "./lengths.js";
import { addReport, copyLink, heardAtOnce, Linked, linkTo } from "./links.js";
import { Marks } from "./marks.js";
import * as memory from "./memory.js";
import { whenNear } from "./nearing.js";
import { Outline } from "./outline.js";
import { speedBeside } from "./parts.js";
import { passage } from "./passage.js";
import { putAway } from "./plain.js";
import { sentenceAt } from "./pointing.js";
import { tellRoom } from "./room.js";
import { Stepping } from "./stepping.js";
import { Reading } from "./reading.js";
import { SelectionOffer } from "./selection.js";
import { Sentences } from "./sentences.js";
import { keysWith } from "./shortcuts.js";
import { Service } from "./service.js";
import { joinMediaSession, tellPosition } from "./session.js";
import { sourcesOf } from "./sources.js";
import { speakAlone } from "./speaker.js";
import { wordsOf } from "./words.js";

let players = 0;

/** @typedef {import("./sentences.js").Point} Point */

export class Listening {
  #player;
  #audio;
  #text;
  #page;
  #reading;
  #controls;
  #sentences;
  #highlighter;
  #follower;
  #stepping;
  #offer;
  #marks;
  /** @type {Outline | null} */
  #outline = null;
  #likings = memory.likings();
  #words;
  #n = -1;
  #link;
  #here = new AbortController();

  /** @param {HTMLElement} player @param {HTMLAudioElement} audio @param {HTMLElement} text */
  constructor(player, audio, text) {
    const { signal } = this.#here;
    const address = (/** @type {string} */ name) => new URL(player.getAttribute(name) ?? "", document.baseURI).href;
    this.#player = player;
    this.#audio = audio;
    this.#text = text;
    this.#page = player.getAttribute("page") ?? location.href;
    this.#words = wordsOf(player.getAttribute("words"));
    const service = new Service(address("plan"));
    const started = putAway(player, audio, signal);
    this.#reading = new Reading(audio, service, sourcesOf(audio, service, address("audio")));
    const language = player.closest("[lang]")?.getAttribute("lang") || "en";
    this.#controls = new Controls(player, this.#words, language);
    this.#sentences = new Sentences(text);
    this.#highlighter = new Highlighter(this.#sentences);
    const hear = async (/** @type {Point} */ from, /** @type {Point | null} */ to) => {
      const { n, ms, until } = await passage(this.#reading, from, to);
      this.#playFrom(n, ms, until);
    };
    this.#offer = new SelectionOffer(this.#sentences, this.#controls.parts, this.#words, hear, signal);
    this.#follower = new Follower(this.#controls.parts.bar, this.#controls.parts.follow, signal);
    players += 1;
    this.#controls.parts.hint.id = `lyssna-hint-${players}`;
    this.#stepping = new Stepping(text, this.#controls.parts.hint.id, (n) => this.#playFrom(n), signal);
    this.#marks = new Marks(this.#reading, signal);
    this.#link = new Linked((n) => Boolean(this.#sentences.range(n)), signal);
    this.#connect(signal);
    comeBack(this.#reading, service, signal);
    learnLengths(this.#reading, service, signal);
    addEventListener("pagehide", () => this.#reading.rest(), { signal });
    this.#like(this.#likings);
    tellRoom(this.#controls.parts.bar, signal);
    this.#reading.open().then(
      () => this.#opened(started),
      () => {},
    ); // a press tries again, and tells
  }

  close() {
    this.#reading.close();
    this.#here.abort();
    this.#highlighter.clear();
    this.#controls.close();
    this.#player.removeAttribute("state");
  }

  /** @param {AbortSignal} signal */
  #connect(signal) {
    const reading = this.#reading;
    reading.addEventListener("state", () => this.#stateChanged(), { signal });
    reading.addEventListener("frame", () => this.#show(), { signal });
    reading.addEventListener("end", () => this.#ended(), { signal });
    const planned = (/** @type {Event} */ event) => this.#planned(/** @type {CustomEvent} */ (event).detail);
    reading.addEventListener("plan", planned, { signal });
    const clicked = (/** @type {MouseEvent} */ event) => {
      const n = sentenceAt(event);
      if (n !== null) this.#playFrom(n);
    };
    this.#text.addEventListener("click", clicked, { signal });
    document.addEventListener("lyssna-text", () => this.#sentences.renew(), { signal });
    const title = this.#player.getAttribute("name") ?? document.title;
    const about = { title, artist: new URL(this.#page, location.href).hostname, album: location.hostname };
    joinMediaSession(reading, about, (by) => this.#step("sentence", by), signal);
    speakAlone(reading, () => this.#controls.notify(this.#words.elsewhere), signal);
    const handlers = this.#handlers();
    listenForKeys(this.#player, this.#acts(handlers), signal);
    this.#controls.connect(handlers);
    whenNear(this.#controls.parts.listen, (certain) => reading.expect(certain), signal);
  }

  /** @param {import("./controls.js").Handlers} handlers @returns {import("./keys.js").Acts} */
  #acts(handlers) {
    const pace = (/** @type {number} */ by) => this.#like({ speed: speedBeside(this.#likings.speed, by) });
    const started = () => this.#outline !== null && this.#reading.state !== "idle";
    /** @type {Record<string, () => void>} */
    const always = { toggle: handlers.toggle, selected: () => this.#offer.hear() };
    /** @type {Record<string, any>} */
    const once = { ...handlers, slower: () => pace(-1), faster: () => pace(1) };
    return {
      started,
      keys: () => (this.#likings.keys ? keysWith(this.#likings.chosen) : null),
      act: (act) => always[act] ?? (started() ? once[act] : null),
      step: (by) => this.#step("sentence", by),
    };
  }

  /** @returns {import("./controls.js").Handlers} */
  #handlers() {
    const [reading, words, controls] = [this.#reading, this.#words, this.#controls];
    return {
      listen: () => this.#listen(),
      toggle: () => this.#listen(),
      resume: () => this.#playFrom(this.#left() ?? 0),
      previous: () => this.#step("sentence", -1),
      next: () => this.#step("sentence", 1),
      repeat: () => reading.repeat(),
      report: () => {
        reading.pause();
        addReport(controls.parts.report, this.#player.getAttribute("report"), reading.place.n, this.#highlighter.said);
      },
      previousParagraph: () => this.#step("paragraph", -1),
      nextParagraph: () => this.#step("paragraph", 1),
      previousHeading: () => this.#step("heading", -1),
      nextHeading: () => this.#step("heading", 1),
      stop: () => this.#stop(),
      more: () => this.#controls.togglePanel(),
      fold: () => this.#like({ folded: !this.#likings.folded }),
      dock: () => this.#controls.moveDock(),
      retry: () => this.#retry(),
      link: async () =>
        this.#controls.notify(
          (await copyLink(linkTo(this.#player, this.#text, reading.place.n))) ? words.copied : words.addressed,
        ),
      speed: (speed) => this.#like({ speed }),
      volume: (volume) => this.#like({ volume }),
      single: (single) => this.#like({ single }),
      keys: (wish) => this.#like(wish),
      preview: (time) =>
        reading.timeline && this.#controls.preview(reading.timeline.at(time).n, time, reading.timeline),
      slider: (time) => {
        const { n, ms } = reading.timeline?.at(time) ?? { n: 0, ms: 0 };
        reading.go(n, ms);
      },
    };
  }

  /** @param {import("./contract.js").Plan} plan */
  #planned({ utterances }) {
    this.#outline = new Outline(utterances, (n) => this.#sentences.isHeading(n));
    this.#controls.offerSteps(this.#outline);
    if (this.#reading.timeline) this.#controls.showPlace(0, 0, this.#reading.timeline);
  }

  /** @param {number | null} started where the browser's own controls had come before we were here */
  #opened(started) {
    if (started !== null && this.#reading.state === "idle") {
      const { n, ms } = this.#reading.timeline?.at(started) ?? { n: 0, ms: 0 };
      this.#playFrom(n, this.#reading.timeline?.exact ? ms : 0);
      return;
    }
    if (this.#reading.state === "idle" && heardAtOnce()) this.#playFrom(0);
    const n = this.#left();
    if (n && this.#reading.state === "idle") this.#controls.offerResume(n, this.#reading.timeline?.count ?? 0);
  }

  #listen() {
    if (this.#reading.state !== "idle") this.#reading.toggle();
    else this.#playFrom(this.#link.take() ?? 0);
  }

  /** @param {number} n @param {import("./contract.js").Place | null} until */
  #playFrom(n, ms = 0, until = null) {
    this.#n = -1; // shown anew even if it is the same
    this.#follower.follow();
    this.#reading.play(n, ms, until);
    this.#offer.hide();
    if (this.#reading.timeline) this.#show();
  }

  /** @param {import("./outline.js").Unit} unit @param {number} by */
  #step(unit, by) {
    const to = this.#outline?.step(this.#reading.place, unit, by) ?? null;
    if (to === null) return;
    this.#reading.go(to, 0);
    if (!this.#reading.active) this.#stepping.catchUp(); // silent: a screen reader may say where it is now
  }

  #retry() {
    if (this.#reading.problem?.forgotten) location.reload();
    else if (this.#reading.state === "idle") this.#playFrom(0);
    else this.#reading.play();
  }

  #left() {
    return memory.placeOf(this.#page, this.#reading.timeline?.count ?? 0, (n) => this.#sentences.text(n));
  }

  #stateChanged() {
    const { state } = this.#reading;
    const focused = this.#controls.parts.bar.contains(document.activeElement);
    this.#controls.showState(this.#reading);
    this.#player.dispatchEvent(new CustomEvent("lyssna-state", { bubbles: true, detail: { state } }));
    if (state === "idle") {
      this.#n = -1;
      this.#highlighter.clear();
      this.#follower.stop();
      if (focused) this.#focusElsewhere();
      if (this.#reading.timeline) this.#controls.showPlace(0, 0, this.#reading.timeline);
    } else if (this.#reading.timeline) {
      this.#show();
      tellPosition(this.#reading, this.#likings.speed);
    }
  }

  /** The bar goes away: the focus is put on the large button if that is in sight, else on the sentence. */
  #focusElsewhere() {
    const { listen } = this.#controls.parts;
    if (listen.getBoundingClientRect().bottom > 0) listen.focus();
    else this.#stepping.focus();
  }

  #show() {
    const { timeline, place, time } = this.#reading;
    if (!timeline) return;
    if (place.n !== this.#n) this.#sentenceChanged(place.n);
    const [start, end] = this.#marks.at(place.ms);
    const word = this.#highlighter.word(this.#n, start, end);
    if (word) this.#follower.seeWord(word);
    this.#controls.showPlace(place.n, time, timeline);
  }

  /** @param {number} n */
  #sentenceChanged(n) {
    this.#n = n;
    this.#follower.see(this.#highlighter.sentence(n));
    this.#stepping.at(n);
    memory.keepPlace(this.#page, n, this.#sentences.text(n));
    this.#marks.of(n);
    tellPosition(this.#reading, this.#likings.speed);
    this.#player.dispatchEvent(new CustomEvent("lyssna-sentence", { bubbles: true, detail: { n } }));
  }

  #ended() {
    memory.forgetPlace(this.#page);
    this.#controls.offerAgain();
  }

  #stop() {
    this.#reading.stop();
    memory.forgetPlace(this.#page);
  }

  /** @param {Partial<memory.Likings>} chosen */
  #like(chosen) {
    this.#likings = { ...this.#likings, ...chosen };
    const { speed, volume, single } = this.#likings;
    Object.assign(this.#audio, { volume, preservesPitch: true, defaultPlaybackRate: speed, playbackRate: speed });
    this.#reading.single = single;
    this.#controls.showLikings(this.#likings);
    memory.keepLikings(chosen);
  }
}
