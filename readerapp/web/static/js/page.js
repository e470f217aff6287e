/** All that every page runs; sent as one file. */

import "./busy.js";
import "./hyphens.js";
