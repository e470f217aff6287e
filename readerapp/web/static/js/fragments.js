/** MP3 frames as fragments of an MP4 file, for browsers whose MediaSource takes MP3 only in that form (Firefox).
 *
 * ISO/IEC 14496-12; the sample entry ".mp3" is the one that Firefox knows.
 */

export const TYPE = 'audio/mp4; codecs="mp3"';

/** @typedef {{sizes: number[], samples: number, rate: number}} Frames sizes in bytes, samples a frame, samples a second */

/** @type {Record<number, number[]>} */
const BITRATES = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const RATES = [44100, 48000, 32000];
const IS_SYNC = 0x02000000;

/** How the frames of an MP3 are made. Throws where it is none. @param {ArrayBuffer} sound @returns {Frames} */
export function framesOf(sound) {
  const bytes = new Uint8Array(sound);
  const sizes = [];
  let [samples, rate] = [576, 24000];
  for (let at = 0; at + 4 <= bytes.length; ) {
    const version = (bytes[at + 1] >> 3) & 3; // 3: MPEG-1, 2: MPEG-2, 0: MPEG-2.5
    if (bytes[at] !== 0xff || (bytes[at + 1] & 0xe6) !== 0xe2 || version === 1) throw new Error("no frame of MP3");
    samples = version === 3 ? 1152 : 576;
    rate = RATES[(bytes[at + 2] >> 2) & 3] / [4, 1, 2, 1][version];
    const kilobits = BITRATES[version === 3 ? 1 : 2][bytes[at + 2] >> 4];
    const size = Math.floor(((samples / 8) * kilobits * 1000) / rate) + ((bytes[at + 2] >> 1) & 1);
    if (!(size > 4)) throw new Error("a frame of MP3 without a size");
    sizes.push(size);
    at += size;
  }
  return { sizes, samples, rate };
}

/** How long frames last. @param {Frames} frames */
export function secondsOf({ sizes, samples, rate }) {
  return (sizes.length * samples) / rate;
}

/** What comes first in the buffer: one track of sound, and that fragments follow. @param {Frames} frames */
export function beginning({ rate }) {
  return join(
    box("ftyp", text("iso5"), u32(1), text("iso5"), text("mp41")),
    box(
      "moov",
      box("mvhd", zeros(12), u32(rate), zeros(4), u32(0x10000), u16(0x100), zeros(10), matrix(), zeros(24), u32(2)),
      box(
        "trak",
        box("tkhd", u32(7), zeros(8), u32(1), zeros(8 + 8 + 4), u16(0x100), zeros(2), matrix(), zeros(8)),
        box(
          "mdia",
          box("mdhd", zeros(12), u32(rate), zeros(4), u16(0x55c4), zeros(2)),
          box("hdlr", zeros(8), text("soun"), zeros(13)),
          box(
            "minf",
            box("smhd", zeros(8)),
            box("dinf", box("dref", zeros(4), u32(1), box("url ", u32(1)))),
            table(rate),
          ),
        ),
      ),
      box("mvex", box("trex", zeros(4), u32(1), u32(1), zeros(12))),
    ),
  );
}

/** One fragment that holds all the frames of `sound`, beginning at time 0. @param {ArrayBuffer} sound @param {Frames} frames */
export function fragment(sound, { sizes, samples: each }) {
  const head = (/** @type {number} */ offset) =>
    box(
      "moof",
      box("mfhd", zeros(4), u32(1)),
      box(
        "traf",
        box("tfhd", u32(0x020028), u32(1), u32(each), u32(IS_SYNC)),
        box("tfdt", zeros(4), u32(0)),
        box("trun", u32(0x000201), u32(sizes.length), u32(offset), ...sizes.map(u32)),
      ),
    );
  return join(head(head(0).length + 8), box("mdat", new Uint8Array(sound)));
}

/** @param {number} rate */
function table(rate) {
  const entry = box(".mp3", zeros(6), u16(1), zeros(8), u16(1), u16(16), zeros(4), u32(rate * 0x10000));
  return box(
    "stbl",
    box("stsd", zeros(4), u32(1), entry),
    ...["stts", "stsc", "stco"].map((name) => box(name, zeros(8))),
    box("stsz", zeros(12)),
  );
}

function matrix() {
  return join(...[0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].map(u32));
}

/** @param {string} name @param {Uint8Array[]} parts */
function box(name, ...parts) {
  const inner = join(...parts);
  return join(u32(inner.length + 8), text(name), inner);
}

/** @param {Uint8Array[]} parts */
function join(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {number} count */
function zeros(count) {
  return new Uint8Array(count);
}

/** @param {number} number */
function u16(number) {
  return Uint8Array.of(number >> 8, number);
}

/** @param {number} number */
function u32(number) {
  return Uint8Array.of(number >>> 24, number >>> 16, number >>> 8, number);
}

/** @param {string} letters */
function text(letters) {
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
