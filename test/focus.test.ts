// One file of a large project: what is reported of it is what a run over everything reports that concerns it.

import { expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import { concerns, withoutDefinitions } from "../src/focus.ts";
import { type LintInput, lint } from "../src/lint.ts";
import { load } from "../src/load.ts";
import { orphanedBy } from "../src/narrow.ts";
import { DEFAULT_SETTINGS } from "../src/settings.ts";
import type { Source } from "../src/yaml/document.ts";

const NAMES = ["cart", "shop", "mail", "search", "billing", "login", "stock", "price", "image", "audit"];

type Layout = (kind: string, name: string) => string;
/** A directory for each application. */
const beside: Layout = (kind, name) => `apps/${name}/${kind}.yaml`;
/** A directory for each kind of object, so that nothing stands beside what it belongs to. */
const apart: Layout = (kind, name) => `${kind}/${name}.yaml`;

/** 52 applications. */
function project(place: Layout): Source[] {
  const sources: Source[] = [];
  for (let index = 0; index < 52; index++) {
    const name = `${NAMES[index % NAMES.length]}-${String.fromCharCode(97 + Math.floor(index / NAMES.length))}${index}`;
    sources.push(
      { path: place("deployments", name), text: deployment(name) },
      { path: place("services", name), text: service(name) },
      { path: place("ingresses", name), text: ingress(name) },
      { path: place("scaling", name), text: scaling(name) },
    );
  }
  return sources;
}

const deployment = (name: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: prod }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - name: main
          image: example.com/${name}:1.0.0
          envFrom: [{ configMapRef: { name: ${name}-settings } }]
          ports: [{ name: http, containerPort: 8080 }]
          readinessProbe: { httpGet: { path: /ready, port: http } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: ${name}-settings, namespace: prod }
data: { LOG: info }
`;
const service = (name: string) => `apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: prod }
spec:
  selector: { app: ${name} }
  ports: [{ port: 80, targetPort: http }]
`;
const ingress = (name: string) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: ${name}, namespace: prod }
spec:
  rules:
    - host: ${name}.example.com
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: ${name}, port: { number: 80 } } } }] }
`;
const scaling = (name: string) => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: ${name}, namespace: prod }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ${name} }
  minReplicas: 2
  maxReplicas: 5
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 60 } } }]
`;

const EDITS: readonly [title: string, kind: string, name: string, from: string, to: string, expected: string][] = [
  [
    "pods' label misspelt",
    "deployments",
    "cart-a0",
    "labels: { app: cart-a0 }",
    "labels: { app: crat-a0 }",
    "service-selects-nothing",
  ],
  ["Service's port changed", "services", "login-b15", "port: 80", "port: 81", "ingress-backend-port-missing"],
  ["port renamed", "deployments", "stock-c26", "name: http,", "name: web,", "service-target-port-name-missing"],
  ["selector misspelt", "services", "image-d38", "app: image-d38", "app: imgae-d38", "service-selects-nothing"],
  ["namespace changed", "services", "audit-e49", "namespace: prod", "namespace: prd", "service-namespace-mismatch"],
];

const CASES = [beside, apart].flatMap(place => EDITS.map(edit => [place.name, ...edit, place] as const));

it.each(CASES)(
  "%s, %s: as much is found as in a run over everything",
  async (...[, , kind, name, from, to, expected, place]) => {
    const path = place(kind, name);
    const whole = project(place);
    const before = whole.filter(source => source.path === path);
    const edited = whole.map(source =>
      source.path === path ? { path, text: source.text.replaceAll(from, to) } : source,
    );
    const shared: Pick<LintInput, "settings" | "rules" | "kustomizations"> = {
      settings: { ...DEFAULT_SETTINGS, preset: "strict" },
      rules,
      kustomizations: [],
    };
    const sources = edited.filter(source => source.path === path);
    const context = edited.filter(source => source.path !== path);
    const all = await lint({ ...shared, sources: edited, context: [] });
    const one = await lint({ ...shared, sources, context, before });
    const wanted = all.report.diagnostics.filter(diagnostic => concerns(diagnostic, new Set([path])));
    expect(one.report.diagnostics).toEqual(wanted);
    if (place !== beside) return;
    expect(one.report.diagnostics.map(({ ruleId }) => ruleId)).toContain(expected);
    // The point of it: most objects are not looked at.
    const offered = (result: typeof all) => result.offered.get("readiness-probe-missing") ?? 0;
    expect(offered(one)).toBeLessThan(offered(all) / 2);
  },
);

const GONE: readonly [
  what: string,
  kind: string,
  name: string,
  from: string,
  to: string,
  rule: string,
  elsewhere: string,
][] = [
  [
    "Deployment",
    "deployments",
    "mail-b12",
    "metadata: { name: mail-b12,",
    "metadata: { name: post,",
    "hpa-target-missing",
    "scaling",
  ],
  [
    "Service",
    "services",
    "shop-c21",
    "metadata: { name: shop-c21,",
    "metadata: { name: market,",
    "ingress-backend-missing",
    "ingresses",
  ],
];

it.each(GONE)("a %s was renamed: what still names it is told", async (_what, kind, name, from, to, rule, elsewhere) => {
  const path = beside(kind, name);
  const whole = project(beside);
  const earlier = whole.filter(source => source.path === path);
  const sources = earlier.map(source => ({ path, text: source.text.replace(from, to) }));
  const context = whole.filter(source => source.path !== path);
  const run = async (before: readonly Source[]) => {
    const { report } = await lint({
      ...{ sources, context, before, rules, settings: DEFAULT_SETTINGS },
      choose: orphanedBy(before, { sources, context }),
    });
    return report.diagnostics.map(({ ruleId, file }) => `${ruleId} ${file}`);
  };
  expect(await run(earlier)).toContain(`${rule} ${beside(elsewhere, name)}`);
  expect(await run(sources)).not.toContain(`${rule} ${beside(elsewhere, name)}`);
});

const DEFINITION =
  "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec: { group: cert-manager.io }\n";

it("leaves definitions out only where nobody asks for one", () => {
  const definition = { path: "crds/certificates.yaml", text: DEFINITION };
  const converting = { path: "crds/c.yaml", text: `${DEFINITION}# clientConfig: a Service converts\n` };
  const context = [definition, converting];
  const textsFor = (text: string) => withoutDefinitions(context, [{ path: "a.yaml", text }]).map(source => source.text);
  const texts = context.map(({ text }) => text);
  expect(textsFor("apiVersion: v1\nkind: Service\n")).toEqual(["", converting.text]);
  expect(textsFor("apiVersion: cert-manager.io/v1\nkind: Certificate\n")).toEqual(texts);
  expect(textsFor("apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n")).toEqual(texts);
});

it.each([
  ["before others", `${DEFINITION}---\nkind: Service\n`],
  ["after others, with a comment on the marker", `kind: Service\n--- # next\n${DEFINITION}`],
  ["between others", `---\nkind: Service\n---\n${DEFINITION}---\nkind: Service\nmetadata: { name: b }\n`],
])("blanks definitions %s, and everything else keeps its place", async (_where, text) => {
  const [left] = withoutDefinitions([{ path: "all.yaml", text }], [{ path: "a.yaml", text: "kind: Service\n" }]);
  const places = async (of: string) =>
    (await load({ path: "all.yaml", text: of })).documents
      .filter(({ document: { root } }) => root !== undefined && of.slice(root.start, root.end).includes("Service"))
      .map(({ document: { index, root } }) => ({ index, start: root?.start }));
  expect(left?.text).not.toContain("CustomResourceDefinition");
  expect(left?.text.length).toBe(text.length);
  expect(await places(text)).not.toEqual([]);
  expect(await places(left?.text ?? "")).toEqual(await places(text));
});
