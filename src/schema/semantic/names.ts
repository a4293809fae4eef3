// The formats of names that Kubernetes knows (k8s.io/apimachinery/pkg/util/validation, pkg/api/validation). Each check returns the
// server's own sentences about what is wrong, none for a good value; the regular expressions the server appends are left out.

/** What is wrong with a text, in the server's words; empty when nothing is. */
export type NameCheck = (text: string) => readonly string[];

const LABEL = "lower case alphanumeric characters or '-', and must start and end with an alphanumeric character";
export const DNS1123_LABEL_MESSAGE = `a lowercase RFC 1123 label must consist of ${LABEL}`;
export const DNS1123_SUBDOMAIN_MESSAGE =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character";
export const DNS1035_LABEL_MESSAGE =
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character";
const SUBDOMAIN_WITH_UNDERSCORE_MESSAGE =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character";
const WILDCARD_MESSAGE =
  "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character";
export const QUALIFIED_PART_MESSAGE =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
export const LABEL_VALUE_MESSAGE =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";

const dns1123Label = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const dns1035Label = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const qualifiedPart = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const configKey = /^[-._a-zA-Z0-9]+$/;
const cIdentifier = /^[A-Za-z_][A-Za-z0-9_]*$/;
const headerName = /^[-A-Za-z0-9]+$/;
const oldEnvName = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;

const encoder = new TextEncoder();

/** The length in bytes of UTF-8, which is what Go counts. */
export function byteLength(text: string): number {
  for (let index = 0; index < text.length; index++)
    if (text.charCodeAt(index) > 127) return encoder.encode(text).length;
  return text.length;
}

function atMost(text: string, limit: number): string[] {
  return byteLength(text) > limit ? [`must be no more than ${limit} characters`] : [];
}

/** True when every part between dots is a DNS-1123 label; a regular expression over the whole would backtrack on hostile input. */
function isSubdomain(text: string): boolean {
  return text.split(".").every(part => dns1123Label.test(part));
}

export const isDns1123Label: NameCheck = text => {
  const errors = atMost(text, 63);
  if (!dns1123Label.test(text)) errors.push(isSubdomain(text) ? "must not contain dots" : DNS1123_LABEL_MESSAGE);
  return errors;
};

export const isDns1123Subdomain: NameCheck = text => {
  const errors = atMost(text, 253);
  if (!isSubdomain(text)) errors.push(DNS1123_SUBDOMAIN_MESSAGE);
  return errors;
};

export const isDns1123SubdomainWithUnderscore: NameCheck = text => {
  const errors = atMost(text, 253);
  const good = text.split(".").every(part => /^_?[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?$/.test(part));
  if (!good) errors.push(SUBDOMAIN_WITH_UNDERSCORE_MESSAGE);
  return errors;
};

export const isDns1035Label: NameCheck = text => {
  const errors = atMost(text, 63);
  if (!dns1035Label.test(text)) errors.push(DNS1035_LABEL_MESSAGE);
  return errors;
};

export const isWildcardDns1123Subdomain: NameCheck = text => {
  const errors = atMost(text, 253);
  if (!text.startsWith("*.") || !isSubdomain(text.slice(2))) errors.push(WILDCARD_MESSAGE);
  return errors;
};

/** `name` or `prefix.example.com/name`: label keys, annotation keys, finalizers, resource names. */
export const isQualifiedName: NameCheck = text => {
  if (QUALIFIED.has(text)) return [];
  const errors = qualifiedNameErrors(text);
  if (errors.length === 0 && QUALIFIED.size < MOST_KNOWN) QUALIFIED.add(text);
  return errors;
};

/** Names that were found good: a project has the same few label keys on every object. */
const QUALIFIED = new Set<string>();
const MOST_KNOWN = 10_000;

function qualifiedNameErrors(text: string): string[] {
  const parts = text.split("/");
  if (parts.length > 2)
    return [
      `a valid label key ${QUALIFIED_PART_MESSAGE} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  const errors: string[] = [];
  const [prefix, name] = parts.length === 2 ? [parts[0] ?? "", parts[1] ?? ""] : [undefined, text];
  if (prefix === "") errors.push("prefix part must be non-empty");
  else if (prefix !== undefined) errors.push(...isDns1123Subdomain(prefix).map(error => `prefix part ${error}`));
  if (name === "") errors.push("name part must be non-empty");
  else if (byteLength(name) > 63) errors.push("name part must be no more than 63 bytes");
  if (!qualifiedPart.test(name)) errors.push(`name part ${QUALIFIED_PART_MESSAGE}`);
  return errors;
}

export const isLabelValue: NameCheck = text => {
  const errors = byteLength(text) > 63 ? ["must be no more than 63 bytes"] : [];
  if (text !== "" && !qualifiedPart.test(text)) errors.push(LABEL_VALUE_MESSAGE);
  return errors;
};

/** `example.com/path`, with the path required. */
export const isDomainPrefixedPath: NameCheck = text => {
  const slash = text.indexOf("/");
  if (text === "") return ["must be non-empty"];
  const host = slash < 0 ? text : text.slice(0, slash);
  const path = slash < 0 ? "" : text.slice(slash + 1);
  if (host === "" || path === "") return ['must be a domain-prefixed path (such as "acme.io/foo")'];
  const errors = isDns1123Subdomain(host).map(error => `prefix part ${error}`);
  if (!/^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(path)) errors.push("Invalid path");
  return errors;
};

/** A port name of the IANA kind. */
export const isPortName: NameCheck = text => {
  const errors = atMost(text, 15);
  if (!/^[-a-z0-9]+$/.test(text)) errors.push("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
  if (!/[a-z]/.test(text)) errors.push("must contain at least one letter (a-z)");
  if (text.includes("--")) errors.push("must not contain consecutive hyphens");
  if (text !== "" && (text.startsWith("-") || text.endsWith("-"))) errors.push("must not begin or end with a hyphen");
  return errors;
};

/** The minor version since which environment variables may have any printable ASCII name (RelaxedEnvironmentVariableValidation). */
export const RELAXED_ENV_NAMES_SINCE = 32;

/** Environment variable names; until 1.31 also without digits in front and with `-`, `.` and `_` as the only other characters. */
export function envNameCheck(minor: number): NameCheck {
  if (minor >= RELAXED_ENV_NAMES_SINCE) return isRelaxedEnvName;
  return text => {
    const errors: string[] = [];
    if (!oldEnvName.test(text))
      errors.push(
        "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit",
      );
    return [...errors, ...dotNames(text)];
  };
}

const isRelaxedEnvName: NameCheck = text => {
  if (text === "") return ["environment variable name must be non-empty"];
  return /^[ -<>-~]+$/.test(text)
    ? []
    : ["a valid environment variable name must consist only of printable ASCII characters other than '='"];
};

function dotNames(text: string): string[] {
  if (text === "." || text === "..") return [`must not be '${text}'`];
  return text.startsWith("..") ? ["must not start with '..'"] : [];
}

/** Keys of ConfigMaps and Secrets. */
export const isConfigMapKey: NameCheck = text => {
  const errors = atMost(text, 253);
  if (!configKey.test(text)) errors.push("a valid config key must consist of alphanumeric characters, '-', '_' or '.'");
  return [...errors, ...dotNames(text)];
};

export const isCIdentifier: NameCheck = text =>
  cIdentifier.test(text)
    ? []
    : [
        "a valid C identifier must start with alphabetic character or '_', followed by a string of alphanumeric characters or '_'",
      ];

export const isHttpHeaderName: NameCheck = text =>
  headerName.test(text) ? [] : ["a valid HTTP header must consist of alphanumeric characters or '-'"];

/** Names that become one segment of a URL, such as RBAC roles. */
export const isPathSegmentName: NameCheck = text => {
  if (text === "." || text === "..") return [`may not be '${text}'`];
  return ["/", "%"].filter(illegal => text.includes(illegal)).map(illegal => `may not contain '${illegal}'`);
};

/** A relative path without steps upwards (validateLocalDescendingPath). */
export const isDescendingPath: NameCheck = text => {
  const errors = text.startsWith("/") ? ["must be a relative path"] : [];
  return [...errors, ...hasNoBacksteps(text)];
};

/** validatePathNoBacksteps: no `..` between slashes. */
export const hasNoBacksteps: NameCheck = text => (text.split("/").includes("..") ? ["must not contain '..'"] : []);

/** The first code point that the pattern for single characters does not take, with its position in code points. */
export function firstOffending(text: string, allowed: RegExp): { character: string; at: number } | undefined {
  let at = 0;
  for (const character of text) {
    if (!allowed.test(character)) return { character, at };
    at++;
  }
  return undefined;
}

/** `U+B4DC "드" at 6`. */
export function describeCharacter({ character, at }: { character: string; at: number }): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `U+${code} ${JSON.stringify(character)} at ${at}`;
}
