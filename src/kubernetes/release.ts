// Several workloads that are releases of one program: a canary beside the stable one, the blue and the green.

import { imageReference } from "./image.ts";
import type { Workload } from "./workload.ts";

/** Label keys by which the releases of one program are told apart. */
export const RELEASE_KEYS: ReadonlySet<string> = new Set([
  ...["version", "track", "release", "stage", "role", "channel", "color", "colour", "deployment", "slot", "env"],
  ...["pod-template-hash", "app.kubernetes.io/version", "tier-version", "ver"],
]);

const COLOR = "blue|green|red|black|white|yellow|orange|purple";
const STATE = "canary|stable|primary|baseline|preview|active|live|old|new|current|next|prod|production|beta|alpha";
const NUMBERS = "\\d{1,6}([.-]\\d{1,6}){0,3}";
/** The `v` of a version stands apart: `web-v2` is a `web`, `dev2` a `dev`. */
const SUFFIX = new RegExp(`^(.*?[a-z])([-_.]?(${NUMBERS}|${COLOR}|${STATE})|[-_.]v${NUMBERS})$`, "i");
const VERSION = /^v?\d+(\.\d+){0,3}([-+][\w.]+)?$/i;

/** `1.2.3`, `v2`, `2.0-rc1`. */
export function isVersion(value: string): boolean {
  return value.length <= 64 && VERSION.test(value);
}

/** `web` of `web-v2`, `web-green`, `web11`; the name itself where it tells no release. */
export function stemOf(name: string): string {
  return SUFFIX.exec(name.slice(0, 128))?.[1] ?? name;
}

/** The tag of the app containers' images, where one is written. */
export function tagsOf(workload: Workload): string[] {
  return workload.appContainers.flatMap(({ image }) => imageReference(image.string ?? "")?.tag ?? []);
}

/** The repositories of the app containers' images, sorted; undefined while one is not known. */
function repositoriesOf(workload: Workload): string[] | undefined {
  const names = workload.appContainers.map(({ image }) => imageReference(image.string ?? "")?.name);
  // `examples/reviews-v1` and `examples/reviews-v2` are two releases of one program, too.
  return names.includes(undefined) || names.length === 0 ? undefined : names.map(name => stemOf(name ?? "")).sort();
}

/** Both run the same images, whatever their tags. Where an image is not known, container names stand in for them. */
export function isSameProgram(a: Workload, b: Workload): boolean {
  const [left, right] = [repositoriesOf(a), repositoriesOf(b)];
  if (left !== undefined && right !== undefined) return left.join("\n") === right.join("\n");
  const names = (workload: Workload) => workload.appContainers.map(({ name }) => name).join("\n");
  return names(a) === names(b);
}

/** Same program, and one name but for what tells the release: the two halves of a blue/green pair. */
export function isReleaseOf(a: Workload, b: Workload): boolean {
  const [left = "", right = ""] = [a.resource.name, b.resource.name];
  return a.kind === b.kind && left !== right && stemOf(left) === stemOf(right) && isSameProgram(a, b);
}
