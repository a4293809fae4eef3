// Which kind an object is: whether the server has it, and what was meant where it does not.

import type { Fix, Problem } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import { isPlaceholder } from "../field.ts";
import { nearest } from "../nearest.ts";
import { describeNode, quote } from "./phrase.ts";
import { Problems } from "./problems.ts";
import { deprecationWarning, RETIRED, type Retired } from "./retired.ts";
import { replaceScalar } from "./semantic/fixes.ts";
import {
  allKinds,
  groupOf,
  isBuiltInGroup,
  isOtherKind,
  isServed,
  type Kind,
  kindsIn,
  servedKind,
} from "./versions.ts";

export interface Identity {
  readonly known: "built-in" | "unserved" | "unknown";
  /** The kind, where the server serves it. */
  readonly kind?: Kind;
  readonly problems: readonly Problem[];
}

export function identify(root: Field, minor: number): Identity {
  const problems = new Problems();
  if (!root.isMap) {
    const found = root.node === undefined ? "nothing" : describeNode(root.node);
    problems.add(root, `the document is ${found}, expected an object`, { ruleId: "invalid-type", server: "rejects" });
    return { known: "unknown", problems: problems.list };
  }
  const apiVersion = headerText(root, "apiVersion", problems);
  const kind = headerText(root, "kind", problems);
  if (apiVersion === undefined || kind === undefined) return { known: "unknown", problems: problems.list };
  const served = servedKind(apiVersion, kind, minor);
  if (served !== undefined) {
    warnDeprecated(root, apiVersion, kind, minor, problems);
    return { known: "built-in", kind: served, problems: problems.list };
  }
  if (isPlaceholder(apiVersion) || isPlaceholder(kind)) return { known: "unknown", problems: [] };
  if (apiVersion.split("/").length > 2) {
    problems.invalid(
      root.get("apiVersion"),
      `${quote(apiVersion)} has more than one "/": an apiVersion is a group and a version, such as "apps/v1"`,
    );
    return { known: "unknown", problems: problems.list };
  }
  if (!isBuiltInGroup(groupOf(apiVersion))) {
    suggestGroup(root, apiVersion, kind, problems);
    return { known: "unknown", problems: problems.list };
  }
  if (isOtherKind(kind) && isKnownVersion(apiVersion)) return identifyList(root, kind, problems);
  reportUnserved(root, apiVersion, kind, minor, problems);
  return { known: "unserved", problems: problems.list };
}

/** A list that has not been taken apart. kubectl looks for `items`, whatever the kind is called (unstructured.detector). */
function identifyList(root: Field, kind: string, problems: Problems): Identity {
  const items = root.get("items");
  if (!kind.endsWith("List") || items.isList || (items.node !== undefined && !items.exists))
    return { known: "built-in", problems: problems.list };
  if (items.exists) {
    const found = items.node === undefined ? "nothing" : describeNode(items.node);
    problems.add(items, `"items" is ${found}, expected a list of objects`, {
      ruleId: "invalid-type",
      server: "rejects",
    });
    return { known: "built-in", problems: problems.list };
  }
  problems.required(items, `${kind} has no items: without them it is no list, and the server has no such kind`);
  return { known: "unserved", problems: problems.list };
}

function isKnownVersion(apiVersion: string): boolean {
  return apiVersion === "v1" || kindsIn(apiVersion).size > 0;
}

/** The text of apiVersion or kind. The server finds "Object 'Kind' is missing" in all else. */
function headerText(root: Field, key: "apiVersion" | "kind", problems: Problems): string | undefined {
  const field = root.get(key);
  const value = field.scalar;
  if (typeof value === "string" && value !== "") return value;
  const example = key === "kind" ? 'such as "kind: Deployment"' : 'such as "apiVersion: apps/v1"';
  if (!field.exists || value === "") problems.required(field, `${key} is missing, ${example}`);
  else
    problems.add(
      field,
      `"${key}" is ${typeof value === "object" || value === undefined ? "no text" : `a ${typeof value} (${value})`}, expected a string`,
      { ruleId: "invalid-type", server: "rejects" },
    );
  return undefined;
}

function warnDeprecated(root: Field, apiVersion: string, kind: string, minor: number, problems: Problems): void {
  const retired = RETIRED.get(`${apiVersion} ${kind}`);
  if (retired === undefined || minor < retired.deprecated) return;
  const fixes = replacementFixes(root, retired, minor);
  problems.add(root.get("apiVersion"), deprecationWarning(apiVersion, kind, retired), {
    ruleId: "deprecated-api",
    severity: "warning",
    server: "warns",
    ...(retired.changes === undefined ? {} : { help: retired.changes }),
    ...(fixes.length === 0 ? {} : { fixes }),
  });
}

function replacementFixes(root: Field, { replacement, changes }: Retired, minor: number): Fix[] {
  const [apiVersion, kind] = replacement?.split(" ") ?? [];
  if (apiVersion === undefined || kind === undefined || changes !== undefined) return [];
  if (servedKind(apiVersion, kind, minor) === undefined) return [];
  return replaceScalar(root.get("apiVersion"), apiVersion, `use ${apiVersion}`);
}

function reportUnserved(root: Field, apiVersion: string, kind: string, minor: number, problems: Problems): void {
  const retired = RETIRED.get(`${apiVersion} ${kind}`);
  const known = kindsIn(apiVersion).get(kind);
  const others = allKinds().filter(other => other.kind === kind && isServed(other, minor));
  if (retired !== undefined) reportRemoved(root, `${apiVersion} ${kind}`, retired, minor, problems);
  else if (known !== undefined) reportOtherVersion(root, known, minor, problems);
  else if (others.length > 0) reportWrongGroup(root, apiVersion, kind, others, problems);
  else reportUnknownKind(root, apiVersion, kind, minor, problems);
}

function reportRemoved(root: Field, name: string, retired: Retired, minor: number, problems: Problems): void {
  const { removed, replacement, changes } = retired;
  const fixes = replacementFixes(root, retired, minor);
  const instead = replacement === undefined ? "" : `; use ${latest(replacement, minor)}`;
  problems.add(root.get("apiVersion"), `${name} is not served since Kubernetes 1.${removed}${instead}`, {
    ruleId: "removed-api",
    server: "rejects",
    ...(changes === undefined ? {} : { help: changes }),
    ...(fixes.length === 0 ? {} : { fixes }),
  });
}

/** The replacement may itself be gone. */
function latest(replacement: string, minor: number): string {
  const next = RETIRED.get(replacement);
  const isGone = next?.removed !== undefined && next.removed <= minor;
  return isGone && next.replacement !== undefined ? next.replacement : replacement;
}

/** A version that is off by default, or that another version of Kubernetes has. */
function reportOtherVersion(root: Field, known: Kind, minor: number, problems: Problems): void {
  const name = `${known.apiVersion} ${known.kind}`;
  const there = known.minors?.has(minor) ?? true;
  const stable = allKinds().find(
    other => other.kind === known.kind && other.group === known.group && isServed(other, minor),
  );
  const instead = stable === undefined ? "" : `; use ${stable.apiVersion}`;
  const message = there
    ? `${name} is not served unless the cluster enables it${instead}`
    : `${name} is served by Kubernetes ${known.minors?.describe()}, not by 1.${minor}${instead}`;
  problems.add(root.get("apiVersion"), message, {
    ruleId: "removed-api",
    server: "rejects",
    ...(there
      ? {
          help: `alpha and beta versions are off by default since Kubernetes 1.24 (--runtime-config=${known.apiVersion}=true)`,
        }
      : {}),
  });
}

function reportWrongGroup(
  root: Field,
  apiVersion: string,
  kind: string,
  others: readonly Kind[],
  problems: Problems,
): void {
  const [only] = others;
  const versions = others.map(other => other.apiVersion);
  const field = root.get("apiVersion");
  const fixes =
    only === undefined || others.length > 1
      ? []
      : replaceScalar(field, only.apiVersion, `use ${only.apiVersion}`, "unsafe");
  problems.invalid(field, `${kind} is in ${versions.join(" and ")}, not ${quote(apiVersion)}`, {
    ...(fixes.length === 0 ? {} : { fixes }),
  });
}

/** Short names of kubectl, which manifests do not know. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  cm: "ConfigMap",
  cj: "CronJob",
  crd: "CustomResourceDefinition",
  deploy: "Deployment",
  ds: "DaemonSet",
  hpa: "HorizontalPodAutoscaler",
  ing: "Ingress",
  netpol: "NetworkPolicy",
  ns: "Namespace",
  pdb: "PodDisruptionBudget",
  po: "Pod",
  pv: "PersistentVolume",
  pvc: "PersistentVolumeClaim",
  rs: "ReplicaSet",
  sa: "ServiceAccount",
  sc: "StorageClass",
  sts: "StatefulSet",
  svc: "Service",
};

function reportUnknownKind(root: Field, apiVersion: string, kind: string, minor: number, problems: Problems): void {
  const here = [...kindsIn(apiVersion).values()].filter(other => isServed(other, minor)).map(other => other.kind);
  const everywhere = [
    ...new Set(
      allKinds()
        .filter(other => isServed(other, minor))
        .map(other => other.kind),
    ),
  ];
  const plain = kind.trim().toLowerCase();
  const short = Object.hasOwn(SHORT_NAMES, plain) ? SHORT_NAMES[plain] : undefined;
  const near = nearest(kind, here)?.word ?? nearest(kind, everywhere)?.word ?? singular(plain, everywhere) ?? short;
  const home =
    near === undefined || here.includes(near)
      ? undefined
      : allKinds().find(other => other.kind === near && isServed(other, minor));
  const hint =
    near === undefined ? "" : `; did you mean "${near}"${home === undefined ? "" : ` of ${home.apiVersion}`}?`;
  const field = root.get("kind");
  const fixes = near === undefined || home !== undefined ? [] : replaceScalar(field, near, `write ${near}`, "safe");
  problems.invalid(field, `no kind ${quote(kind)} in ${quote(apiVersion)} of Kubernetes 1.${minor}${hint}`, {
    ...(fixes.length === 0 ? {} : { fixes }),
  });
}

function singular(plain: string, words: readonly string[]): string | undefined {
  const stems = [plain.replace(/s$/, ""), plain.replace(/es$/, ""), plain.replace(/ies$/, "y")];
  return words.find(word => stems.includes(word.toLowerCase()));
}

/** Groups of Kubernetes have no common prefix: `core/v1`, `v1/` and `app/v1` are slips, though a custom resource could have such a group. */
function suggestGroup(root: Field, apiVersion: string, kind: string, problems: Problems): void {
  if (groupOf(apiVersion).includes(".")) return;
  const homes = allKinds().filter(other => other.kind === kind && !other.offByDefault);
  if (homes.length === 0) return;
  const wanted = [...new Set(homes.map(home => home.apiVersion))].at(-1) ?? "";
  problems.add(root.get("apiVersion"), `${quote(apiVersion)} is no group of Kubernetes; did you mean "${wanted}"?`, {
    ruleId: "api-invalid",
    severity: "warning",
    fixes: replaceScalar(root.get("apiVersion"), wanted, `use ${wanted}`, "unsafe"),
  });
}
