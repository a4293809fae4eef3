// ValidatingAdmissionPolicies, and what the admission code of the API server 1.35 says of objects under them.

import { formatPath } from "../../src/diagnostic.ts";
import { Resource } from "../../src/kubernetes/resource.ts";
import type { Failure } from "../../src/policy/admission.ts";
import { loadPolicySet, type PolicyAnswer } from "../../src/policy/load.ts";
import { ORACLE_MINOR } from "./cases.ts";
import type { Difference, Family, Figure } from "./family.ts";
import { sentObjects } from "./reading.ts";
import { distinct, sameSet } from "./verdict.ts";

interface Verdict {
  readonly verdict: string;
  readonly stage?: string;
  readonly policyErrors?: readonly { readonly type: string; readonly field: string; readonly detail?: string }[];
  readonly messages?: readonly string[];
  readonly failedExpressionIndex?: readonly number[];
  readonly erroredExpressionIndex?: readonly number[];
  readonly ignoredErrors?: readonly string[];
}

interface Row {
  readonly id: string;
  readonly variant: string;
  readonly policy: string;
  readonly bindings?: string;
  readonly params?: string;
  readonly object: string;
  readonly namespaceLabels?: Readonly<Record<string, string>>;
  readonly verdict: Verdict;
}

async function resourcesIn(text: string, kind?: string): Promise<Resource[]> {
  const sent = await sentObjects(text);
  const resources = sent.flatMap(({ root }) => (root === undefined ? [] : (Resource.read("", 0, root) ?? [])));
  return kind === undefined ? resources : resources.filter(resource => resource.kind === kind);
}

function bindingOf(name: string): string {
  return `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata:
  name: ${name}
spec:
  policyName: ${name}
  validationActions: [Deny]
`;
}

async function judge(row: Row): Promise<Verdict> {
  const policies = await resourcesIn(row.policy);
  const bindings = row.bindings ?? bindingOf(policies[0]?.name ?? "");
  const resources = [...policies, ...(await resourcesIn(bindings)), ...(await resourcesIn(row.params ?? ""))];
  const set = await loadPolicySet(resources, { minor: ORACLE_MINOR });
  const [refused] = set.refusals;
  if (refused !== undefined)
    return {
      verdict: "error",
      stage: refused.resource.kind === "ValidatingAdmissionPolicy" ? "policy" : "binding",
      policyErrors: set.refusals.flatMap(({ problems }) =>
        problems.flatMap(({ path, serverField, serverAlso = [], message }) =>
          [serverField ?? formatPath(path), ...serverAlso].map(field => ({ type: "", field, detail: message })),
        ),
      ),
    };
  const [object] = await resourcesIn(row.object);
  if (object === undefined) return { verdict: "no object" };
  const labels = new Map(Object.entries(row.namespaceLabels ?? {}));
  return verdictOf(set.ask(object, { namespaceLabels: labels }));
}

function actionsOf({ binding, how }: Failure): readonly unknown[] {
  if (binding === undefined || how === "configuration") return ["Deny"];
  return binding.root.get("spec", "validationActions").toValue() as unknown[];
}

function verdictOf(answers: readonly PolicyAnswer[]): Verdict {
  const failures = answers.flatMap(answer => answer.failures);
  // What the server tells of failures that it lets through: those of rules alone.
  const ignored = answers.flatMap(answer =>
    answer.ignored.filter(({ how }) => how === "error" || how === "annotation"),
  );
  const under = (action: string) => failures.filter(failure => actionsOf(failure).includes(action));
  const indexes = (how: Failure["how"]) => [
    ...new Set(failures.filter(failure => failure.how === how).map(({ index }) => index ?? -1)),
  ];
  const common = {
    ...(failures.length === 0 ? {} : { messages: failures.map(({ message }) => message) }),
    ...(indexes("false").length === 0 ? {} : { failedExpressionIndex: indexes("false") }),
    ...(indexes("error").length === 0 ? {} : { erroredExpressionIndex: indexes("error") }),
    ...(ignored.length === 0 ? {} : { ignoredErrors: ignored.map(({ message }) => message) }),
  };
  const denied = under("Deny");
  if (denied.length > 0) {
    const stage = denied.some(({ how }) => how === "configuration") ? { stage: "configuration" } : {};
    return { verdict: denied.some(({ how }) => how === "false") ? "deny" : "error", ...stage, ...common };
  }
  if (under("Warn").length > 0) return { verdict: "warn", ...common };
  if (under("Audit").length > 0) return { verdict: "audit", ...common };
  const stage =
    answers.find(answer => answer.stage !== undefined)?.stage ?? (answers.length === 0 ? "none" : undefined);
  return stage === undefined ? { verdict: "allow", ...common } : { verdict: "not-matched", stage, ...common };
}

/** The texts of errors are cel-go's own; that there is one, and of which expression, is what counts. */
function comparable(message: string): string {
  return message.replace(/ resulted in error: .*$/s, " resulted in error");
}

const MOST_FIGURES = 0.98;

export const policies: Family = {
  file: "policies",
  async run(rows) {
    const differences: Difference[] = [];
    const counts = new Map<string, { agree: number; total: number }>();
    const add = (name: string, row: Row, agree: boolean, what: () => string) => {
      const count = counts.get(name) ?? { agree: 0, total: 0 };
      counts.set(name, { agree: count.agree + Number(agree), total: count.total + 1 });
      if (!agree) differences.push({ id: `${row.id} ${row.variant}`, what: `${name}: ${what()}` });
    };
    for (const row of rows as readonly Row[]) {
      const found = await judge(row);
      const wanted = row.verdict;
      add(
        "verdict",
        row,
        found.verdict === wanted.verdict && found.stage === wanted.stage,
        () =>
          `${wanted.verdict} ${wanted.stage ?? ""}, we say ${found.verdict} ${found.stage ?? ""} ${JSON.stringify(found)}`,
      );
      compareMessages(row, found, add);
      if (wanted.policyErrors !== undefined) {
        const fields = distinct(wanted.policyErrors.map(({ field }) => field));
        const ours = distinct((found.policyErrors ?? []).map(({ field }) => field));
        add("fields of refused policies", row, sameSet(fields, ours), () => `${fields}, we say ${ours}`);
      }
    }
    const figures: Figure[] = [...counts].map(([name, count]) => ({ name, ...count, floor: MOST_FIGURES }));
    return { figures, differences };
  },
};

function compareMessages(
  row: Row,
  found: Verdict,
  add: (name: string, row: Row, agree: boolean, what: () => string) => void,
): void {
  const texts = ({
    messages = [],
    ignoredErrors = [],
    failedExpressionIndex = [],
    erroredExpressionIndex = [],
  }: Verdict) =>
    JSON.stringify([
      messages.map(comparable),
      ignoredErrors.map(comparable),
      failedExpressionIndex,
      erroredExpressionIndex,
    ]);
  const wanted = texts(row.verdict);
  const ours = texts(found);
  add("messages", row, wanted === ours, () => `${wanted}, we say ${ours}`);
}
