// YAML and JSON that are too much: of depth, of width, of aliases.

import { configMap, POD, type Row } from "./row.ts";

const manifest = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: ${spec}\n`;

/** Each level holds the one before it nine times. */
function bomb(levels: number, wrap: (aliases: string) => string): string {
  const lines = ["a0: &a0 x"];
  for (let level = 1; level <= levels; level++)
    lines.push(`a${level}: &a${level} ${wrap(Array.from({ length: 9 }, () => `*a${level - 1}`).join(", "))}`);
  return `${POD}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: bomb}\n${lines.join("\n")}\n`;
}

function merges(levels: number): string {
  const lines = ["m0: &m0 {k0: x}"];
  for (let level = 1; level <= levels; level++)
    lines.push(
      `m${level}: &m${level} {<<: [*m${level - 1}, *m${level - 1}, *m${level - 1}], k${level}: *m${level - 1}}`,
    );
  return `${POD}---\nkind: ConfigMap\napiVersion: v1\nmetadata: {name: bomb}\n${lines.join("\n")}\n`;
}

export const ALIASES: readonly Row[] = [
  {
    input: "alias bomb of lists, 9^20 values",
    bound: "--max-alias-nodes",
    files: () => ({ "a.yaml": bomb(20, all => `[${all}]`) }),
    status: 1,
    says: /would come from aliases of aliases|--max-alias-nodes/,
  },
  {
    input: "alias bomb of maps",
    bound: "--max-alias-nodes",
    files: () => ({
      "a.yaml": bomb(
        20,
        all =>
          `{${all
            .split(", ")
            .map((alias, index) => `k${index}: ${alias}`)
            .join(", ")}}`,
      ),
    }),
    status: 1,
    says: /would come from aliases of aliases|--max-alias-nodes/,
  },
  {
    input: "alias bomb of merge keys",
    bound: "--max-alias-nodes",
    files: () => ({ "a.yaml": merges(200) }),
    status: 1,
    says: /--max-alias-nodes|yaml-syntax/,
  },
  {
    input: "aliases below every bound, shown as objects",
    bound: "--max-alias-nodes",
    files: () => ({ "a.yaml": bomb(2, all => `[${all}]`) }),
    argv: ["--show-objects", "a.yaml"],
    status: 0,
  },
  {
    input: "alias that holds itself",
    bound: "refused as the API server does",
    files: () => ({ "a.yaml": `${POD}a: &a [*a]\n` }),
    status: 1,
    says: /yaml-syntax/,
  },
  {
    input: "many anchors of one name",
    bound: "linear",
    sizes: [5_000, 200_000],
    files: size => ({ "a.yaml": `${POD}extra:\n${"  - &a x\n  - *a\n".repeat(size)}` }),
    status: 1,
  },
];

export const DEPTH: readonly Row[] = [
  {
    input: "lists within lists, block style",
    bound: "--max-depth",
    sizes: [20_000, 1_000_000],
    files: size => ({ "a.yaml": `${manifest("")}  a:\n    ${"- ".repeat(size)}x\n` }),
    status: 1,
    says: /nested deeper than 1,000 levels[\s\S]*--max-depth|--max-depth[\s\S]*nested deeper/,
  },
  {
    input: "maps within maps, block style",
    bound: "--max-depth",
    sizes: [1_200, 6_000],
    files: size => ({
      "a.yaml": `${manifest("")}${Array.from({ length: size }, (_, at) => `${" ".repeat(at + 2)}a:\n`).join("")}`,
    }),
    status: 1,
    says: /--max-depth/,
  },
  {
    input: "lists within lists, flow style",
    bound: "--max-depth",
    sizes: [20_000, 1_000_000],
    files: size => ({ "a.yaml": manifest(`${"[".repeat(size)}${"]".repeat(size)}`) }),
    status: 1,
    says: /--max-depth/,
  },
  {
    input: "lists within lists, never closed",
    bound: "--max-depth",
    sizes: [20_000, 1_000_000],
    files: size => ({ "a.yaml": manifest("[".repeat(size)) }),
    status: 1,
    says: /--max-depth/,
  },
  {
    input: "maps within maps, JSON",
    bound: "--max-depth",
    sizes: [20_000, 1_000_000],
    files: size => ({
      "a.json": `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web"}, "spec": ${'{"a":'.repeat(size)}1${"}".repeat(size)}}`,
    }),
    status: 1,
    says: /--max-depth|yaml-syntax/,
  },
  {
    input: "990 levels, all of them walked",
    bound: "--max-depth",
    files: () => ({ "a.yaml": manifest(`${"{a: ".repeat(980)}1${"}".repeat(980)}`) }),
    argv: ["--preset=all", "a.yaml"],
    status: 1,
    says: /unknown-field/,
  },
  {
    input: "a depth for which the flag was raised too far",
    bound: "--max-depth",
    sizes: [15_000, 15_000],
    files: size => ({ "a.yaml": manifest(`${"[".repeat(size)}${"]".repeat(size)}`) }),
    argv: ["--max-depth=100000", "a.yaml"],
    status: 1,
    says: /nests 10,000 levels at most/,
  },
  {
    input: "a depth as large as the API server's reader takes, shown as an object",
    bound: "20,001 levels",
    sizes: [9_000, 9_000],
    files: size => ({ "a.yaml": manifest(`${"[".repeat(size)}${"]".repeat(size)}`) }),
    argv: ["--show-objects", "a.yaml"],
    status: 0,
  },
];

const MEGA = [200_000, 10_000_000] as const;

export const SCALARS: readonly Row[] = [
  {
    input: "plain scalar of 10 MB",
    bound: "--max-file-size",
    sizes: MEGA,
    files: size => ({ "a.yaml": configMap("big", `  a: ${"x".repeat(size)}\n`) }),
    argv: ["--fail-on=never"],
    status: 0,
  },
  {
    input: "plain scalar over 10 MB of lines",
    bound: "--max-file-size",
    sizes: MEGA,
    files: size => ({ "a.yaml": configMap("big", `  a: b\n${"    xxxxxx\n".repeat(size / 10)}`) }),
    argv: ["--fail-on=never"],
    status: 0,
  },
  {
    input: "block scalar of 10 MB",
    bound: "--max-file-size",
    sizes: MEGA,
    files: size => ({ "a.yaml": configMap("big", `  a: |\n${"    xxxxxx\n".repeat(size / 10)}`) }),
    argv: ["--fail-on=never"],
    status: 0,
  },
  {
    input: "folded scalar of 10 MB",
    bound: "--max-file-size",
    sizes: MEGA,
    files: size => ({ "a.yaml": configMap("big", `  a: >\n${"    xx xx\n\n".repeat(size / 11)}`) }),
    argv: ["--fail-on=never"],
    status: 0,
  },
  {
    input: "quoted scalar of 10 MB of escapes",
    bound: "--max-file-size",
    sizes: MEGA,
    files: size => ({ "a.yaml": configMap("big", `  a: "${"\\u0041".repeat(size / 6)}"\n`) }),
    argv: ["--fail-on=never"],
    status: 0,
  },
  {
    input: "key of 10 MB",
    bound: "--max-file-size",
    sizes: MEGA,
    files: size => ({ "a.yaml": configMap("big", `  ? ${"x".repeat(size)}\n  : y\n`) }),
    argv: ["--fail-on=never"],
    status: 0,
  },
  {
    input: "10 MB on one line with a mistake at its end",
    bound: "the frame shows a part",
    sizes: MEGA,
    files: size => ({
      "a.yaml": `${manifest(`{containers: [{name: web, image: "web:1", args: [${"aaaaaaaa, ".repeat(size / 10)}b], imagePullPolcy: Always}]}`)}`,
    }),
    status: 1,
    says: /imagePullPolicy/,
  },
  {
    input: "comment of 10 MB",
    bound: "--max-file-size",
    sizes: MEGA,
    files: size => ({ "a.yaml": `# ${"x".repeat(size)}\n${POD}` }),
    status: 0,
  },
  {
    input: "a million comment lines",
    bound: "linear",
    sizes: [20_000, 1_000_000],
    files: size => ({ "a.yaml": `${"# a comment\n".repeat(size)}${POD}` }),
    status: 0,
  },
  {
    input: "60 MB of empty lines",
    bound: "--max-file-size",
    sizes: [1_000_000, 60_000_000],
    files: size => ({ "a.yaml": `${POD}${"\n".repeat(size)}` }),
    status: 0,
  },
];
