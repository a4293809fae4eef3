// What the fuzzer starts from: the manifests of the fixtures, and values that have broken programs before.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rules } from "../../rules/index.ts";
import { strip } from "../support/carets.ts";
import type { Random, Value } from "../yaml/generate.ts";
import { pick } from "../yaml/generate.ts";

const fixtures = fileURLToPath(new URL("../../fixtures/", import.meta.url));

function below(folder: string): string[] {
  return readdirSync(join(fixtures, folder), { recursive: true, encoding: "utf8" })
    .map(name => join(folder, name))
    .filter(name => /\.(ya?ml|json)$/.test(name) && statSync(join(fixtures, name)).isFile())
    .sort();
}

const read = (name: string) => readFileSync(join(fixtures, name), "utf8");

/** Single files. */
export const MANIFESTS: readonly string[] = [
  ...rules.flatMap(({ examples }) => examples.flatMap(({ bad, good }) => [strip(bad), good])),
  ...["ok", "broken", "rules"].flatMap(below).map(name => strip(read(name))),
].filter(text => text.length < 20_000);

/** Whole projects with their kustomizations. */
export const PROJECTS: readonly Readonly<Record<string, string>>[] = readdirSync(join(fixtures, "projects"))
  .filter(name => statSync(join(fixtures, "projects", name)).isDirectory())
  .map(name => {
    const folder = join("projects", name);
    return Object.fromEntries(below(folder).map(path => [path.slice(folder.length + 1), strip(read(path))]));
  });

const STRINGS = [
  ...[
    "",
    " ",
    "a",
    "web",
    "-",
    "--",
    ".",
    "..",
    "/",
    "*",
    "*/5 * * * *",
    "@every 1h",
    "TZ=UTC * * * * *",
    "1-70/0 * * * *",
  ],
  ...[
    "100m",
    "1e3Mi",
    "9223372036854775808",
    "-0",
    "1.5.5",
    "0x1F",
    "1E400",
    "+5",
    "Infinity",
    "50%",
    "-50%",
    "101%",
    "٣",
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "valueOf",
    "$ref",
    "<<",
    "null",
    "~",
    "true",
    "0644",
    "NaN",
  ],
  ...[
    "${VAR}",
    "{{ .Values.x }}",
    "$(POD_NAME)",
    "$$(x)",
    "%s%n",
    "\\",
    "\\u0000",
    "'",
    '"',
    "`",
    "#",
    ": ",
    "- ",
    "|",
    ">",
  ],
  ...[
    "\u202eabc\u202c",
    "a\u200bb",
    "\u0000",
    "\u001b[31m",
    "\u009b31m",
    "\ufeff",
    "\u2028",
    "\ud83d\ude00",
    "e\u0301",
    "ﬀ",
    "İ",
  ],
  ...[
    "::error::x",
    "##[group]x",
    "##vso[x]y",
    "<script>",
    "]]>",
    "[a](b)",
    "a|b",
    "@all",
    "a\nb",
    "a\r\nb",
    "a\tb",
    "=1+1",
  ],
  ...[
    "sh -c 'exit 0'",
    "while true; do :; done",
    "curl -s http://x/ || exit 1",
    "sleep 5 & wait",
    "a && b ; c | d > e",
  ],
  ...[
    "registry:5000/a/b:tag@sha256:abc",
    ":tag",
    "a/b/c:",
    "image@",
    "https://[::1]:80/x",
    "10.0.0.0/33",
    "::ffff:1.2.3.4",
  ],
  ...[
    "(a+)+$",
    "[a-z]{1,99999}",
    "(?<x>",
    "^(([a-z])+.)+[A-Z]([a-z])+$",
    "2024-01-01T00:00:00Z",
    "PT5M",
    "1h30m",
    "-1s",
  ],
];

/** A value to put anywhere. */
export function odd(next: Random): Value {
  const kind = next();
  if (kind < 0.45) return pick(next, STRINGS as [string, ...string[]]);
  if (kind < 0.5)
    return pick(next, ["a", "1", "a.", "a-", "(", "\\", "* ", "1,", "$(", "a=b,", "'\""]).repeat(
      1 + Math.floor(next() * 3_000),
    );
  if (kind < 0.8)
    return pick<Value>(
      next,
      [0, 1, -1, 2, 80, 65535, 65536, 2147483647, 2147483648, -2147483649, 9007199254740992, 1e21, 1.5, -0, 1e-9],
    );
  if (kind < 0.9) return pick<Value>(next, [null, true, false]);
  return pick<Value>(next, [
    [],
    {},
    [[]],
    [null],
    { "": "" },
    { __proto__x: 1 },
    [{}],
    [0, "a", null],
    { name: "a", value: {} },
  ]);
}
