// Pods that no workload of the project makes: operators make them from their own kinds, controllers label them, clusters bring them
// along. A Service that selects such pods is never called missing.

import { isClusterScoped } from "../kubernetes/kinds.ts";
import { labelsOf, matches, type Selector } from "../kubernetes/selector.ts";
import type { Service } from "../kubernetes/service.ts";
import { similar } from "../nearest.ts";
import { OPERATORS, type OperatorRow } from "./operator-table.ts";
import { WHOLE } from "./place-list.ts";
import { EVERYWHERE } from "./pod-index.ts";
import type { ResourceIndex } from "./resource-index.ts";

/** Prefixes that people put on labels of their own pods. */
const OWN_PREFIXES = new Set(["app.kubernetes.io", "kubernetes.io", "k8s.io", "helm.sh", "app.openshift.io"]);
const LOOKED_AT = 64;

export interface Operator {
  /** A phrase for a message: `the Prometheus operator, from Prometheus "k8s"`. */
  readonly who: string;
  /** An object in the project says so; otherwise it is concluded from a label key. */
  readonly certain: boolean;
}

/** Who makes the pods; undefined when they should be in the project. `wide` is the whole project. */
export function operatorOf(
  service: Service,
  selector: Selector,
  wide: ResourceIndex,
  own: ResourceIndex,
): Operator | undefined {
  const owner = ownerIn(service, selector, wide) ?? ownerIn(service, selector, own);
  if (owner !== undefined) return { who: owner, certain: true };
  for (const { key, values } of selector.requirements) {
    const row = BY_KEY.get(key) ?? rowByPrefix(key);
    if (row !== undefined && (row.pairs === undefined || row.pairs.includes(`${key}=${values[0]}`)))
      return { who: row.who, certain: false };
  }
  const who = foreignKey(selector, wide);
  return who === undefined ? undefined : { who, certain: false };
}

const BY_KEY = new Map<string, OperatorRow>();
const BY_PREFIX = new Map<string, OperatorRow>();
for (const row of OPERATORS) {
  for (const key of row.keys ?? []) (key.endsWith("/") ? BY_PREFIX : BY_KEY).set(key, row);
}

function rowByPrefix(key: string): OperatorRow | undefined {
  const slash = key.indexOf("/");
  return slash < 0 ? undefined : BY_PREFIX.get(key.slice(0, slash + 1));
}

/** An object of an operator's kind whose pods, as far as known, carry what is selected. */
function ownerIn(service: Service, selector: Selector, index: ResourceIndex): string | undefined {
  const namespace = index.namespaceOf(service.resource);
  for (const row of OPERATORS) {
    for (const kind of row.kinds ?? []) {
      const scope = isClusterScoped(kind) ? "" : namespace;
      for (const owner of index.names.ofKind(kind, scope, WHOLE, LOOKED_AT)) {
        const labels = row.labels?.(owner.name ?? "", owner.spec) ?? new Map<string, string>();
        for (const path of row.podLabels ?? [])
          for (const [key, value] of labelsOf(owner.spec.get(...path.split(".")))) labels.set(key, value);
        if (matches(selector, labels)) return `${row.who}, from ${owner.kind} "${owner.name ?? "?"}"`;
      }
    }
  }
  return undefined;
}

/** A label key in a domain that no pod template of the project uses is some controller's own. */
function foreignKey(selector: Selector, wide: ResourceIndex): string | undefined {
  for (const { key } of selector.requirements) {
    const slash = key.indexOf("/");
    if (slash < 0) continue;
    const domain = key.slice(0, slash);
    if ([...OWN_PREFIXES].some(own => similar(domain, own) !== undefined)) continue;
    const used = wide.pods
      .within(EVERYWHERE, WHOLE, 4096)
      .some(({ labels }) => [...labels.keys()].some(name => name.startsWith(`${domain}/`)));
    if (!used) return `the controller that sets the label "${key}"`;
  }
  return undefined;
}
