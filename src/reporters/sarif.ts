// SARIF 2.1.0 for code scanning. Every rule that ran is listed, whether it found something or not.

import type { Diagnostic, Range, Report, Severity } from "../diagnostic.ts";
import { paragraph, type RuleMeta } from "../rule.ts";
import { prose } from "./markdown.ts";
import { type Places, placesIn } from "./positions.ts";
import { hostPath, type Reporter, type ReporterOptions } from "./reporter.ts";
import { jsonText, visible } from "./visible.ts";

const LEVEL: Record<Severity, string> = { error: "error", warning: "warning", info: "note" };
const PROBLEM: Record<Severity, string> = { error: "error", warning: "warning", info: "recommendation" };
const PRECISION: Record<Severity, string> = { error: "very-high", warning: "high", info: "medium" };

export const sarif: Reporter = (report, options) => {
  const rules = rulesOf(report, options.rules);
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const places = placesIn(options.textOf);
  return jsonText({
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            semanticVersion: report.tool.version,
            informationUri: "https://github.com/kprobe-lint/kprobe-lint",
            rules,
          },
        },
        columnKind: "utf16CodeUnits",
        properties: { kubernetesVersion: report.kubernetesVersion },
        results: report.diagnostics.map(diagnostic =>
          result(diagnostic, indexOf.get(diagnostic.ruleId) ?? -1, places, options),
        ),
      },
    ],
  });
};

/** The rules that ran, then those of the reader, the validator and the engine that found something, by their ids alone. */
function rulesOf(report: Report, rules: readonly RuleMeta[]): Descriptor[] {
  const urls = new Map(report.diagnostics.map(({ ruleId, url }) => [ruleId, url]));
  const base = [...urls.values()][0]?.replace(/#.*$/, "");
  const listed = rules.map(rule => descriptor(rule, urls.get(rule.id) ?? (base && `${base}#${rule.id}`)));
  const known = new Set(rules.map(({ id }) => id));
  const others = report.diagnostics.filter(
    ({ ruleId }, index, all) => !known.has(ruleId) && all.findIndex(other => other.ruleId === ruleId) === index,
  );
  return [
    ...listed,
    ...others.map(({ ruleId, url, severity }) => ({
      id: ruleId,
      name: nameOf(ruleId),
      shortDescription: { text: ruleId.replace(/-/g, " ") },
      helpUri: url,
      defaultConfiguration: { level: LEVEL[severity] },
      properties: propertiesOf(ruleId, severity),
    })),
  ];
}

interface Descriptor {
  readonly id: string;
  readonly [property: string]: unknown;
}

function descriptor(rule: RuleMeta, url: string | undefined): Descriptor {
  const why = paragraph(rule.why);
  const example = rule.examples[0];
  const references = rule.references.map(reference => `- ${reference}`);
  const markdown = [
    `${rule.summary}.`,
    why,
    ...(example === undefined ? [] : [`Bad:\n\n${fenced(example.bad)}`, `Good:\n\n${fenced(example.good)}`]),
    references.join("\n"),
  ];
  return {
    id: rule.id,
    name: nameOf(rule.id),
    shortDescription: { text: rule.summary },
    fullDescription: { text: `${rule.summary}. ${why}` },
    help: { text: `${rule.summary}. ${why}\n\n${references.join("\n")}`, markdown: markdown.join("\n\n") },
    ...(url === undefined ? {} : { helpUri: url }),
    defaultConfiguration: { level: LEVEL[rule.severity] },
    properties: propertiesOf(rule.id, rule.severity),
  };
}

function fenced(text: string): string {
  return `\`\`\`yaml\n${text.trimEnd()}\n\`\`\``;
}

function propertiesOf(id: string, severity: Severity): object {
  return {
    precision: PRECISION[severity],
    "problem.severity": PROBLEM[severity],
    tags: ["kubernetes", id.split("-")[0] ?? id],
  };
}

/** `probe-port-undeclared` -> `ProbePortUndeclared`, as SARIF wants a name beside an id. */
function nameOf(id: string): string {
  return id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function result(
  diagnostic: Diagnostic,
  ruleIndex: number,
  places: (file: string) => Places | undefined,
  options: ReporterOptions,
): object {
  const { ruleId, severity, file, range, related, fingerprint, fixes, suppressed } = diagnostic;
  return {
    ruleId,
    ruleIndex,
    level: LEVEL[severity],
    message: messageOf(diagnostic),
    locations: [{ physicalLocation: physical(file, range, options), ...logical(diagnostic) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((place, id) => ({
            id,
            physicalLocation: physical(place.file, place.range, options),
            message: { text: visible(place.message) },
          })),
        }),
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(fixes.length === 0 ? {} : { fixes: fixes.map(fix => fixOf(fix, places, options)) }),
    ...(suppressed === undefined
      ? {}
      : {
          suppressions: [
            {
              kind: suppressed.by === "comment" || suppressed.by === "annotation" ? "inSource" : "external",
              ...(suppressed.reason === undefined ? {} : { justification: visible(suppressed.reason) }),
            },
          ],
        }),
  };
}

/** Related places are linked from the message: `[text](0)` is the one whose id is 0. */
function messageOf({ message, help, related }: Diagnostic): object {
  const links = related.map((place, id) => `[${inLink(place.message)}](${id})`);
  const sentence = help === undefined ? message : `${message}\n${help}`;
  const shown = sentence.split("\n").map(visible).join("\n");
  const plain = shown.replace(/[\\[\]]/g, "\\$&");
  return {
    text: links.length === 0 ? plain : `${plain}\n${links.join(", ")}`,
    markdown: [sentence.split("\n").map(prose).join("\n\n"), ...(links.length === 0 ? [] : [links.join(", ")])].join(
      "\n\n",
    ),
  };
}

function inLink(text: string): string {
  return visible(text).replace(/[\\[\]]/g, "\\$&");
}

function physical(file: string, { start, end }: Range, options: ReporterOptions): object {
  return {
    artifactLocation: { uri: uriOf(hostPath(options, file)) },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}

/** A relative URI: every segment encoded; halves of surrogate pairs, which have no encoding, as the replacement character. */
function uriOf(path: string): string {
  return path
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .split("/")
    .map(segment => encodeURIComponent(segment))
    .join("/");
}

function logical({ resource }: Diagnostic): object {
  if (resource === undefined) return {};
  const name = [resource.kind, resource.namespace, resource.name].filter(part => part !== undefined).join("/");
  return { logicalLocations: [{ fullyQualifiedName: visible(name), kind: "resource" }] };
}

function fixOf(
  { title, edits }: Diagnostic["fixes"][number],
  places: (file: string) => Places | undefined,
  options: ReporterOptions,
): object {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: visible(title) },
    artifactChanges: files.map(file => ({
      artifactLocation: { uri: uriOf(hostPath(options, file)) },
      replacements: edits
        .filter(edit => edit.file === file)
        .map(({ start, end, text }) => ({
          deletedRegion: regionOf(start, end, places(file)),
          insertedContent: { text },
        })),
    })),
  };
}

function regionOf(start: number, end: number, places: Places | undefined): object {
  if (places === undefined) return { charOffset: start, charLength: end - start };
  const from = places.at(start);
  const to = places.at(end);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}
