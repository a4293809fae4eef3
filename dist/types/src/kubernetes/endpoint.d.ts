import type { Container } from "./container.ts";
import type { HandlerKind, Probe } from "./probe.ts";
/** Everything that decides what an attempt asks; parts that the handler does not have are empty. */
export interface Endpoint {
    readonly kind: HandlerKind;
    /** Resolved through the container's ports; the name where it declares none of that name. */
    readonly port: number | string | undefined;
    readonly scheme: string;
    /** Empty: the pod's own address. */
    readonly host: string;
    readonly path: string;
    /** `name: value` of each header, in order. */
    readonly headers: readonly string[];
    readonly command: readonly string[];
    /** The service that a grpc health check names. */
    readonly service: string;
}
/** Undefined without exactly one handler, and where part of it is still to be filled in by a template. */
export declare function endpointOf(probe: Probe, container: Container): Endpoint | undefined;
export declare function isSameEndpoint(a: Endpoint, b: Endpoint): boolean;
/** `GET /health on port 8080`, `the command "cat /tmp/ok"`: for messages. */
export declare function endpointText(endpoint: Endpoint): string;
