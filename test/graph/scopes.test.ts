import { describe, expect, it } from "vitest";
import { fragmentReason } from "../../src/graph/fragments.ts";
import { buildGraphs } from "../../src/graph/scopes.ts";
import { parseNodes, projectFilesIn, resourcesIn } from "../oracle/manifests.ts";
import { deployment, service, serviceIn, workloadIn } from "./objects.ts";

async function scopesOf(files: Record<string, string>) {
  return buildGraphs(await projectFilesIn(files), { context: true, parse: parseNodes });
}

const BASE = {
  "app/base/kustomization.yaml": "resources: [web.yaml, svc.yaml]\n",
  "app/base/web.yaml": deployment("web", { labels: { app: "web" }, replicas: 1 }),
  "app/base/svc.yaml": service("web", { app: "web" }),
  "app/overlays/dev/kustomization.yaml": "resources: [../../base]\nnamespace: dev\n",
  "app/overlays/prod/kustomization.yaml": "resources: [../../base]\nnamespace: prod\npatches: [{path: scale.yaml}]\n",
  "app/overlays/prod/scale.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 5}\n",
};

describe("scopes", () => {
  it("are the overlays, each with its own values, and the rest", async () => {
    const { graphs, fragments } = await scopesOf({
      ...BASE,
      "loose/web.yaml": deployment("other", { labels: { app: "o" } }),
    });
    expect(graphs.map(({ name }) => name)).toEqual(["app/overlays/dev", "app/overlays/prod", ""]);
    const seen = graphs.slice(0, 2).map(graph => {
      const web = workloadIn(graph, "web");
      return [graph.namespaceOf(web.resource), graph.replicasOf(web), graph.servicesOf(web).length, web.resource.file];
    });
    expect(seen).toEqual([
      ["dev", 1, 1, "app/base/web.yaml"],
      ["prod", 5, 1, "app/base/web.yaml"],
    ]);
    expect(graphs[2]?.workloads.map(({ title }) => title)).toEqual(['Deployment "other"']);
    expect(fragments).toMatchObject([{ reason: "listed as a patch in app/overlays/prod/kustomization.yaml" }]);
  });

  it("find in another scope what keeps a Service from being called broken", async () => {
    const { graphs } = await scopesOf({ ...BASE, "net/svc.yaml": service("edge", { app: "web" }) });
    const rest = graphs.at(-1);
    if (rest === undefined) throw new Error("no graph");
    expect(rest.selectionOf(serviceIn(rest, "edge"))).toMatchObject({ reach: "project", uncertain: true });
  });

  it("do not take the unpatched base for such a thing", async () => {
    const patch =
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {metadata: {labels: {app: wbe}}}}\n";
    const { graphs } = await scopesOf({ ...BASE, "app/overlays/prod/scale.yaml": patch });
    const prod = graphs.find(({ name }) => name === "app/overlays/prod");
    if (prod === undefined) throw new Error("no graph");
    const broken = serviceIn(prod, "web");
    expect(prod.selectionOf(broken)).toMatchObject({ workloads: [], uncertain: false });
    expect(prod.nearestOf(broken)?.difference).toBe('its label "app" is "wbe", not "web"');
    expect(prod.completeness("apps/Deployment", broken.resource)).toBe("complete");
  });

  it("prove nothing missing while part of them is fetched from elsewhere", async () => {
    const files = {
      ...BASE,
      "app/overlays/dev/kustomization.yaml": "resources: [../../base, 'https://example.com/x.yaml']\n",
    };
    const { graphs, errors } = await scopesOf(files);
    const [dev] = graphs;
    if (dev === undefined) throw new Error("no graph");
    expect(dev.completeness("/Service", serviceIn(dev, "web").resource)).toBe("unknown");
    expect(errors.map(({ kind }) => kind)).toEqual(["unknown"]);
  });

  it("hold a rendered Helm stream together", async () => {
    const stream = `---\n# Source: shop/templates/web.yaml\n${deployment("web", { labels: { app: "web" } })}---\n# Source: shop/templates/svc.yaml\n${service("web", { app: "web" })}`;
    const { graphs } = await scopesOf({ "rendered.yaml": stream });
    expect(graphs.map(({ name, resources }) => [name, resources.length])).toEqual([
      ["rendered.yaml", 2],
      ["", 0],
    ]);
  });
});

describe("fragments", () => {
  const nothing = { patches: new Map<string, string>(), resources: new Set<string>() };

  it.each([
    [
      "overlays/prod/web.yaml",
      "kind: Deployment\napiVersion: apps/v1\nmetadata: {name: web}\nspec: {replicas: 2}\n",
      "spec.selector",
    ],
    [
      "k/web-patch.yaml",
      "kind: Service\napiVersion: v1\nmetadata: {name: web}\nspec: {type: NodePort}\n",
      "spec.ports",
    ],
  ])("are known by their place and what they lack: %s", async (path, text, missing) => {
    const [resource] = await resourcesIn({ [path]: text });
    if (resource === undefined) throw new Error("no resource");
    expect(fragmentReason(resource, nothing)).toBe(`it lies among patches and has no ${missing}`);
  });

  it("are not whole objects, nor what a kustomization lists as a resource", async () => {
    const [whole, half] = await resourcesIn({
      "overlays/prod/a.yaml": deployment("web", { labels: { app: "web" } }),
      "overlays/prod/b.yaml": "kind: Deployment\napiVersion: apps/v1\nmetadata: {name: web}\n",
    });
    if (whole === undefined || half === undefined) throw new Error("no resource");
    expect(fragmentReason(whole, nothing)).toBeUndefined();
    expect(fragmentReason(half, { ...nothing, resources: new Set(["overlays/prod/b.yaml"]) })).toBeUndefined();
  });
});
