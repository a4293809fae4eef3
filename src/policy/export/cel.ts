// Pieces of CEL that several exported rules are put together from. They run on objects after defaulting, and guard what may be absent.

/** A field of a probe with its default: on the server it is always there. */
export const period = (probe: string) => `${probe}.?periodSeconds.orValue(10)`;
export const timeout = (probe: string) => `${probe}.?timeoutSeconds.orValue(1)`;
export const failures = (probe: string) => `${probe}.?failureThreshold.orValue(3)`;
export const successes = (probe: string) => `${probe}.?successThreshold.orValue(1)`;
/** Zero is left out when the server encodes the object. */
export const delay = (probe: string) => `${probe}.?initialDelaySeconds.orValue(0)`;

export const larger = (a: string, b: string) => `(${a} > ${b} ? ${a} : ${b})`;

/** failureRun of src/rollout/arithmetic.ts for attempts that take so long. */
export const failureRun = (probe: string, attempt: string) =>
  `((${failures(probe)} - 1) * ${larger(period(probe), attempt)} + ${attempt})`;

/** Something about any probe of the container `c`, called `p`. */
export const someProbe = (condition: string) =>
  `[?c.?startupProbe, ?c.?livenessProbe, ?c.?readinessProbe].exists(p, ${condition})`;

/** A port as a number where the container `c` declares one of that name, else as it is written. */
export const resolved = (port: string) =>
  `(c.?ports.orValue([]).filter(d, d.?name.orValue('') == ${port}).map(d, d.containerPort) + [${port}])[0]`;

/** Text between slashes and before the tag: `redis` of `docker.io/library/redis:7`. */
export const imageBase = "c.?image.orValue('').split('@')[0].split('/').map(part, part.split(':')[0])";

/** A pattern as a CEL string. RE2 knows no lookahead: at the end of a pattern, whose match nobody looks at, a group does the same. */
export function pattern({ source, flags }: RegExp): string {
  const text = source.replaceAll("\\/", "/").replaceAll("'", "\\x27").replaceAll("(?=", "(?:");
  return `r'${flags.includes("i") ? "(?i)" : ""}${text}'`;
}
