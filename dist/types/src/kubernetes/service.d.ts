import type { Field } from "../field.ts";
import type { Container, ContainerPort } from "./container.ts";
import type { Resource } from "./resource.ts";
import type { Workload } from "./workload.ts";
export interface ServicePort {
    readonly field: Field;
    readonly name: string | undefined;
    readonly port: number | undefined;
    /** targetPort as the endpoints controller reads it: `port` when omitted, 0 or "". Undefined while a template is still to fill it in. */
    readonly targetPort: number | string | undefined;
    readonly targetPortField: Field;
    readonly protocol: string;
}
export declare class Service {
    #private;
    readonly resource: Resource;
    private constructor();
    static read(resource: Resource): Service | undefined;
    get name(): string | undefined;
    get type(): string;
    get selectorField(): Field;
    /** Undefined when there is none, or an empty one: the endpoints controller then makes no endpoints. */
    get selector(): Map<string, string> | undefined;
    get isExternalName(): boolean;
    get isHeadless(): boolean;
    /** Reached from outside the cluster without an Ingress. */
    get isExternal(): boolean;
    get publishesNotReady(): boolean;
    get ports(): readonly ServicePort[];
}
/** Containers whose ports a Service can reach, in the order in which names are looked up: the app's, then sidecars. (endpointslice: FindPort) */
export declare function podCandidates(workload: Workload): Container[];
/** The container and port behind a Service port in a pod: named ports by name and protocol, app containers first, then sidecars. (endpointslice: FindPort) */
export declare function targetOf(port: ServicePort, workload: Workload): {
    container: Container;
    port: ContainerPort;
} | undefined;
