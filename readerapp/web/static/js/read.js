/** All that the page of an article runs; sent as one file. */

import "./player.js";
import "./aids.js";
import "./ruler.js";
import "./syllables.js";
import "./tables.js";
