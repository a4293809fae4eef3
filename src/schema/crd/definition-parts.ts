// Subresources, printer columns, selectable fields and conversion of a definition (apiextensions/validation).

import type { Field } from "../../field.ts";
import type { Details, Problems } from "../problems.ts";
import { isDns1035Label, isDns1123Subdomain } from "../semantic/names.ts";
import { integerOf, textOf } from "../semantic/read.ts";
import { fieldPathError } from "./field-path.ts";
import type { Schema } from "./schema.ts";

const RULE = "api-invalid";

function says(serverField: string): Details {
  return { ruleId: RULE, serverField };
}

/** Reports an empty text. True when it is there. */
function requireThere(field: Field, serverField: string, problems: Problems): boolean {
  const text = textOf(field);
  if (text !== "") return text !== undefined;
  problems.required(field, `required value: ${field.key} is missing`, says(serverField));
  return false;
}

export function validateSubresources(field: Field, serverField: string, problems: Problems): void {
  const scale = field.get("scale");
  if (!scale.exists) return;
  const paths: readonly [string, readonly string[]][] = [
    ["specReplicasPath", [".spec."]],
    ["statusReplicasPath", [".status."]],
    ["labelSelectorPath", [".spec.", ".status."]],
  ];
  for (const [key, starts] of paths) {
    const path = scale.get(key);
    const server = `${serverField}.scale.${key}`;
    const text = textOf(path);
    if (text === undefined || (text === "" && key === "labelSelectorPath")) continue;
    if (!requireThere(path, server, problems)) continue;
    if (!text.startsWith("."))
      problems.invalid(path, `"${text}" must be a simple json path starting with .`, says(server));
    else if (!starts.some(start => text.startsWith(start)))
      problems.invalid(
        path,
        `"${text}" should be a json path under ${starts.map(start => start.slice(0, -1)).join(" or ")}`,
        says(server),
      );
  }
}

const COLUMN_TYPES = ["boolean", "date", "integer", "number", "string"];
const COLUMN_FORMATS = ["byte", "date", "date-time", "double", "float", "int32", "int64", "password"];

export function validateColumns(columns: Field, serverField: string, problems: Problems): void {
  columns.items().forEach((column, index) => {
    const server = (key: string) => says(`${serverField}[${index}].${key}`);
    requireThere(column.get("name"), `${serverField}[${index}].name`, problems);
    const type = textOf(column.get("type"));
    if (
      requireThere(column.get("type"), `${serverField}[${index}].type`, problems) &&
      !COLUMN_TYPES.includes(type ?? "")
    )
      problems.invalid(column.get("type"), `type "${type}" must be one of ${COLUMN_TYPES.join(",")}`, server("type"));
    const format = textOf(column.get("format"));
    if (format !== undefined && format !== "" && !COLUMN_FORMATS.includes(format))
      problems.invalid(
        column.get("format"),
        `format "${format}" must be one of ${COLUMN_FORMATS.join(",")}`,
        server("format"),
      );
    // The server still calls the field by its name in v1beta1.
    const path = column.get("jsonPath");
    if (requireThere(path, `${serverField}[${index}].JSONPath`, problems) && textOf(path)?.startsWith(".") === false)
      problems.invalid(path, `"${textOf(path)}" must be a simple json path starting with .`, server("JSONPath"));
  });
}

const MOST_SELECTABLE = 8;
const SELECTABLE = ["string", "boolean", "integer"];

export function validateSelectableFields(
  fields: Field,
  schema: Schema | undefined,
  serverField: string,
  problems: Problems,
): void {
  if (fields.items().length === 0) return;
  if (schema === undefined) {
    const message = "selectableFields may only be set where a schema is included, for the same versions";
    problems.invalid(fields, message, says(serverField));
    return;
  }
  const seen = new Set<string>();
  fields.items().forEach((field, index) => {
    const path = field.get("jsonPath");
    const server = `${serverField}[${index}].jsonPath`;
    if (!requireThere(path, server, problems)) return;
    const text = textOf(path) ?? "";
    const found = fieldPathError(text, schema, false);
    const invalid = (message: string) => problems.invalid(path, `"${text}" ${message}`, says(server));
    if (found.error !== undefined) {
      invalid(`is an invalid path: ${found.error}`);
      return;
    }
    const key = found.steps.join(".");
    if (found.steps[0] === "metadata") invalid("must not point to fields in metadata");
    else if (!SELECTABLE.includes(found.schema?.type ?? ""))
      invalid(
        "must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed.",
      );
    else if (seen.has(key)) invalid("is there twice: duplicate value");
    seen.add(key);
  });
  if (seen.size > MOST_SELECTABLE)
    problems.invalid(
      fields,
      `${seen.size} selectable fields: must have at most ${MOST_SELECTABLE} items`,
      says(serverField),
    );
}

const STRATEGIES = ["None", "Webhook"];
const REVIEWS = ["v1", "v1beta1"];

export function validateConversion(conversion: Field, problems: Problems): void {
  if (!conversion.exists) return;
  const strategy = conversion.get("strategy");
  const text = textOf(strategy);
  if (text === undefined) return;
  if (text === "") problems.required(strategy, "required value: a conversion names its strategy", { ruleId: RULE });
  else if (!STRATEGIES.includes(text))
    problems.invalid(strategy, `unsupported value "${text}"; supported values: "None", "Webhook"`, { ruleId: RULE });
  const client = conversion.get("webhook", "clientConfig");
  const reviews = conversion.get("webhook", "conversionReviewVersions");
  if (text === "Webhook") {
    validateClient(client, problems);
    validateReviews(reviews, problems);
    return;
  }
  if (client.exists) problems.invalid(client, "should not be set when strategy is not set to Webhook", says(CLIENT));
  if (reviews.items().length > 0)
    problems.invalid(reviews, "should not be set when strategy is not set to Webhook", says(VERSIONS));
}

/** The server's names are those of its internal version. */
const CLIENT = "spec.conversion.webhookClientConfig";
const VERSIONS = "spec.conversion.conversionReviewVersions";

function validateReviews(reviews: Field, problems: Problems): void {
  const items = reviews.items();
  if (items.length === 0) {
    problems.required(reviews, "required value: conversionReviewVersions names v1 or v1beta1", says(VERSIONS));
    return;
  }
  const seen = new Set<string>();
  items.forEach((item, index) => {
    const version = textOf(item);
    if (version === undefined) return;
    const errors = seen.has(version) ? ["duplicate version"] : isDns1035Label(version);
    if (errors.length > 0) problems.invalid(item, `"${version}": ${errors.join("; ")}`, says(`${VERSIONS}[${index}]`));
    seen.add(version);
  });
  if (!REVIEWS.some(version => seen.has(version)) && items.every(item => item.string !== undefined))
    problems.invalid(reviews, `must include at least one of ${REVIEWS.join(", ")}`, says(VERSIONS));
}

function validateClient(client: Field, problems: Problems): void {
  if (!client.exists) {
    problems.required(client, "required value: a client is required when strategy is set to Webhook", says(CLIENT));
    return;
  }
  const [url, service] = [client.get("url"), client.get("service")];
  if (url.exists === service.exists)
    problems.required(client, "required value: exactly one of url or service is required", says(CLIENT));
  else if (url.exists) validateUrl(url, problems);
  else validateService(service, problems);
}

/** webhook.ValidateWebhookURL, in which only https will do. */
function validateUrl(field: Field, problems: Problems): void {
  const text = textOf(field);
  if (text === undefined) return;
  const [, scheme = "", rest = ""] = /^([A-Za-z][\w+.-]*):\/\/(.*)$/s.exec(text) ?? [];
  const [, authority = "", tail = ""] = /^([^/?#]*)(.*)$/s.exec(rest) ?? [];
  const errors: string[] = [];
  if (scheme.toLowerCase() !== "https") errors.push("'https' is the only allowed URL scheme");
  if (authority.replace(/^.*@/s, "") === "") errors.push("host must be specified");
  if (authority.includes("@")) errors.push("user information is not permitted in the URL");
  if (/[\s"<>\\^`{|}]/.test(authority)) errors.push("url must be a valid URL");
  if (tail.includes("#")) errors.push("fragments are not permitted in the URL");
  if (tail.split("#")[0]?.includes("?")) errors.push("query parameters are not permitted in the URL");
  if (errors.length > 0)
    problems.invalid(
      field,
      `url "${text}": ${errors.join("; ")}; desired format: https://host[/path]`,
      says(`${CLIENT}.url`),
    );
}

const HTTPS = 443;
const MOST_PORTS = 65_535;

/** webhook.ValidateWebhookService, which is handed name and namespace the wrong way round: each error names the other field. */
function validateService(service: Field, problems: Problems): void {
  for (const [key, named] of [
    ["name", "namespace"],
    ["namespace", "name"],
  ] as const)
    if (textOf(service.get(key)) === "")
      problems.required(
        service.get(key),
        `required value: the ${key} of the Service that converts`,
        says(`${CLIENT}.service.${named}`),
      );
  const port = integerOf(service.get("port"), HTTPS);
  if (port !== undefined && (port < 1 || port > MOST_PORTS))
    problems.invalid(
      service.get("port"),
      `port ${port} is not valid: must be between 1 and 65535, inclusive`,
      says(`${CLIENT}.service.port`),
    );
  const path = service.get("path");
  const error = pathError(textOf(path));
  if (error !== undefined) problems.invalid(path, `path "${textOf(path)}": ${error}`, says(`${CLIENT}.service.path`));
}

function pathError(path: string | undefined): string | undefined {
  if (path === undefined || path === "" || path === "/") return undefined;
  if (!path.startsWith("/")) return "must start with a '/'";
  const steps = path.slice(1).replace(/\/$/, "").split("/");
  for (const [index, step] of steps.entries()) {
    if (step === "") return `segment[${index}] may not be empty`;
    const errors = isDns1123Subdomain(step);
    if (errors.length > 0) return `segment[${index}]: ${errors.join("; ")}`;
  }
  return undefined;
}
