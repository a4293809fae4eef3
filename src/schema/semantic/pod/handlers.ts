// What a probe or a lifecycle hook does (ValidatePodSpec: validateHandler and what it calls).

import type { Field } from "../../../field.ts";
import type { Details, Problems } from "../../problems.ts";
import { validateEnum } from "../checks.ts";
import { replaceScalar } from "../fixes.ts";
import { formatMessage } from "../format.ts";
import { intOrString, isPortNumber, PORT_RANGE_MESSAGE, portErrors } from "../intorstring.ts";
import { isHttpHeaderName } from "../names.ts";
import { pathOf, textOf } from "../read.ts";

export type SleepCheck = (sleep: Field) => void;

export interface HandlerRules {
  readonly kinds: readonly string[];
  /** The rule that wrong values belong to, where it is not the general one. */
  readonly ruleId?: string;
  readonly sleep?: SleepCheck;
}

function ofRule(rules: HandlerRules): Details {
  return rules.ruleId === undefined ? {} : { ruleId: rules.ruleId };
}

/** Exactly one kind of handler, and that one well formed. The server looks at the kinds in a fixed order and refuses all after the first. */
export function validateHandler(handler: Field, rules: HandlerRules, problems: Problems): void {
  const given = rules.kinds.filter(kind => handler.get(kind).exists);
  const [first, ...more] = given;
  if (first === undefined) {
    problems.required(
      handler,
      `required value: ${handler.key} must specify a handler type (${rules.kinds.join(", ")})`,
      ofRule(rules),
    );
    return;
  }
  if (more.length > 0) {
    const [second = "", ...others] = more;
    problems.invalid(
      handler.get(second),
      `${handler.key} has ${given.join(" and ")}: may not specify more than 1 handler type`,
      {
        ...ofRule(rules),
        serverAlso: others.map(kind => pathOf(handler.get(kind))),
        related: [{ field: handler.get(first), message: `${first} is the first handler` }],
      },
    );
  }
  validateKind(handler.get(first), first, rules, problems);
}

function validateKind(action: Field, kind: string, rules: HandlerRules, problems: Problems): void {
  const details = ofRule(rules);
  if (kind === "exec") {
    const command = action.get("command");
    if (command.items().length === 0)
      problems.required(command, "required value: exec needs a command with at least one element", details);
  } else if (kind === "httpGet") validateHttpGet(action, problems, details);
  else if (kind === "tcpSocket") validatePort(action.get("port"), problems, details);
  else if (kind === "grpc") validateGrpcPort(action.get("port"), problems);
  else rules.sleep?.(action);
}

function validateHttpGet(action: Field, problems: Problems, details: Details): void {
  validatePort(action.get("port"), problems, details);
  validateEnum(action.get("scheme"), ["HTTP", "HTTPS"], problems, { empty: "default", ...details });
  const headers = action.get("httpHeaders");
  for (const header of headers.items()) {
    const name = textOf(header.get("name"));
    const errors = name === undefined ? [] : isHttpHeaderName(name);
    if (errors.length > 0)
      problems.invalid(header.get("name"), formatMessage(name ?? "", "HTTP header name", errors), {
        ...details,
        serverField: pathOf(headers),
      });
  }
}

/** ValidatePortNumOrName: a number, or the name of a port. Digits in quotes are neither. */
export function validatePort(field: Field, problems: Problems, details: Details = {}): void {
  const port = intOrString(field);
  if (port === undefined) return;
  const errors = portErrors(port);
  if (errors.length === 0) return;
  if (port.kind === "int") {
    const what = field.exists ? `port ${port.value}` : "the port is missing and counts as 0: it";
    problems.invalid(field, `${what} ${PORT_RANGE_MESSAGE}`, details);
    return;
  }
  const number = /^[0-9]{1,5}$/.test(port.value) ? Number(port.value) : 0;
  if (isPortNumber(number)) {
    const fixes = replaceScalar(field, String(number), `write the number ${number}`);
    problems.invalid(
      field,
      `"${port.value}" in quotes is a port name, and a port name must contain at least one letter (a-z); write ${number}`,
      {
        ...details,
        ruleId: "probe-port-numeric-string",
        ...(fixes.length > 0 ? { fixes } : {}),
      },
    );
  } else problems.invalid(field, formatMessage(port.value, "port name", errors), details);
}

function validateGrpcPort(field: Field, problems: Problems): void {
  const port = field.exists ? field.number : 0;
  if (port === undefined || isPortNumber(port)) return;
  const what = field.exists ? `grpc port ${port}` : "the grpc port is missing and counts as 0: it";
  problems.invalid(field, `${what} ${PORT_RANGE_MESSAGE}`, { ruleId: "grpc-probe-invalid" });
}
