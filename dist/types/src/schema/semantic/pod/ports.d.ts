import type { Field } from "../../../field.ts";
import type { PodScope } from "./scope.ts";
export declare const PROTOCOLS: string[];
export declare function validatePorts(ports: Field, scope: PodScope): void;
/** The host port after defaulting: with hostNetwork a Pod's container ports are host ports (defaultHostNetworkPorts). */
export declare function hostPortOf(port: Field, hostNetwork: boolean): number | undefined;
/** Host ports are unique among the containers that run together, and with hostNetwork the same as the container ports. */
export declare function validateHostPorts(scope: PodScope): void;
