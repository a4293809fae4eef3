// Azure Pipelines: one logging command an issue. It knows errors and warnings only; an info is a line of the log.

import type { Diagnostic } from "../diagnostic.ts";
import { counted, hostPath, type Reporter, type ReporterOptions, shownPath } from "./reporter.ts";
import { disarm, visible } from "./visible.ts";

export const azure: Reporter = (report, options) =>
  counted(report)
    .map(diagnostic => `${diagnostic.severity === "info" ? told(diagnostic, options) : issue(diagnostic, options)}\n`)
    .join("");

function told({ file, range, ruleId, message }: Diagnostic, options: ReporterOptions): string {
  return disarm(
    visible(`${shownPath(options, file)}:${range.start.line}:${range.start.column}: info ${ruleId}: ${message}`),
  );
}

function issue(diagnostic: Diagnostic, options: ReporterOptions): string {
  const { severity, file, range, ruleId, message, help } = diagnostic;
  const properties = {
    type: severity,
    sourcepath: hostPath(options, file),
    linenumber: String(range.start.line),
    columnnumber: String(range.start.column),
    code: ruleId,
  };
  const text = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(visible(value))}`);
  const sentence = help === undefined ? message : `${message} (${help})`;
  return `##vso[task.logissue ${text.join(";")}]${escapeData(visible(`${ruleId}: ${sentence}`))}`;
}

/** As azure-pipelines-task-lib writes them: the agent turns %AZP25 back into %. */
function escapeData(text: string): string {
  return disarm(text).replace(/%/g, "%AZP25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/;/g, "%3B").replace(/\]/g, "%5D");
}
