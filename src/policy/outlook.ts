// What an expression in short form sees from an object: each variable is made when it is first asked for, once for all policies.

import type { Path } from "../diagnostic.ts";
import type { Graph } from "../graph/graph.ts";
import type { Resource } from "../kubernetes/resource.ts";
import type { Workload } from "../kubernetes/workload.ts";
import { servedKind } from "../schema/versions.ts";
import type { Scope } from "./cel/evaluate.ts";
import { fromJson, ListValue, MapValue, type Value } from "./cel/values.ts";
import type { Json, JsonObject } from "./defaults.ts";
import { defaultedMetadata, defaultedObject } from "./object.ts";
import { isVariable, type VariableName } from "./short-types.ts";

/** What is known around an object. */
export interface Project {
  readonly graph: Graph;
  readonly minor: number;
  readonly isCritical: (workload: Workload) => boolean;
}

const workloadsOf = new WeakMap<Graph, ReadonlyMap<Resource, Workload>>();

function workloadOf(resource: Resource, graph: Graph): Workload | undefined {
  let known = workloadsOf.get(graph);
  if (known === undefined) {
    known = new Map(graph.workloads.map(workload => [workload.resource, workload]));
    workloadsOf.set(graph, known);
  }
  return known.get(resource);
}

/** What there is where no pods are run. */
const NOTHING: Readonly<Record<Exclude<VariableName, "object">, Value>> = {
  ...{ workload: null, containers: new ListValue([]), services: new ListValue([]) },
  ...{ critical: false, pdb: null, hpa: null },
};

export class Outlook implements Scope {
  private readonly made = new Map<VariableName, Value>();
  private readonly resource: Resource;
  private readonly project: Project;
  private readonly workload: Workload | undefined;
  private json: JsonObject | undefined;

  constructor(resource: Resource, project: Project) {
    this.resource = resource;
    this.project = project;
    this.workload = workloadOf(resource, project.graph);
  }

  isFrom(resource: Resource, { graph }: Project): boolean {
    return this.resource === resource && this.project.graph === graph;
  }

  get(name: string): Value | undefined {
    if (!isVariable(name)) return undefined;
    let value = this.made.get(name);
    if (value === undefined) {
      value = this.make(name);
      this.made.set(name, value);
    }
    return value;
  }

  has(name: string): boolean {
    return isVariable(name);
  }

  private make(name: VariableName): Value {
    const { workload, project } = this;
    if (name === "object") return this.objectValue();
    if (workload === undefined) return NOTHING[name];
    const { graph } = project;
    switch (name) {
      case "workload":
        return new WorkloadValue(workload, this.object, graph);
      case "containers":
        return new ListValue(containersOf(workload, this.object));
      case "services":
        return this.others(graph.servicesOf(workload).map(({ resource }) => resource));
      case "critical":
        return project.isCritical(workload);
      case "pdb":
        return this.others(graph.budgetsOf(workload)).items[0] ?? null;
      case "hpa":
        return this.others(graph.autoscalersOf(workload)).items[0] ?? null;
    }
  }

  private objectValue(): Value {
    const { resource, project } = this;
    const kind = servedKind(resource.apiVersion, resource.kind, project.minor);
    if (kind === undefined) return fromJson(this.object, []);
    const namespace = project.graph.namespaceOf(resource);
    return new ObjectValue(
      fromJson(defaultedMetadata(resource.root, kind, namespace, project.minor), ["metadata"]),
      () => fromJson(this.object, []),
    );
  }

  private get object(): JsonObject {
    this.json ??= shown(this.resource, this.project);
    return this.json;
  }

  private others(resources: readonly Resource[]): ListValue {
    return new ListValue(resources.map(other => fromJson(shown(other, this.project))));
  }
}

/** An object of which only the metadata are made as long as nobody asks for more. */
class ObjectValue extends MapValue {
  private readonly metadata: Value;
  private readonly make: () => Value;
  private made: MapValue | undefined;

  constructor(metadata: Value, make: () => Value) {
    super([], []);
    this.metadata = metadata;
    this.make = make;
  }

  override get size(): number {
    return this.whole().size;
  }

  override get(key: Value): Value | undefined {
    return key === "metadata" ? this.metadata : this.whole().get(key);
  }

  override entries(): readonly (readonly [Value, Value])[] {
    return this.whole().entries();
  }

  private whole(): MapValue {
    if (this.made === undefined) {
      const made = this.make();
      this.made = made instanceof MapValue ? made : new MapValue([]);
    }
    return this.made;
  }
}

/** With defaults where the kind is built in, as written elsewhere. */
function shown(resource: Resource, { graph, minor }: Project): JsonObject {
  const kind = servedKind(resource.apiVersion, resource.kind, minor);
  if (kind !== undefined) return defaultedObject(resource.root, kind, graph.namespaceOf(resource), minor);
  return resource.root.toValue() as JsonObject;
}

/** A workload whatever its kind: its pod template, and the replicas that a rollout has to keep up. Its fields stand where they are written. */
class WorkloadValue extends MapValue {
  private readonly places: Readonly<Record<string, Path>>;

  constructor(workload: Workload, object: JsonObject, graph: Graph) {
    const { resource, template, replicasField } = workload;
    const below = (path: Path) => path.slice(resource.root.path.length);
    const replicas = graph.replicasOf(workload);
    super([
      ["kind", workload.kind],
      ["name", resource.name ?? ""],
      ["namespace", graph.namespaceOf(resource)],
      ["replicas", replicas === undefined ? null : BigInt(Math.trunc(replicas))],
      ["template", fromJson(at(object, below(template.path)), below(template.path))],
    ]);
    this.places = {
      ...{ kind: ["kind"], name: ["metadata", "name"], namespace: ["metadata", "namespace"] },
      ...{ replicas: below(replicasField.path), template: below(template.path) },
    };
  }

  override placeOf(key: string): Path | undefined {
    return Object.hasOwn(this.places, key) ? this.places[key] : undefined;
  }
}

function containersOf({ resource, containers }: Workload, object: JsonObject): Value[] {
  return containers.map(({ field, kind }) => {
    const path = field.path.slice(resource.root.path.length);
    const container = fromJson(at(object, path), path);
    const entries = container instanceof MapValue ? container.entries() : [];
    return new ContainerValue([...entries, ["kind", kind]], path);
  });
}

/** A container with its kind, which stands nowhere. */
class ContainerValue extends MapValue {
  override placeOf(key: string): Path | undefined {
    return key === "kind" ? undefined : super.placeOf(key);
  }
}

function at(object: JsonObject, path: Path): Json {
  let value: Json = object;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return null;
    value = (value as Record<string | number, Json>)[step] ?? null;
  }
  return value;
}
