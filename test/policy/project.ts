// A project in a directory of its own, and the program run in it.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { main } from "../../src/main.ts";

export interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), "policies-"));

  constructor(files: Readonly<Record<string, string>>) {
    onTestFinished(() => rmSync(this.folder, { recursive: true, force: true }));
    mkdirSync(join(this.folder, ".git"));
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  async run(...argv: string[]): Promise<Printed> {
    const texts = { out: "", err: "" };
    const stream = (name: "out" | "err") => ({
      write: (text: string) => {
        texts[name] += text;
      },
      isTTY: false,
      columns: 100,
    });
    const code = await main({
      ...{ argv, cwd: this.folder, env: {}, stdin: () => "", now: () => 0 },
      ...{ stdout: stream("out"), stderr: stream("err") },
    });
    return { code, ...texts };
  }

  /** Diagnostics of policies, a line each. */
  async lint(...argv: string[]): Promise<string[]> {
    const { out, err } = await this.run(".", "--format", "concise", ...argv);
    if (err !== "") throw new Error(err);
    return out.split("\n").filter(line => / policy(-invalid)?[/:]/.test(line));
  }
}

export const deployment = (name: string, more = "") => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: 1${more}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - name: app
          image: "app:latest"
`;

export const ADMISSION = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: no-latest
  annotations:
    kprobe-lint.dev/example.good: |
      apiVersion: apps/v1
      kind: Deployment
      metadata: { name: web }
      spec: { template: { spec: { containers: [{ name: app, image: "app:1" }] } } }
    kprobe-lint.dev/example.bad-tag: |
      apiVersion: apps/v1
      kind: Deployment
      metadata: { name: web }
      spec: { template: { spec: { containers: [{ name: app, image: "app:latest" }] } } }
spec:
  matchConstraints:
    resourceRules:
      - { apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments] }
  validations:
    - expression: object.spec.template.spec.containers.all(c, !c.image.endsWith(":latest"))
      message: no image is tagged latest
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: no-latest }
spec: { policyName: no-latest, validationActions: [Deny] }
`;

export const CONFIG = `policies:
  - policies/
  - id: two-replicas
    match: { kinds: [Deployment] }
    expression: workload.replicas >= 2
    message: a Deployment runs at least two replicas
    help: set spec.replicas to 2 or more
`;
