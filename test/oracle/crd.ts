// Custom resources and their definitions, and what the API server 1.35 says of them.
// What only the rules of x-kubernetes-validations (CEL) refuse is counted apart: we do not run them.

import { formatPath, type Path, type Problem } from "../../src/diagnostic.ts";
import { type Field, isPlaceholder } from "../../src/field.ts";
import { Definitions, readDefinition, validateCustomResource } from "../../src/schema/crd/index.ts";
import { Problems } from "../../src/schema/problems.ts";
import type { Node } from "../../src/yaml/node.ts";
import { ORACLE_MINOR } from "./cases.ts";
import type { Difference, Family, Figure } from "./family.ts";
import { type Sent, sentObjects } from "./reading.ts";
import {
  type Verdict as BuiltInVerdict,
  compareWarnings,
  distinct,
  expectedFields,
  expectedUnknown,
  foundUnknown,
  isRejection,
  type Judged,
  judge,
  sameSet,
} from "./verdict.ts";

interface Verdict extends BuiltInVerdict {
  readonly celErrors?: readonly unknown[];
}

interface Case {
  readonly id: string;
  readonly crd: string;
  readonly yaml?: string;
  readonly mutation: string;
  readonly verdict: Verdict;
}

interface RealResource extends Verdict {
  readonly file: string;
  readonly doc: number;
  readonly item?: number;
  readonly crdFile: string;
  readonly crdDoc: number;
}

/** What we say: as of a built-in object, or that no definition serves it. */
type Answer = Judged | "unserved";

const FLOORS = {
  verdict: 0.97,
  "field paths": 0.95,
  "unknown fields": 0.95,
  warnings: 0.9,
  dropped: 0.9,
  "refused by CEL alone, which we let pass": undefined,
  "refused for text that a template fills in, which we let pass": undefined,
} as const;
type Name = keyof typeof FLOORS;

class Tally {
  readonly differences: Difference[] = [];
  private readonly counts = new Map<Name, { agree: number; total: number }>();
  private readonly floors: Partial<Record<Name, number>>;

  constructor(floors: Partial<Record<Name, number>> = {}) {
    this.floors = floors;
  }

  add(name: Name, id: string, agree: boolean, what: () => string): void {
    const count = this.counts.get(name) ?? { agree: 0, total: 0 };
    this.counts.set(name, count);
    count.total++;
    if (agree) count.agree++;
    else this.differences.push({ id, what: `${name}: ${what()}` });
  }

  figures(): Figure[] {
    return [...this.counts].map(([name, { agree, total }]) => {
      const floor = this.floors[name] ?? FLOORS[name];
      return { name, agree, total, ...(floor === undefined ? {} : { floor }) };
    });
  }
}

const crdCases: Family = {
  file: "crd-cases",
  async run(rows) {
    const tally = new Tally();
    for (const row of rows as readonly Case[]) {
      const definitions = await sentObjects(row.crd);
      const answer =
        row.yaml === undefined
          ? await judgeDefinition(definitions[0])
          : judgeResource((await sentObjects(row.yaml))[0], definitions[0]);
      compare(`${row.id} ${row.mutation}`, row.verdict, answer, tally);
    }
    return { figures: tally.figures(), differences: tally.differences };
  },
};

const customResources: Family = {
  file: "custom-resources",
  async run(rows, { read }) {
    const tally = new Tally({ verdict: 0.99, "field paths": 0.9 });
    const files = new Map<string, readonly Sent[]>();
    for (const row of rows as readonly RealResource[]) {
      const sent = await objectsOf(row.file, read, files);
      const definitions = await objectsOf(row.crdFile, read, files);
      if (sent === undefined || definitions === undefined) continue;
      const id = row.item === undefined ? String(row.doc) : `${row.doc}.${row.item}`;
      const resource = sent.find(object => object.id === id);
      const definition = definitions.find(object => object.index === row.crdDoc && isNamed(object, row));
      if (row.verdict === "reject" && resource?.root?.node !== undefined && hasPlaceholder(resource.root.node)) {
        tally.add("refused for text that a template fills in, which we let pass", `${row.file}#${id}`, true, () => "");
        continue;
      }
      compare(`${row.file}#${id}`, row, judgeResource(resource, definition), tally);
    }
    return { figures: tally.figures(), differences: tally.differences };
  },
};

export const families: readonly Family[] = [crdCases, customResources];

function hasPlaceholder(node: Node): boolean {
  if (node.kind === "scalar") return typeof node.value === "string" && isPlaceholder(node.value);
  if (node.kind === "list") return node.items.some(hasPlaceholder);
  return node.entries.some(({ value }) => hasPlaceholder(value));
}

function isNamed({ root }: Sent, { kind }: RealResource & { kind?: string }): boolean {
  return root?.get("spec", "names", "kind").scalar === kind;
}

async function objectsOf(
  file: string,
  read: (path: string) => string | undefined,
  files: Map<string, readonly Sent[]>,
): Promise<readonly Sent[] | undefined> {
  const known = files.get(file);
  if (known !== undefined) return known;
  const text = read(`manifests/${file}`);
  if (text === undefined) return undefined;
  const objects = await sentObjects(text);
  files.set(file, objects);
  return objects;
}

async function judgeDefinition(sent: Sent | undefined): Promise<Answer> {
  if (sent === undefined) return "unserved";
  const judged = await judge(sent, ORACLE_MINOR);
  return judged.known === "unserved" ? "unserved" : judged;
}

function judgeResource(sent: Sent | undefined, definition: Sent | undefined): Answer {
  const root = sent?.root;
  if (sent === undefined || root === undefined) return judgedOf([], sent?.problems ?? [], []);
  const definitions = new Definitions();
  const read = definition?.root === undefined ? undefined : readDefinition(definition.root);
  if (read !== undefined) definitions.add(read);
  const { scalar: apiVersion } = root.get("apiVersion");
  const { scalar: kind } = root.get("kind");
  // Every object needs both; the rule about that is not the definitions'.
  if (typeof apiVersion !== "string" || typeof kind !== "string" || apiVersion === "" || kind === "")
    return refused(root);
  const found = definitions.find(apiVersion, kind);
  if (found === undefined) return "unserved";
  const problems = new Problems();
  const { served, dropped } = validateCustomResource(root, found, problems, { minor: ORACLE_MINOR });
  if (!served) return "unserved";
  return judgedOf(root.path, [...sent.problems, ...problems.list], dropped);
}

function refused(root: Field): Judged {
  const problems = new Problems();
  problems.required(root, "kind and apiVersion are required");
  return judgedOf(root.path, problems.list, []);
}

/** An object in a List is its own document to the server: fields begin behind `start`. */
function judgedOf(start: Path, problems: readonly Problem[], dropped: readonly string[]): Judged {
  const prefix = formatPath(start);
  const own = (text: string) => (prefix !== "" && text.startsWith(`${prefix}.`) ? text.slice(prefix.length + 1) : text);
  const fieldsOf = ({ path, serverField, serverAlso = [] }: Problem) =>
    [serverField ?? formatPath(path), ...serverAlso].map(own);
  const refusing = problems.filter(({ server }) => server === "rejects");
  return {
    rejected: refusing.length > 0,
    known: undefined,
    problems,
    refusals: refusing.map(problem => ({
      problem: { ...problem, path: problem.path.slice(start.length) },
      fields: fieldsOf(problem),
    })),
    warned: problems
      .filter(({ server }) => server === "warns")
      .map(problem => ({ field: fieldsOf(problem)[0] ?? "", message: problem.message })),
    dropped: [...problems.filter(({ server }) => server === "drops").flatMap(fieldsOf), ...dropped.map(own)],
  };
}

function compare(id: string, expected: Verdict, answer: Answer, tally: Tally): void {
  if (expected.verdict === "unserved" || answer === "unserved") {
    const isSame = answer === expected.verdict;
    tally.add("verdict", id, isSame, () => `the server: ${expected.verdict}; we: ${isSame ? "" : describe(answer)}`);
    return;
  }
  if (isRefusedByRulesAlone(expected)) {
    tally.add("refused by CEL alone, which we let pass", id, !answer.rejected, () => describe(answer));
    return;
  }
  tally.add("verdict", id, isSameVerdict(expected, answer.rejected), () => {
    const { verdict, decodeError, strictErrors, errors } = expected;
    return `the server: ${JSON.stringify({ verdict, decodeError, strictErrors, errors }).slice(0, 400)}; we: ${describe(answer)}`;
  });
  if (expected.decodeError !== undefined) return;
  compareDetails(id, expected, answer, tally);
}

function compareDetails(id: string, expected: Verdict, answer: Judged, tally: Tally): void {
  const fields = expectedFields(expected);
  // Of an unknown field only what follows from it is an error of validation.
  const found = distinct(
    answer.refusals.flatMap(({ problem, fields: all }) =>
      problem.ruleId === "unknown-field" || problem.ruleId === "misplaced-field" ? all.slice(1) : all,
    ),
  );
  if (fields.length + found.length > 0)
    tally.add(
      "field paths",
      id,
      sameSet(fields, found),
      () => `expected ${fields}; found ${found} (${describe(answer)})`,
    );
  const unknown = expectedUnknown(expected);
  const foundNames = foundUnknown(answer);
  if (unknown.length + foundNames.length > 0)
    tally.add("unknown fields", id, sameSet(unknown, foundNames), () => `expected ${unknown}; found ${foundNames}`);
  const { missed, extra } = compareWarnings(expected.warnings ?? [], answer.warned);
  for (const warning of expected.warnings ?? [])
    tally.add("warnings", id, !missed.includes(warning), () => `missed ${warning}`);
  if (!answer.rejected)
    for (const warning of extra) tally.add("warnings", id, false, () => `not said by the server: ${warning}`);
  const dropped = distinct(expected.dropped ?? []);
  const droppedByUs = distinct(answer.dropped);
  if (dropped.length + droppedByUs.length > 0)
    tally.add("dropped", id, sameSet(dropped, droppedByUs), () => `expected ${dropped}; found ${droppedByUs}`);
}

function isSameVerdict(expected: Verdict, rejected: boolean): boolean {
  if (isRejection(expected.verdict) === rejected) return true;
  return expected.kubectl !== undefined && isRejection(expected.kubectl) === rejected;
}

/** Rules that refuse an object, or do not compile in a definition. */
function isRefusedByRulesAlone({
  verdict,
  decodeError,
  strictErrors = [],
  errors = [],
  celErrors = [],
}: Verdict): boolean {
  if (verdict !== "reject" || decodeError !== undefined || strictErrors.length > 0) return false;
  if (errors.length === 0) return celErrors.length > 0;
  return errors.every(
    ({ field, detail = "" }) =>
      /x-kubernetes-validations\[\d+\]\.(?:rule|messageExpression)$/.test(field) &&
      /compilation failed|must evaluate to|estimated|exceeds|oldSelf|messageExpression must evaluate/.test(detail),
  );
}

function describe(answer: Answer): string {
  if (answer === "unserved") return answer;
  return answer.problems.map(({ ruleId, message }) => `${ruleId} ${message}`).join(" | ") || "nothing";
}
