import type { Report } from "./diagnostic.ts";
import type { Format } from "./formats.ts";
import type { Environment } from "./main.ts";
import type { ReporterOptions } from "./reporters/reporter.ts";
/** Writes every format (all but `pretty` without the duration, so that the same input gives the same bytes); false when one of the files could not be written, after the others and standard output were. */
export declare function writeReports({ shown, steady }: {
    shown: Report;
    steady: Report;
}, formats: readonly Format[], options: ReporterOptions, environment: Environment): Promise<boolean>;
/**
 * Replaces a file whole or not at all: a new file beside it takes its name once everything is on the disk. A link stays one, mode and
 * owner stay. Throws what the file system throws.
 */
export declare function replaceFile(path: string, bytes: Uint8Array): void;
/** The system's word for what went wrong: `ENOSPC: no space left on device`. */
export declare function reasonOf(error: unknown): string;
