import type { Field } from "../src/field.ts";
import type { Graph } from "../src/graph/graph.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

/** Taints that the cluster, its control plane or a cloud puts on nodes: tolerating them is about staying, not about going there. */
const COMMON =
  /^(node(-role)?\.kubernetes\.io\/|node\.cloudprovider\.kubernetes\.io\/|kubernetes\.azure\.com\/|cloud\.google\.com\/|karpenter\.sh\/|eks\.amazonaws\.com\/|CriticalAddonsOnly$|DeletionCandidateOfClusterAutoscaler$|(beta\.)?kubernetes\.io\/(os|arch)$|.*(not-ready|not-initialized|startup-taint)$)/;
/** Labels that say nothing about a certain group of nodes. */
const EVERYWHERE = /^(beta\.)?kubernetes\.io\/(os|arch)$/;

export default defineRule({
  id: "toleration-without-target",
  summary: "A toleration allows tainted nodes, but nothing leads the pod to them",
  why: `A taint keeps pods away, and a toleration only lifts that: the scheduler may still put the pod on any other node. Pods that belong on
    the tainted nodes, with their GPU or their isolation, need a nodeSelector or nodeAffinity too.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#example-use-cases"],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: train }
        spec:
          tolerations:
            - { key: cputype, operator: Equal, value: gpu, effect: NoSchedule }
            #        ^^^^^^^ the toleration of "cputype=gpu" lets the pods run on nodes with that taint, but nothing leads them there
          containers:
            - name: train
              image: example.com/train:1.0.0
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: train }
        spec:
          nodeSelector: { cputype: gpu }
          tolerations:
            - { key: cputype, operator: Equal, value: gpu, effect: NoSchedule }
          containers:
            - name: train
              image: example.com/train:1.0.0
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph }) {
    for (const toleration of workload.podSpec.get("tolerations").items()) {
      const taint = otherValueOf(toleration, graph);
      if (taint === undefined) continue;
      yield {
        at: toleration.get("value"),
        message: `no node has the taint "${toleration.get("key").string}=${toleration.get("value").string}": its value is "${taint.scalar}"`,
        help: "operator Equal, the default, tolerates that very value only; Exists tolerates all",
        related: [{ at: taint, message: "the taint of a node" }],
      };
      return;
    }
    // A DaemonSet goes to every node that it tolerates.
    if (workload.kind === "DaemonSet" || leadsSomewhere(workload)) return;
    const tolerations = workload.podSpec.get("tolerations").items();
    const special = tolerations.find(isSpecial);
    const key = special?.get("key");
    if (special === undefined || key === undefined) return;
    const value = special.get("value").string;
    yield {
      at: key,
      message: `the toleration of "${key.string}${value === undefined ? "" : `=${value}`}" lets the pods run on nodes with that taint, but nothing leads them there`,
      help: "a nodeSelector or nodeAffinity on a label of these nodes does",
    };
  },
});

/** The value that the nodes of the project give to the taint of that key, where none gives the tolerated one. */
function otherValueOf(toleration: Field, graph: Graph): Field | undefined {
  const [key, value, operator] = ["key", "value", "operator"].map(name => toleration.get(name).scalar);
  if (typeof value !== "string" || toleration.get("value").isUnknown || (operator ?? "Equal") !== "Equal")
    return undefined;
  const values = taintsIn(graph)
    .filter(taint => taint.get("key").scalar === key)
    .map(taint => taint.get("value"));
  return values.some(taint => (taint.scalar ?? "") === value || taint.isUnknown)
    ? undefined
    : values.find(taint => typeof taint.scalar === "string");
}

function taintsIn(graph: Graph): readonly Field[] {
  const known = TAINTS.get(graph);
  if (known !== undefined) return known;
  const nodes = graph.resources.filter(({ groupKind }) => groupKind === "/Node");
  const taints = nodes.flatMap(node => node.spec.get("taints").items());
  TAINTS.set(graph, taints);
  return taints;
}

/** Every workload asks for them. */
const TAINTS = new WeakMap<Graph, readonly Field[]>();

function isSpecial(toleration: Field): boolean {
  const key = toleration.get("key").string;
  return key !== undefined && key !== "" && !COMMON.test(key) && toleration.get("effect").scalar !== "NoExecute";
}

/** Something chooses nodes: a label, an affinity, a name, or a resource that only some of them have. */
function leadsSomewhere({ podSpec, containers }: Workload): boolean {
  const selected = podSpec.get("nodeSelector").entries();
  if (selected.some(entry => !EVERYWHERE.test(String(entry.key)))) return true;
  if (podSpec.get("affinity", "nodeAffinity").exists || podSpec.get("nodeName").exists) return true;
  const limits = containers.flatMap(({ field }) => field.get("resources", "limits").entries());
  return limits.some(entry => String(entry.key).includes("/"));
}
