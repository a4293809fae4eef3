// Paths and names against patterns, in time proportional to pattern times text whatever the pattern: a regular expression made from
// `*a*a*a*b` may take for ever, and patterns come from configuration files of trees that nobody trusts.

/** One step of a pattern: a character, any character of a name, any run within a name, any run, or any number of whole directories. */
type Step = { readonly char: string } | "one" | "run" | "all" | "directories";

/** `{a,b}` beyond this many alternatives is taken as written. */
const MOST_ALTERNATIVES = 64;

/** More patterns than this are not written out of one. */
const MOST_PATTERNS = 1_000;
const MOST_STARS = 8;

/** Whether the braces of a pattern (`{a,b}`, `{1..9}`), written out, or its length are more than a library should be given. */
export function isExploding(glob: string): boolean {
  if (glob.length > 4096) return true;
  let count = 1;
  for (const [, inner = ""] of glob.matchAll(/\{([^{}]*)\}/g)) {
    const range = /^(-?\d{1,15})\.\.(-?\d{1,15})/.exec(inner);
    count *= range === null ? inner.split(",").length : Math.abs(Number(range[2]) - Number(range[1])) + 1;
  }
  // What stands within other braces multiplies no less. Stars and groups become a pattern that may go back and forth for ever.
  if (count > MOST_PATTERNS || /\.\.\d{16}/.test(glob)) return true;
  const stars = glob.split("/").map(part => part.split("*").length - 1);
  return (
    Math.max(...stars) > MOST_STARS ||
    stars.filter(many => many > 0).length > MOST_STARS ||
    /([+*?@!]\([^)]*\)[^/]*){3}/.test(glob.slice(0, 256))
  );
}

/**
 * `*` within a name, `**` over directories, `?` one character, `{a,b}` either; a pattern without a slash matches a name anywhere, one
 * that names a directory all below it.
 */
export function pathMatcher(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.flatMap(alternatives).map(stepsOfPath);
  return path => patterns.some(steps => runs(steps, path, true));
}

/** `*` for any text, over slashes too: names, namespaces, kinds. */
export function nameMatcher(globs: readonly string[]): (name: string) => boolean {
  const patterns = globs.map(glob => [...glob].map((char): Step => (char === "*" ? "all" : { char })));
  return name => patterns.some(steps => runs(steps, name, false));
}

function alternatives(glob: string): string[] {
  let done: string[] = [glob];
  for (;;) {
    const next = done.flatMap(text => {
      const brace = /\{([^{}]*,[^{}]*)\}/.exec(text);
      if (brace === null) return [text];
      const [before, after] = [text.slice(0, brace.index), text.slice(brace.index + brace[0].length)];
      return (brace[1] ?? "").split(",").map(part => before + part + after);
    });
    if (next.length === done.length || next.length > MOST_ALTERNATIVES) return done;
    done = next;
  }
}

function stepsOfPath(glob: string): Step[] {
  const text = glob.replace(/^\.\//, "").replace(/\/$/, "");
  const parts = text.replace(/^\//, "").split(/(\*\*\/|\*\*|\*|\?)/);
  const steps: Step[] = text.includes("/") ? [] : ["directories"];
  for (const part of parts) {
    if (part === "**/") steps.push("directories");
    else if (part === "**") steps.push("all");
    else if (part === "*") steps.push("run");
    else if (part === "?") steps.push("one");
    else for (const char of part) steps.push({ char });
  }
  return steps;
}

/** Goes through the text once with all places of the pattern that may be reached. `below`: the pattern may end at a slash. */
function runs(steps: readonly Step[], text: string, below: boolean): boolean {
  let reached = closure(steps, new Set([0]), true);
  let isAtStart = false;
  for (const char of text) {
    if (below && char === "/" && reached.has(steps.length)) return true;
    const next = new Set<number>();
    for (const at of reached) advance(steps[at], at, char, next);
    isAtStart = char === "/";
    reached = closure(steps, next, isAtStart);
    if (reached.size === 0) return false;
  }
  return reached.has(steps.length);
}

function advance(step: Step | undefined, at: number, char: string, next: Set<number>): void {
  if (step === undefined) return;
  if (step === "all" || step === "directories") next.add(at);
  else if (step === "run") {
    if (char !== "/") next.add(at);
  } else if (step === "one") {
    if (char !== "/") next.add(at + 1);
  } else if (step.char === char) next.add(at + 1);
}

/** Runs may be empty; directories end where a name begins. */
function closure(steps: readonly Step[], places: Set<number>, atName: boolean): Set<number> {
  // A set yields what is added while it is walked.
  for (const at of places) {
    const step = steps[at];
    if (step === "run" || step === "all" || (step === "directories" && atName)) places.add(at + 1);
  }
  return places;
}
