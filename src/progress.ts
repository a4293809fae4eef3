// What a long run is doing: one line on standard error, written over and over, and gone before anything else is printed.

import type { Environment, Stream } from "./main.ts";
import type { Stage, Watch } from "./timing.ts";

/** Nobody waits consciously for less, in milliseconds. */
const PATIENCE = 1000;
const BETWEEN = 100;
/** Characters that take longer than that to read on any machine. */
const MUCH = 4_000_000;
const CLEAR = "\r\u001b[K";

const WORDS: Readonly<Record<Stage, string>> = {
  discover: "looking for manifests",
  parse: "reading",
  schema: "checking against the API",
  graph: "joining what belongs together",
  rules: "applying rules",
  policies: "asking policies",
  report: "sorting what was found",
  write: "writing reports",
};

export class Progress {
  /** The same environment, with streams that take the line away before they are written to. */
  readonly environment: Environment;
  private readonly stream: Stream;
  private readonly now: () => number;
  private begun: number;
  private last = Number.NEGATIVE_INFINITY;
  private shown = "";

  constructor(environment: Environment) {
    const clearing = (stream: Stream): Stream => ({
      ...stream,
      write: text => {
        this.clear();
        stream.write(text);
      },
    });
    const { stdout, stderr } = environment;
    this.environment = { ...environment, stdout: clearing(stdout), stderr: clearing(stderr) };
    this.stream = stderr;
    this.now = environment.now;
    this.begun = this.now();
  }

  /** Of so much text that it is no question whether it takes long, nobody has to wait for the first word. */
  expect(texts: readonly { readonly text: string }[]): void {
    const size = texts.reduce((sum, { text }) => sum + text.length, 0);
    if (size > MUCH) this.begun = Number.NEGATIVE_INFINITY;
  }

  readonly watch: Watch = (stage, done, of) => {
    const now = this.now();
    if (now - this.begun < PATIENCE || now - this.last < BETWEEN) return;
    this.last = now;
    const count = done === undefined || of === undefined || of < 2 ? "" : ` (${grouped(done)} of ${grouped(of)})`;
    const line = `kprobe-lint: ${WORDS[stage]}${count}`.slice(0, Math.max(0, this.stream.columns - 1));
    if (line === this.shown) return;
    this.shown = line;
    this.stream.write(`${CLEAR}${line}`);
  };

  /** Takes the line away. */
  clear(): void {
    if (this.shown !== "") this.stream.write(CLEAR);
    this.shown = "";
  }
}

/** 12,345 */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
