import { describe, expect, it } from "vitest";
import { fragmentReason, WholeObjects } from "../../src/graph/fragments.ts";
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
    [
      "k/ingress_patch.yaml",
      "kind: Ingress\napiVersion: networking.k8s.io/v1\nmetadata: {name: web}\nspec: {ingressClassName: nginx}\n",
      "spec.rules or defaultBackend",
    ],
    [
      "k/patch_webhooks.yaml",
      "kind: MutatingWebhookConfiguration\napiVersion: admissionregistration.k8s.io/v1\nmetadata: {name: web}\nwebhooks: [{name: a.example.com}]\n",
      "clientConfig",
    ],
    [
      "k/webhookcainjection_patch.yaml",
      "kind: ValidatingWebhookConfiguration\napiVersion: admissionregistration.k8s.io/v1\nmetadata: {name: web, annotations: {cert-manager.io/inject-ca-from: a/b}}\n",
      "webhooks",
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

  it("are not what is called a dispatcher", async () => {
    const [resource] = await resourcesIn({
      "k/dispatcher.yaml": "kind: Deployment\napiVersion: apps/v1\nmetadata: {name: dispatcher}\n",
    });
    if (resource === undefined) throw new Error("no resource");
    expect(fragmentReason(resource, nothing)).toBeUndefined();
  });

  describe("are parts of an object that another file holds in full", () => {
    const PART =
      "kind: Deployment\napiVersion: apps/v1\nmetadata: {name: web}\nspec: {template: {spec: {containers: [{name: web, env: []}]}}}\n";
    const WEB = deployment("web", { labels: { app: "web" } });

    const reasonIn = async (files: Readonly<Record<string, string>>, path: string) => {
      const resources = await resourcesIn(files);
      const resource = resources.find(({ file }) => file === path);
      if (resource === undefined) throw new Error("no resource");
      return fragmentReason(resource, nothing, new WholeObjects(resources));
    };

    it("where no container has an image", async () => {
      const reason = await reasonIn({ "base/web.yaml": WEB, "lesson/web.yaml": PART }, "lesson/web.yaml");
      expect(reason).toBe('it has no spec.selector, and Deployment "web" stands in full in another file');
    });

    it.each([
      ["nobody holds it in full", { "a/web.yaml": PART, "b/web.yaml": PART }],
      ["another object is meant", { "a/web.yaml": PART, "b/web.yaml": deployment("web2", { labels: { app: "web" } }) }],
      ["only the same file does", { "a/web.yaml": `${WEB}---\n${PART}` }],
      ["only the selector was forgotten", { "a/web.yaml": WEB.replace(/ *selector:\n.*\n/, ""), "b/web.yaml": WEB }],
    ])("but not where %s", async (_, files) => {
      const resources = await resourcesIn(files);
      const last = resources.findLast(({ file }) => file === "a/web.yaml");
      if (last === undefined) throw new Error("no resource");
      expect(fragmentReason(last, nothing, new WholeObjects(resources))).toBeUndefined();
    });
  });

  it("are dumps of what a controller made, without the uid of the owner", async () => {
    const dump = (owner: string) =>
      `kind: Pod\napiVersion: v1\nmetadata: {name: web-0, ownerReferences: [{kind: Shop, name: web, ${owner}}]}\nspec: {}\n`;
    const reasons = async (owner: string) => {
      const [resource] = await resourcesIn({ "compare/web.yaml": dump(owner) });
      if (resource === undefined) throw new Error("no resource");
      return fragmentReason(resource, nothing);
    };
    expect(await reasons("controller: true")).toBe("its owner reference has no uid, as in what a test compares");
    expect(await reasons("controller: true, uid: 4379c7fe-f89f-11e9-a15b-42010aa80033")).toBeUndefined();
    expect(await reasons("apiVersion: example.com/v1")).toBeUndefined();
  });

  it("are what a kuttl test expects, what kustomize reads for itself, and patches of Hive", async () => {
    const [patch, expected, transformer] = await resourcesIn({
      "deploy/10-labels.yaml": "kind: Namespace\napiVersion: v1\nname: default\npatch: '{}'\npatchType: merge\n",
      "tests/e2e/04-assert.yaml": "kind: Job\napiVersion: batch/v1\nstatus: {succeeded: 1}\n",
      "overlay/labels.yaml": "kind: LabelTransformer\napiVersion: builtin\nmetadata: {name: labels}\n",
    });
    if (patch === undefined || expected === undefined || transformer === undefined) throw new Error("no resource");
    const reasons = [patch, expected, transformer].map(resource => fragmentReason(resource, nothing)).sort();
    expect(reasons).toEqual([
      "it configures kustomize",
      "it is a patch of a SyncSet",
      "it is what a step of a kuttl test expects",
    ]);
  });
});
