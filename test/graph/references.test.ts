import { describe, expect, it } from "vitest";
import { REFERENCES, referencesAsMarkdown } from "../../src/graph/references.ts";
import { deployment, graphOf, object, resourceIn, service, serviceIn, workloadIn } from "./objects.ts";

const INGRESS = (name: string, port: string) =>
  object(
    "networking.k8s.io/v1",
    "Ingress",
    "web",
    `{"spec": {"rules": [{"http": {"paths": [{"path": "/", "pathType": "Prefix", "backend": {"service": {"name": "${name}", "port": ${port}}}}]}}]}}`,
  );

describe("the table of references", () => {
  it("prints itself as a table with one line a row", () => {
    const lines = referencesAsMarkdown().trimEnd().split("\n");
    expect(lines).toHaveLength(REFERENCES.length + 2);
    expect(lines).toContain("| StatefulSet (apps) | `spec.serviceName` | Service | its own | – |");
    expect(new Set(lines.map(line => line.split("|").length))).toEqual(new Set([7]));
  });
});

describe("references", () => {
  it("lead from an Ingress to the Service and its port", async () => {
    const graph = await graphOf({
      "k/i.yaml": INGRESS("web", '{"number": 80}'),
      "k/s.yaml": service("web", { app: "web" }),
    });
    const [backend] = graph.referencesOf(resourceIn(graph, "Ingress", "web"));
    expect(backend?.targets).toEqual([serviceIn(graph, "web").resource]);
    expect(backend?.port?.port?.port).toBe(80);
    expect(graph.routesTo(serviceIn(graph, "web")).map(({ kind }) => kind)).toEqual(["Ingress"]);
    expect(graph.referrersOf(serviceIn(graph, "web").resource)).toEqual([backend]);
  });

  it("tell the targetPort that was written where the Service's port belongs", async () => {
    const files = {
      "k/i.yaml": INGRESS("web", '{"number": 8080}'),
      "k/s.yaml": service("web", { app: "web" }, { ports: "[{port: 80, targetPort: 8080}]" }),
    };
    const graph = await graphOf(files);
    const [backend] = graph.referencesOf(resourceIn(graph, "Ingress", "web"));
    expect(backend?.port?.port).toBeUndefined();
    expect(backend?.port?.meantTarget?.port).toBe(80);
  });

  it("name the nearest object, and the same name in other namespaces", async () => {
    const graph = await graphOf({
      "k/i.yaml": INGRESS("wbe", '{"number": 80}'),
      "k/s.yaml": service("web", { app: "web" }),
      "k/far.yaml": service("wbe", { app: "web" }, { namespace: "far" }),
    });
    const ingress = resourceIn(graph, "Ingress", "web");
    expect(graph.referencesOf(ingress)[0]).toMatchObject({ targets: [], excuse: undefined });
    expect(graph.nearestName("/Service", "wbe", ingress)?.difference).toBe('its name is "web", not "wbe"');
    expect(graph.inOtherNamespaces("/Service", "wbe", ingress).map(({ namespace }) => namespace)).toEqual(["far"]);
  });

  it("know the keys of ConfigMaps, and what is optional", async () => {
    const env = (key: string, more: string) =>
      `{name: A, valueFrom: {configMapKeyRef: {name: settings, key: ${key}${more}}}}`;
    const container = `image: registry.example/app:1\n          env: [${env("LEVEL", "")}, ${env("LEVLE", "")}, {name: B, valueFrom: {secretKeyRef: {name: none, key: x, optional: true}}}]`;
    const web = deployment("web", { labels: { app: "web" } }).replace("image: registry.example/app:1", container);
    const graph = await graphOf({
      "k/w.yaml": web,
      "k/c.yaml": object("v1", "ConfigMap", "settings", '{"data": {"LEVEL": "info"}}'),
    });
    const references = graph.referencesOf(workloadIn(graph, "web").resource);
    expect(references.map(({ missingKeys, excuse }) => [missingKeys.map(({ scalar }) => scalar), excuse])).toEqual([
      [[], undefined],
      [["LEVLE"], undefined],
      [[], "it is optional"],
    ]);
  });

  it("excuse what the cluster or another object makes", async () => {
    const pod = (account: string, secret: string, claim: string) =>
      deployment("web", { labels: { app: "web" } }).replace(
        "    spec:\n      containers:",
        `    spec:\n      serviceAccountName: ${account}\n      volumes: [{name: a, secret: {secretName: ${secret}}}, {name: b, persistentVolumeClaim: {claimName: ${claim}}}]\n      containers:`,
      );
    const graph = await graphOf({
      "k/w.yaml": pod("default", "tls", "data-db-0"),
      "k/c.yaml": object("cert-manager.io/v1", "Certificate", "web", '{"spec": {"secretName": "tls"}}'),
      "k/d.yaml": object(
        "apps/v1",
        "StatefulSet",
        "db",
        '{"spec": {"volumeClaimTemplates": [{"metadata": {"name": "data"}}]}}',
      ),
    });
    const excuses = graph
      .referencesOf(workloadIn(graph, "web").resource)
      .map(({ reference, excuse }) => [reference.name, excuse]);
    expect(Object.fromEntries(excuses)).toEqual({
      default: "every cluster makes it",
      tls: 'Certificate "web" makes it',
      "data-db-0": 'StatefulSet "db" makes it',
    });
  });

  it("excuse what may be applied to the namespace, and not what stands beside with none", async () => {
    const scaler = `apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: {name: web, namespace: shop}\nspec: {scaleTargetRef: {name: web}}\n`;
    const excuse = async (path: string) => {
      const graph = await graphOf({
        "lesson/scaler.yaml": scaler,
        [path]: deployment("web", { labels: { app: "web" } }),
      });
      const [owner] = graph.resources.filter(({ kind }) => kind === "ScaledObject");
      if (owner === undefined) throw new Error("no scaler");
      return graph.referencesOf(owner).map(reference => reference.excuse);
    };
    expect(await excuse("base/web.yaml")).toEqual(["one without a namespace stands elsewhere"]);
    expect(await excuse("lesson/web.yaml")).toEqual([undefined]);
  });

  it("give workloads the floor of their autoscaler", async () => {
    const scaler = (kind: string, version: string, spec: string) =>
      object(version, kind, "web", `{"spec": {"scaleTargetRef": {"kind": "Deployment", "name": "web"}${spec}}}`);
    const replicas = async (text: string) => {
      const graph = await graphOf({
        "k/w.yaml": deployment("web", { labels: { app: "web" }, replicas: 3 }),
        "k/h.yaml": text,
      });
      return graph.replicasOf(workloadIn(graph, "web"));
    };
    expect(await replicas("")).toBe(3);
    expect(await replicas(scaler("HorizontalPodAutoscaler", "autoscaling/v2", ', "minReplicas": 2'))).toBe(2);
    expect(await replicas(scaler("HorizontalPodAutoscaler", "autoscaling/v2", ""))).toBe(1);
    expect(await replicas(scaler("ScaledObject", "keda.sh/v1alpha1", ""))).toBe(0);
  });

  it("reach Services by host, and kinds by the reference's own words", async () => {
    const graph = await graphOf({
      "k/v.yaml": object(
        "networking.istio.io/v1",
        "VirtualService",
        "v",
        '{"spec": {"http": [{"route": [{"destination": {"host": "web.shop.svc.cluster.local"}}]}]}}',
      ),
      "k/b.yaml": object(
        "rbac.authorization.k8s.io/v1",
        "RoleBinding",
        "b",
        '{"roleRef": {"kind": "Role", "name": "r", "apiGroup": "rbac.authorization.k8s.io"}, "subjects": [{"kind": "ServiceAccount", "name": "s", "namespace": "x"}, {"kind": "User", "name": "u"}]}',
      ),
    });
    const [host] = graph.referencesOf(resourceIn(graph, "VirtualService", "v"));
    expect(host).toMatchObject({ namespace: "shop", reference: { name: "web", groupKind: "/Service" } });
    const named = graph
      .referencesOf(resourceIn(graph, "RoleBinding", "b"))
      .map(({ reference, namespace }) => [reference.groupKind, reference.name, namespace]);
    expect(named).toEqual([
      ["rbac.authorization.k8s.io/Role", "r", "default"],
      ["/ServiceAccount", "s", "x"],
    ]);
  });
});
