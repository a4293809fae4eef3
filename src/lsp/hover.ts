// The page of a rule, short, over what it found; and the seconds a probe really takes, over the probe.

import { type Hover, MarkupKind, type Position } from "vscode-languageserver/node";
import type { Diagnostic } from "../diagnostic.ts";
import { ENGINE_PAGES } from "../engine-pages.ts";
import { prose } from "../reporters/markdown.ts";
import { visible } from "../reporters/visible.ts";
import { type AnyRule, paragraph } from "../rule.ts";
import type { Client } from "./client.ts";
import { rangeOf } from "./convert.ts";
import { touches } from "./places.ts";
import { probeAt } from "./probe.ts";
import type { Linted } from "./project.ts";

/** Text for the editor: `markdown` is false for one that shows it as it is. */
interface Style {
  readonly markdown: boolean;
}

export function hoverAt(
  file: string,
  position: Position,
  { linted, client, rules }: { linted: Linted; client: Client; rules: readonly AnyRule[] },
): Hover | undefined {
  const here = { start: position, end: position };
  const found = (linted.byFile.get(file) ?? []).filter(diagnostic => touches(rangeOf(diagnostic, linted), here));
  const pages = [...new Map(found.map(diagnostic => [diagnostic.ruleId, diagnostic])).values()].map(diagnostic =>
    pageOf(diagnostic, rules, client),
  );
  const probe = probeAt(file, linted.placesIn(file).offset(position), linted);
  const parts = [...pages, ...(probe === undefined ? [] : [tableOf(probe.title, probe.rows, client)])];
  const [first] = found;
  if (parts.length === 0) return undefined;
  const place = first === undefined ? probe : { start: first.range.start.offset, end: first.range.end.offset };
  return {
    contents: {
      kind: client.markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: parts.join(client.markdown ? "\n\n---\n\n" : "\n\n"),
    },
    ...(place === undefined ? {} : { range: linted.placesIn(file).range(place.start, place.end) }),
  };
}

function pageOf({ ruleId, severity, url, help, server }: Diagnostic, rules: readonly AnyRule[], style: Style): string {
  const page = rules.find(({ id }) => id === ruleId) ?? ENGINE_PAGES.find(({ id }) => id === ruleId);
  const strong = (text: string) => (style.markdown ? `**${text}**` : text);
  const title = style.markdown ? `[${ruleId}](${url})` : `${ruleId} (${url})`;
  const consequence = server === undefined ? "" : ` · ${CONSEQUENCES[server]}`;
  const parts = [
    `${strong(title)} · ${severity}${consequence}`,
    ...(help === undefined ? [] : [plain(help, style)]),
    ...(page === undefined ? [] : [plain(`${page.summary}. ${paragraph(page.why)}`, style)]),
  ];
  return parts.join("\n\n");
}

const CONSEQUENCES = {
  rejects: "the API server rejects the object",
  drops: "the API server drops the field",
  warns: "the API server warns",
} as const;

function plain(text: string, { markdown }: Style): string {
  return markdown ? prose(text) : visible(text);
}

function tableOf(title: string, rows: readonly (readonly [string, string])[], style: Style): string {
  if (!style.markdown) return [title, ...rows.map(([label, value]) => `${label}: ${value}`)].join("\n");
  return [
    `**${prose(title)}**`,
    "",
    "| | |",
    "| --- | --- |",
    ...rows.map(([a, b]) => `| ${prose(a)} | ${prose(b)} |`),
  ].join("\n");
}
