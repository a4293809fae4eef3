import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import { type PodContext } from "./scope.ts";
/** The warnings for objects that are not refused. `pod` is the map with `metadata` and `spec`: a Pod or a template. */
export declare function warnPodSpec(pod: Field, context: PodContext, problems: Problems): void;
/** GetWarningsForNodeSelectorTerm: bad values are refused in what is required, and match nothing in what is preferred. */
export declare function warnNodeTerm(term: Field, checkValues: boolean, problems: Problems): void;
/** GetWarningsForIP. */
export declare function warnIp(field: Field, problems: Problems): void;
