// What a NetworkPolicy lets in.

import type { Field } from "../field.ts";
import type { Resource } from "./resource.ts";

/** A port of a pod that somebody wants to reach. */
export interface AskedPort {
  readonly number: number;
  readonly name: string | undefined;
  readonly protocol: string;
}

/** Some rule admits the port, from whomever; what is not known counts as admitted. */
export function admits({ spec }: Resource, asked: AskedPort): boolean {
  return spec
    .get("ingress")
    .items()
    .some(rule => {
      const ports = rule.get("ports").items();
      return ports.length === 0 || ports.some(port => fits(port, asked));
    });
}

function fits(port: Field, { number, name, protocol }: AskedPort): boolean {
  if ((port.get("protocol").string ?? "TCP") !== protocol) return false;
  const from = port.get("port");
  if (!from.exists || from.isUnknown) return true;
  if (from.string !== undefined) return name === undefined || from.string === name;
  const end = port.get("endPort").number ?? from.number ?? 0;
  return from.number !== undefined && number >= from.number && number <= end;
}
