// Volumes of a pod that only one node, or one pod, may use at a time.

import type { Field } from "../field.ts";
import type { Graph } from "../graph/graph.ts";
import type { Resource } from "./resource.ts";
import type { Workload } from "./workload.ts";

export interface MountedClaim {
  /** The claimName of the pod's volume. */
  readonly field: Field;
  readonly name: string;
  /** The claim, where the project has it. */
  readonly claim: Resource | undefined;
  /** one pod: ReadWriteOncePod. one node: ReadWriteOnce and nothing wider. many: others. unknown: the project does not show it. */
  readonly reach: "one pod" | "one node" | "many" | "unknown";
}

export function claimsOf(workload: Workload, graph: Graph): MountedClaim[] {
  return workload.podSpec
    .get("volumes")
    .items()
    .flatMap(volume => {
      const source = volume.get("persistentVolumeClaim");
      const field = source.get("claimName");
      const name = field.string;
      if (name === undefined || source.get("readOnly").boolean === true) return [];
      const claim = graph.find("/PersistentVolumeClaim", name, workload.resource)[0];
      return [{ field, name, claim, reach: reachOf(claim) }];
    });
}

function reachOf(claim: Resource | undefined): MountedClaim["reach"] {
  if (claim === undefined) return "unknown";
  const modes = claim.spec
    .get("accessModes")
    .items()
    .map(mode => mode.string);
  if (modes.length === 0 || modes.includes(undefined)) return "unknown";
  if (modes.every(mode => mode === "ReadWriteOncePod")) return "one pod";
  return modes.every(mode => mode === "ReadWriteOnce" || mode === "ReadWriteOncePod") ? "one node" : "many";
}

/** Why two pods of the workload cannot run side by side, as a phrase; undefined when nothing says so. */
export function reasonForOnePod(workload: Workload, graph: Graph): string | undefined {
  // Several replicas side by side tell that an unknown volume can be shared, and ports of their nodes are no matter.
  const isAlone = (graph.replicasOf(workload) ?? 1) <= 1;
  const claim = claimsOf(workload, graph).find(({ reach }) => reach !== "many" && (isAlone || reach !== "unknown"));
  if (claim !== undefined) {
    if (claim.reach === "unknown") return `it mounts the claim "${claim.name}", which only one node may be able to use`;
    return `it mounts the claim "${claim.name}", which only ${claim.reach} can use at a time`;
  }
  const port = hostPortsOf(workload)[0];
  return port === undefined || !isAlone ? undefined : `it takes port ${port.scalar} of its node`;
}

/** Ports of the node that a pod takes: hostPort, and with hostNetwork every port. */
export function hostPortsOf(workload: Workload): Field[] {
  const isOnHost = workload.podSpec.get("hostNetwork").boolean === true;
  return workload.longRunningContainers.flatMap(container =>
    container.ports
      .map(({ field }) => field.get(isOnHost && !field.get("hostPort").exists ? "containerPort" : "hostPort"))
      .filter(field => field.number !== undefined && field.number > 0),
  );
}
