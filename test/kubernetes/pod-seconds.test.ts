import { describe, expect, it } from "vitest";
import { Field } from "../../src/field.ts";
import { minReadySecondsOf, readySeconds } from "../../src/kubernetes/pod-seconds.ts";
import { Resource } from "../../src/kubernetes/resource.ts";
import { Workload } from "../../src/kubernetes/workload.ts";
import { readDocumentsWith } from "../../src/yaml/documents.ts";
import { parsePart } from "../../src/yaml/parse.ts";

function workload(containers: string, spec = ""): Workload {
  const text = `{ apiVersion: apps/v1, kind: Deployment, spec: { ${spec} template: { spec: { containers: [${containers}] } } } }`;
  const resource = Resource.read("a.yaml", 0, new Field(readDocumentsWith(parsePart, text)[0]?.root));
  const read = resource === undefined ? undefined : Workload.read(resource);
  if (read === undefined) throw new Error(text);
  return read;
}

describe("the seconds until a pod is Ready", () => {
  it.each([
    ["without probes it is ready as it runs", "{}", 0],
    ["the first readiness attempt comes within a period and a relist", "{ readinessProbe: {} }", 11],
    ["each further success takes a period", "{ readinessProbe: { successThreshold: 3 } }", 31],
    [
      "a startup probe holds the rest back, and then triggers it",
      "{ startupProbe: { periodSeconds: 5 }, readinessProbe: {} }",
      6,
    ],
    [
      "unless its delay is not over",
      "{ startupProbe: { periodSeconds: 5 }, readinessProbe: { initialDelaySeconds: 20 } }",
      30,
    ],
    [
      "the slowest container decides",
      "{ readinessProbe: { periodSeconds: 5 } }, { readinessProbe: { periodSeconds: 30 } }",
      31,
    ],
    ["what is not known says nothing", "{ readinessProbe: { periodSeconds: ten } }", undefined],
  ])("%s", (_, containers, seconds) => {
    expect(readySeconds(workload(containers))).toBe(seconds);
  });

  it("and minReadySeconds, 0 when omitted", () => {
    expect(minReadySecondsOf(workload("{}"))).toBe(0);
    expect(minReadySecondsOf(workload("{}", "minReadySeconds: 7,"))).toBe(7);
    expect(minReadySecondsOf(workload("{}", "minReadySeconds: x,"))).toBeUndefined();
  });
});
