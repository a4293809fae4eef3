// A directory of its own for a test, with git where it is wanted, and the program run in it.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { main } from "../../src/main.ts";

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export class Repository {
  readonly path = mkdtempSync(join(tmpdir(), "kprobe-lint-"));

  write(name: string, text: string): void {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** Neither the user's nor the machine's settings have a say. */
  git(...args: string[]): string {
    const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
    const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
    return execFileSync("git", [...identity, ...args], { cwd: this.path, env, encoding: "utf8", stdio: "pipe" });
  }

  commit(): void {
    this.git("add", "--all");
    this.git("commit", "--quiet", "--message=state");
  }

  async run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
    const streams = { stdout: "", stderr: "" };
    const stream = (name: keyof typeof streams) => ({
      write: (part: string) => {
        streams[name] += part;
      },
      isTTY: false,
      columns: 80,
    });
    const status = await main({
      argv: args,
      cwd: this.path,
      env,
      stdout: stream("stdout"),
      stderr: stream("stderr"),
      stdin: () => "",
      now: () => 0,
    });
    return { status, ...streams };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export function deployment(name: string, port = "http"): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - name: ${name}
          image: example.com/${name}:1.2.3
          ports: [{ name: http, containerPort: 8080 }]
          readinessProbe: { httpGet: { path: /ready, port: ${port} } }
`;
}

export function service(name: string, app = name): string {
  return `apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec:
  selector: { app: ${app} }
  ports: [{ port: 80, targetPort: http }]
`;
}

export function ingress(name: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: ${name} }
spec:
  rules:
    - http:
        paths:
          - { path: /, pathType: Prefix, backend: { service: { name: ${name}, port: { number: 80 } } } }
`;
}
