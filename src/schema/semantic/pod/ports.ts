// Container ports (validateContainerPorts, checkHostPortConflicts, validatePodHostNetworkDeps).

import type { Field } from "../../../field.ts";
import { validateEnum } from "../checks.ts";
import { formatErrors } from "../format.ts";
import { isPortNumber, PORT_RANGE_MESSAGE } from "../intorstring.ts";
import { isPortName } from "../names.ts";
import { integerOf, isTrue, pathOf, textOf } from "../read.ts";
import type { PodScope } from "./scope.ts";

export const PROTOCOLS = ["SCTP", "TCP", "UDP"];

export function validatePorts(ports: Field, scope: PodScope): void {
  const { problems } = scope;
  const names = new Map<string, Field>();
  for (const port of ports.items()) {
    const name = port.get("name");
    const text = textOf(name);
    if (text !== undefined && text !== "" && formatErrors(name, "port name", isPortName, problems)) {
      const first = names.get(text);
      if (first === undefined) names.set(text, name);
      else
        problems.invalid(name, `duplicate value: two ports of the container are called "${text}"`, {
          related: [{ field: first, message: "the first one" }],
        });
    }
    validateContainerPort(port.get("containerPort"), scope);
    const hostPort = integerOf(port.get("hostPort"));
    if (hostPort !== undefined && hostPort !== 0 && !isPortNumber(hostPort))
      problems.invalid(port.get("hostPort"), `hostPort ${hostPort} ${PORT_RANGE_MESSAGE}`);
    validateEnum(port.get("protocol"), PROTOCOLS, problems, { empty: "default" });
  }
}

function validateContainerPort(field: Field, scope: PodScope): void {
  const port = integerOf(field);
  if (port === undefined) return;
  if (port === 0)
    scope.problems.required(field, "required value: a port needs its containerPort, a number between 1 and 65535");
  else if (!isPortNumber(port)) scope.problems.invalid(field, `containerPort ${port} ${PORT_RANGE_MESSAGE}`);
}

/** The host port after defaulting: with hostNetwork a Pod's container ports are host ports (defaultHostNetworkPorts). */
export function hostPortOf(port: Field, hostNetwork: boolean): number | undefined {
  const given = integerOf(port.get("hostPort"));
  return given === 0 && hostNetwork ? integerOf(port.get("containerPort")) : given;
}

/** Host ports are unique among the containers that run together, and with hostNetwork the same as the container ports. */
export function validateHostPorts(scope: PodScope): void {
  const hostNetwork = isTrue(scope.spec.get("hostNetwork"));
  const containers = scope.spec.get("containers");
  findConflicts(containers.items(), hostNetwork, scope);
  // The server looks at init containers one by one, and calls each of them the first.
  const first = pathOf(scope.spec.get("initContainers", 0));
  for (const container of scope.spec.get("initContainers").items())
    findConflicts([container], hostNetwork, scope, first);
  if (!hostNetwork) return;
  for (const container of containers.items())
    for (const port of container.get("ports").items()) {
      const hostPort = integerOf(port.get("hostPort"));
      const containerPort = integerOf(port.get("containerPort"));
      if (hostPort === undefined || hostPort === 0 || hostPort === containerPort) continue;
      scope.problems.invalid(
        port.get("hostPort"),
        `hostPort ${hostPort} must match \`containerPort\` when \`hostNetwork\` is true, which is ${containerPort ?? "not a number"}`,
      );
    }
}

function findConflicts(containers: readonly Field[], hostNetwork: boolean, scope: PodScope, named?: string): void {
  const seen = new Map<string, { field: Field; explicit: boolean }>();
  for (const container of containers)
    for (const port of container.get("ports").items()) {
      const hostPort = hostPortOf(port, hostNetwork);
      if (hostPort === undefined || hostPort === 0) continue;
      const explicit = integerOf(port.get("hostPort")) !== 0;
      const protocol = textOf(port.get("protocol"));
      const key = `${protocol === "" ? "TCP" : protocol}/${textOf(port.get("hostIP")) ?? ""}/${hostPort}`;
      const other = seen.get(key);
      if (other === undefined) {
        seen.set(key, { field: port, explicit });
        continue;
      }
      const place = port.get(explicit ? "hostPort" : "containerPort");
      const server = named === undefined ? pathOf(port) : `${named}.ports[${port.key}]`;
      const related = [{ field: other.field, message: "the first port that takes it" }];
      const accepted = scope.context.podKind === "template" && !(explicit && other.explicit);
      if (accepted) {
        // Only a Pod's ports are defaulted: the workload is created, and none of its pods.
        scope.problems.invalid(
          place,
          `host port ${hostPort} is taken twice, since hostNetwork makes every container port a host port: creating the pods fails with duplicate value "${key}"`,
          {
            server: undefined,
            related,
          },
        );
      } else
        scope.problems.invalid(place, `duplicate value "${key}": the host port is taken twice in this pod`, {
          serverField: `${server}.hostPort`,
          related,
        });
    }
}
