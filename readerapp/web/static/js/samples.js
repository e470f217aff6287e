/** One sound at a time: a voice's sample makes the page's reading pause, and the reading makes the samples pause. */

const pauseOthers = (/** @type {Event} */ event) => {
  for (const audio of document.querySelectorAll("audio")) if (audio !== event.target) audio.pause();
};

document.addEventListener("play", pauseOthers, true); // it does not bubble
