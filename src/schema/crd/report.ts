// From faults to problems: one for each root cause, with all the fields that the server's errors name.

import { formatPath } from "../../diagnostic.ts";
import type { Field } from "../../field.ts";
import type { Details, Problems } from "../problems.ts";
import { dotted, type Fault, type FaultCode } from "./fault.ts";
import { fixesOf } from "./fixes.ts";
import { sentence } from "./words.ts";

/** What the server calls the place of an error of anyOf, oneOf, allOf and not. */
export const NO_FIELD = "<nil>";

const RULES: Partial<Record<FaultCode, string>> = {
  type: "invalid-type",
  required: "missing-field",
  closed: "unknown-field",
};

export interface ReportOptions {
  /** "CRD widgets.example.com v1". */
  readonly by: string;
  /** What the server puts before every field. */
  readonly prefix?: string;
  readonly details?: Details;
}

/** Reports faults of the value at `root`. */
export function reportFaults(root: Field, faults: readonly Fault[], options: ReportOptions, problems: Problems): void {
  for (const { fault, fields } of rootCauses(faults, options.prefix ?? "")) {
    const field = root.get(...fault.path);
    const [first = "", ...others] = fields;
    const isOwn = first === formatPath(field.path);
    const fixes = fixesOf(field, fault);
    problems.add(field, sentence(fault, options.by), {
      ruleId: fault.ruleId ?? RULES[fault.code] ?? "invalid-value",
      server: "rejects",
      ...(isOwn ? {} : { serverField: first }),
      ...(others.length > 0 ? { serverAlso: others } : {}),
      ...(fixes.length > 0 ? { fixes } : {}),
      ...options.details,
    });
  }
}

interface Cause {
  readonly fault: Fault;
  readonly fields: Set<string>;
}

/** A value of the wrong type explains everything else that is wrong with it; equal faults are said once. */
function rootCauses(faults: readonly Fault[], prefix: string): Cause[] {
  const wrongTypes = new Map<string, Cause>();
  const others = new Map<string, Cause>();
  for (const fault of faults) {
    const place = dotted(fault.path);
    if (fault.code === "type" && !wrongTypes.has(place)) wrongTypes.set(place, { fault, fields: new Set() });
  }
  for (const fault of faults) {
    const place = dotted(fault.path);
    const key = isLogic(fault) ? `${others.size}` : `${place} ${fault.code} ${fault.message ?? ""}`;
    const cause = wrongTypes.get(place) ?? others.get(key) ?? { fault, fields: new Set() };
    for (const field of serverFields(fault, prefix)) cause.fields.add(field);
    if (!wrongTypes.has(place)) others.set(key, cause);
  }
  return [...wrongTypes.values(), ...others.values()];
}

function isLogic({ code }: Fault): boolean {
  return code === "anyOf" || code === "oneOf" || code === "not";
}

/** The fields that the server's errors name for a fault, the first for the fault itself. */
function serverFields(fault: Fault, prefix: string): string[] {
  const nothing = prefix === "" ? NO_FIELD : prefix;
  const path = fault.code === "closed" ? fault.path.slice(0, -1) : fault.path;
  // An error without a place is one of the value as a whole.
  const own =
    isLogic(fault) || fault.serverField === "" ? nothing : withPrefix(prefix, fault.serverField ?? dotted(path));
  const inner = (fault.inner ?? []).flatMap(below => serverFields(below, prefix));
  return [own, ...inner, ...(fault.wrapped === true ? [nothing] : [])];
}

function withPrefix(prefix: string, text: string): string {
  return prefix === "" ? text : text === "" ? prefix : `${prefix}.${text}`;
}
