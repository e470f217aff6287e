/** The system's own media controls: lock screen, headset, keyboard keys. */

export function joinMediaSession(reading, title) {
  const session = navigator.mediaSession;
  if (!session) return;
  const acts = {
    play: () => reading.play(),
    pause: () => reading.pause(),
    stop: () => reading.stop(),
    previoustrack: () => reading.step(-1),
    nexttrack: () => reading.step(1),
    seekto: ({ seekTime }) => {
      const { n, ms } = reading.timeline.at(seekTime * 1000);
      reading.go(n, ms);
    },
  };
  reading.addEventListener("state", () => {
    if (reading.state === "waiting" && !session.metadata) begin(session, acts, title);
    session.playbackState = { idle: "none", fault: "paused", paused: "paused" }[reading.state] ?? "playing";
  });
}

function begin(session, acts, title) {
  session.metadata = new MediaMetadata({ title });
  for (const [name, act] of Object.entries(acts)) {
    try {
      session.setActionHandler(name, act);
    } catch {
      // An action that this browser does not know is simply not offered.
    }
  }
}

/** Tell the system where the reading is. */
export function tellPosition(reading, rate) {
  const duration = reading.timeline.total / 1000;
  navigator.mediaSession?.setPositionState?.({ duration, playbackRate: rate, position: Math.min(duration, reading.time / 1000) });
}
