import { describe, expect, it } from "vitest";
import { briefly, pod, problemsOf } from "./manifest.ts";

const C = "spec.containers[0]";

function inContainer(...container: string[]): string[] {
  return problemsOf(pod({ container })).map(briefly);
}

describe("environment variables", () => {
  const from = `${C}.env[0].valueFrom`;
  it.each<[line: string, expected: string[]]>([
    ["env: [{name: A, value: b}]", []],
    ["env: [null]", [`rejects ${C}.env[0].name`]],
    ["env: [{name: A=B}]", [`rejects ${C}.env[0].name`]],
    ["env: [{name: A, valueFrom: {}}]", [`rejects ${from}`]],
    ["env: [{name: A, value: b, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]", [`rejects ${from}`]],
    [
      "env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}, secretKeyRef: {name: a, key: b}}}]",
      [`rejects ${from}`],
    ],
    ["env: [{name: A, valueFrom: {fieldRef: {fieldPath: \"metadata.labels['a']\"}}}]", []],
    ["env: [{name: A, valueFrom: {fieldRef: {fieldPath: \"metadata.labels['a b']\"}}}]", [`rejects ${from}.fieldRef`]],
    ["env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.labels}}}]", [`rejects ${from}.fieldRef.fieldPath`]],
    ["env: [{name: A, valueFrom: {fieldRef: {fieldPath: new.path}}}]", [`rejects ${from}.fieldRef.fieldPath`]],
    [
      "env: [{name: A, valueFrom: {fieldRef: {apiVersion: v2, fieldPath: metadata.name}}}]",
      [`rejects ${from}.fieldRef.fieldPath`],
    ],
    ["env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 1m}}}]", []],
    ["env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 0.001}}}]", []],
    ["env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.memory, divisor: 1Mi}}}]", []],
    [
      "env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.memory, divisor: 2}}}]",
      [`rejects ${from}.resourceFieldRef.divisor`],
    ],
    [
      "env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.gpu}}}]",
      [`rejects ${from}.resourceFieldRef.resource`],
    ],
    ["env: [{name: A, valueFrom: {configMapKeyRef: {name: a}}}]", [`rejects ${from}.configMapKeyRef.key`]],
    [
      "env: [{name: A, valueFrom: {fileKeyRef: {volumeName: v, path: a, key: B}}}]",
      [`accepts ${from}.fileKeyRef.volumeName`],
    ],
    ["env: [{name: A, value: b}, {name: A, value: c}]", [`warns ${C}.env[1]`]],
    ["env: [{name: A, value: b}, {name: A, value: $(A)c}]", []],
    ["envFrom: [{}]", [`rejects ${C}.envFrom`]],
    ["envFrom: [{prefix: 'a=', configMapRef: {name: a}}]", [`rejects ${C}.envFrom[0].prefix`]],
    ["envFrom: [{configMapRef: {}}]", [`rejects ${C}.envFrom[0].configMapRef.name`]],
  ])("%s", (line, expected) => {
    expect(inContainer(line)).toEqual(expected);
  });

  it("leaves alone what a template fills in", () => {
    expect(
      inContainer('env: [{name: "${NAME}", valueFrom: {secretKeyRef: {name: "{{ .name }}", key: "${KEY}"}}}]'),
    ).toEqual([]);
  });
});

describe("resources", () => {
  const R = `${C}.resources`;
  it.each<[line: string, expected: string[]]>([
    ["resources: {requests: {cpu: 100m, memory: 1Gi}, limits: {cpu: 1, memory: 1Gi}}", []],
    ["resources: {requests: {cpu: 2}, limits: {cpu: 1}}", [`rejects ${R}.requests`]],
    ["resources: {requests: {memory: 1Gi}, limits: {memory: 1G}}", [`rejects ${R}.requests`]],
    ["resources: {requests: {memory: 1024Mi}, limits: {memory: 1Gi}}", []],
    ["resources: {requests: {cpu: -1}}", [`rejects ${R}.requests[cpu]`]],
    ["resources: {requests: {gpu: 1}}", [`rejects ${R}.requests[gpu]`]],
    ["resources: {limits: {nvidia.com/gpu: 1}}", []],
    ["resources: {limits: {nvidia.com/gpu: 500m}}", [`rejects ${R}.limits[nvidia.com/gpu]`]],
    ["resources: {requests: {nvidia.com/gpu: 1}}", [`rejects ${R}.limits`]],
    ["resources: {requests: {nvidia.com/gpu: 1}, limits: {nvidia.com/gpu: 2}}", [`rejects ${R}.requests`]],
    ["resources: {limits: {hugepages-2Mi: 4Mi}}", [`rejects ${R}`]],
    ["resources: {limits: {hugepages-2Mi: 3Mi, cpu: 1}}", [`rejects ${R}.limits[hugepages-2Mi]`]],
    ["resources: {claims: [{name: gpu}]}", [`rejects ${R}.claims[0]`]],
    ["resources: {requests: {memory: 128m}, limits: {memory: 1}}", [`warns ${R}.requests[memory]`]],
    ["resources: {limits: {memory: 128m}}", [`warns ${R}.limits[memory] ${R}.requests[memory]`]],
  ])("%s", (line, expected) => {
    expect(inContainer(line)).toEqual(expected);
  });

  it("holds the containers against the pod", () => {
    const found = problemsOf(
      pod({
        spec: ["resources: {requests: {cpu: 100m}, limits: {cpu: 200m}}"],
        container: ["resources: {requests: {cpu: 150m}, limits: {cpu: 1}}"],
      }),
    );
    expect(found.map(briefly)).toEqual([
      "rejects spec.resources.requests[cpu]",
      "rejects spec.resources.containers[0][cpu].limits",
    ]);
  });
});
