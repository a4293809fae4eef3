// One report in memory that shows everything a report can show, and makers of others.

import type { Diagnostic, Range, Report } from "../../src/diagnostic.ts";
import type { ReporterOptions } from "../../src/reporters/reporter.ts";
import type { RuleMeta } from "../../src/rule.ts";

export const WEB = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  template:
    spec:
      containers:
        - name: web
          ports:
            - name: http
              containerPort: 8080
          readinessProbe:
            httpGet: { path: /ready, port: htpp }
          env:
            - { name: 이름, value: "값" } # 결제 서비스
            - { name: LONG, value: "${"long ".repeat(40)}end" }
`;
export const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  selector: { app: wbe }
`;
const TEXTS: Readonly<Record<string, string>> = { "shop/service.yaml": SERVICE, "shop/web.yaml": WEB };

/** The range of the first occurrence of some words in a text. */
export function rangeOf(text: string, words: string): Range {
  const start = text.indexOf(words);
  const position = (offset: number) => {
    const before = text.slice(0, offset).split("\n");
    return { line: before.length, column: (before.at(-1) ?? "").length + 1, offset };
  };
  return { start: position(start), end: position(start + words.length) };
}

export function diagnosticOf(given: Partial<Diagnostic>): Diagnostic {
  const ruleId = given.ruleId ?? "probe-named-port-unresolved";
  return {
    ruleId,
    severity: "error",
    message: 'container "web" declares no port named "htpp"; did you mean "http"?',
    url: `https://example.com/rules/README.md#${ruleId}`,
    file: "shop/web.yaml",
    range: rangeOf(WEB, "htpp"),
    document: 0,
    path: ["spec", "template", "spec", "containers", 0, "readinessProbe", "httpGet", "port"],
    related: [],
    fixes: [],
    fingerprint: `${ruleId}/shop/web`,
    ...given,
  };
}

const workload = { apiVersion: "apps/v1", kind: "Deployment", namespace: "shop", name: "web" };
const port = rangeOf(WEB, "htpp");
const diagnostics: Diagnostic[] = [
  diagnosticOf({
    ruleId: "service-selects-nothing",
    severity: "warning",
    message: 'no workload in namespace "shop" has the labels app=wbe; did you mean "web"?',
    file: "shop/service.yaml",
    range: rangeOf(SERVICE, "selector"),
    path: ["spec", "selector"],
    resource: { apiVersion: "v1", kind: "Service", namespace: "shop", name: "web" },
    related: [{ file: "shop/web.yaml", range: rangeOf(WEB, "web"), message: "the nearest one" }],
  }),
  diagnosticOf({
    resource: { ...workload, container: "web" },
    help: "every attempt errors, so the pod never becomes Ready",
    server: "warns",
    related: [{ file: "shop/web.yaml", range: rangeOf(WEB, "http"), message: "declared here" }],
    fixes: [
      {
        title: "write port: http",
        safety: "safe",
        edits: [{ file: "shop/web.yaml", start: port.start.offset, end: port.end.offset, text: "http" }],
      },
    ],
  }),
  diagnosticOf({
    ruleId: "env-name",
    severity: "info",
    message: 'the name "이름" is 100 % legal, but odd',
    range: rangeOf(WEB, '"값"'),
    resource: workload,
  }),
  diagnosticOf({
    ruleId: "env-value-long",
    severity: "warning",
    message: "the value is long",
    range: rangeOf(WEB, "end"),
    resource: workload,
    suppressed: { by: "comment", reason: "it has to be" },
  }),
];

export const REPORT: Report = {
  version: 1,
  tool: { name: "kprobe-lint", version: "1.2.3" },
  kubernetesVersion: "1.34",
  summary: {
    files: 3,
    documents: 4,
    resources: 3,
    errors: 1,
    warnings: 1,
    infos: 1,
    suppressed: 1,
    fixable: 1,
    durationMs: 12.4,
  },
  diagnostics,
  skipped: [
    { file: "chart/templates", reason: "template", detail: "templates of a Helm chart" },
    { file: "shop/other.yaml", document: 2, reason: "unknown-kind", detail: "example.com/v1 Thing" },
    { file: "values.yaml", reason: "not-a-manifest" },
  ],
};

const RULE: RuleMeta = {
  id: "probe-named-port-unresolved",
  summary: "A probe refers to a port name that its container does not declare",
  why: "The kubelet looks a named port up\n among the ports of the container.",
  severity: "error",
  presets: ["recommended"],
  since: "1.0",
  references: ["https://example.com/probes", "pkg/kubelet/prober"],
  examples: [{ bad: "port: htpp\n#     ^^^^ no such port\n", good: "port: http\n" }],
};

export const OPTIONS: ReporterOptions = {
  color: false,
  hyperlinks: false,
  width: 80,
  ascii: false,
  prefix: "deploy/",
  hostPrefix: "repo/deploy/",
  textOf: file => (Object.hasOwn(TEXTS, file) ? TEXTS[file] : undefined),
  rules: [RULE],
  files: ["shop/clean.yaml", "shop/service.yaml", "shop/web.yaml"],
};

/** A report of these diagnostics alone. */
export function reportOf(found: readonly Diagnostic[]): Report {
  const count = (severity: string) => found.filter(diagnostic => diagnostic.severity === severity).length;
  return {
    ...REPORT,
    summary: { ...REPORT.summary, errors: count("error"), warnings: count("warning"), infos: count("info") },
    diagnostics: found,
    skipped: [],
  };
}
