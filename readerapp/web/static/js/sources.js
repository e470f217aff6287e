/** Which source feeds the audio element: the one that fetches least ahead and is heard without gaps, where it can be had. */

import { ClipSource } from "./clips.js";
import { StreamSource } from "./stream.js";
import { WholeSource } from "./whole.js";

/**
 * @param {HTMLAudioElement} audio
 * @param {import("./contract.js").Sounds} service
 * @param {string} whole address of the finished recording
 * @returns {import("./reading.js").Choose}
 */
export function sourcesOf(audio, service, whole) {
  return (timeline, complete, wanted) => {
    if (StreamSource.fits) return new StreamSource(audio, service, timeline.count);
    if (complete && timeline.exact) return new WholeSource(audio, whole, timeline);
    return new ClipSource(audio, service, timeline.count, wanted);
  };
}
