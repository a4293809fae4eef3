// The table of hostile inputs.

import { CONFIGS, GLOBS, LIARS } from "./config.ts";
import { CHANGING, DEVICES, LINKS, NAMES, UNREADABLE } from "./disk.ts";
import { JAVASCRIPT } from "./keys.ts";
import { MANY } from "./many.ts";
import { PATTERNS } from "./patterns.ts";
import type { Row } from "./row.ts";
import { ELSEWHERE, ENCODINGS, FORMATS } from "./texts.ts";
import { ALIASES, DEPTH, SCALARS } from "./yaml.ts";

export const TABLE: Readonly<Record<string, readonly Row[]>> = {
  aliases: ALIASES,
  depth: DEPTH,
  scalars: SCALARS,
  numbers: MANY,
  encodings: ENCODINGS,
  patterns: PATTERNS,
  "keys of JavaScript": JAVASCRIPT,
  links: LINKS,
  devices: DEVICES,
  "unreadable and odd files": UNREADABLE,
  "names of files": NAMES,
  "files that change": CHANGING,
  formats: FORMATS,
  "other outputs": ELSEWHERE,
  configurations: CONFIGS,
  globs: GLOBS,
  "baselines and reports": LIARS,
};
