// One mistake in a base is told once, however many overlays inherit it, and however they name it.

import { describe, expect, it } from "vitest";
import type { Settings } from "../src/settings.ts";
import { deployment, service } from "./support/repository.ts";
import { lintFiles } from "./support/run.ts";

const BASE = {
  "base/kustomization.yaml": "resources: [web.yaml, svc.yaml]\n",
  "base/web.yaml": `${deployment("web")}`.replace("spec:", "spec:\n  replicas: 2"),
  "base/svc.yaml": service("web").replace("targetPort: http", "targetPort: htpp"),
};

async function told(overlays: Readonly<Record<string, string>>, ruleId: string, overrides: Settings["overrides"] = []) {
  const files = Object.entries(overlays).map(([name, text]) => [
    `overlays/${name}/kustomization.yaml`,
    `resources: [../../base]\n${text}\n`,
  ]);
  const { report } = await lintFiles(
    { ...BASE, ...Object.fromEntries(files) },
    { settings: { select: [ruleId], overrides } },
  );
  return report.diagnostics.map(({ message, help }) => `${message} (${help})`);
}

describe("a mistake in a base", () => {
  it.each([
    ["a name prefix", "namePrefix: dev-", "namePrefix: prod-"],
    ["a namespace", "namespace: dev", "namespace: prod"],
  ])("is one finding where overlays give %s", async (_, dev, prod) => {
    const [first, ...others] = await told({ dev, prod }, "service-target-port-name-missing");
    expect(others).toEqual([]);
    expect(first).toMatch(/declares no TCP port named "htpp".*; seen in overlays\/dev, overlays\/prod\)$/);
  });

  it("is two where the overlays make something else of it", async () => {
    const replicas = (name: string, count: number) =>
      `namePrefix: ${name}-\nreplicas: [{ name: web, count: ${count} }]`;
    const found = await told({ dev: replicas("dev", 2), prod: replicas("prod", 5) }, "pdb-missing");
    expect(found.map(text => /the (\d+) pods/.exec(text)?.[1])).toEqual(["2", "5"]);
    expect(found.join()).not.toContain("seen in");
  });

  it("is not told of an overlay whose files an override speaks of", async () => {
    const overlays = { dev: "namePrefix: dev-", prod: "namePrefix: prod-" };
    const off = (...files: string[]) => [{ files, rules: { "pdb-missing": { severity: "off" as const } } }];
    const [first, ...others] = await told(overlays, "pdb-missing", off("overlays/dev/**"));
    expect(others).toEqual([]);
    expect(first).toContain('Deployment "prod-web"');
    expect(first).not.toContain("seen in");
    expect(await told(overlays, "pdb-missing", off("overlays/**"))).toEqual([]);
  });
});
