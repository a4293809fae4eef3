// NetworkPolicy (pkg/apis/networking/validation ValidateNetworkPolicySpec).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { isRefused, validateEnum } from "./checks.ts";
import { isStrictSubset, validateCidr, warnCidr } from "./cidr.ts";
import { quote } from "./format.ts";
import { intOrString, isPortNumber, PORT_RANGE_MESSAGE, portErrors } from "./intorstring.ts";
import { validateMetadata } from "./metadata.ts";
import { integerOf, pathOf, textOf } from "./read.ts";
import { validateLabelSelector } from "./selector.ts";
import type { Validator } from "./validator.ts";

const DIRECTIONS = [
  ["ingress", "from"],
  ["egress", "to"],
] as const;
const TYPES = ["Ingress", "Egress"];

export const validateNetworkPolicy: Validator = (object, _cluster, problems) => {
  const before = problems.list.length;
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  const spec = object.get("spec");
  validateLabelSelector(spec.get("podSelector"), problems);
  for (const [direction, peers] of DIRECTIONS)
    for (const rule of spec.get(direction).items()) {
      for (const port of rule.get("ports").items()) validatePort(port, problems);
      for (const peer of rule.get(peers).items()) validatePeer(peer, problems);
    }
  const types = spec.get("policyTypes");
  if (types.items().length > TYPES.length)
    problems.invalid(
      types,
      `policyTypes has ${types.items().length} values: may not specify more than two policyTypes`,
    );
  else for (const type of types.items()) validateEnum(type, TYPES, problems, { empty: "unsupported" });
  if (!isRefused(problems, before)) warnBlocks(spec, problems);
};

function warnBlocks(spec: Field, problems: Problems): void {
  for (const [direction, peers] of DIRECTIONS)
    for (const rule of spec.get(direction).items())
      for (const peer of rule.get(peers).items()) {
        const block = peer.get("ipBlock");
        for (const cidr of [block.get("cidr"), ...block.get("except").items()]) warnCidr(cidr, pathOf(cidr), problems);
      }
}

function validatePort(rule: Field, problems: Problems): void {
  validateEnum(rule.get("protocol"), ["TCP", "UDP", "SCTP"], problems);
  const field = rule.get("port");
  const end = rule.get("endPort");
  const last = end.exists ? integerOf(end) : undefined;
  if (!field.exists) {
    if (last !== undefined)
      problems.invalid(end, `endPort ${last} may not be specified when \`port\` is not specified`);
    return;
  }
  const port = intOrString(field);
  if (port === undefined) return;
  const errors = portErrors(port);
  if (errors.length > 0) problems.invalid(field, `port ${JSON.stringify(port.value)}: ${errors.join("; ")}`);
  if (last === undefined) return;
  if (port.kind === "string")
    problems.invalid(
      end,
      `endPort ${last} may not be specified when \`port\` is non-numeric, and it is ${quote(port.value)}`,
    );
  else if (last < port.value)
    problems.invalid(end, `endPort ${last} is less than port ${port.value}: must be greater than or equal to \`port\``);
  else if (!isPortNumber(last)) problems.invalid(end, `endPort ${last}: ${PORT_RANGE_MESSAGE}`);
}

function validatePeer(peer: Field, problems: Problems): void {
  const block = peer.get("ipBlock");
  const selectors = [peer.get("podSelector"), peer.get("namespaceSelector")].filter(field => field.exists);
  for (const selector of selectors) validateLabelSelector(selector, problems);
  if (block.exists) validateBlock(block, problems);
  if (!block.exists && selectors.length === 0)
    problems.required(peer, "required value: must specify a peer: podSelector, namespaceSelector or ipBlock");
  if (block.exists && selectors.length > 0)
    problems.invalid(peer, "may not specify both ipBlock and another peer", {
      related: [{ field: block, message: "the addresses" }],
      help: "make two list items of it: they are alternatives",
    });
}

function validateBlock(block: Field, problems: Problems): void {
  const field = block.get("cidr");
  if (textOf(field) === "") {
    problems.required(field, "required value: an ipBlock needs a cidr");
    return;
  }
  const outer = validateCidr(field, problems);
  if (outer === undefined) return;
  for (const item of block.get("except").items()) {
    const inner = validateCidr(item, problems);
    if (inner !== undefined && !isStrictSubset(inner, outer))
      problems.invalid(
        item,
        `${quote(textOf(item) ?? "")} is not within ${quote(textOf(field) ?? "")}: must be a strict subset of \`cidr\``,
      );
  }
}
