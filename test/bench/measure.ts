// Runs a command to its end and says what it took: bash's `time` for wall and CPU (milliseconds, children included), GNU time for the peak
// of memory where it is installed, else /proc, read every 5 ms.

import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import type { Sample } from "./figures.ts";

export interface Command {
  readonly argv: readonly string[];
  readonly cwd: string;
}

export interface Ran {
  readonly sample: Sample;
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const GNU_TIME = "/usr/bin/time";

// The report goes to the file in $1; the command keeps its own streams.
const SCRIPT = `TIMEFORMAT='%3R %3U %3S'; exec 4>&2 2>"$1"; shift; time "$@" 2>&4 4>&-; echo "status $?" >&2`;

/** What decides how programs behave is the same for everyone: no CI, no colours, no options for Node. */
export function cleanEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept = ["PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME"].flatMap(name => {
    const value = env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(kept), LANG: "C.UTF-8", NO_COLOR: "1", GIT_CONFIG_GLOBAL: "/dev/null" };
}

let running: number | undefined;

/** Ends what is being measured, for a benchmark that is interrupted. */
export function abandon(): void {
  if (running !== undefined) process.kill(-running, "SIGKILL");
}

/** `scratch` is a directory for the streams, outside of what is measured. */
export async function measure(command: Command, scratch: string): Promise<Ran> {
  const path = (name: string) => join(scratch, name);
  const hasGnuTime = existsSync(GNU_TIME);
  const argv = hasGnuTime ? [GNU_TIME, "-q", "-f", "%M", "-o", path("peak"), ...command.argv] : command.argv;
  const streams = [openSync(path("stdout"), "w"), openSync(path("stderr"), "w")] as const;
  const child = spawn("bash", ["-c", SCRIPT, "bench", path("times"), ...argv], {
    cwd: command.cwd,
    env: cleanEnvironment(process.env),
    stdio: ["ignore", ...streams],
    // A group of its own, which can be ended whole.
    detached: true,
  });
  running = child.pid;
  const watch = hasGnuTime || child.pid === undefined ? undefined : watchPeak(child.pid);
  await new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => resolve());
  });
  running = undefined;
  for (const stream of streams) closeSync(stream);
  const { status, ...times } = parseTimes(readFileSync(path("times"), "utf8"));
  const peak = hasGnuTime ? parsePeak(readFileSync(path("peak"), "utf8")) : watch?.();
  return {
    sample: { ...times, peak },
    status,
    stdout: readFileSync(path("stdout"), "utf8"),
    stderr: readFileSync(path("stderr"), "utf8"),
  };
}

/** bash may print `Killed` and the like before the times. */
export function parseTimes(text: string): { wall: number; user: number; system: number; status: number } {
  const times = /^(\d+\.\d+) (\d+\.\d+) (\d+\.\d+)$/m.exec(text);
  const status = /^status (\d+)$/m.exec(text);
  if (times === null || status === null) throw new Error(`bash did not tell the time: ${JSON.stringify(text)}`);
  const [wall = 0, user = 0, system = 0] = times.slice(1).map(Number);
  return { wall, user, system, status: Number(status[1]) };
}

/** GNU time prints kB last, after what it says of a signal. */
export function parsePeak(text: string): number | undefined {
  const kilobytes = Number(text.trim().split("\n").at(-1));
  return Number.isFinite(kilobytes) && kilobytes > 0 ? kilobytes / 1024 : undefined;
}

/** Starts to look at the children of a process; the answer ends it. */
function watchPeak(parent: number): () => number | undefined {
  let peak = 0;
  const look = () => {
    try {
      for (const pid of readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").split(" ").filter(Boolean)) {
        const status = readFileSync(`/proc/${pid}/status`, "utf8");
        peak = Math.max(peak, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
      }
    } catch {
      // It has ended, or there is no /proc.
    }
  };
  const timer = setInterval(look, 5);
  return () => {
    clearInterval(timer);
    return peak > 0 ? peak : undefined;
  };
}

/** Seconds of CPU since the machine started: of everybody, and of this process, which only watches. */
export function cpuSeconds(): { readonly all: number; readonly own: number } {
  const all = cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
  const { user, system } = process.cpuUsage();
  return { all: all / 1e3, own: (user + system) / 1e6 };
}
