// The object that rules see, held to what the API server makes of the good manifests.

import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/policy/defaults.ts";
import { defaultedMetadata, defaultedObject } from "../../src/policy/object.ts";
import { canonicalQuantity } from "../../src/policy/quantity-text.ts";
import { groupsWithTypes, loadTypes } from "../../src/schema/tables.ts";
import { servedKind } from "../../src/schema/versions.ts";
import { ORACLE_MINOR } from "../oracle/cases.ts";
import { sentObjects } from "../oracle/reading.ts";
import { readRows } from "../oracle/rows.ts";

const DIR = new URL("../../fixtures/oracle/", import.meta.url).pathname;
const rows = readRows(DIR, "defaults") as { id: string; yaml: string; defaulted: JsonObject }[];
for (const group of groupsWithTypes()) await loadTypes(group);

async function seen(yaml: string): Promise<JsonObject> {
  const [sent] = await sentObjects(yaml);
  const apiVersion = String(sent?.root?.get("apiVersion").scalar);
  const kind = servedKind(apiVersion, String(sent?.root?.get("kind").scalar), ORACLE_MINOR);
  if (sent?.root === undefined || kind === undefined) throw new Error("no object");
  return defaultedObject(sent.root, kind, "default", ORACLE_MINOR);
}

/** The uid of a job is made up by the server. */
function comparable(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "uid"));
}

describe("the defaulted object", () => {
  it("is there to compare with", () => expect(existsSync(`${DIR}defaults.jsonl.gz`) && rows.length > 30).toBe(true));

  it.each(rows.map(row => [row.id, row] as const))("%s", async (_, { yaml, defaulted }) => {
    // The status, which the server fills in later, is left out of the facts.
    const { status: _ours, ...found } = await seen(yaml);
    const { status: _theirs, ...wanted } = defaulted;
    expect(comparable(found)).toEqual(comparable(wanted));
  });

  it.each(rows.map(row => [row.id, row] as const))(
    "%s: its metadata are the same alone",
    async (_, { yaml, defaulted }) => {
      const [sent] = await sentObjects(yaml);
      const apiVersion = String(sent?.root?.get("apiVersion").scalar);
      const kind = servedKind(apiVersion, String(sent?.root?.get("kind").scalar), ORACLE_MINOR);
      if (sent?.root === undefined || kind === undefined) throw new Error("no object");
      const alone = defaultedMetadata(sent.root, kind, "default", ORACLE_MINOR);
      expect(comparable(alone)).toEqual(comparable(defaulted.metadata));
    },
  );

  it("is given a name, where the manifest leaves that to the server", async () => {
    const { metadata } = await seen("apiVersion: v1\nkind: ConfigMap\nmetadata: {generateName: a-}\n");
    expect(metadata).toEqual({ generateName: "a-", name: "a-xxxxx", namespace: "default" });
  });

  it("keeps the zero of a pointer and loses others", async () => {
    const { spec } = await seen(`apiVersion: apps/v1
kind: Deployment
metadata: {name: a}
spec: {replicas: 0, minReadySeconds: 0, paused: false, selector: {}, template: {spec: {containers: []}}}
`);
    expect(spec).toMatchObject({ replicas: 0 });
    expect(spec).not.toHaveProperty("minReadySeconds");
    expect(spec).not.toHaveProperty("paused");
  });
});

it.each([
  ["1024Mi", "1Gi"],
  ["0.5", "500m"],
  ["1500m", "1500m"],
  ["1000m", "1"],
  ["1.5Gi", "1536Mi"],
  ["1e3", "1e3"],
  ["512", "512"],
  ["0", "0"],
  ["none", "none"],
])("a quantity of %s is written %s", (text, canonical) => {
  expect(canonicalQuantity(text)).toBe(canonical);
});
