// What the HTML report draws besides the findings: who reaches whom, and what a rollout of each workload does.

import type { Graph } from "./graph/graph.ts";
import { pictureAsRows, pictureOf } from "./graph/picture.ts";
import { pictureAsSvg } from "./graph/picture-svg.ts";
import type { Workload } from "./kubernetes/workload.ts";
import { quoted, shownText } from "./reporters/visible.ts";
import { renderHtmlSection, SIMULATION_STYLE } from "./rollout/render-html.ts";
import { xml } from "./rollout/render-svg.ts";
import { simulate } from "./rollout/simulate.ts";
import { shownResult, simulationOptions } from "./simulation.ts";

/** A page with more drawings than this is no page to read; the text says how many are left out. */
const MOST_WORKLOADS = 40;
/** A picture with more objects is a tangle; its rows stand alone. */
const MOST_NODES = 60;

export interface Section {
  readonly title: string;
  readonly html: string;
}

/** Sections about the workloads of the files that were asked about. */
export function sectionsOf(graphs: readonly Graph[], asked: ReadonlySet<string>): Section[] {
  const subjects = graphs
    .flatMap(graph => graph.workloads.map(workload => ({ graph, workload })))
    .filter(isAsked(asked));
  if (subjects.length === 0) return [];
  const shown = subjects.slice(0, MOST_WORKLOADS);
  const left = subjects.length - shown.length;
  const timelines = shown.map(({ graph, workload }, index) =>
    renderHtmlSection(
      shownResult(simulate(workload.resource.root.toValue(), simulationOptions(graph, workload))),
      `kl${index}`,
    ),
  );
  const note = left > 0 ? [`<p>${left} more workloads are left out; kprobe-lint simulate draws them.</p>`] : [];
  return [
    ...graphsAsSections([...new Set(subjects.map(({ graph }) => graph))], asked),
    { title: "Rollouts", html: [`<style>${SIMULATION_STYLE}</style>`, ...timelines, ...note].join("\n") },
  ];
}

function isAsked(asked: ReadonlySet<string>) {
  return ({ workload }: { readonly workload: Workload }) =>
    workload.isLongRunning && workload.appContainers.length > 0 && asked.has(workload.resource.file);
}

function graphsAsSections(graphs: readonly Graph[], asked: ReadonlySet<string>): Section[] {
  return graphs.flatMap(graph => {
    const picture = pictureOf(graph, asked);
    if (picture.edges.length === 0) return [];
    const drawing = picture.nodes.length <= MOST_NODES ? [`<div class="kl-scroll">${pictureAsSvg(picture)}</div>`] : [];
    const rows = pictureAsRows(picture).slice(0, 500);
    const text = `<details><summary>as text</summary><pre>${rows.map(xml).join("\n")}</pre></details>`;
    const title = graph.name === "" ? "What reaches what" : `What reaches what in ${graph.name}`;
    return [{ title: quoted(title), html: shownText([...drawing, text].join("\n")) }];
  });
}
