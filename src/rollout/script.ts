// From a scenario's container script to the answers that each of its probes gets.

import { type App, hookSeconds, type Run, type Step } from "./app.ts";
import type { ProbeKind } from "./podspec.ts";
import type { ContainerScript, Scenario, Window } from "./scenario.ts";
import { type Data, dataAt, isData, listAt, textAt } from "./spec.ts";

/** An init container ends by itself; nobody says when. */
const INIT_SECONDS = 1;
const KINDS: readonly ProbeKind[] = ["liveness", "readiness", "startup"];

/** The script of a container: that of the new version before the general one, the full name before the short one before `*`. */
export function scriptOf(
  scenario: Scenario,
  workload: string,
  container: string,
  isNew: boolean,
): ContainerScript | undefined {
  const maps = isNew ? [scenario.newVersion, scenario.containers] : [scenario.containers];
  for (const map of maps) {
    const script = map[`${workload}/${container}`] ?? map[container] ?? map["*"];
    if (script !== undefined) return script;
  }
  return undefined;
}

/** The application of one container as the pod simulator takes it. */
export function appOf(
  container: Data,
  script: ContainerScript | undefined,
  startupSeconds: number,
  isInit: boolean,
): App {
  const lives = script === undefined ? [undefined] : [script, ...script.lives];
  const lifecycle = dataAt(container, "lifecycle");
  return {
    runs: lives.map(life => runOf(container, life, startupSeconds, isInit)),
    ...(script?.sigterm === undefined
      ? {}
      : { shutdownSeconds: Number.isFinite(script.sigterm) ? script.sigterm : -1 }),
    ...(script?.preStop === undefined ? {} : { preStopSeconds: script.preStop }),
    postStartSeconds: hookSeconds(lifecycle.postStart, script?.postStart),
  };
}

function runOf(container: Data, script: ContainerScript | undefined, startupSeconds: number, isInit: boolean): Run {
  const end = script?.exit ?? (isInit ? { at: INIT_SECONDS, code: 0 } : undefined);
  const run: Record<string, unknown> = end === undefined ? {} : { exitAt: end.at, exitCode: end.code };
  for (const kind of KINDS) {
    const probe = container[`${kind}Probe`];
    if (isData(probe)) run[kind] = stepsOf(probe, script, startupSeconds);
  }
  return run;
}

/** What a probe meets from moment to moment. */
export function stepsOf(probe: Data, script: ContainerScript | undefined, startupSeconds: number): Step[] {
  const boot = script?.boot ?? startupSeconds;
  const windows: Window[] =
    script === undefined ? [] : [...script.fails, ...script.hangs, ...script.slow, ...script.http, ...script.files];
  const moments = new Set([0, boot, ...windows.flatMap(({ from, until }) => [from, until])]);
  return [...moments]
    .filter(moment => Number.isFinite(moment))
    .sort((a, b) => a - b)
    .map(at => stepAt(at, probe, script, boot));
}

function stepAt(at: number, probe: Data, script: ContainerScript | undefined, boot: number): Step {
  if (at < boot) return { at, do: "fail" };
  if (script === undefined) return { at, do: "ok" };
  const isIn = ({ from, until }: Window) => at >= from && at < until;
  if (script.hangs.some(isIn)) return { at, do: "hang" };
  if (script.fails.some(isIn) || isMissingFile(probe, script, isIn) || isBadAnswer(probe, script, isIn))
    return { at, do: "fail" };
  const slow = script.slow.find(isIn);
  return slow === undefined ? { at, do: "ok" } : { at, do: "slow", latency: slow.seconds };
}

/** An exec probe that names a file of the scenario fails while the file is not there. */
function isMissingFile(probe: Data, script: ContainerScript, isIn: (window: Window) => boolean): boolean {
  const command = listAt(dataAt(probe, "exec"), "command").map(String).join(" ");
  const named = script.files.filter(({ path }) => path !== "" && command.includes(path));
  return named.length > 0 && !named.some(isIn);
}

/** 200 to 399 succeed (pkg/probe/http: DoHTTPProbe); paths are compared without their query. */
function isBadAnswer(probe: Data, script: ContainerScript, isIn: (window: Window) => boolean): boolean {
  if (!isData(probe.httpGet)) return false;
  const path = (textAt(probe.httpGet, "path") ?? "/").split("?")[0];
  const answer = script.http.filter(isIn).findLast(candidate => candidate.path.split("?")[0] === path);
  return answer !== undefined && (answer.status < 200 || answer.status >= 400);
}
