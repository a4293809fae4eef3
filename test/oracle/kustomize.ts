import { buildGraph } from "../../src/graph/build.ts";
import type { Graph } from "../../src/graph/graph.ts";
import { type Built, Kustomizer } from "../../src/graph/kustomize/build.ts";
import { at, textAt } from "../../src/graph/kustomize/edit.ts";
import { pairsOf } from "../../src/graph/kustomize/field-specs.ts";
import type { Item } from "../../src/graph/kustomize/item.ts";
import { referencesOf } from "../../src/graph/read-references.ts";
import { viewOf } from "../../src/graph/scopes.ts";
import { canonicalKind } from "../../src/kubernetes/kinds.ts";
import type { Resource } from "../../src/kubernetes/resource.ts";
import { Workload } from "../../src/kubernetes/workload.ts";
import { toValue } from "../../src/yaml/node.ts";
import type { Difference, Family, Outcome } from "./family.ts";
import { kustomizeFilesOf } from "./manifests.ts";

interface ObjectFact {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly originFile?: string;
  readonly generatedBy?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly selector?: unknown;
  readonly podLabels?: Readonly<Record<string, string>>;
  readonly replicas?: number;
  readonly images?: readonly string[];
  readonly refs?: readonly string[];
}

interface RootFact {
  readonly dir: string;
  readonly kind?: string;
  readonly error?: string;
  readonly objects?: readonly ObjectFact[];
  readonly services?: readonly {
    namespace: string;
    name: string;
    workloads: readonly { kind: string; name: string }[];
  }[];
}

interface Tally {
  readonly objects: { agree: number; total: number };
  readonly details: { agree: number; total: number };
  readonly roots: { agree: number; total: number };
  readonly services: { agree: number; total: number };
  readonly differences: Difference[];
}

function newTally(): Tally {
  const none = () => ({ agree: 0, total: 0 });
  return { objects: none(), details: none(), roots: none(), services: none(), differences: [] };
}

function outcome(tally: Tally): Outcome {
  return {
    figures: [
      { name: "objects: file, namespace, name, labels, selector", ...tally.objects, floor: 0.95 },
      { name: "objects: pod labels, replicas, images, references too", ...tally.details, floor: 0.95 },
      { name: "roots: built or refused", ...tally.roots, floor: 0.95 },
      { name: "workloads behind each built Service", ...tally.services, floor: 0.95 },
    ],
    differences: tally.differences,
  };
}

export const kustomize: Family = {
  file: "kustomize",
  async run(rows) {
    const tally = newTally();
    for (const row of rows as readonly { id: string; files: Record<string, string>; roots: readonly RootFact[] }[]) {
      const kustomizer = new Kustomizer(await kustomizeFilesOf(row.files));
      for (const root of row.roots)
        judgeRoot(tally, row.id, root, kustomizer.build(root.dir === "." ? "" : root.dir), true);
    }
    return outcome(tally);
  },
};

interface CorpusRow {
  readonly id: string;
  readonly base: string;
  readonly root: string;
  readonly corpusFiles: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly objects: readonly ObjectFact[];
  readonly services?: RootFact["services"];
}

export const kustomizeCorpus: Family = {
  file: "kustomize-corpus",
  async run(rows, { read }) {
    const tally = newTally();
    for (const row of rows as readonly CorpusRow[]) {
      const files: Record<string, string> = { ...row.files };
      let whole = true;
      for (const path of row.corpusFiles) {
        const text = read(`${row.base}/${path}`);
        if (text === undefined) whole = false;
        else files[path] = text;
      }
      if (!whole) continue;
      const kustomizer = new Kustomizer(await kustomizeFilesOf(files));
      const { objects, services } = row;
      const fact: RootFact = { dir: row.root, objects, ...(services === undefined ? {} : { services }) };
      judgeRoot(tally, row.id, fact, kustomizer.build(row.root === "." ? "" : row.root), false);
    }
    return outcome(tally);
  },
};

/** `whole`: the facts tell metadata labels and images, too. */
function judgeRoot(tally: Tally, id: string, fact: RootFact, built: Built | undefined, whole: boolean): void {
  const title = `${id} ${fact.dir}`;
  const errors = (built?.errors ?? []).map(({ message }) => message).join("; ");
  if (fact.error !== undefined) {
    tally.roots.total++;
    if (errors !== "") tally.roots.agree++;
    else tally.differences.push({ id: title, what: `built, expected the error ${fact.error}` });
    return;
  }
  if (fact.objects === undefined) return;
  tally.roots.total++;
  if (errors === "") tally.roots.agree++;
  else tally.differences.push({ id: title, what: `refused: ${errors}` });
  const items = built?.items ?? [];
  compareAll(
    tally.objects,
    tally.differences,
    title,
    items.map(item => identity(item, whole)),
    fact.objects.map(identityOfFact),
  );
  compareAll(
    tally.details,
    tally.differences,
    title,
    items.map(item => details(item, whole)),
    fact.objects.map(detailsOfFact),
  );
  if (fact.services !== undefined) judgeServices(tally, title, fact, items);
}

function compareAll(
  figure: { agree: number; total: number },
  differences: Difference[],
  id: string,
  found: readonly string[],
  expected: readonly string[],
): void {
  const rest = new Map<string, number>();
  for (const text of found) rest.set(text, (rest.get(text) ?? 0) + 1);
  for (const text of expected) {
    figure.total++;
    const count = rest.get(text) ?? 0;
    if (count > 0) figure.agree++;
    else differences.push({ id, what: `missing ${text}` });
    rest.set(text, count - 1);
  }
  for (const [text, count] of rest) {
    if (count <= 0) continue;
    figure.total += count;
    differences.push({ id, what: `not expected ${text}` });
  }
}

function origin(item: Item): string {
  return item.generatedBy ?? item.source?.file ?? "?";
}

function identity(item: Item, whole: boolean): string {
  const { kind, namespace, name } = item.id;
  const labels = whole ? Object.fromEntries(pairsOf(at(item.node, "metadata", "labels"))) : {};
  return stable([
    textAt(item.node, "apiVersion"),
    kind,
    namespace || null,
    name,
    origin(item),
    labels,
    selectorIn(item),
  ]);
}

function identityOfFact(fact: ObjectFact): string {
  const file = fact.originFile ?? fact.generatedBy ?? "?";
  const { apiVersion, kind, namespace, name, labels, selector } = fact;
  return stable([apiVersion, kind, namespace ?? null, name, file, labels ?? {}, selector ?? null]);
}

function selectorIn({ node }: Item): unknown {
  const selector = at(node, "spec", "selector") ?? at(node, "spec", "podSelector");
  return toValue(selector) ?? null;
}

function templateOf({ node }: Item) {
  return at(node, "spec", "template") ?? at(node, "spec", "jobTemplate", "spec", "template");
}

function details(item: Item, whole: boolean): string {
  const template = templateOf(item);
  const { kind, name } = item.id;
  const podLabels = Object.fromEntries(pairsOf(at(kind === "Pod" ? item.node : template, "metadata", "labels")));
  const spec = kind === "Pod" ? at(item.node, "spec") : at(template, "spec");
  const images = ["initContainers", "containers"].flatMap(list => {
    const containers = at(spec, list);
    return containers?.kind === "list" ? containers.items.map(container => textAt(container, "image")) : [];
  });
  return stable([
    kind,
    name,
    podLabels,
    toValue(at(item.node, "spec", "replicas")) ?? null,
    whole ? images.sort() : [],
    whole ? refsOf(item) : [],
  ]);
}

/** What the object refers to by name, each once. */
function refsOf(item: Item): string[] {
  const view = viewOf(item);
  if (view === undefined) return [];
  const names = referencesOf(view, Workload.read(view)).map(
    ({ groupKind, name }) => `${groupKind.slice(groupKind.indexOf("/") + 1)}/${name}`,
  );
  return [...new Set(names)].sort();
}

function detailsOfFact(fact: ObjectFact): string {
  const { kind, name, podLabels, replicas, images, refs } = fact;
  return stable([kind, name, podLabels ?? {}, replicas ?? null, [...(images ?? [])].sort(), [...(refs ?? [])].sort()]);
}

/** JSON with sorted keys. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, item) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

function judgeServices(tally: Tally, id: string, fact: RootFact, items: readonly Item[]): void {
  const views = items.map(item => viewOf(item)).filter((view): view is Resource => view !== undefined);
  const graph = buildGraph(views, { complete: true, context: true });
  const services = new Map(graph.services.map(service => [keyOf(graph, service.resource), service]));
  for (const expected of fact.services ?? []) {
    tally.services.total++;
    const service = services.get(`${expected.namespace}/${expected.name}`);
    const names = (list: readonly { kind: string; name: string }[]) =>
      list
        .map(({ kind, name }) => `${kind}/${name}`)
        .sort()
        .join();
    const found = service === undefined ? [] : graph.workloadsOf(service).filter(({ resource }) => isServed(resource));
    const there = names(found.map(({ kind, resource }) => ({ kind, name: resource.name ?? "" })));
    if (there === names(expected.workloads)) tally.services.agree++;
    else
      tally.differences.push({
        id,
        what: `Service ${expected.name}: found [${there}], expected [${names(expected.workloads)}]`,
      });
  }
}

/** The simulated cluster runs the built-in controllers only, and no pods of a workload scaled to zero. */
function isServed({ groupKind, spec }: Resource): boolean {
  const group = canonicalKind(groupKind);
  return /^(|apps|batch)\//.test(group) && spec.get("replicas").scalar !== 0;
}

function keyOf(graph: Graph, resource: Resource): string {
  return `${graph.namespaceOf(resource)}/${resource.name}`;
}
