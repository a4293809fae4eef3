import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import { guide } from "../src/guide/guide.ts";
import { simulated } from "../src/guide/picture.ts";
import { guaranteedStartupBudget, neverHealthyKill } from "../src/rollout/arithmetic.ts";
import { deploymentFenceposts } from "../src/rollout/fenceposts.ts";
import { lintFiles, messages } from "./support/run.ts";

const page = guide();
const fenced = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(match => match[1] ?? "");

describe("the guide", () => {
  it("has four chapters, each with a manifest, a drawing and what to read on", () => {
    const chapters = page.split(/^### /m).slice(1);
    expect(chapters.map(text => text.split("\n")[0])).toEqual(["Probes", "Shutdown", "Rollouts", "Selectors"]);
    for (const text of chapters) {
      expect(text).toContain("```yaml");
      expect(text).toContain("```text");
      expect(text).toMatch(/Read on: \[[^\]]+\]\(https:\/\/kubernetes\.io\/docs\//);
    }
  });

  it("links to rules that exist, and to its own chapters", () => {
    const known = [...rules.map(({ id }) => id), "probes", "shutdown", "rollouts", "selectors"];
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(match => match[1] ?? "");
    expect(links.filter(link => !known.includes(link))).toEqual([]);
    expect(links.length).toBeGreaterThan(30);
  });

  it("is the same text each time", () => {
    expect(guide()).toBe(page);
  });

  it("draws within 80 columns", () => {
    for (const drawing of fenced("text"))
      for (const line of drawing.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("shows manifests that the API server takes", async () => {
    const manifests = fenced("yaml");
    expect(manifests.length).toBeGreaterThan(4);
    for (const text of manifests) {
      const { report } = await lintFiles({ "manifest.yaml": text }, { rules: [] });
      expect(messages({ report } as Awaited<ReturnType<typeof lintFiles>>)).toEqual([]);
    }
  });

  it("promises what the simulator keeps: the slow start is killed within the closed form", () => {
    const slow = fenced("yaml").find(text => text.includes("name: slow") && !text.includes("startupProbe")) ?? "";
    const timing = {
      initialDelaySeconds: 5,
      periodSeconds: 5,
      timeoutSeconds: 1,
      successThreshold: 1,
      failureThreshold: 3,
    };
    const kill = simulated(slow).pod?.kill;
    const bounds = neverHealthyKill(timing, timing.timeoutSeconds);
    expect(page).toContain(`${guaranteedStartupBudget(timing)} s only`);
    expect(kill?.earliest).toBeGreaterThanOrEqual(guaranteedStartupBudget(timing));
    expect(kill?.latest).toBeLessThanOrEqual(bounds.latest);
  });

  it("draws a rollout between its fenceposts", () => {
    const web = fenced("yaml").find(text => text.includes("replicas: 3") && text.includes("preStop")) ?? "";
    const posts = deploymentFenceposts(3);
    const rollout = simulated(web).rollout;
    expect(rollout?.minReady.worst).toBe(posts.minAvailable);
    expect(rollout?.maxPods).toBe(posts.maxPods);
  });
});
