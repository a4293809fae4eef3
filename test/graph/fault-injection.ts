// One fault at a time, of the kinds that break a link without an error: a label value misspelt, a label key renamed, a namespace changed,
// a targetPort renamed, the Service of an Ingress and the target of an autoscaler misspelt.

import type { Field } from "../../src/field.ts";
import type { Resource } from "../../src/kubernetes/resource.ts";
import type { LintResult } from "../../src/lint.ts";
import type { ScalarNode } from "../../src/yaml/node.ts";

export type FaultKind = "value" | "key" | "namespace" | "target port" | "backend" | "scale target";

export interface Fault {
  readonly kind: FaultKind;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly original: string;
  readonly written: string;
  readonly text: string;
  /** Rules that may tell of it. */
  readonly rules: RegExp;
}

/** xorshift32: the same faults on every run. */
export function random(seed: number): (below: number) => number {
  let state = seed | 1;
  return below => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** The word with two neighbours swapped, a letter lost, doubled or replaced; still a valid name, and another one than all of `taken`. */
export function slip(word: string, next: (below: number) => number, taken: ReadonlySet<string>): string | undefined {
  const letters = [...word.matchAll(/[a-z]/gi)].map(({ index }) => index);
  for (let attempt = 0; attempt < 20 && letters.length > 0; attempt++) {
    const at = letters[next(letters.length)] ?? 0;
    const letter = word[at] ?? "";
    const other = String.fromCharCode(97 + next(26));
    const made = [
      `${word.slice(0, at)}${word[at + 1] ?? ""}${letter}${word.slice(at + 2)}`,
      `${word.slice(0, at)}${word.slice(at + 1)}`,
      `${word.slice(0, at)}${letter}${word.slice(at)}`,
      `${word.slice(0, at)}${other}${word.slice(at + 1)}`,
    ][next(4)];
    // Without a letter YAML would read a number.
    if (
      made !== undefined &&
      /[a-z]/i.test(made) &&
      made !== word &&
      !taken.has(made) &&
      /^[a-z0-9]([\w./-]*[a-z0-9])?$/i.test(made)
    )
      return made;
  }
  return undefined;
}

/** Every fault that can be made in an application and that the manifests can show. */
export function faultsIn(result: LintResult, next: (below: number) => number): Fault[] {
  const resources = result.files.flatMap(({ documents }) => documents.flatMap(document => document.resources));
  const texts = new Map(result.files.map(({ source }) => [source.path, source.text]));
  const pods = resources.flatMap(podOf);
  const words = new Set(resources.flatMap(({ name }) => name ?? []));
  const context = { next, words, texts, pods };
  return resources.flatMap(resource => {
    if (resource.groupKind === "/Service") return serviceFaults(resource, context);
    if (resource.kind === "Ingress") return backendFaults(resource, resources, context);
    if (resource.kind === "HorizontalPodAutoscaler") return scaleFaults(resource, resources, context);
    return [];
  });
}

interface Pod {
  readonly labels: ReadonlyMap<string, string>;
  readonly namespace: string | undefined;
  readonly template: Field;
}

interface FaultContext {
  readonly next: (below: number) => number;
  readonly words: ReadonlySet<string>;
  readonly texts: ReadonlyMap<string, string>;
  readonly pods: readonly Pod[];
}

function podOf(resource: Resource): Pod[] {
  const template = resource.kind === "Pod" ? resource.root : resource.spec.get("template");
  const labels = template.get("metadata", "labels").strings();
  return labels.size === 0 ? [] : [{ labels, namespace: resource.namespace, template }];
}

function serviceFaults(service: Resource, context: FaultContext): Fault[] {
  const selector = service.spec.get("selector");
  const pairs = selector.strings();
  const served = context.pods.filter(
    ({ labels, namespace }) =>
      namespace === service.namespace &&
      pairs.size > 0 &&
      [...pairs].every(([key, value]) => labels.get(key) === value),
  );
  const [pod] = served;
  if (pod === undefined) return [];
  const rules = /^service-selects-nothing$/;
  return [
    ...selector.entries().flatMap(entry => [
      // A value or key that another pod carries would be no fault, but another choice.
      ...edit("value", service, entry.node, context, {
        rules,
        taken: new Set(context.pods.flatMap(({ labels }) => [...labels.values()])),
      }),
      ...edit("key", service, entry.entry?.key, context, {
        rules,
        taken: new Set(context.pods.flatMap(({ labels }) => [...labels.keys()])),
      }),
    ]),
    ...namespaceFaults(service, context),
    ...(served.length === 1 ? portFaults(service, pod, context) : []),
  ];
}

function namespaceFaults(service: Resource, context: FaultContext): Fault[] {
  const rules = /^service-namespace-mismatch$/;
  const written = service.metadata.get("namespace");
  if (written.exists) return edit("namespace", service, written.node, context, { rules, taken: context.words });
  const key = service.metadata.get("name").entry?.key;
  const text = context.texts.get(service.file) ?? "";
  if (key === undefined || service.metadata.node?.kind !== "map" || service.metadata.node.flow) return [];
  const indent = key.start - (text.lastIndexOf("\n", key.start - 1) + 1);
  return [
    replaced(
      "namespace",
      service,
      { start: key.start, end: key.start },
      { text, rules, original: "default", written: `namespace: elsewhere\n${" ".repeat(indent)}` },
    ),
  ];
}

function portFaults(service: Resource, { template }: Pod, context: FaultContext): Fault[] {
  const ports = template
    .get("spec", "containers")
    .items()
    .flatMap(container => container.get("ports").items());
  return service.spec
    .get("ports")
    .items()
    .flatMap(port => {
      const target = port.get("targetPort");
      if (target.string !== undefined) {
        const taken = new Set(ports.flatMap(declared => declared.get("name").string ?? []));
        if (!taken.has(target.string)) return [];
        return edit("target port", service, target.node, context, {
          rules: /^service-target-port-name-missing$/,
          taken,
        });
      }
      // A number that no container declares works all the same: only where it is the only one declared, another one is a mistake.
      const declared = ports.length === 1 && ports[0]?.get("containerPort").number === target.number;
      if (!declared || target.number === undefined || service.spec.get("clusterIP").scalar === "None") return [];
      const text = context.texts.get(service.file) ?? "";
      const node = target.node as ScalarNode;
      if (text.slice(node.start, node.end) !== String(target.number) || service.spec.get("ports").items().length > 1)
        return [];
      return [
        replaced("target port", service, node, {
          ...{ text, rules: /^service-target-port-undeclared$/, original: String(target.number) },
          written: String(target.number + 1),
        }),
      ];
    });
}

function backendFaults(ingress: Resource, resources: readonly Resource[], context: FaultContext): Fault[] {
  const rules = ingress.spec.get("rules").items();
  const backends = rules.flatMap(rule => rule.get("http", "paths").items()).map(path => path.get("backend"));
  const names = [ingress.spec.get("defaultBackend"), ...backends].map(backend => backend.get("service", "name"));
  return names
    .filter(({ string }) => isThere("Service", string, ingress, resources))
    .flatMap(({ node }) =>
      edit("backend", ingress, node, context, { rules: /^ingress-backend-missing$/, taken: context.words }),
    );
}

function scaleFaults(autoscaler: Resource, resources: readonly Resource[], context: FaultContext): Fault[] {
  const target = autoscaler.spec.get("scaleTargetRef");
  const name = target.get("name");
  if (!isThere(target.get("kind").string ?? "", name.string, autoscaler, resources)) return [];
  return edit("scale target", autoscaler, name.node, context, { rules: /^hpa-target-missing$/, taken: context.words });
}

function isThere(kind: string, name: string | undefined, from: Resource, resources: readonly Resource[]): boolean {
  return resources.some(
    other => other.kind === kind && other.name === name && name !== undefined && other.namespace === from.namespace,
  );
}

function edit(
  kind: FaultKind,
  resource: Resource,
  node: Field["node"],
  { next, texts }: FaultContext,
  { rules, taken }: { rules: RegExp; taken: ReadonlySet<string> },
): Fault[] {
  const text = texts.get(resource.file) ?? "";
  if (node?.kind !== "scalar" || typeof node.value !== "string") return [];
  const shown = text.slice(node.start, node.end);
  const quote = /^["']/.exec(shown)?.[0] ?? "";
  if (shown !== `${quote}${node.value}${quote}`) return [];
  const written = slip(node.value, next, taken);
  if (written === undefined) return [];
  return [replaced(kind, resource, node, { text, rules, original: node.value, written: `${quote}${written}${quote}` })];
}

function replaced(
  kind: FaultKind,
  resource: Resource,
  { start, end }: { start: number; end: number },
  { text, ...fault }: { text: string; rules: RegExp; original: string; written: string },
): Fault {
  const line = text.slice(0, start).split("\n").length;
  return { kind, file: resource.file, line, ...fault, text: text.slice(0, start) + fault.written + text.slice(end) };
}
