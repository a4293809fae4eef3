import type { Problem } from "../diagnostic.ts";
import type { Scene } from "./scene.ts";
/** What is the matter with the text around a broken place. The first that answers is the cause. */
export declare function explainText(scene: Scene): Problem | undefined;
