import { describe, expect, it } from "vitest";
import { deployment, graphOf, object, service, serviceIn, titles, workloadIn } from "./objects.ts";

const WEB = deployment("web", { labels: { app: "web" } });

describe("what a Service selects", () => {
  it("is found in the same directory, whatever the file", async () => {
    const graph = await graphOf({ "k/web.yaml": WEB, "k/svc.yaml": service("web", { app: "web" }) });
    expect(graph.selectionOf(serviceIn(graph, "web"))).toMatchObject({ reach: "directory", uncertain: false });
    expect(titles(graph.workloadsOf(serviceIn(graph, "web")))).toEqual(['Deployment "web" in k/web.yaml']);
    expect(graph.servicesOf(workloadIn(graph, "web")).map(({ name }) => name)).toEqual(["web"]);
  });

  it("is found anywhere in the project, when nothing nearer is there", async () => {
    const graph = await graphOf({ "apps/web/web.yaml": WEB, "net/services/svc.yaml": service("web", { app: "web" }) });
    expect(graph.selectionOf(serviceIn(graph, "web")).reach).toBe("project");
    expect(titles(graph.workloadsOf(serviceIn(graph, "web")))).toEqual(['Deployment "web" in apps/web/web.yaml']);
  });

  it.each([
    ["another application's folder", ["shop/k8s/base/web.yaml"], "blog/deploy/all/svc.yaml"],
    ["each example of a collection", ["guestbook/a.yaml", "voting/a.yaml", "chat/a.yaml"], "probes/svc.yaml"],
  ])("is not said to be in %s, though the selector would match there", async (_, places, path) => {
    const webs = Object.fromEntries(places.map(place => [place, WEB]));
    const graph = await graphOf({ ...webs, [path]: service("front", { app: "web" }) });
    const front = serviceIn(graph, "front");
    expect(graph.selectionOf(front).workloads).toHaveLength(places.length);
    expect(graph.workloadsOf(front)).toEqual([]);
    expect(graph.workloads.flatMap(each => graph.servicesOf(each))).toEqual([]);
  });

  it("leaves pods to the Service that stands beside them", async () => {
    const graph = await graphOf({
      "blog/web.yaml": WEB,
      "blog/svc.yaml": service("web", { app: "web" }),
      "chat/svc.yaml": service("chat", { app: "web" }),
    });
    expect(graph.servicesOf(workloadIn(graph, "web")).map(({ name }) => name)).toEqual(["web"]);
  });

  it("is the nearest workload where several environments have one each", async () => {
    const graph = await graphOf({
      "dev/web.yaml": WEB,
      "dev/svc.yaml": service("web", { app: "web" }),
      "prod/web.yaml": WEB,
      "prod/svc.yaml": service("web", { app: "web" }),
    });
    for (const place of ["dev", "prod"]) {
      expect(titles(graph.workloadsOf(serviceIn(graph, "web", `${place}/svc.yaml`)))).toEqual([
        `Deployment "web" in ${place}/web.yaml`,
      ]);
      expect(graph.servicesOf(workloadIn(graph, "web", `${place}/web.yaml`)).map(each => each.resource.file)).toEqual([
        `${place}/svc.yaml`,
      ]);
    }
  });

  it("is not the workload of another environment when a near miss stands beside the Service", async () => {
    const graph = await graphOf({
      "overlays/dev/web.yaml": WEB,
      "overlays/dev/svc.yaml": service("web", { app: "wbe" }),
      "overlays/prod/web.yaml": deployment("web", { labels: { app: "wbe" } }),
    });
    const broken = serviceIn(graph, "web");
    expect(graph.workloadsOf(broken)).toEqual([]);
    expect(graph.nearestOf(broken)).toMatchObject({ difference: 'its label "app" is "web", not "wbe"' });
    expect(graph.nearestOf(broken)?.candidate.resource.file).toBe("overlays/dev/web.yaml");
  });

  it("is one file's own where a directory collects examples that define the same object", async () => {
    const graph = await graphOf({
      "examples/a.yaml": `${WEB}---\n${service("web", { app: "web" })}`,
      "examples/b.yaml": `${WEB}---\n${service("web", { app: "web" })}`,
    });
    const first = serviceIn(graph, "web", "examples/a.yaml");
    expect(titles(graph.workloadsOf(first))).toEqual(['Deployment "web" in examples/a.yaml']);
    expect(graph.sameApplication(first.resource, serviceIn(graph, "web", "examples/b.yaml").resource)).toBe(false);
    expect(graph.duplicatesOf(first.resource)).toEqual([]);
  });

  it("is one file's own where a directory holds what a test expects of another file", async () => {
    const input = `${WEB}---\n${service("web", { app: "web" })}`;
    const outcome = deployment("my-web", { labels: { app: "web" } });
    const graph = await graphOf({ "test/rollout.yaml": input, "test/expected.yaml": outcome });
    expect(titles(graph.workloadsOf(serviceIn(graph, "web")))).toEqual(['Deployment "web" in test/rollout.yaml']);
  });

  it("takes an omitted namespace for --namespace, and for default", async () => {
    const files = { "a.yaml": WEB, "b.yaml": service("web", { app: "web" }, { namespace: "shop" }) };
    const byDefault = await graphOf(files);
    expect(byDefault.workloadsOf(serviceIn(byDefault, "web"))).toEqual([]);
    expect(byDefault.elsewhereOf(serviceIn(byDefault, "web"))).toMatchObject([{ namespace: "default", omitted: true }]);
    const inShop = await graphOf(files, { namespace: "shop" });
    expect(inShop.workloadsOf(serviceIn(inShop, "web"))).toHaveLength(1);
  });

  it("is nothing for ExternalName, without a selector, and for an empty one", async () => {
    const graph = await graphOf({
      "a.yaml": WEB,
      "b.yaml": service("external", { app: "web" }, { type: "ExternalName" }),
      "c.yaml": service("empty", {}),
    });
    for (const name of ["external", "empty"]) {
      expect(graph.selectionOf(serviceIn(graph, name))).toMatchObject({
        workloads: [],
        reach: "none",
        uncertain: false,
      });
    }
  });

  it("is uncertain while a label is still to be filled in", async () => {
    const graph = await graphOf({
      "a.yaml": deployment("web", { labels: { app: "${APP}" } }),
      "b.yaml": service("web", { app: "web" }),
      "c.yaml": service("same", { app: "${APP}" }),
    });
    expect(graph.selectionOf(serviceIn(graph, "web"))).toMatchObject({ workloads: [], uncertain: true });
    expect(graph.workloadsOf(serviceIn(graph, "same"))).toHaveLength(1);
  });
});

describe("the nearest miss", () => {
  const cases: readonly [string, Record<string, string>, Parameters<typeof deployment>[1], string][] = [
    ["a misspelt value", { app: "wbe" }, { labels: { app: "web" } }, 'its label "app" is "web", not "wbe"'],
    [
      "another key",
      { app: "web" },
      { labels: { "app.kubernetes.io/name": "web" } },
      'it has the label "app.kubernetes.io/name: web", not "app: web"',
    ],
    [
      "labels on the workload only",
      { app: "web" },
      { labels: { component: "api" }, own: { app: "web" } },
      "the labels are on the Deployment, not on its pod template",
    ],
    ["a label too many", { app: "web", tier: "x" }, { labels: { app: "web" } }, 'its pods have no label "tier"'],
  ];
  it.each(cases)("names %s", async (_title, selector, parts, difference) => {
    const graph = await graphOf({
      "k/web.yaml": deployment("web", parts),
      "k/other.yaml": deployment("db", { labels: { app: "postgres" } }),
      "k/svc.yaml": service("web", selector),
    });
    const broken = serviceIn(graph, "web");
    expect(graph.workloadsOf(broken)).toEqual([]);
    expect(graph.nearestOf(broken)).toMatchObject({ difference });
    expect(graph.nearestOf(broken)?.candidate).toBe(workloadIn(graph, "web"));
  });

  it("points at the label that differs", async () => {
    const graph = await graphOf({ "k/web.yaml": WEB, "k/svc.yaml": service("web", { app: "wbe" }) });
    const near = graph.nearestOf(serviceIn(graph, "web"));
    expect(near?.at.path).toEqual(["spec", "template", "metadata", "labels", "app"]);
  });

  it("is none where nothing is alike", async () => {
    const graph = await graphOf({
      "k/db.yaml": deployment("db", { labels: { role: "data" } }),
      "k/svc.yaml": service("web", { app: "web" }),
    });
    expect(graph.nearestOf(serviceIn(graph, "web"))).toBeUndefined();
  });
});

describe("pods that nobody writes down", () => {
  it("are told from an operator's object, and from label keys of operators", async () => {
    const graph = await graphOf({
      "prometheus.yaml": object("monitoring.coreos.com/v1", "Prometheus", "k8s"),
      "svc.yaml": service("prometheus", { prometheus: "k8s" }),
      "kafka.yaml": service("kafka", { "strimzi.io/cluster": "main" }),
    });
    expect(graph.selectionOf(serviceIn(graph, "prometheus"))).toMatchObject({
      uncertain: true,
      operator: 'the Prometheus operator, from Prometheus "k8s"',
    });
    expect(graph.selectionOf(serviceIn(graph, "kafka")).operator).toBe("Strimzi");
  });

  it("are the author's own when a pod template beside the Service nearly fits", async () => {
    const labels = { deploymentconfig: "nexus" };
    const graph = await graphOf({
      "k/d.yaml": deployment("nexus", { labels }),
      "k/s.yaml": service("nexus", { deploymentconfig: "nexqs" }),
    });
    expect(graph.selectionOf(serviceIn(graph, "nexus"))).toMatchObject({ uncertain: false, operator: undefined });
  });
});

describe("ports of a Service in the pods behind it", () => {
  it("are resolved for each workload by itself", async () => {
    const graph = await graphOf({
      "k/a.yaml": deployment("a", { labels: { app: "web", slot: "a" }, ports: "[{name: http, containerPort: 8080}]" }),
      "k/b.yaml": deployment("b", { labels: { app: "web", slot: "b" }, ports: "[{name: htp, containerPort: 8080}]" }),
      "k/s.yaml": service(
        "web",
        { app: "web" },
        { ports: "[{port: 80, targetPort: http}, {port: 81, targetPort: 9}]" },
      ),
    });
    const [named, numbered] = graph.portsOf(serviceIn(graph, "web"));
    expect(named?.targets.map(({ workload, number, fault }) => [workload.resource.name, number, fault])).toEqual([
      ["a", 8080, undefined],
      ["b", undefined, "no such name"],
    ]);
    expect(numbered?.targets.map(({ container, number, fault }) => [container, number, fault])).toEqual([
      [undefined, 9, undefined],
      [undefined, 9, undefined],
    ]);
  });

  it("tell where the name is declared with another protocol", async () => {
    const graph = await graphOf({
      "k/a.yaml": deployment("dns", { labels: { app: "dns" }, ports: "[{name: dns, containerPort: 53}]" }),
      "k/s.yaml": service("dns", { app: "dns" }, { ports: "[{port: 53, targetPort: dns, protocol: UDP}]" }),
    });
    const target = graph.portsOf(serviceIn(graph, "dns"))[0]?.targets[0];
    expect(target?.fault).toBe("other protocol");
    expect(target?.declaredAs?.port.protocol).toBe("TCP");
  });
});

describe("completeness", () => {
  it("needs a context, and a candidate in the namespace", async () => {
    const files = {
      "a.yaml": WEB,
      "b.yaml": service("web", { app: "x" }),
      "c.yaml": service("far", { app: "x" }, { namespace: "far" }),
    };
    const levels = async (options: Parameters<typeof graphOf>[1]) => {
      const graph = await graphOf(files, options);
      return ["web", "far"].map(name => graph.completeness("apps/Deployment", serviceIn(graph, name).resource));
    };
    expect(await levels({})).toEqual(["candidates", "unknown"]);
    expect(await levels({ context: false })).toEqual(["unknown", "unknown"]);
    expect(await levels({ complete: true })).toEqual(["complete", "complete"]);
    expect(await levels({ together: true })).toEqual(["complete", "unknown"]);
    expect(await levels({ together: true, partial: true })).toEqual(["unknown", "unknown"]);
  });
});
