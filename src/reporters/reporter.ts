import type { Report } from "../diagnostic.ts";
import type { RuleMeta } from "../rule.ts";

/** What a reporter may know besides the report. All of it is given: a reporter never asks the machine. */
export interface ReporterOptions {
  /** Colour and, on a terminal, links. */
  readonly color: boolean;
  readonly hyperlinks: boolean;
  /** Columns of the terminal; 80 where there is none. */
  readonly width: number;
  /** ASCII only. */
  readonly ascii: boolean;
  /** Before every path that people read: from where the command runs to the project root, with a trailing slash; empty where they are the same. */
  readonly prefix: string;
  /** The text of a file of the report, for code frames; undefined where it is not at hand. */
  readonly textOf: (file: string) => string | undefined;
  /** The rules that ran, for formats that list them. */
  readonly rules: readonly RuleMeta[];
  /** Files changed in the pull request, where that is known: their findings come first where only some can be shown. */
  readonly changed?: ReadonlySet<string>;
}

/** Report -> text. Pure. */
export type Reporter = (report: Report, options: ReporterOptions) => string;
