import { describe, expect, it } from "vitest";
import { Field } from "../../src/field.ts";
import { Container } from "../../src/kubernetes/container.ts";
import { endpointOf, endpointText, isSameEndpoint } from "../../src/kubernetes/endpoint.ts";
import { readSource } from "../../src/yaml/documents.ts";

const PORTS = "ports: [{ name: http, containerPort: 8080 }, { name: admin, containerPort: 9000 }]";

async function endpoint(handler: string) {
  const [document] = await readSource(`${PORTS}\nlivenessProbe: { ${handler} }\n`);
  const container = new Container(new Field(document?.root), "app");
  return container.liveness && endpointOf(container.liveness, container);
}

async function isSame(a: string, b: string): Promise<boolean> {
  const [one, other] = [await endpoint(a), await endpoint(b)];
  return one !== undefined && other !== undefined && isSameEndpoint(one, other);
}

describe("endpoints are the same", () => {
  it.each([
    ["httpGet: { path: /x, port: http }", "httpGet: { path: /x, port: 8080 }"],
    ["httpGet: { port: 8080 }", "httpGet: { path: /, port: 8080, scheme: HTTP, host: '' }"],
    ["httpGet: { path: x, port: 8080 }", "httpGet: { path: /x, port: 8080 }"],
    ["tcpSocket: { port: admin }", "tcpSocket: { port: 9000 }"],
    ["grpc: { port: 9000 }", "grpc: { port: 9000, service: null }"],
    ["exec: { command: [cat, '1'] }", "exec: { command: [cat, 1] }"],
    ["tcpSocket: { port: gone }", "tcpSocket: { port: gone }"],
  ])("%s and %s", async (a, b) => {
    expect(await isSame(a, b)).toBe(true);
  });
});

describe("endpoints differ", () => {
  it.each([
    ["httpGet: { path: /x, port: http }", "httpGet: { path: /x, port: admin }"],
    ["httpGet: { path: /x, port: 8080 }", "httpGet: { path: /y, port: 8080 }"],
    ["httpGet: { path: /x, port: 8080 }", "httpGet: { path: /x, port: 8080, scheme: HTTPS }"],
    ["httpGet: { path: /x, port: 8080 }", "httpGet: { path: /x, port: 8080, host: other }"],
    ["httpGet: { port: 80, httpHeaders: [{ name: A, value: b }] }", "httpGet: { port: 80 }"],
    ["httpGet: { port: 8080 }", "tcpSocket: { port: 8080 }"],
    ["grpc: { port: 9000, service: a }", "grpc: { port: 9000, service: b }"],
    ["exec: { command: [a, b] }", "exec: { command: [a b] }"],
    ["tcpSocket: { port: gone }", "tcpSocket: { port: away }"],
  ])("%s and %s", async (a, b) => {
    expect(await isSame(a, b)).toBe(false);
  });
});

it.each([
  ["no handler", "periodSeconds: 1"],
  ["two handlers", "tcpSocket: { port: 1 }, grpc: { port: 1 }"],
  ["a path that a template fills in", "httpGet: { path: '${PATH}', port: 1 }"],
  ["a port that a template fills in", "tcpSocket: { port: '${PORT}' }"],
  ["no command", "exec: { command: [] }"],
])("nothing can be said of %s", async (_, handler) => {
  expect(await endpoint(handler)).toBeUndefined();
});

it.each([
  ["httpGet: { path: /x, port: http }", "GET /x on port 8080"],
  ["httpGet: { path: /x, port: 8443, scheme: HTTPS }", "HTTPS GET /x on port 8443"],
  ["tcpSocket: { port: 6379 }", "a TCP connection to port 6379"],
  ["grpc: { port: 9000, service: shop }", 'grpc health of "shop" on port 9000'],
  ['exec: { command: [sh, -c, "a\\n  b"] }', 'the command "sh -c a b"'],
])("%s reads %s", async (handler, text) => {
  const found = await endpoint(handler);
  expect(found && endpointText(found)).toBe(text);
});
