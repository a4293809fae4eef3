import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Field } from "../../src/field.ts";
import { buildGraph } from "../../src/graph/build.ts";
import type { IndexedGraph } from "../../src/graph/indexed-graph.ts";
import { nodeOf } from "../../src/graph/kustomize/edit.ts";
import { Resource } from "../../src/kubernetes/resource.ts";
import { deployment, graphOf, object, service } from "./objects.ts";

const name = fc.constantFrom("web", "api", "db", "cache", "worker");
const value = fc.constantFrom("web", "wbe", "api", "ap", "db");
const labels = fc
  .record({ app: value, tier: fc.constantFrom("front", "back") }, { requiredKeys: ["app"] })
  .map(pairs => Object.fromEntries(Object.entries(pairs).filter(([, text]) => text !== undefined)));
const namespace = fc.constantFrom(undefined, "default", "shop");

const app = fc.record({
  deployments: fc.uniqueArray(fc.record({ name, labels, namespace }), { maxLength: 5, selector: item => item.name }),
  services: fc.uniqueArray(fc.record({ name, labels, namespace }), { maxLength: 5, selector: item => item.name }),
});

function documentsOf({ deployments, services }: typeof app extends fc.Arbitrary<infer T> ? T : never): string[] {
  const place = (space: string | undefined) => (space === undefined ? {} : { namespace: space });
  return [
    ...deployments.map(item => deployment(item.name, { labels: item.labels, ...place(item.namespace) })),
    ...services.map(item => service(item.name, item.labels, place(item.namespace))),
    ...deployments.map(item =>
      object(
        "autoscaling/v2",
        "HorizontalPodAutoscaler",
        item.name,
        `{"spec": {"scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "${item.name}"}, "minReplicas": 2}}`,
        item.namespace,
      ),
    ),
  ];
}

/** All that the graph says, without files. */
function answers(graph: IndexedGraph): string[] {
  const title = (resource: { kind: string; name: string | undefined }) => `${resource.kind} ${resource.name}`;
  const services = graph.services.map(each => {
    const near = graph.nearestOf(each);
    const { workloads, uncertain } = graph.selectionOf(each);
    return JSON.stringify([
      title(each.resource),
      workloads.map(({ resource }) => title(resource)).sort(),
      uncertain,
      near === undefined ? null : near.difference,
      graph
        .elsewhereOf(each)
        .map(({ workload }) => title(workload.resource))
        .sort(),
    ]);
  });
  const workloads = graph.workloads.map(each =>
    JSON.stringify([
      title(each.resource),
      graph
        .servicesOf(each)
        .map(({ resource }) => title(resource))
        .sort(),
      graph
        .overlapsOf(each)
        .map(({ resource }) => title(resource))
        .sort(),
      graph.replicasOf(each),
    ]),
  );
  return [...services, ...workloads].sort();
}

describe("the graph of one application", () => {
  it("is the same in one file, in one file per object, and in any order", async () => {
    await fc.assert(
      fc.asyncProperty(app, fc.infiniteStream(fc.nat()), async (parts, order) => {
        const documents = documentsOf(parts);
        const joined = await graphOf({ "k/all.yaml": documents.join("---\n") });
        const shuffled = documents
          .map(text => ({ text, rank: order.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ text }) => text);
        const split = await graphOf(Object.fromEntries(shuffled.map((text, index) => [`k/f${index}.yaml`, text])));
        const rejoined = await graphOf({ "k/all.yaml": shuffled.join("---\n") });
        expect(answers(split)).toEqual(answers(joined));
        expect(answers(rejoined)).toEqual(answers(joined));
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  it("does not depend on the order in which files are read", async () => {
    await fc.assert(
      fc.asyncProperty(app, fc.boolean(), async (parts, reversed) => {
        const files = documentsOf(parts).map((text, index) => [`d${index % 3}/f${index}.yaml`, text] as const);
        const graph = await graphOf(Object.fromEntries(files));
        const other = await graphOf(Object.fromEntries(reversed ? [...files].reverse() : files));
        expect(answers(other)).toEqual(answers(graph));
      }),
      { seed: 8, numRuns: 80 },
    );
  });
});

function made(file: string, value: unknown): Resource | undefined {
  return Resource.read(file, 0, new Field(nodeOf(value, { start: 0, end: 0 })));
}

describe("work", () => {
  function examined(count: number, same: boolean): number {
    const resources: (Resource | undefined)[] = [];
    for (let index = 0; index < count; index++) {
      const text = same ? "web" : `app-${index}`;
      const miss = index % 10 === 0 ? "x" : "";
      const labels = { app: text, part: "shop" };
      const metadata = { name: `n-${index}` };
      const template = { metadata: { labels } };
      const place = `d${index % 13}`;
      const spec = { selector: { matchLabels: labels }, template };
      resources.push(made(`${place}/w${index}.yaml`, { apiVersion: "apps/v1", kind: "Deployment", metadata, spec }));
      const selector = { ...labels, app: text + miss };
      resources.push(
        made(`${place}/s${index}.yaml`, { apiVersion: "v1", kind: "Service", metadata, spec: { selector } }),
      );
    }
    const graph = buildGraph(
      resources.filter(resource => resource !== undefined),
      { context: true },
    );
    for (const each of graph.services) {
      if (graph.workloadsOf(each).length === 0) graph.nearestOf(each);
      graph.elsewhereOf(each);
    }
    for (const each of graph.workloads) {
      graph.servicesOf(each);
      graph.overlapsOf(each);
    }
    return graph.index.cost.examined / count;
  }

  it("per object stays the same as a project grows", () => {
    const [small, large] = [examined(500, false), examined(3000, false)];
    expect(large).toBeLessThan(small * 1.5);
  });

  it("stays bounded when all labels are equal", () => {
    const [small, large] = [examined(500, true), examined(2000, true)];
    expect(large).toBeLessThan(Math.max(small, 1) * 1.5);
  });
});
