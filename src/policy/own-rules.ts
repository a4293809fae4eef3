// Policies as rules, so that flags, configuration, ignores, explanations and formats know them by the same names.

import type { Severity } from "../diagnostic.ts";
import type { Resource } from "../kubernetes/resource.ts";
import { type LoadedDocument, load } from "../load.ts";
import type { AnyRule, Context, Example, Finding } from "../rule.ts";
import type { Source } from "../yaml/document.ts";
import { LineIndex } from "../yaml/lines.ts";
import { bindingSeverity, gravest } from "./findings.ts";
import type { WrittenShort } from "./own.ts";
import type { ShortPolicies, ShortPolicy } from "./short.ts";
import { annotatedExamples } from "./vap-examples.ts";

const COMMON = { presets: ["recommended"], since: "", references: [] } as const;

export function shortRule({ policy, file, text, at }: WrittenShort, policies: ShortPolicies): AnyRule {
  const { id, message, help, severity = "warning", expression, examples = {} } = policy;
  return {
    ...COMMON,
    id: `policy/${id}`,
    summary: message,
    why: help ?? "",
    severity,
    examples: pairs(examples.bad ?? [], examples.good ?? []),
    own: { file, line: new LineIndex(text).at(at).line, about: aboutOf(policy), demands: [expression.trim()] },
    target: "resource",
    check: (resource: Resource, context: Context) => checkWith(policies, id, resource, context),
  };
}

function checkWith(policies: ShortPolicies, id: string, resource: Resource, context: Context): Finding[] {
  const { graph, minor } = context;
  const isCritical = (workload: Parameters<Context["criticality"]>[0]) => context.criticality(workload).critical;
  const found = policies.ask(id, resource, { graph, minor, isCritical });
  if (found === undefined) return [];
  const { at, message, help } = found;
  return [{ at, message, ...(help === undefined ? {} : { help }) }];
}

function pairs(bad: readonly string[], good: readonly string[]): Example[] {
  return bad.flatMap((text, index) => {
    const other = good[index] ?? good[0];
    return other === undefined ? [] : [{ bad: text, good: other }];
  });
}

function aboutOf({ match = {} }: ShortPolicy): string {
  const parts = [
    ...(match.kinds === undefined ? [] : [match.kinds.join(", ")]),
    ...(match.namespaces === undefined ? [] : [`in ${match.namespaces.join(", ")}`]),
    ...Object.entries(match.labels ?? {}).map(([key, value]) => `labelled ${key}: ${value}`),
  ];
  return parts.length === 0 ? "every object" : parts.join("; ");
}

/** ValidatingAdmissionPolicies are asked all at once, with what surrounds an object; as rules they only have their names and pages. */
export async function admissionRules(sources: readonly Source[]): Promise<{ rules: AnyRule[]; hasUnnamed: boolean }> {
  const documents: LoadedDocument[] = [];
  for (const source of sources) documents.push(...(await load(source)).documents);
  const resources = documents.flatMap(document => document.resources.map(resource => ({ resource, document })));
  const bindings = resources.filter(({ resource }) => resource.kind === "ValidatingAdmissionPolicyBinding");
  const policies = resources.filter(({ resource }) => resource.kind === "ValidatingAdmissionPolicy");
  const rules = policies
    .filter(({ resource }) => (resource.name ?? "") !== "")
    .map(({ resource, document }) => {
      const mine = bindings.filter(({ resource: { spec } }) => spec.get("policyName").scalar === resource.name);
      const severities = mine.map(binding => bindingSeverity(binding.resource.root));
      return admissionRule(resource, document, gravest(severities) ?? "info");
    });
  return {
    rules: [...new Map(rules.map(rule => [rule.id, rule])).values()],
    hasUnnamed: rules.length < policies.length,
  };
}

function admissionRule(resource: Resource, { file }: LoadedDocument, severity: Severity): AnyRule {
  const { name = "", root, spec, nameField } = resource;
  const validations = spec.get("validations").items();
  const [message] = validations.flatMap(validation => validation.get("message").string ?? []);
  const { bad, good } = annotatedExamples(root);
  const resources = spec
    .get("matchConstraints", "resourceRules")
    .items()
    .flatMap(rule => rule.get("resources").items())
    .map(({ scalar }) => String(scalar));
  return {
    ...COMMON,
    id: `policy/${name}`,
    summary: message?.trim() || `An object that ValidatingAdmissionPolicy "${name}" does not want`,
    why: "",
    severity,
    examples: pairs(bad, good),
    own: {
      file: file.source.path,
      line: file.lines.at(nameField.node?.start ?? 0).line,
      about: [...new Set(resources)].join(", "),
      demands: validations.flatMap(validation => validation.get("expression").string?.trim() ?? []),
    },
    target: "none",
  };
}
