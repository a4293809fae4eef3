// The ports of a Service (pkg/apis/core/validation validateServicePort and the checks of pairs in ValidateService).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { validateEnum } from "./checks.ts";
import { formatErrors, quote } from "./format.ts";
import { intOrString, isPortNumber, PORT_RANGE_MESSAGE, portErrors } from "./intorstring.ts";
import { isDns1123Label, isQualifiedName } from "./names.ts";
import { integerOf, pathOf, textOf } from "./read.ts";
import type { ServiceView } from "./service.ts";

/** The port of the kubelet, which load balancers must not expose. */
const KUBELET = 10250;

export function validatePorts(view: ServiceView, problems: Problems): void {
  const { spec, ports, type, headless } = view;
  if (ports.length === 0 && !headless && type !== "ExternalName" && type !== undefined)
    problems.required(
      spec.get("ports"),
      'required value: a Service needs a port, unless it is headless (clusterIP: None) or type "ExternalName"',
    );
  const names = new Set<string>();
  for (const port of ports) {
    validateName(port.get("name"), names, ports.length > 1, problems);
    validateNumbers(port, problems);
    validateEnum(port.get("protocol"), ["SCTP", "TCP", "UDP"], problems, { empty: "default" });
    const application = port.get("appProtocol");
    if (application.exists) formatErrors(application, "application protocol", isQualifiedName, problems);
    validateExposure(port, type, problems);
  }
  validatePairs(ports, problems);
}

function validateName(field: Field, names: Set<string>, required: boolean, problems: Problems): void {
  const name = textOf(field);
  if (name === undefined) return;
  if (name === "") {
    if (required) problems.required(field, "required value: with several ports each needs a name");
    return;
  }
  formatErrors(field, "port name", isDns1123Label, problems, { ruleId: "invalid-name" });
  if (names.has(name))
    problems.invalid(field, `duplicate value ${quote(name)}: port names are unique within a Service`);
  names.add(name);
}

/** A target port of nothing, 0 or "" is the port itself. */
function validateNumbers(port: Field, problems: Problems): void {
  const number = port.get("port");
  const value = integerOf(number);
  const target = port.get("targetPort");
  const given = intOrString(target);
  const defaulted = given !== undefined && (given.value === 0 || given.value === "");
  if (value !== undefined && !isPortNumber(value))
    problems.invalid(
      number,
      number.exists
        ? `port ${value}: ${PORT_RANGE_MESSAGE}`
        : `required value: port is missing, which counts as 0 and ${PORT_RANGE_MESSAGE}`,
      { ...(number.exists ? {} : { ruleId: "missing-field" }), ...(defaulted ? { serverAlso: [pathOf(target)] } : {}) },
    );
  if (defaulted || given === undefined) return;
  const errors = portErrors(given);
  if (errors.length > 0)
    problems.invalid(
      target,
      `targetPort ${JSON.stringify(given.value)}: ${errors.join("; ")}${quotedNumber(given.value)}`,
    );
}

function quotedNumber(value: string | number): string {
  return typeof value === "string" && /^[0-9]{1,5}$/.test(value)
    ? `; did you mean ${Number(value)}, without quotes?`
    : "";
}

function validateExposure(port: Field, type: string | undefined, problems: Problems): void {
  const number = integerOf(port.get("port"));
  if (type === "LoadBalancer" && number === KUBELET)
    problems.invalid(
      port.get("port"),
      `port ${KUBELET} may not be exposed: may not expose port ${KUBELET} externally since it is used by kubelet`,
      {
        serverField: pathOf(port),
      },
    );
  const nodePort = port.get("nodePort");
  const node = integerOf(nodePort);
  if (type === "ClusterIP" && node !== undefined && node !== 0)
    problems.invalid(nodePort, `nodePort ${node} may not be used when \`type\` is 'ClusterIP'`, {
      help: "set type: NodePort, or remove nodePort",
    });
}

/** Node ports and ports are unique for each protocol. */
function validatePairs(ports: readonly Field[], problems: Problems): void {
  const nodePorts = new Set<string>();
  const numbers = new Set<string>();
  for (const port of ports) {
    const given = textOf(port.get("protocol"));
    const protocol = given === "" ? "TCP" : given;
    const nodePort = integerOf(port.get("nodePort"));
    const number = integerOf(port.get("port"));
    if (protocol === undefined) continue;
    if (nodePort !== undefined && nodePort !== 0) {
      if (nodePorts.has(`${protocol} ${nodePort}`))
        problems.invalid(
          port.get("nodePort"),
          `duplicate value: nodePort ${nodePort} with protocol ${protocol} is there twice`,
        );
      nodePorts.add(`${protocol} ${nodePort}`);
    }
    if (number === undefined) continue;
    if (numbers.has(`${protocol} ${number}`))
      problems.invalid(port.get("port"), `duplicate value: port ${number} with protocol ${protocol} is there twice`, {
        serverField: pathOf(port),
      });
    numbers.add(`${protocol} ${number}`);
  }
}
