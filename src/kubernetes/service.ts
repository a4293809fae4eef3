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

export class Service {
  readonly resource: Resource;
  #ports: readonly ServicePort[] | undefined;

  private constructor(resource: Resource) {
    this.resource = resource;
  }

  static read(resource: Resource): Service | undefined {
    return resource.groupKind === "/Service" ? new Service(resource) : undefined;
  }

  get name(): string | undefined {
    return this.resource.name;
  }

  get type(): string {
    return this.resource.spec.get("type").string ?? "ClusterIP";
  }

  get selectorField(): Field {
    return this.resource.spec.get("selector");
  }

  /** Undefined when there is none, or an empty one: the endpoints controller then makes no endpoints. */
  get selector(): Map<string, string> | undefined {
    const selector = this.selectorField.strings();
    return selector.size === 0 ? undefined : selector;
  }

  get isExternalName(): boolean {
    return this.type === "ExternalName";
  }

  get isHeadless(): boolean {
    return this.resource.spec.get("clusterIP").scalar === "None";
  }

  /** Reached from outside the cluster without an Ingress. */
  get isExternal(): boolean {
    return (
      this.type === "LoadBalancer" ||
      this.type === "NodePort" ||
      this.resource.spec.get("externalIPs").items().length > 0
    );
  }

  get publishesNotReady(): boolean {
    return this.resource.spec.get("publishNotReadyAddresses").boolean === true;
  }

  get ports(): readonly ServicePort[] {
    this.#ports ??= this.#readPorts();
    return this.#ports;
  }

  #readPorts(): ServicePort[] {
    return this.resource.spec
      .get("ports")
      .items()
      .filter(field => field.isMap)
      .map(field => {
        const targetPortField = field.get("targetPort");
        const port = field.get("port").number;
        const given = targetPortField.number ?? targetPortField.string;
        return {
          field,
          name: field.get("name").string,
          port,
          // staging/src/k8s.io/endpointslice, and SetDefaults_Service: 0 and "" mean the port itself.
          targetPort: targetPortField.isUnknown
            ? undefined
            : given === undefined || given === 0 || given === ""
              ? port
              : given,
          targetPortField,
          protocol: field.get("protocol").string ?? "TCP",
        };
      });
  }
}

/** Containers whose ports a Service can reach, in the order in which names are looked up: the app's, then sidecars. (endpointslice: FindPort) */
export function podCandidates(workload: Workload): Container[] {
  return [...workload.appContainers, ...workload.containers.filter(({ kind }) => kind === "sidecar")];
}

/** The container and port behind a Service port in a pod: named ports by name and protocol, app containers first, then sidecars. (endpointslice: FindPort) */
export function targetOf(
  port: ServicePort,
  workload: Workload,
): { container: Container; port: ContainerPort } | undefined {
  for (const container of podCandidates(workload)) {
    for (const declared of container.ports) {
      if (declared.protocol !== port.protocol) continue;
      const same =
        typeof port.targetPort === "string" ? declared.name === port.targetPort : declared.number === port.targetPort;
      if (same) return { container, port: declared };
    }
  }
  return undefined;
}
