import type { Problem } from "../diagnostic.ts";
import type { LastQuoted } from "./explain.ts";
import { type Line, type Scene } from "./scene.ts";
/** A quote that is never closed, or closed by the opening quote of a later string. It is shown where it was opened. */
export declare function explainQuote(scene: Scene, quoted: LastQuoted | undefined): Problem | undefined;
/** Colons that are missing, lack their space, or are one too many. */
export declare function explainColon(scene: Scene): Problem | undefined;
/** A line on which a key is expected, and none is. */
export declare function noKey(scene: Scene, line: Line): Problem;
/** Flow maps and lists: brackets and commas. */
export declare function explainBracket(scene: Scene): Problem | undefined;
/** Something behind a value that was complete. */
export declare function explainRest(scene: Scene): Problem | undefined;
/** `*.yaml`, `&amp;`: values that look like an alias or an anchor. */
export declare function explainAnchorName(scene: Scene): Problem;
/** Characters that begin nothing, and escapes that mean nothing. */
export declare function explainCharacter(scene: Scene): Problem | undefined;
