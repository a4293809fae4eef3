import { type Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { type Fault } from "./fault.ts";
import type { Prepared } from "./prepare.ts";
export declare function reportMalformed(root: Field, { malformed }: Prepared, problems: Problems): void;
/** Reports unknown fields. What is missing because its name is misspelt is said with the misspelling; the other faults are returned. */
export declare function reportUnknown(root: Field, { unknown }: Prepared, faults: readonly Fault[], by: string, problems: Problems): readonly Fault[];
