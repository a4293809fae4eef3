import type { Problem } from "../diagnostic.ts";
import { type Scene } from "./scene.ts";
/** A key or list item whose column is none of those that are open there. */
export declare function explainIndentation(scene: Scene): Problem | undefined;
