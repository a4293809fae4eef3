// What a probe asks, and where: two probes with equal endpoints fail together.

import type { Container } from "./container.ts";
import type { HandlerKind, Probe } from "./probe.ts";

/** Everything that decides what an attempt asks; parts that the handler does not have are empty. */
export interface Endpoint {
  readonly kind: HandlerKind;
  /** Resolved through the container's ports; the name where it declares none of that name. */
  readonly port: number | string | undefined;
  readonly scheme: string;
  /** Empty: the pod's own address. */
  readonly host: string;
  readonly path: string;
  /** `name: value` of each header, in order. */
  readonly headers: readonly string[];
  readonly command: readonly string[];
  /** The service that a grpc health check names. */
  readonly service: string;
}

/** Undefined without exactly one handler, and where part of it is still to be filled in by a template. */
export function endpointOf(probe: Probe, container: Container): Endpoint | undefined {
  const handler = probe.handler;
  if (handler === undefined) return undefined;
  const text = (key: string) => {
    const field = handler.field.get(key);
    return field.exists ? field.string : "";
  };
  const [scheme, host, path, service] = [text("scheme"), text("host"), text("path"), text("service")];
  const command = handler.field.get("command").items();
  const port = portOf(probe, container);
  const headers = handler.field.get("httpHeaders").items();
  if (scheme === undefined || host === undefined || path === undefined || service === undefined) return undefined;
  if (handler.kind === "exec" ? command.length === 0 : port === undefined) return undefined;
  return {
    kind: handler.kind,
    port,
    // pkg/apis/core/v1: SetDefaults_HTTPGetAction.
    scheme: handler.kind === "httpGet" ? scheme || "HTTP" : "",
    host,
    path: handler.kind === "httpGet" ? withSlash(path) : "",
    headers: headers.map(header => `${header.get("name").scalar}: ${header.get("value").scalar}`),
    command: command.map(word => String(word.scalar)),
    service,
  };
}

function portOf(probe: Probe, container: Container): number | string | undefined {
  return container.resolvePort(probe.port) ?? probe.port?.string;
}

/** The URL that the kubelet builds has a path in any case. (pkg/probe/http: formatURL) */
function withSlash(path: string): string {
  return path.startsWith("/") ? path : `/${path}`;
}

export function isSameEndpoint(a: Endpoint, b: Endpoint): boolean {
  const parts: (keyof Endpoint)[] = ["kind", "port", "scheme", "host", "path", "service"];
  const isSameList = (one: readonly string[], other: readonly string[]) =>
    one.length === other.length && one.every((text, index) => text === other[index]);
  return (
    parts.every(part => a[part] === b[part]) && isSameList(a.headers, b.headers) && isSameList(a.command, b.command)
  );
}

/** `GET /health on port 8080`, `the command "cat /tmp/ok"`: for messages. */
export function endpointText(endpoint: Endpoint): string {
  const { kind, port, path, scheme, service } = endpoint;
  if (kind === "exec") return `the command "${shorten(endpoint.command.join(" ").replace(/\s+/g, " ").trim())}"`;
  if (kind === "tcpSocket") return `a TCP connection to port ${port}`;
  if (kind === "grpc") return `grpc health${service === "" ? "" : ` of "${service}"`} on port ${port}`;
  return `${scheme === "HTTPS" ? "HTTPS " : ""}GET ${shorten(path)} on port ${port}`;
}

const LONGEST = 50;

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
