import type { Reporter } from "./reporter.ts";
import { jsonText } from "./visible.ts";

/** The report itself (schemas/report.schema.json). */
export const json: Reporter = report => jsonText(report);
