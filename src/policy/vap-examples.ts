// Examples of a ValidatingAdmissionPolicy, in annotations of its own: they travel with it, and no tree of manifests holds bad ones.

import type { Field } from "../field.ts";

const GOOD = "kprobe-lint.dev/example.good";
const BAD = "kprobe-lint.dev/example.bad";

/** `kprobe-lint.dev/example.bad`, and with a name of its own each further one: `kprobe-lint.dev/example.bad-init`. */
export function annotatedExamples(root: Field): { readonly good: string[]; readonly bad: string[] } {
  const annotations = root.get("metadata", "annotations").strings();
  const under = (key: string) =>
    [...annotations].flatMap(([name, text]) => (name === key || name.startsWith(`${key}-`) ? [text] : []));
  return { good: under(GOOD), bad: under(BAD) };
}
