// The pages of `explain` for a terminal: of a rule, and of a field that rules speak about.

import type { EnginePage } from "./engine-pages.ts";
import { FIELDS, type FieldFacts } from "./fields.ts";
import { shownText } from "./reporters/visible.ts";
import { type AnyRule, type OwnPolicy, type Preset, paragraph } from "./rule.ts";

export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
}

export interface PageStyle {
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
}

const NARROWEST = 30;
/** Longer lines are hard to read. */
const WIDEST = 110;
/** A duration in a message. */
const DURATION = /\d s\b/;

/** `recommended, strict`; `opt-in` where no preset has it. */
export function presetsOf({ presets }: AnyRule): string {
  const all: Preset[] = presets.includes("recommended") ? ["recommended", "strict"] : [...presets];
  return all.length === 0 ? "opt-in" : all.join(", ");
}

/** The page of one rule. */
export function explain(rule: AnyRule, style: PageStyle): string {
  if (rule.own !== undefined) return explainOwn(rule, rule.own, style);
  const { paint } = style;
  const fix = rule.fix === undefined ? "" : ` · ${rule.fix} fix`;
  const lines = [
    `${paint.bold(rule.id)}  ${paint.dim(`${rule.severity} · ${presetsOf(rule)} · since ${rule.since}${fix}`)}`,
    "",
    ...wrapped(`${rule.summary}.`, style),
    heading("Why", style),
    ...wrapped(paragraph(rule.why), style),
    ...severityLines(rule, style),
    ...rule.examples.flatMap(({ title, bad, good }) => [
      heading(title === undefined ? "Bad" : `Bad: ${title}`, style),
      indent(shownText(bad)),
      heading("Good", style),
      indent(good),
    ]),
    ...optionLines(rule, style),
    ...(speaksOfTime(rule) ? simulateLines(style) : []),
    heading("Ignore", style),
    `  # kprobe-lint-ignore ${rule.id} -- the reason`,
    heading("References", style),
    ...rule.references.map(reference => `  ${reference}`),
    "",
  ];
  return lines.join("\n");
}

/** The page of a policy of the project. */
function explainOwn(rule: AnyRule, { file, line, about, demands }: OwnPolicy, style: PageStyle): string {
  return [
    `${style.paint.bold(rule.id)}  ${style.paint.dim(`${rule.severity} · a policy of your own · ${file}:${line}`)}`,
    "",
    ...wrapped(rule.summary, style),
    ...(rule.why === "" ? [] : [heading("Help", style), ...wrapped(paragraph(rule.why), style)]),
    heading("About", style),
    ...wrapped(about, style, "  "),
    heading("Demands", style),
    ...demands.map(indent),
    ...rule.examples.flatMap(({ bad, good }) => [
      heading("Bad", style),
      indent(shownText(bad)),
      heading("Good", style),
      indent(good),
    ]),
    heading("Ignore", style),
    `  # kprobe-lint-ignore ${rule.id} -- the reason`,
    "",
  ].join("\n");
}

/** The page of what the linter reports about itself. */
export function explainEngine({ id, summary, why }: EnginePage, style: PageStyle): string {
  return [style.paint.bold(id), "", ...wrapped(`${summary}.`, style), "", ...wrapped(paragraph(why), style), ""].join(
    "\n",
  );
}

/** The page of one field: what happens without it, what it may be, and which rules look at it. */
export function explainField(name: string, facts: FieldFacts, rules: readonly AnyRule[], style: PageStyle): string {
  const concerned = rules.filter(rule => mentions(rule, name));
  const width = Math.max(...concerned.map(({ id }) => id.length), 0);
  const row = (label: string, text: string) => wrapped(text, style, `${label.padEnd(9)}`);
  const lines = [
    style.paint.bold(name),
    "",
    ...wrapped(`${facts.meaning}.`, style),
    "",
    ...row("part of", facts.of),
    ...row("default", facts.default),
    ...(facts.minimum === undefined ? [] : row("minimum", facts.minimum)),
    ...(facts.maximum === undefined ? [] : row("maximum", facts.maximum)),
    ...(concerned.length === 0 ? [] : [heading("Rules", style)]),
    ...concerned.flatMap(({ id, summary }) => wrapped(summary, style, `  ${id.padEnd(width)}  `)),
    ...(facts.isTiming === true ? simulateLines(style) : []),
    heading("References", style),
    ...facts.references.map(reference => `  ${reference}`),
    "",
  ];
  return lines.join("\n");
}

/** The field of that name, whatever the case of its letters. */
export function fieldNamed(name: string): readonly [string, FieldFacts] | undefined {
  return Object.entries(FIELDS).find(([candidate]) => candidate.toLowerCase() === name.toLowerCase());
}

/** Named in the rule's prose or in a message of its examples. */
function mentions(rule: AnyRule, name: string): boolean {
  const word = new RegExp(`\\b${name}\\b`);
  return word.test(rule.summary) || word.test(rule.why) || messagesOf(rule).some(line => word.test(line));
}

function speaksOfTime(rule: AnyRule): boolean {
  return messagesOf(rule).some(line => DURATION.test(line));
}

function messagesOf({ examples }: AnyRule): string[] {
  return examples.flatMap(({ bad }) => bad.split("\n").filter(line => /^\s*#\s*\^/.test(line)));
}

function simulateLines(style: PageStyle): string[] {
  return [
    heading("See it", style),
    "  kprobe-lint simulate FILE               # from the best to the worst case",
    "  kprobe-lint simulate FILE --mode worst  # one run, event by event",
  ];
}

function severityLines(rule: AnyRule, style: PageStyle): string[] {
  if (rule.severities === undefined) return [];
  return [
    heading("Severity", style),
    ...Object.entries(rule.severities).flatMap(([severity, when]) => wrapped(when, style, `  ${severity.padEnd(8)} `)),
  ];
}

function optionLines(rule: AnyRule, style: PageStyle): string[] {
  const options = Object.entries(rule.options ?? {});
  if (options.length === 0) return [];
  return [
    heading("Options", style),
    ...options.flatMap(([name, { description, default: value }]) =>
      wrapped(description, style, `  ${name}: ${JSON.stringify(value)}  `),
    ),
  ];
}

function heading(text: string, { paint }: PageStyle): string {
  return `\n${paint.bold(text)}\n`;
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split("\n")
    .map(line => `  ${line}`)
    .join("\n");
}

/** Prose within the terminal; what follows the first line hangs below the text behind `label`, or, where that leaves no room, by four columns. */
function wrapped(text: string, { width }: PageStyle, label = ""): string[] {
  const columns = Math.min(Math.max(width, NARROWEST), WIDEST);
  const hang = " ".repeat(label.length <= columns / 2 ? label.length : 4);
  const lines: string[] = [];
  let line = label;
  let isEmpty = true;
  for (const word of text.split(" ")) {
    if (!isEmpty && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = hang + word;
    } else line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}
