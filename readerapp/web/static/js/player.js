/** `<lyssna-player>`: hears a page, and lights it while it is read.
 *
 * Without this script the element holds the browser's own audio controls, which work by themselves.
 *
 * @attr plan address of the recording's plan.json
 * @attr audio address of the whole recording
 * @attr for id of the element that holds the sentences (elements with data-n)
 * @attr page what the place is remembered under; the page's address
 * @attr share the page's address for others, to which the id of a sentence can be added
 * @attr name what the system's own controls call the page
 * @attr report address of the form for wrongly read words
 * @attr words JSON: the player's words in the visitor's language
 * @attr state (read only) idle, waiting, playing, paused or fault, for style sheets
 * @attr expanded (read only) whether the further controls are shown
 * @event lyssna-state detail.state, as the attribute
 * @event lyssna-sentence detail.n, the sentence that is read from now on
 * @slot light children: what stands there without a script, an audio element among it
 * @cssproperty --lyssna-accent, and the others of tokens.css
 */

import { Listening } from "./listening.js";

const NAME = "lyssna-player";

class LyssnaPlayer extends HTMLElement {
  static observedAttributes = ["plan", "audio", "for", "page", "name", "report", "words"];
  /** @type {Listening | null} */
  #listening = null;
  #due = false;

  connectedCallback() {
    this.#renew();
  }

  disconnectedCallback() {
    this.#close();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#renew();
  }

  /** Once, after all attributes that change together have changed. */
  #renew() {
    if (this.#due) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      this.#close();
      const text = document.getElementById(this.getAttribute("for") ?? "");
      if (this.isConnected && text && this.hasAttribute("plan"))
        this.#listening = new Listening(this, this.#audio(), text);
    });
  }

  #close() {
    this.#listening?.close();
    this.#listening = null;
  }

  /** The audio element that works without a script, or one of our own. */
  #audio() {
    const found = this.querySelector("audio") ?? document.createElement("audio");
    found.preload = "none";
    if (!found.isConnected) this.append(found);
    return found;
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, LyssnaPlayer);
