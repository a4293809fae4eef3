// What keeps a custom resource from being decoded, or is lost on the way: values of the wrong type in metadata, and unknown fields.

import type { Path, Problem } from "../../diagnostic.ts";
import { type Field, isPlaceholder } from "../../field.ts";
import { nearest } from "../../nearest.ts";
import { placeOfKey } from "../../place.ts";
import type { Problems } from "../problems.ts";
import { dotted, type Fault } from "./fault.ts";
import { renameKey } from "./fixes.ts";
import type { Prepared } from "./prepare.ts";
import { foundText, typeText } from "./words.ts";

export function reportMalformed(root: Field, { malformed }: Prepared, problems: Problems): void {
  for (const { path, node, expected } of malformed) {
    if (node.kind === "scalar" && typeof node.value === "string" && isPlaceholder(node.value)) continue;
    problems.add(
      root.get(...path),
      `${foundText(node)}, expected ${typeText(expected)}: the server cannot decode the object`,
      {
        ruleId: "invalid-type",
        server: "rejects",
      },
    );
  }
}

/** Shorter names have a neighbour everywhere. */
const SHORTEST_GUESSED = 3;

/** Reports unknown fields. What is missing because its name is misspelt is said with the misspelling; the other faults are returned. */
export function reportUnknown(
  root: Field,
  { unknown }: Prepared,
  faults: readonly Fault[],
  by: string,
  problems: Problems,
): readonly Fault[] {
  const explained = new Set<Fault>();
  const missing = new Map<string, Fault>();
  if (unknown.length > 0)
    for (const fault of faults) if (fault.code === "required") missing.set(dotted(fault.path), fault);
  for (const { path, known } of unknown) {
    const name = String(path[path.length - 1]);
    const guess = name.length < SHORTEST_GUESSED ? undefined : nearest(name, known);
    const fault = guess === undefined ? undefined : missing.get(dotted([...path.slice(0, -1), guess.word]));
    if (fault !== undefined) explained.add(fault);
    problems.list.push(unknownField(root.get(...path), path, guess, fault, by));
  }
  return explained.size === 0 ? faults : faults.filter(fault => !explained.has(fault));
}

function unknownField(
  field: Field,
  path: Path,
  guess: ReturnType<typeof nearest>,
  missing: Fault | undefined,
  by: string,
): Problem {
  const hint = guess === undefined ? "" : `; did you mean "${guess.word}"?`;
  const fixes = guess === undefined ? [] : renameKey(field, guess.word, guess.sameLetters ? "safe" : "unsafe");
  return {
    ruleId: "unknown-field",
    severity: "error",
    message: `unknown field "${path[path.length - 1]}" in ${by}${hint}`,
    help: "rejected by kubectl since its strict default of 1.25; a client with fieldValidation=Ignore loses the field silently",
    server: "rejects",
    path: field.path,
    serverField: dotted(path),
    ...(missing === undefined ? {} : { serverAlso: [dotted(missing.path)] }),
    ...placeOfKey(field),
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}
