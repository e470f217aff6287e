/** The system's own media controls: lock screen, headset, keyboard keys. */

/**
 * @param {import("./reading.js").Reading} reading
 * @param {{title: string, artist: string}} about
 * @param {(by: number) => void} step
 * @param {AbortSignal} signal
 */
export function joinMediaSession(reading, about, step, signal) {
  const session = navigator.mediaSession;
  if (!session) return;
  /** @type {Partial<Record<MediaSessionAction, MediaSessionActionHandler>>} */
  const acts = {
    play: () => void reading.play(),
    pause: () => reading.pause(),
    stop: () => reading.stop(),
    previoustrack: () => step(-1),
    nexttrack: () => step(1),
    seekto: ({ seekTime = 0 }) => {
      const { n, ms } = reading.timeline?.at(seekTime * 1000) ?? { n: 0, ms: 0 };
      reading.go(n, ms);
    },
  };
  const changed = () => {
    if (reading.state === "waiting") offer(session, acts, about);
    session.playbackState = reading.state === "idle" ? "none" : reading.active ? "playing" : "paused";
  };
  reading.addEventListener("state", changed, { signal });
  signal.addEventListener("abort", () =>
    offer(session, Object.fromEntries(Object.keys(acts).map((name) => [name, null])), null),
  );
}

/** @param {MediaSession} session @param {Record<string, MediaSessionActionHandler | null>} acts @param {MediaMetadataInit | null} about */
function offer(session, acts, about) {
  session.metadata = about && new MediaMetadata(about);
  for (const [name, act] of Object.entries(acts)) {
    try {
      session.setActionHandler(/** @type {MediaSessionAction} */ (name), act);
    } catch {
      // An action that this browser does not know is simply not offered.
    }
  }
}

/** Tell the system where the reading is. @param {import("./reading.js").Reading} reading @param {number} rate */
export function tellPosition(reading, rate) {
  const duration = (reading.timeline?.total ?? 0) / 1000;
  navigator.mediaSession?.setPositionState?.({
    duration,
    playbackRate: rate,
    position: Math.min(duration, reading.time / 1000),
  });
}
