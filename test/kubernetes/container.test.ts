import { expect, it } from "vitest";
import { Container } from "../../src/kubernetes/container.ts";
import { field } from "../support/field.ts";

const YAML = `livenessProbe: { tcpSocket: { port: 1 } }
startupProbe: { tcpSocket: { port: 1 } }
lifecycle: { preStop: { sleep: { seconds: 1 } } }
`;

it.each([
  ["app", 2, true],
  ["sidecar", 2, true],
  ["init", 0, false],
  ["ephemeral", 0, false],
] as const)("a container of kind %s has %i probes, and a hook: %s", (kind, probes, hasHook) => {
  const container = new Container(field(YAML), kind);
  expect(container.probes.length).toBe(probes);
  expect(container.hook("preStop").exists).toBe(hasHook);
});
