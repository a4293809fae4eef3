// CertificateSigningRequest and ClusterTrustBundle (pkg/apis/certificates/validation). The certificates themselves are not read.

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { requireText, validateEnum } from "./checks.ts";
import { formatErrors, quote } from "./format.ts";
import { validateMetadata } from "./metadata.ts";
import { byteLength, isDns1123Subdomain } from "./names.ts";
import { integerOf, textOf } from "./read.ts";
import { inVersions } from "./served.ts";
import type { Cluster, Validators } from "./validator.ts";

const SHORTEST = 600;
const LONGEST_SIGNER = 571;

const USAGES = [
  "any",
  "cert sign",
  "client auth",
  "code signing",
  "content commitment",
  "crl sign",
  "data encipherment",
  "decipher only",
  "digital signature",
  "email protection",
  "encipher only",
  "ipsec end system",
  "ipsec tunnel",
  "ipsec user",
  "key agreement",
  "key encipherment",
  "microsoft sgc",
  "netscape sgc",
  "ocsp signing",
  "s/mime",
  "server auth",
  "signing",
  "timestamping",
];

function validateRequest(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: false, name: "any" }, problems);
  const spec = object.get("spec");
  validatePem(spec.get("request"), problems);
  validateUsages(spec.get("usages"), problems);
  validateSigner(spec.get("signerName"), problems);
  const expiration = spec.get("expirationSeconds");
  const seconds = integerOf(expiration, SHORTEST);
  if (seconds !== undefined && seconds < SHORTEST)
    problems.invalid(
      expiration,
      `expirationSeconds ${seconds} may not specify a duration less than ${SHORTEST} seconds (10 minutes)`,
    );
}

/** The base64 of "-----BEGIN CERTIFICATE REQUEST-----", wherever it may stand. */
function validatePem(field: Field, problems: Problems): void {
  const text = textOf(field);
  if (text === undefined) return;
  if (text === "")
    problems.required(field, "required value: PEM block type must be CERTIFICATE REQUEST, and there is none");
  else if (!decoded(text).includes("-----BEGIN CERTIFICATE REQUEST-----"))
    problems.invalid(field, "request holds no certificate request: PEM block type must be CERTIFICATE REQUEST");
}

function decoded(text: string): string {
  try {
    return atob(text.replace(/[\r\n]/g, ""));
  } catch {
    // The schema says that it is no base64.
    return "-----BEGIN CERTIFICATE REQUEST-----";
  }
}

function validateUsages(usages: Field, problems: Problems): void {
  const items = usages.items();
  if (items.length === 0) problems.required(usages, "required value: usages say what the certificate is for");
  const seen = new Set<string>();
  for (const item of items) {
    validateEnum(item, USAGES, problems, { empty: "unsupported" });
    const usage = textOf(item);
    if (usage === undefined) continue;
    if (seen.has(usage)) problems.invalid(item, `duplicate value ${quote(usage)}`);
    seen.add(usage);
  }
}

/** ValidateSignerName: `example.com/signer-name`. */
function validateSigner(field: Field, problems: Problems): void {
  const name = textOf(field);
  if (name === undefined || !requireText(field, 'signerName, such as "kubernetes.io/kube-apiserver-client"', problems))
    return;
  if (name === "kubernetes.io/legacy-unknown") {
    problems.invalid(field, `signerName "${name}": the legacy signerName is not allowed via this API version`);
    return;
  }
  const segments = name.split("/");
  const [domain = "", path = ""] = segments;
  if (segments.length !== 2) {
    problems.invalid(
      field,
      `signerName ${quote(name)} must be a fully qualified domain and path of the form 'example.com/signer-name'`,
    );
    return;
  }
  if (byteLength(name) > LONGEST_SIGNER)
    problems.invalid(field, `signerName has ${byteLength(name)} bytes: may not be more than ${LONGEST_SIGNER} bytes`);
  const good = formatErrors(
    field,
    "signer name",
    () => [...isDns1123Subdomain(domain), ...isDns1123Subdomain(path)],
    problems,
  );
  if (good && domain.split(".").length < 2)
    problems.invalid(
      field,
      `signerName ${quote(name)} should be a domain with at least two segments separated by dots`,
    );
}

function validateTrustBundle(object: Field, _cluster: Cluster, problems: Problems): void {
  const signer = object.get("spec", "signerName");
  const text = textOf(signer) ?? "";
  const prefix = `${text.replaceAll("/", ":")}:`;
  const check = (name: string) => {
    if (text === "")
      return name.includes(":")
        ? ['ClusterTrustBundle without signer name must not have ":" in its name']
        : isDns1123Subdomain(name);
    return name.startsWith(prefix)
      ? isDns1123Subdomain(name.slice(prefix.length))
      : [`ClusterTrustBundle for signerName ${text} must be named with prefix ${prefix}`];
  };
  validateMetadata(object, { namespaced: false, name: check }, problems);
  if (text !== "") validateSigner(signer, problems);
  requireText(object.get("spec", "trustBundle"), "at least one trust anchor must be provided", problems, {
    ruleId: "invalid-value",
  });
}

export const validators: Validators = {
  "certificates.k8s.io/CertificateSigningRequest": inVersions(["v1"], validateRequest),
  "certificates.k8s.io/ClusterTrustBundle": validateTrustBundle,
};
