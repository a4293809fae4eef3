// ConfigMap and Secret (ValidateConfigMap, ValidateSecret).

import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import { isRefused } from "../checks.ts";
import { reportFormat } from "../format.ts";
import { validateMetadata } from "../metadata.ts";
import { byteLength, isConfigMapKey } from "../names.ts";
import { keyPathOf, rawTextOf, stringMapOf, textOf } from "../read.ts";
import type { Cluster } from "../validator.ts";

const LARGEST = 1024 * 1024;

export function validateConfigMap(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  const binary = object.get("binaryData");
  let size = 0;
  for (const entry of object.get("data").entries()) {
    const key = String(entry.key);
    const details = { serverField: keyPathOf(entry) };
    reportFormat(entry, key, "key of a ConfigMap", isConfigMapKey(key), problems, details);
    const twin = binary.get(key);
    if (twin.entry !== undefined)
      problems.invalid(entry, `key "${key}": duplicate of key present in binaryData`, {
        ...details,
        related: [{ field: twin, message: "the key in binaryData" }],
      });
    size += byteLength(rawTextOf(entry) ?? "");
  }
  for (const entry of binary.entries()) {
    const key = String(entry.key);
    reportFormat(entry, key, "key of a ConfigMap", isConfigMapKey(key), problems, { serverField: keyPathOf(entry) });
    size += decodedLength(rawTextOf(entry) ?? "");
  }
  if (size > LARGEST)
    problems.invalid(
      object.get("data"),
      `the values have ${size} bytes together: may not be more than ${LARGEST} bytes`,
      { serverField: "" },
    );
}

/** The number of bytes that a base64 text stands for. */
function decodedLength(text: string): number {
  const plain = text.replace(/\s/g, "").replace(/=+$/, "");
  return Math.floor((plain.length * 3) / 4);
}

/** What a Secret holds after stringData was put over data. */
interface SecretData {
  /** The place of each key, by which it is reported. */
  readonly entries: ReadonlyMap<string, Field>;
  /** The content as text; undefined where a template fills it in or it is no base64. */
  text(key: string): string | undefined;
}

function secretData(object: Field): SecretData {
  const entries = new Map<string, Field>();
  for (const list of ["data", "stringData"])
    for (const entry of object.get(list).entries()) entries.set(String(entry.key), entry);
  return {
    entries,
    text(key) {
      const entry = entries.get(key);
      const value = entry === undefined ? undefined : textOf(entry);
      if (value === undefined || entry?.parent?.key === "stringData") return value;
      try {
        return new TextDecoder().decode(
          Uint8Array.from(atob(value.replace(/\s/g, "")), character => character.charCodeAt(0)),
        );
      } catch {
        return undefined;
      }
    },
  };
}

const NEEDED_KEYS: Readonly<Record<string, readonly string[]>> = {
  "kubernetes.io/dockercfg": [".dockercfg"],
  "kubernetes.io/dockerconfigjson": [".dockerconfigjson"],
  "kubernetes.io/ssh-auth": ["ssh-privatekey"],
  "kubernetes.io/tls": ["tls.crt", "tls.key"],
};
const ACCOUNT_NAME = "kubernetes.io/service-account.name";

export function validateSecret(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  const data = secretData(object);
  let size = 0;
  for (const [key, entry] of data.entries) {
    reportFormat(entry, key, "key of a Secret", isConfigMapKey(key), problems, { serverField: `data[${key}]` });
    const value = rawTextOf(entry) ?? "";
    size += entry.parent?.key === "stringData" ? byteLength(value) : decodedLength(value);
  }
  if (size > LARGEST)
    problems.invalid(
      object.get("data"),
      `the values have ${size} bytes together: may not be more than ${LARGEST} bytes`,
    );
  const type = textOf(object.get("type"));
  if (type !== undefined) validateType(object, type, data, problems);
  if (type === "kubernetes.io/tls" && !isRefused(problems)) warnTls(data, problems);
}

function validateType(object: Field, type: string, data: SecretData, problems: Problems): void {
  const missing = (key: string) =>
    problems.required(object.get("data", key), `required value: a Secret of type ${type} needs the key "${key}"`, {
      serverField: `data[${key}]`,
    });
  for (const key of NEEDED_KEYS[type] ?? []) {
    const entry = data.entries.get(key);
    if (entry === undefined || (key === "ssh-privatekey" && rawTextOf(entry) === "")) missing(key);
    else if (key.startsWith(".docker")) validateJson(entry, key, data.text(key), problems);
  }
  if (type === "kubernetes.io/basic-auth" && !data.entries.has("username") && !data.entries.has("password")) {
    problems.required(
      object.get("data"),
      'required value: a Secret of type kubernetes.io/basic-auth needs the key "username" or "password"',
      {
        serverField: "data[username]",
        serverAlso: ["data[password]"],
      },
    );
  }
  if (
    type === "kubernetes.io/service-account-token" &&
    !stringMapOf(object.get("metadata", "annotations")).get(ACCOUNT_NAME)
  )
    problems.required(
      object.get("metadata", "annotations"),
      `required value: a Secret of type ${type} needs the annotation ${ACCOUNT_NAME}`,
      {
        serverField: `metadata.annotations[${ACCOUNT_NAME}]`,
      },
    );
}

/** The content never appears in a message. */
function validateJson(entry: Field, key: string, text: string | undefined, problems: Problems): void {
  if (text === undefined) return;
  const details = { serverField: `data[${key}]` };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || Array.isArray(value))
      problems.invalid(
        entry,
        `${key} holds no JSON object: json: cannot unmarshal into Go value of type map[string]interface {}`,
        details,
      );
  } catch {
    problems.invalid(entry, `${key} is not valid JSON${text === "" ? ": unexpected end of JSON input" : ""}`, details);
  }
}

/** tls.X509KeyPair, as far as the frame of the PEM goes. */
function warnTls(data: SecretData, problems: Problems): void {
  const certificate = data.text("tls.crt");
  const place = data.entries.get("tls.crt");
  if (certificate === undefined || place === undefined) return;
  const details = { serverField: "tls" };
  if (!hasPem(certificate)) {
    problems.warns(place, "tls: failed to find any PEM data in certificate input", details);
    return;
  }
  const key = data.text("tls.key");
  const keyPlace = data.entries.get("tls.key");
  if (key !== undefined && keyPlace !== undefined && !hasPem(key))
    problems.warns(keyPlace, "tls: failed to find any PEM data in key input", details);
}

function hasPem(text: string): boolean {
  const begin = text.indexOf("-----BEGIN ");
  return begin >= 0 && text.indexOf("-----END ", begin) > begin;
}
