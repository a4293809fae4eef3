// Volumes made of keys and fields: configMap, secret, downwardAPI and projected.

import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import { requireText } from "../checks.ts";
import { formatErrors } from "../format.ts";
import { isDns1123Subdomain } from "../names.ts";
import { integerOf, pathOf, rawTextOf, textOf } from "../read.ts";
import { validateLabelSelector } from "../selector.ts";
import { VOLUME_FIELDS, validateFieldRef, validateResourceFieldRef } from "./field-refs.ts";
import { validateMode, validateRelativePath } from "./paths.ts";

/** ClusterTrustBundleProjection and PodCertificateRequest are off by default up to this minor: their sources vanish. */
const GATED_SOURCES_OFF_UNTIL = 36;

/** validateSecretVolumeSource and validateConfigMapVolumeSource. */
export function validateKeyVolume(source: Field, nameKey: "name" | "secretName", problems: Problems): void {
  requireText(
    source.get(nameKey),
    `a ${source.key} volume needs the ${source.key === "secret" ? "Secret" : "ConfigMap"}'s name`,
    problems,
  );
  validateMode(source.get("defaultMode"), problems);
  for (const item of source.get("items").items()) validateKeyToPath(item, problems);
}

function validateKeyToPath(item: Field, problems: Problems): void {
  requireText(item.get("key"), "an item needs the key", problems);
  if (requireText(item.get("path"), "an item needs the path of its file", problems))
    validateRelativePath(item.get("path"), problems);
  validateMode(item.get("mode"), problems);
}

/** The server leaves the number of an item out of the paths in its errors: `parent` is what it writes. */
function validateDownwardFile(file: Field, parent: string, problems: Problems): void {
  const path = file.get("path");
  const at = (key: string) => ({ serverField: `${parent}.${key}` });
  if (requireText(path, "an item needs the path of its file", problems, at("path")))
    validateRelativePath(path, problems, at("path"));
  const fieldRef = file.get("fieldRef");
  const resourceRef = file.get("resourceFieldRef");
  if (fieldRef.exists) {
    validateFieldRef(fieldRef, VOLUME_FIELDS, problems, `${parent}.fieldRef`);
    if (resourceRef.exists)
      problems.invalid(file, "fieldRef and resourceFieldRef can not be specified simultaneously", {
        serverField: parent,
      });
  } else if (resourceRef.exists) validateResourceFieldRef(resourceRef, true, problems, `${parent}.resourceFieldRef`);
  else
    problems.required(file, "required value: one of fieldRef and resourceFieldRef is required", {
      serverField: parent,
    });
  validateMode(file.get("mode"), problems, at("mode"));
}

export function validateDownwardVolume(source: Field, problems: Problems): void {
  validateMode(source.get("defaultMode"), problems);
  for (const file of source.get("items").items()) validateDownwardFile(file, pathOf(source), problems);
}

export function validateProjected(volume: Field, minor: number, problems: Problems): void {
  validateMode(volume.get("defaultMode"), problems);
  const paths = new PathSet(volume, problems);
  for (const source of volume.get("sources").items()) {
    const given = source.entries().filter(entry => entry.exists && !dropGated(entry, minor, problems));
    for (const entry of given) validateProjection(entry, volume, paths, problems);
    if (given.length > 1)
      problems.invalid(
        source,
        `${given.map(entry => entry.key).join(" and ")} in one source: may not specify more than 1 volume type per source`,
      );
  }
}

/** Paths that two sources write to are refused; the server says so about the whole volume. */
class PathSet {
  readonly #seen = new Map<string, Field>();
  readonly #volume: Field;
  readonly #problems: Problems;

  constructor(volume: Field, problems: Problems) {
    this.#volume = volume;
    this.#problems = problems;
  }

  add(path: Field): void {
    const text = textOf(path);
    if (text === undefined || text === "") return;
    const first = this.#seen.get(text);
    if (first === undefined) this.#seen.set(text, path);
    else
      this.#problems.invalid(path, `"${text}" is written twice in this volume: conflicting duplicate paths`, {
        serverField: pathOf(this.#volume),
        related: [{ field: first, message: "the first file of this path" }],
      });
  }
}

/** What a feature gate that is off makes of a projected source. */
function dropGated(entry: Field, minor: number, problems: Problems): boolean {
  if (minor > GATED_SOURCES_OFF_UNTIL || (entry.key !== "clusterTrustBundle" && entry.key !== "podCertificate"))
    return false;
  const gate = entry.key === "clusterTrustBundle" ? "ClusterTrustBundleProjection" : "PodCertificateRequest";
  problems.drops(
    entry,
    `${entry.key} is dropped without a word: the feature gate ${gate} is off by default, so the files are missing in the volume`,
  );
  return true;
}

function validateProjection(source: Field, volume: Field, paths: PathSet, problems: Problems): void {
  const kind = String(source.key);
  if (kind === "secret" || kind === "configMap") {
    requireText(
      source.get("name"),
      `a projected ${kind} needs the name of the ${kind === "secret" ? "Secret" : "ConfigMap"}`,
      problems,
    );
    for (const item of source.get("items").items()) {
      validateKeyToPath(item, problems);
      paths.add(item.get("path"));
    }
  } else if (kind === "downwardAPI") {
    for (const item of source.get("items").items()) {
      validateDownwardFile(item, pathOf(source), problems);
      paths.add(item.get("path"));
    }
  } else if (kind === "serviceAccountToken") validateToken(source, volume, problems);
  else if (kind === "clusterTrustBundle") validateTrustBundle(source, paths, problems);
}

const TOKEN_LEAST_SECONDS = 600;
const TOKEN_MOST_SECONDS = 2 ** 32;
const TOKEN_DEFAULT_SECONDS = 3600;

function validateToken(source: Field, volume: Field, problems: Problems): void {
  const field = source.get("expirationSeconds");
  const seconds = integerOf(field, TOKEN_DEFAULT_SECONDS);
  if (seconds !== undefined && seconds < TOKEN_LEAST_SECONDS)
    problems.invalid(
      field,
      `expirationSeconds ${seconds} is less than ${TOKEN_LEAST_SECONDS}: may not specify a duration less than 10 minutes`,
    );
  if (seconds !== undefined && seconds > TOKEN_MOST_SECONDS)
    problems.invalid(field, `expirationSeconds ${seconds}: may not specify a duration larger than 2^32 seconds`);
  const serverField = `${pathOf(volume)}.path`;
  if (requireText(source.get("path"), "a serviceAccountToken needs the path of its file", problems, { serverField }))
    validateRelativePath(source.get("path"), problems, { serverField });
}

function validateTrustBundle(source: Field, paths: PathSet, problems: Problems): void {
  const name = source.get("name");
  const signer = source.get("signerName");
  const selector = source.get("labelSelector");
  if (name.exists && signer.exists) problems.invalid(source, "only one of name and signerName may be used");
  else if (name.exists) {
    if (requireText(name, "must be a valid object name", problems))
      formatErrors(name, "ClusterTrustBundle name", text => isDns1123Subdomain(text.replaceAll(":", ".")), problems);
    if (selector.exists) problems.invalid(selector, "labelSelector must be unset if name is specified");
  } else if (signer.exists) {
    requireText(signer, "must be a valid signer name", problems);
    validateLabelSelector(selector, problems);
  } else problems.required(source, "required value: either name or signerName must be specified");
  if (requireText(source.get("path"), "a clusterTrustBundle needs the path of its file", problems))
    validateRelativePath(source.get("path"), problems);
  if (rawTextOf(source.get("path")) !== "") paths.add(source.get("path"));
}
