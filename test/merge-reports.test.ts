import { cpSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mergeReports, readReport } from "../src/merge-reports.ts";
import { shardOf } from "../src/shard.ts";
import { deployment, ingress, Repository, service } from "./support/repository.ts";

const projects = fileURLToPath(new URL("../fixtures/projects", import.meta.url));
const rules = fileURLToPath(new URL("../fixtures/rules", import.meta.url));

let repository: Repository;

beforeAll(() => {
  repository = new Repository();
  cpSync(projects, join(repository.path, "projects"), { recursive: true });
  cpSync(join(rules, "service-selects-nothing"), join(repository.path, "services"), { recursive: true });
  // References from one directory into another, a document that does not parse, and a chart.
  repository.write("apps/web/web.yaml", deployment("web", "htpp"));
  repository.write("apps/services/web.yaml", service("web", "wbe"));
  repository.write("apps/ingress.yaml", ingress("wob"));
  repository.write(
    "apps/ignored.yaml",
    `# kprobe-lint-ignore-file probe-named-port-unresolved -- known\n${deployment("one", "htpp")}`,
  );
  const unknown = { apiVersion: "example.com/v1", kind: "Unknown", metadata: { name: "same" } };
  repository.write("list.json", JSON.stringify({ apiVersion: "v1", kind: "List", items: [unknown, unknown] }));
  repository.write("broken/broken.yaml", "a: [\n---\nkind: Nothing\n");
  repository.write("chart/Chart.yaml", "name: chart\n");
  repository.write("chart/templates/web.yaml", "kind: {{ .Values.kind }}\n");
});
afterAll(() => repository.remove());

async function lint(...args: string[]): Promise<string> {
  const { stdout, status } = await repository.run([...args, "--format=json", "--fail-on=never"]);
  expect(status).toBe(0);
  return stdout;
}

async function merged(count: number, ...args: string[]): Promise<string> {
  const names: string[] = [];
  for (let index = 1; index <= count; index++) {
    const name = `part-${index}.report`;
    writeFileSync(join(repository.path, name), await lint(...args, `--shard=${index}/${count}`));
    names.push(name);
  }
  const { stdout, status, stderr } = await repository.run([
    "merge",
    ...names.reverse(),
    "--format=json",
    "--fail-on=never",
  ]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

describe("--shard and merge", () => {
  it.each([1, 2, 3, 7, 64])("%i parts are the single run, byte for byte", async count => {
    const single = await lint(".");
    const { summary, skipped } = JSON.parse(single);
    expect(summary.errors).toBeGreaterThan(3);
    expect(summary.suppressed).toBeGreaterThan(0);
    expect(skipped.length).toBeGreaterThan(0);
    expect(await merged(count, ".")).toBe(single);
  });

  it.each([2, 3])("%i parts of a repository, of some of its directories, are the single run", async count => {
    repository.git("init", "--quiet");
    const single = await lint("apps", "services", "--preset=all");
    expect(await merged(count, "apps", "services", "--preset=all")).toBe(single);
  });

  it("small parts of a large project are the single run, byte for byte", async () => {
    for (let index = 0; index < 110; index++) {
      repository.write(`large/pods-${index}/web.yaml`, deployment(`pod-${index}-q`, "http"));
      repository.write(`large/services-${index}/web.yaml`, service(`pod-${index}-q`, `pod-${index}-q`));
    }
    repository.write("large/pods-7/web.yaml", deployment("cart", "http"));
    repository.write("large/services-7/web.yaml", service("kart", "kart"));
    const single = await lint("large");
    expect(single).toContain("selects no pod");
    expect(await merged(40, "large")).toBe(single);
  });

  it("parts are not all empty but one", async () => {
    const sizes: number[] = [];
    for (const index of [1, 2, 3]) sizes.push(JSON.parse(await lint(".", `--shard=${index}/3`)).summary.files);
    expect(Math.min(...sizes)).toBeGreaterThan(0);
  });

  it("a part without files is no mistake", async () => {
    expect(JSON.parse(await lint("apps/web", "--shard=1/2")).summary.files).toBe(0);
  });

  it("the merged report is written in other formats and judged", async () => {
    writeFileSync(join(repository.path, "one.report"), await lint("."));
    const { stdout, status } = await repository.run(["merge", "one.report", "--format=concise"]);
    expect(status).toBe(1);
    expect(stdout).toContain("apps/web/web.yaml:13:");
    const pretty = await repository.run(["merge", "one.report", "--format=pretty"]);
    expect(pretty.stdout).toContain("13 |           readinessProbe: { httpGet: { path: /ready, port: htpp } }");
  });
});

describe("shardOf", () => {
  it("gives every file to one part, and a directory to one", () => {
    const files = ["a/1.yaml", "a/2.yaml", "a/b/1.yaml", "c/1.yaml", "d/1.yaml", "d/2.yaml", "e/1.yaml"];
    for (const count of [1, 2, 3, 5, 20]) {
      const parts = Array.from({ length: count }, (_, at) =>
        shardOf(files, { index: at + 1, count }, file => file.length * 100),
      );
      for (const file of files) expect(parts.filter(isIn => isIn(file))).toHaveLength(1);
      for (const isIn of parts) expect(isIn("a/1.yaml")).toBe(isIn("a/2.yaml"));
    }
  });
});

describe("damaged reports", () => {
  it.each([
    ["nothing", "part.report: this is no JSON"],
    ["[]", "part.report: this is no report of kprobe-lint; --format json writes one"],
    [
      '{"tool":{"name":"kprobe-lint","version":"1"},"version":2}',
      "part.report: its format has version 2; this build reads version 1",
    ],
    ['{"tool":{"name":"kprobe-lint","version":"1"},"version":1}', "part.report: its head is damaged"],
  ])("%s", async (text, sentence) => {
    writeFileSync(join(repository.path, "part.report"), text);
    const { status, stderr } = await repository.run(["merge", "part.report"]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: `kprobe-lint: ${sentence}\n` });
  });

  it("a diagnostic without a place", async () => {
    const report = JSON.parse(await lint("apps"));
    report.diagnostics[1].range = null;
    expect(readReport(JSON.stringify(report))).toBe("its diagnostic 2 is damaged");
  });

  it("of two versions of Kubernetes", async () => {
    const report = readReport(await lint("apps"));
    if (typeof report === "string") throw new Error(report);
    expect(mergeReports([report, { ...report, kubernetesVersion: "1.30" }])).toBe(
      "the reports are for two versions of Kubernetes, 1.36 and 1.30",
    );
    expect(mergeReports([])).toBe("there is no report to merge");
  });

  it("no path of a report leads out of the project", async () => {
    const outside = join(repository.path, "..", "kprobe-lint-outside.yaml");
    writeFileSync(outside, "secret: outside\n".repeat(20));
    try {
      const report = JSON.parse(await lint("apps"));
      report.diagnostics = [{ ...report.diagnostics[0], file: "../kprobe-lint-outside.yaml" }];
      writeFileSync(join(repository.path, "one.report"), JSON.stringify(report));
      const { stdout } = await repository.run(["merge", "one.report", "--format=pretty"]);
      expect(stdout).toContain("kprobe-lint-outside.yaml");
      expect(stdout).not.toContain("secret");
    } finally {
      unlinkSync(outside);
    }
  });
});
