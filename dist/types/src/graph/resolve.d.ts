import type { Field } from "../field.ts";
import type { Resource } from "../kubernetes/resource.ts";
import type { Service, ServicePort } from "../kubernetes/service.ts";
/** A port that a route asks of a Service. */
export interface RoutePort {
    /** The Service's port; undefined when it has none like that. */
    readonly port: ServicePort | undefined;
    /** A port of the Service with this *targetPort*: the number or name of the pods was written where the Service's own belongs. */
    readonly meantTarget: ServicePort | undefined;
}
/** Looks a route's port up by name or number; undefined when nothing is written, or a template has still to fill it in. */
export declare function routePort(field: Field | undefined, service: Service): RoutePort | undefined;
/** The keys of a ConfigMap or Secret; undefined when they cannot be known. */
export declare function keysIn({ root, kind }: Resource): ReadonlySet<string> | undefined;
