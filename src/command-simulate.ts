// kprobe-lint simulate: timelines of the workloads in the input, from their manifests and a scenario.

import { resolve } from "node:path";
import pc from "picocolors";
import { wantsColor } from "./color.ts";
import { decode, discover } from "./discover.ts";
import { Field } from "./field.ts";
import { readBounded } from "./files.ts";
import type { Graph } from "./graph/graph.ts";
import type { Workload } from "./kubernetes/workload.ts";
import { load } from "./load.ts";
import { type Environment, EXIT } from "./main.ts";
import { nearestTo } from "./nearest.ts";
import { type Arguments, listOf, textOf, UsageError } from "./options.ts";
import { placeOfKey } from "./place.ts";
import { jsonText, quoted } from "./reporters/visible.ts";
import type { Paint, Tone } from "./rollout/render-text.ts";
import type { SimulationResult } from "./rollout/result.ts";
import type { Scenario, ScenarioSubjects } from "./rollout/scenario.ts";
import { scopesOf } from "./scope.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";
import { shownResult, simulationOptions } from "./simulation.ts";
import { readSource } from "./yaml/documents.ts";
import { LineIndex } from "./yaml/lines.ts";

const MODES = ["range", "ideal", "kubelet", "best", "worst"] as const;
const FORMATS = ["text", "json", "svg", "html", "mermaid"] as const;
type Format = (typeof FORMATS)[number];

export async function simulateCommand(args: Arguments, environment: Environment): Promise<number> {
  const format = wordOf(listOf(args.values, "format")[0] ?? "text", FORMATS, "format");
  const mode = wordOf(textOf(args.values, "mode") ?? "range", MODES, "mode");
  const subjects = await subjectsIn(args, environment);
  if (subjects.length === 0) throw new UsageError("there is no workload to simulate in the input");
  const scenario = await scenarioOf(textOf(args.values, "scenario"), environment, namesIn(subjects));
  if (typeof scenario === "string") {
    environment.stderr.write(scenario);
    return EXIT.failed;
  }
  const { simulate } = await import("./rollout/simulate.ts");
  // JSON has escapes of its own, and keeps the names as they are.
  const shown = format === "json" ? (result: SimulationResult) => result : shownResult<SimulationResult>;
  const results = subjects.map(({ graph, workload }) =>
    shown(simulate(workload.resource.root.toValue(), simulationOptions(graph, workload, { mode, scenario }))),
  );
  environment.stdout.write(await render(results, format, args, environment));
  return EXIT.ok;
}

function wordOf<W extends string>(text: string, words: readonly W[], name: string): W {
  const word = words.find(candidate => candidate === text);
  if (word !== undefined) return word;
  const near = nearestTo(text, words);
  throw new UsageError(
    `simulate has no ${name} "${text}"${near === undefined ? `; there are ${words.join(", ")}` : `; did you mean "${near}"?`}`,
  );
}

interface Subject {
  readonly graph: Graph;
  readonly workload: Workload;
}

/** The workloads of the files that were asked about, each in the graph of what is deployed with it. */
async function subjectsIn(args: Arguments, environment: Environment): Promise<Subject[]> {
  const found = await discover({
    cwd: environment.cwd,
    paths: args.positionals,
    stdin: environment.stdin,
    exclude: listOf(args.values, "exclude"),
    context: args.values["no-context"] === true ? false : (textOf(args.values, "context") ?? true),
    maxFileSize: 64 * 1024 * 1024,
  });
  if (found.unreadable.length > 0) throw new UsageError(found.unreadable.join("; "));
  const files = [];
  for (const source of [...found.sources, ...(found.context ?? []), ...found.kustomizations])
    files.push(await load(source));
  const asked = new Set(found.sources.map(({ path }) => path));
  const settings = { ...DEFAULT_SETTINGS, namespace: textOf(args.values, "namespace") ?? "default" };
  const { graphs } = await scopesOf(files, { settings, context: found.context !== undefined });
  return graphs
    .flatMap(graph => graph.workloads.map(workload => ({ graph, workload })))
    .filter(({ workload }) => asked.has(workload.resource.file) && workload.appContainers.length > 0);
}

function namesIn(subjects: readonly Subject[]): ScenarioSubjects {
  return {
    containers: subjects.flatMap(({ workload }) =>
      workload.containers.flatMap(({ name }) => [name, `${workload.resource.name ?? ""}/${name}`]),
    ),
    services: subjects.flatMap(({ graph }) => graph.services.flatMap(({ name }) => name ?? [])),
  };
}

/** The scenario of a file, or what is wrong with it, a line each. */
async function scenarioOf(
  path: string | undefined,
  { cwd }: Environment,
  subjects: ScenarioSubjects,
): Promise<Scenario | undefined | string> {
  if (path === undefined) return undefined;
  let text: string;
  try {
    text = decode(readBounded(resolve(cwd, path)));
  } catch (error) {
    throw new UsageError(`cannot read the scenario ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const lines = new LineIndex(text);
  const say = (start: number, message: string) => {
    const { line, column } = lines.at(start);
    return `${quoted(path)}:${line}:${column}: ${quoted(message)}\n`;
  };
  const [document] = await readSource(text);
  const broken = document?.problems.find(({ severity }) => severity === "error");
  if (document === undefined || broken !== undefined)
    return say(broken?.start ?? 0, broken?.message ?? "the file is empty");
  const root = new Field(document.root);
  const { readScenario } = await import("./rollout/scenario.ts");
  const { scenario, problems } = readScenario(root.toValue(), subjects);
  return problems.length === 0
    ? scenario
    : problems.map(problem => say(placeOfKey(root.get(...problem.path)).start, problem.message)).join("");
}

async function render(
  results: readonly SimulationResult[],
  format: Format,
  args: Arguments,
  environment: Environment,
): Promise<string> {
  switch (format) {
    case "json":
      return jsonText(results);
    case "svg": {
      const { renderSvg } = await import("./rollout/render-svg.ts");
      return `${results.map(result => renderSvg(result)).join("\n")}\n`;
    }
    case "html":
      return (await import("./rollout/render-html.ts")).renderHtml(results);
    case "mermaid": {
      const { renderMermaid } = await import("./rollout/render-mermaid.ts");
      return `${results.map(renderMermaid).join("\n")}\n`;
    }
    default: {
      const { renderText } = await import("./rollout/render-text.ts");
      const options = {
        width: environment.stdout.columns,
        ascii: environment.env.TERM === "dumb",
        paint: painter(wantsColor(args, environment, environment.stdout)),
      };
      return `${results.map(result => renderText(result, options)).join("\n\n")}\n`;
    }
  }
}

function painter(color: boolean): Paint {
  const paint = pc.createColors(color);
  const tones: Record<Tone, (text: string) => string> = {
    old: paint.blue,
    new: paint.green,
    starting: paint.cyan,
    terminating: paint.yellow,
    empty: paint.dim,
    good: paint.green,
    bad: paint.red,
    muted: paint.dim,
    strong: paint.bold,
  };
  return (text, tone) => tones[tone](text);
}
