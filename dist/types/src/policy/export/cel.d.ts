/** A field of a probe with its default: on the server it is always there. */
export declare const period: (probe: string) => string;
export declare const timeout: (probe: string) => string;
export declare const failures: (probe: string) => string;
export declare const successes: (probe: string) => string;
/** Zero is left out when the server encodes the object. */
export declare const delay: (probe: string) => string;
export declare const larger: (a: string, b: string) => string;
/** failureRun of src/rollout/arithmetic.ts for attempts that take so long. */
export declare const failureRun: (probe: string, attempt: string) => string;
/** Something about any probe of the container `c`, called `p`. */
export declare const someProbe: (condition: string) => string;
/** A port as a number where the container `c` declares one of that name, else as it is written. */
export declare const resolved: (port: string) => string;
/** Text between slashes and before the tag: `redis` of `docker.io/library/redis:7`. */
export declare const imageBase = "c.?image.orValue('').split('@')[0].split('/').map(part, part.split(':')[0])";
/** A pattern as a CEL string. RE2 knows no lookahead: at the end of a pattern, whose match nobody looks at, a group does the same. */
export declare function pattern({ source, flags }: RegExp): string;
