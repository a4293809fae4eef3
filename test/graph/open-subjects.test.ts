// A ClusterRoleBinding's ServiceAccount without a namespace: an error, unless a kustomization gives it one, or may.

import { describe, expect, it } from "vitest";
import { isKustomizationFile } from "../../src/graph/kustomize/files.ts";
import { lint } from "../../src/lint.ts";
import { DEFAULT_SETTINGS } from "../../src/settings.ts";

const binding = (account = "default", more = "") => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: reader }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects:
  - { kind: ServiceAccount, name: ${account} }
${more}`;
const ACCOUNT = "apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: web }\n";
const list = (...resources: string[]) => `resources: [${resources.join(", ")}]\n`;
const component = `apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n`;

/** Places of missing namespaces, of all files. */
async function missing(files: Readonly<Record<string, string>>): Promise<string[]> {
  const all = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { report } = await lint({
    sources: all.filter(({ path }) => !isKustomizationFile(path)),
    kustomizations: all.filter(({ path }) => isKustomizationFile(path)),
    ...{ context: [], isWhole: true, settings: DEFAULT_SETTINGS, rules: [] },
  });
  return report.diagnostics.map(({ ruleId, file, path }) => `${file} ${ruleId} ${path.join(".")}`);
}

const AT = "missing-field subjects.0.namespace";

describe("is an error", () => {
  it("where no kustomization is", async () => {
    expect(await missing({ "rbac/crb.yaml": binding() })).toEqual([`rbac/crb.yaml ${AT}`]);
  });

  it("where kustomizations are about others", async () => {
    const others = { "app/kustomization.yaml": `namespace: shop\n${list("sa.yaml")}`, "app/sa.yaml": ACCOUNT };
    expect(await missing({ ...others, "rbac/crb.yaml": binding() })).toEqual([`rbac/crb.yaml ${AT}`]);
    expect(await missing({ ...others, "apps/crb.yaml": binding() })).toEqual([`apps/crb.yaml ${AT}`]);
  });

  it("where the build gives none", async () => {
    const base = { "base/kustomization.yaml": list("crb.yaml"), "base/crb.yaml": binding() };
    expect(await missing(base)).toEqual([`base/crb.yaml ${AT}`]);
    expect(await missing({ ...base, "k/kustomization.yaml": list("../base") })).toEqual([`base/crb.yaml ${AT}`]);
  });

  it("where the namespace is for the account called default only", async () => {
    const base = { "base/kustomization.yaml": list("crb.yaml"), "base/crb.yaml": binding("web") };
    const overlay = { "k/kustomization.yaml": `namespace: shop\n${list("../base")}` };
    expect(await missing({ ...base, ...overlay })).toEqual([`base/crb.yaml ${AT}`]);
  });

  it("where one of several overlays gives none", async () => {
    const base = { "base/kustomization.yaml": list("crb.yaml"), "base/crb.yaml": binding() };
    const good = { "a/kustomization.yaml": `namespace: shop\n${list("../base")}` };
    expect(await missing({ ...base, ...good })).toEqual([]);
    const bad = { "b/kustomization.yaml": list("../base") };
    expect(await missing({ ...base, ...good, ...bad })).toEqual([`base/crb.yaml ${AT}`]);
  });
});

describe("is none", () => {
  const overlay = `namespace: shop\n${list("../base")}`;

  it("where the namespace of the kustomization reaches the account", async () => {
    const base = { "base/kustomization.yaml": list("crb.yaml"), "base/crb.yaml": binding() };
    expect(await missing({ ...base, "k/kustomization.yaml": overlay })).toEqual([]);
    expect(await missing({ ...base, "base/kustomization.yaml": `namespace: shop\n${list("crb.yaml")}` })).toEqual([]);
  });

  it("where the account is built, too", async () => {
    const base = {
      "base/kustomization.yaml": list("crb.yaml", "sa.yaml"),
      "base/crb.yaml": binding("web"),
      "base/sa.yaml": ACCOUNT,
    };
    expect(await missing({ ...base, "k/kustomization.yaml": overlay })).toEqual([]);
  });

  it("in a directory that is built upon, though its own kustomization is not here", async () => {
    const files = { "k/kustomization.yaml": overlay, "base/crb.yaml": binding(), "base/rbac/crb.yaml": binding() };
    expect(await missing(files)).toEqual([]);
    expect(await missing({ ...files, "basement/crb.yaml": binding() })).toEqual([`basement/crb.yaml ${AT}`]);
  });

  it("in a component, which takes the namespace of whoever uses it", async () => {
    const files = { "c/kustomization.yaml": component + list("crb.yaml"), "c/crb.yaml": binding() };
    expect(await missing(files)).toEqual([]);
    expect(await missing({ ...files, "k/kustomization.yaml": "namespace: shop\ncomponents: [../c]\n" })).toEqual([]);
  });

  it("where the build fails: the account may be in what is missing", async () => {
    const base = { "base/kustomization.yaml": list("crb.yaml", "gone.yaml"), "base/crb.yaml": binding("web") };
    expect(await missing({ ...base, "k/kustomization.yaml": overlay })).toEqual([]);
  });

  it("in a list", async () => {
    const items = binding().trimEnd().split("\n").join("\n    ");
    const text = `apiVersion: v1\nkind: List\nitems:\n  - ${items}\n`;
    expect(await missing({ "base/crb.yaml": text })).toEqual([
      "base/crb.yaml missing-field items.0.subjects.0.namespace",
    ]);
    expect(await missing({ "base/crb.yaml": text, "k/kustomization.yaml": overlay })).toEqual([]);
  });
});

it("hides nothing else of the binding", async () => {
  const files = { "k/kustomization.yaml": `namespace: shop\n${list("../base")}` };
  const more = "  - { kind: ServiceAccount }\n";
  expect(await missing({ ...files, "base/crb.yaml": binding("default", more) })).toEqual([
    "base/crb.yaml missing-field subjects.1.name",
  ]);
});
