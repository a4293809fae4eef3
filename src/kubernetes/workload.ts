import type { Field } from "../field.ts";
import { type Container, containersOf } from "./container.ts";
import { ANNOTATION, type Resource } from "./resource.ts";

/** Where the pod template, the replica count and the selector of a kind stand. `[]` is the object itself: a Pod is its own template. */
export interface WorkloadShape {
  readonly template: readonly string[];
  readonly replicas?: readonly string[];
  readonly selector?: readonly string[];
}

const TEMPLATE = ["spec", "template"] as const;
const SCALED: WorkloadShape = { template: TEMPLATE, replicas: ["spec", "replicas"], selector: ["spec", "selector"] };

const SHAPES: Readonly<Record<string, WorkloadShape>> = {
  "/Pod": { template: [] },
  "/ReplicationController": SCALED,
  "apps/Deployment": SCALED,
  "apps/StatefulSet": SCALED,
  "apps/ReplicaSet": SCALED,
  "apps/DaemonSet": { template: TEMPLATE, selector: ["spec", "selector"] },
  "extensions/Deployment": SCALED,
  "extensions/ReplicaSet": SCALED,
  "extensions/DaemonSet": { template: TEMPLATE, selector: ["spec", "selector"] },
  "batch/Job": { template: TEMPLATE, selector: ["spec", "selector"] },
  "batch/CronJob": { template: ["spec", "jobTemplate", "spec", "template"] },
  "argoproj.io/Rollout": SCALED,
  "apps.openshift.io/DeploymentConfig": SCALED,
  "serving.knative.dev/Service": { template: TEMPLATE },
  "serving.knative.dev/Configuration": { template: TEMPLATE },
  "keda.sh/ScaledJob": { template: ["spec", "jobTargetRef", "template"] },
};

const LONG_RUNNING = new Set([
  "Deployment",
  "StatefulSet",
  "DaemonSet",
  "ReplicaSet",
  "ReplicationController",
  "Rollout",
  "DeploymentConfig",
]);

/** Every kind that has a pod template, seen alike. */
export class Workload {
  readonly resource: Resource;
  readonly shape: WorkloadShape;
  /** The pod template: a map with `metadata` and `spec`. */
  readonly template: Field;
  readonly podSpec: Field;
  readonly containers: readonly Container[];

  private constructor(resource: Resource, shape: WorkloadShape) {
    this.resource = resource;
    this.shape = shape;
    this.template = resource.root.get(...shape.template);
    this.podSpec = this.template.get("spec");
    this.containers = containersOf(this.podSpec);
  }

  /** The resource as a workload; undefined for kinds without a pod template. `custom` comes from the configuration. */
  static read(resource: Resource, custom: Readonly<Record<string, WorkloadShape>> = {}): Workload | undefined {
    const shape = SHAPES[resource.groupKind] ?? custom[resource.groupKind];
    return shape === undefined ? undefined : new Workload(resource, shape);
  }

  get kind(): string {
    return this.resource.kind;
  }

  /** `Deployment "web"`, as messages name it. */
  get title(): string {
    return `${this.kind} "${this.resource.name ?? this.resource.root.get("metadata", "generateName").string ?? "?"}"`;
  }

  get podLabels(): Map<string, string> {
    return this.template.get("metadata", "labels").strings();
  }

  /** Labels a template will still fill in, so that a mismatch proves nothing. */
  get hasUnknownLabels(): boolean {
    const labels = this.template.get("metadata", "labels");
    return labels.isUnknown || labels.entries().some(label => label.isUnknown || String(label.key).includes("${"));
  }

  /** Pods that are meant to run for ever: they may serve, and a rollout replaces them. */
  get isLongRunning(): boolean {
    if (this.kind === "Pod") return (this.podSpec.get("restartPolicy").scalar ?? "Always") === "Always";
    return LONG_RUNNING.has(this.kind);
  }

  get isDeployment(): boolean {
    return this.kind === "Deployment";
  }

  get replicasField(): Field {
    return this.resource.root.get(...(this.shape.replicas ?? ["spec", "replicas"]));
  }

  /** spec.replicas, 1 when omitted; undefined where the kind has none or the number is not known. */
  get replicas(): number | undefined {
    if (this.kind === "Pod") return 1;
    if (this.shape.replicas === undefined) return undefined;
    const field = this.replicasField;
    return field.exists ? field.number : 1;
  }

  /** Seconds from deletion to SIGKILL; 30 when omitted; undefined when not known. */
  get gracePeriodSeconds(): number | undefined {
    const field = this.podSpec.get("terminationGracePeriodSeconds");
    return field.exists ? field.number : 30;
  }

  /** An annotation on the object, or on its pod template. */
  annotation(name: string): string | undefined {
    const onTemplate = this.template.get("metadata", "annotations", name).scalar;
    return (
      this.resource.annotation(name) ??
      (onTemplate === undefined || onTemplate === null ? undefined : String(onTemplate))
    );
  }

  /** How long the author says a start takes, in seconds. */
  get startupSeconds(): number | undefined {
    const value = Number(this.annotation(ANNOTATION.startupSeconds) ?? Number.NaN);
    return Number.isFinite(value) && value >= 0 ? value : undefined;
  }

  get appContainers(): readonly Container[] {
    return this.containers.filter(({ kind }) => kind === "app");
  }

  /** App containers and sidecars: the ones that may carry probes. */
  get longRunningContainers(): readonly Container[] {
    return this.containers.filter(container => container.isLongRunning);
  }
}
