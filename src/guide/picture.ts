// What the simulator makes of a manifest in the guide, as text for a Markdown page. Nothing here is drawn by hand.

import { Field } from "../field.ts";
import { renderText } from "../rollout/render-text.ts";
import type { Chart, SimulationResult } from "../rollout/result.ts";
import { readScenario } from "../rollout/scenario.ts";
import { simulate } from "../rollout/simulate.ts";
import { isData } from "../rollout/spec.ts";
import { parseDocumentsWith } from "../yaml/documents.ts";
import { parsePart } from "../yaml/parse.ts";

/** Which of the drawings a page wants, by the title the simulator gives them. */
export type Drawing = "rollout" | "a new pod" | "a deleted pod" | "endpoints in use";

const WIDTH = 80;

/** The simulation of the first document; the others are what stands around it. `events` is the scenario's list. */
export function simulated(manifests: string, events: readonly unknown[] = []): SimulationResult {
  const [workload, ...others] = parseDocumentsWith(parsePart, manifests).map(({ root }) => new Field(root).toValue());
  const services = others.filter(isData);
  const names = services.map(({ metadata }) => (isData(metadata) ? String(metadata.name) : ""));
  const { scenario } = readScenario({ events }, { containers: [], services: names });
  return simulate(workload, { services, scenario });
}

/** A fenced block with the answers and the drawings asked for. */
export function picture(result: SimulationResult, drawings: readonly Drawing[], answers = 1): string {
  const shown: SimulationResult = {
    ...result,
    answers: result.answers.slice(0, answers),
    charts: drawings.flatMap(title => result.charts.filter(chart => isCalled(chart, title))),
    numbers: [],
    timeline: [],
  };
  return `\`\`\`text\n${renderText(shown, { width: WIDTH }).trim()}\n\`\`\``;
}

function isCalled(chart: Chart, title: Drawing): boolean {
  return chart.title.startsWith(title);
}

export function manifest(text: string): string {
  return `\`\`\`yaml\n${text.trimEnd()}\n\`\`\``;
}

/** `[liveness-races-readiness](#liveness-races-readiness)`: the page of a rule further down. */
export function rule(id: string): string {
  return `[${id}](#${id})`;
}
