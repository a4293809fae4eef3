import { type Selector } from "../kubernetes/selector.ts";
import type { Service } from "../kubernetes/service.ts";
import type { ResourceIndex } from "./resource-index.ts";
export interface Operator {
    /** A phrase for a message: `the Prometheus operator, from Prometheus "k8s"`. */
    readonly who: string;
    /** An object in the project says so; otherwise it is concluded from a label key. */
    readonly certain: boolean;
}
/** Who makes the pods; undefined when they should be in the project. `wide` is the whole project. */
export declare function operatorOf(service: Service, selector: Selector, wide: ResourceIndex, own: ResourceIndex): Operator | undefined;
