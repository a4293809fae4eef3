// Small manifests for tests of the graph, and the graph of several files.

import { buildGraph, type GraphOptions } from "../../src/graph/build.ts";
import type { IndexedGraph } from "../../src/graph/indexed-graph.ts";
import type { Resource } from "../../src/kubernetes/resource.ts";
import type { Service } from "../../src/kubernetes/service.ts";
import type { Workload } from "../../src/kubernetes/workload.ts";
import { resourcesIn } from "../oracle/manifests.ts";

type Labels = Readonly<Record<string, string>>;

interface DeploymentParts {
  readonly kind?: string;
  readonly namespace?: string;
  readonly labels: Labels;
  readonly own?: Labels;
  readonly replicas?: number;
  readonly ports?: string;
}

function flow(labels: Labels): string {
  return `{${Object.entries(labels)
    .map(([key, value]) => `${key}: "${value}"`)
    .join(", ")}}`;
}

function metadata(name: string, namespace: string | undefined, labels?: Labels): string {
  const parts = [`name: ${name}`];
  if (namespace !== undefined) parts.push(`namespace: ${namespace}`);
  if (labels !== undefined) parts.push(`labels: ${flow(labels)}`);
  return `{${parts.join(", ")}}`;
}

export function deployment(
  name: string,
  { kind = "Deployment", namespace, labels, own, replicas, ports = "[]" }: DeploymentParts,
) {
  return `apiVersion: apps/v1
kind: ${kind}
metadata: ${metadata(name, namespace, own)}
spec:${replicas === undefined ? "" : `\n  replicas: ${replicas}`}
  selector:
    matchLabels: ${flow(labels)}
  template:
    metadata:
      labels: ${flow(labels)}
    spec:
      containers:
        - name: app
          image: registry.example/app:1
          ports: ${ports}
`;
}

export function service(
  name: string,
  selector: Labels,
  { namespace, ports = "[{port: 80}]", type }: { namespace?: string; ports?: string; type?: string } = {},
) {
  return `apiVersion: v1
kind: Service
metadata: ${metadata(name, namespace)}
spec:${type === undefined ? "" : `\n  type: ${type}`}
  selector: ${flow(selector)}
  ports: ${ports}
`;
}

export function object(apiVersion: string, kind: string, name: string, rest = "{}", namespace?: string): string {
  const body = JSON.stringify({ ...(JSON.parse(rest) as object) }).slice(1, -1);
  return `{"apiVersion": "${apiVersion}", "kind": "${kind}", "metadata": {"name": "${name}"${namespace === undefined ? "" : `, "namespace": "${namespace}"`}}${body === "" ? "" : `, ${body}`}}\n`;
}

export async function graphOf(
  files: Readonly<Record<string, string>>,
  options: Partial<GraphOptions> = {},
): Promise<IndexedGraph> {
  return buildGraph(await resourcesIn(files), { context: true, ...options });
}

export function serviceIn(graph: IndexedGraph, name: string, file?: string): Service {
  const found = graph.services.find(each => each.name === name && (file === undefined || each.resource.file === file));
  if (found === undefined) throw new Error(`no Service ${name}`);
  return found;
}

export function workloadIn(graph: IndexedGraph, name: string, file?: string): Workload {
  const found = graph.workloads.find(
    ({ resource }) => resource.name === name && (file === undefined || resource.file === file),
  );
  if (found === undefined) throw new Error(`no workload ${name}`);
  return found;
}

export function resourceIn(graph: IndexedGraph, kind: string, name: string): Resource {
  const found = graph.resources.find(resource => resource.kind === kind && resource.name === name);
  if (found === undefined) throw new Error(`no ${kind} ${name}`);
  return found;
}

export function titles(workloads: readonly Workload[]): string[] {
  return workloads.map(({ title, resource }) => `${title} in ${resource.file}`);
}
