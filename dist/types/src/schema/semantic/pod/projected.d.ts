import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
/** validateSecretVolumeSource and validateConfigMapVolumeSource. */
export declare function validateKeyVolume(source: Field, nameKey: "name" | "secretName", problems: Problems): void;
export declare function validateDownwardVolume(source: Field, problems: Problems): void;
export declare function validateProjected(volume: Field, minor: number, problems: Problems): void;
