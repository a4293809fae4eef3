// A row of the table of hostile inputs: what comes in, what bounds it, and what has to come of it.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export interface Row {
  readonly input: string;
  /** What keeps it in check: a flag, or how it is built. */
  readonly bound: string;
  /** How large it is made: in the tests, and in the table. */
  readonly sizes?: readonly [number, number];
  /** Puts the input into an empty directory. */
  readonly files?: (size: number) => Readonly<Record<string, string | Buffer>>;
  readonly prepare?: (directory: string, size: number) => void;
  readonly argv?: readonly string[];
  /** Where the command runs; the directory itself where it is absent. */
  readonly cwd?: string;
  readonly stdin?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** Called whenever the program looks at the clock: to change things under its hands. Only within the tests. */
  readonly meanwhile?: (directory: string) => void;
  /** Milliseconds from one look at the clock to the next. Only within the tests; in full size real time passes. */
  readonly tick?: number;
  readonly status: number;
  /** In standard output and standard error. */
  readonly says?: RegExp;
  readonly saysNot?: RegExp;
  /** Colours and links of our own. */
  readonly isColored?: boolean;
  /** Why it cannot be tried here; undefined where it can. */
  readonly impossible?: () => string | undefined;
}

export interface Happened {
  readonly status: number;
  readonly text: string;
}

export function writeFiles(directory: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

export function setUp(row: Row, directory: string, size: number): void {
  if (row.files !== undefined) writeFiles(directory, row.files(size));
  row.prepare?.(directory, size);
}

/** Characters that act on a terminal or that nobody sees; a line break is the only one an output may hold. */
const RAW =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e0fff}]|\p{Cs}/u;

/** What is wrong with what happened; undefined where all is as it has to be. */
export function fault(row: Row, { status, text }: Happened): string | undefined {
  if (status !== row.status) return `exit code ${status} instead of ${row.status}: ${text.slice(0, 2000)}`;
  if (text.includes("this is a bug")) return text.slice(0, 2000);
  if (row.says !== undefined && !row.says.test(text)) return `does not say ${row.says}: ${text.slice(0, 2000)}`;
  if (row.saysNot?.test(text) === true) return `says ${row.saysNot}: ${text.slice(0, 2000)}`;
  const shown = row.isColored === true ? text.replace(/\u001b\[\d+m/g, "") : text;
  const raw = RAW.exec(shown);
  if (raw === null) return undefined;
  const around = shown.slice(Math.max(0, raw.index - 100), raw.index + 60);
  return `a raw U+${(raw[0].codePointAt(0) ?? 0).toString(16)} in ${JSON.stringify(around)}`;
}

/** A manifest of the API server's, sound but for what is put into it. */
export const POD =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: "web:1"}]}\n';

export function configMap(name: string, data: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata:\n${data}`;
}

export function deployment(more: {
  readonly metadata?: string;
  readonly spec?: string;
  readonly container?: string;
}): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
${more.metadata ?? ""}spec:
${more.spec ?? ""}  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.2.3
${more.container ?? ""}`;
}
