// Files of a large project that are not read around one that is asked about, and those that are.

import { describe, expect, it } from "vitest";
import { load } from "../src/load.ts";
import { withoutUninvolved } from "../src/uninvolved.ts";
import type { Source } from "../src/yaml/document.ts";

const deployment = (name: string, more = "") => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: prod }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers: [{ name: main, image: "example.com/${name}:1", ports: [{ name: http, containerPort: 80 }] }]${more}
`;
const service = (name: string, more = "") =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n  namespace: prod\nspec:\n  selector: { app: ${name} }\n  ports: [{ name: http, port: 80${more} }]\n`;

/** Enough files for a word to be rare, all alike, of which the first is read to show that there are such objects. */
const CROWD: readonly Source[] = Array.from({ length: 60 }, (_, index) => ({
  path: `crowd/${index}/all.yaml`,
  text: `${deployment(`crowd${index}`)}---\n${service(`crowd${index}`)}`,
}));

/** The paths of the files that are read, without the crowd. */
async function read(
  asked: string,
  others: Readonly<Record<string, string>>,
  { at = "mine/a.yaml", before, kustomizations = [] }: { at?: string; before?: string; kustomizations?: Source[] } = {},
): Promise<string[]> {
  const context = [...CROWD, ...Object.entries(others).map(([path, text]) => ({ path, text }))];
  const left = withoutUninvolved(context, {
    files: [await load({ path: at, text: asked })],
    before: before === undefined ? [] : [await load({ path: at, text: before })],
    kustomizations,
    namespace: "default",
  });
  expect(left.map(({ path }) => path)).toEqual(context.map(({ path }) => path));
  return left.filter(({ text }) => text !== "").map(({ path }) => path);
}

const FIRST = "crowd/0/all.yaml";
const pair = (name: string) => `${deployment(name)}---\n${service(name)}`;

describe("files that cannot matter", () => {
  it("are not read, except one of each set of kinds", async () => {
    expect(await read(deployment("cart"), { "x/a.yaml": pair("mail"), "x/b.yaml": deployment("post") })).toEqual([
      FIRST,
      "x/b.yaml",
    ]);
  });

  it.each([
    ["in another namespace", pair("mail").replaceAll("prod", "test"), []],
    ["in a namespace that is written in the file", pair("mail").replaceAll("prod", "shared"), ["x/a.yaml"]],
    ["in the default namespace", pair("mail").replaceAll("prod", "default"), ["x/a.yaml"]],
    ["perhaps without a namespace", pair("mail").replace("  namespace: prod\n", ""), ["x/a.yaml"]],
  ])("%s", async (_where, text, kept) => {
    const asked = deployment("cart").replace("image:", 'env: [{ name: X, value: "x.shared" }], image:');
    expect(await read(asked, { "x/a.yaml": text, "x/b.yaml": text })).toEqual([FIRST, ...kept]);
  });
});

const MAIL = deployment("mail");
const KEPT: readonly [why: string, text: string][] = [
  ["names the asked object", MAIL.replace("image", 'env: [{ name: CART, value: "http://cart.prod" }], image')],
  ["carries its label", deployment("mail").replace("labels: { app: mail }", "labels: { app: mail, of: cart }")],
  ["is nearly called so", pair("cart-backend")],
  ["selects by an expression", service("mail").replace("app: mail", "matchExpressions: []")],
  ["selects everything", "apiVersion: policy/v1\nkind: PodDisruptionBudget\nspec: { selector: {} }\n"],
  ["is a NetworkPolicy", "kind: NetworkPolicy\nmetadata: { name: deny, namespace: prod }\n"],
  ["is a quota", "kind: ResourceQuota\nmetadata: { name: all }\n"],
  ["makes volume claims", MAIL.replace("Deployment", "StatefulSet")],
  ["is of an operator that makes pods", "apiVersion: monitoring.coreos.com/v1\nkind: Prometheus\n"],
  ["is filled in later", MAIL.replaceAll("mail", "${NAME}")],
  ["is written with escapes", MAIL.replace("name: mail", 'name: "\\u0063art"')],
];

it.each(KEPT)("reads a file that %s", async (_why, text) => {
  expect(await read(deployment("cart"), { "x/a.yaml": text, "x/b.yaml": text })).toEqual([
    FIRST,
    "x/a.yaml",
    "x/b.yaml",
  ]);
});

it("reads what the file named before it was changed", async () => {
  const others = { "x/a.yaml": pair("mail"), "x/b.yaml": pair("mail") };
  expect(await read(deployment("cart"), others, { before: deployment("mail") })).toEqual([
    FIRST,
    "x/a.yaml",
    "x/b.yaml",
  ]);
});

it("reads the Service whose name stands in a value", async () => {
  const asked = deployment("cart").replace("image:", 'env: [{ name: UPSTREAM, value: "mail:80" }], image:');
  const others = { "x/a.yaml": service("mail"), "x/b.yaml": service("mail"), "x/c.yaml": pair("post") };
  expect(await read(asked, others)).toEqual([FIRST, "x/a.yaml", "x/b.yaml"]);
});

it("reads Services with the same kind of node port", async () => {
  const others = { "x/a.yaml": service("mail"), "x/b.yaml": service("mail", ", nodePort: 30080") };
  expect(await read(service("cart", ", nodePort: 30080"), others)).toEqual([FIRST, "x/a.yaml", "x/b.yaml"]);
  expect(await read(service("cart"), others)).toEqual([FIRST, "x/a.yaml"]);
});

it("reads what stands in line of directory", async () => {
  const others = {
    "apps/a.yaml": pair("mail"),
    "apps/cart/net/a.yaml": pair("post"),
    "apps/mail/a.yaml": pair("mail"),
  };
  expect(await read(deployment("cart"), others, { at: "apps/cart/a.yaml" })).toEqual([
    FIRST,
    "apps/a.yaml",
    "apps/cart/net/a.yaml",
  ]);
});

it("reads what is built together with the file by kustomizations", async () => {
  const kustomizations = [
    { path: "overlays/prod/kustomization.yaml", text: "resources: [../../base, ../../common]\n" },
    { path: "base/kustomization.yaml", text: "resources:\n  - a.yaml\n" },
    { path: "common/kustomization.yaml", text: "resources:\n  - sub/mail.yaml\n" },
    { path: "other/kustomization.yaml", text: "resources:\n  - mail.yaml\n" },
  ];
  const others = { "common/sub/mail.yaml": pair("mail"), "other/post.yaml": pair("post") };
  const found = await read(deployment("cart"), others, { at: "base/a.yaml", kustomizations });
  expect(found).toEqual([FIRST, "common/sub/mail.yaml"]);
});

const OPEN: readonly [why: string, asked: string][] = [
  ["selects by an expression", deployment("cart").replace("matchLabels:", "matchExpressions: [], matchLabels:")],
  ["is filled in later", deployment("cart").replace("image:", "args: [${X}], image:")],
  ["has too short a name", deployment("x1")],
  ["selects by too short a label", service("cart").replace("app: cart", "v: v1")],
  ["is of another kind", "apiVersion: v1\nkind: Namespace\nmetadata: { name: prod }\n"],
  ["is of another group", "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: cart }\n"],
];

it.each(OPEN)("reads everything around a file that %s", async (_why, asked) => {
  expect(await read(asked, {})).toHaveLength(CROWD.length);
});

it("takes no long time over many lines without what it looks for", async () => {
  const text = `kind: Service\nmetadata:\n${"      label: of nothing\n".repeat(20_000)}`;
  expect(await read(deployment("cart"), { "x/a.yaml": text, "x/b.yaml": text })).toEqual([FIRST, "x/a.yaml"]);
});
