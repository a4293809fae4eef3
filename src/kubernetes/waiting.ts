// Loops that wait for a Service: `until nslookup myservice; do sleep 2; done`.

import type { Field } from "../field.ts";
import { programName, scriptOf, wordsOf } from "./command.ts";
import type { Container } from "./container.ts";

export interface WaitedService {
  readonly name: string;
  /** Undefined: the pod's own. */
  readonly namespace: string | undefined;
  /** Two labels may also be a name outside the cluster, or a pod of a StatefulSet. */
  readonly isCertain: boolean;
  /** What is asked, for messages: `nslookup myservice`. */
  readonly text: string;
  /** Only the name is looked up, which needs no endpoint. */
  readonly isLookup: boolean;
  readonly at: Field;
}

/** No loop condition worth reading is longer. */
const LONGEST_CONDITION = 300;
const LOOKUPS = new Set(["nslookup", "host", "dig", "getent"]);
const CALLS = new Set(["nc", "ncat", "netcat", "telnet", "ping", "curl", "wget"]);
const CLIENTS = new Set(["pg_isready", "mysqladmin", "mysql", "psql", "redis-cli", "mongo", "mongosh", "cqlsh"]);
/** The loop ends by itself. */
const BOUNDED = /\b(timeout|break|exit|seq)\b|\$\(\(|-(lt|le|gt|ge)\b/;
/** Options whose value is the next word. */
const VALUED = /^(-[oOXHdTtwcimu]|--(output|header|data|request|timeout|tries|max-time|connect-timeout|user))$/;
const HOST = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\.?$/;

/** The Service that a container's script waits for without end; undefined where none can be recognised. */
export function waitedServiceOf(container: Container): WaitedService | undefined {
  const fields = [...container.field.get("command").items(), ...container.field.get("args").items()];
  const words = [...(wordsOf(container.field) ?? []), ...argsOf(container)];
  const script = scriptOf(words);
  const at = fields.find(field => field.scalar === script);
  if (script === undefined || at === undefined || BOUNDED.test(script)) return undefined;
  for (const loop of script.matchAll(/\b(?:until|while\s+!)\s/g)) {
    const from = loop.index + loop[0].length;
    const condition = script.slice(from, from + LONGEST_CONDITION).split(/[;\n]|\bdo\b/, 1)[0] ?? "";
    const asked = hostIn(condition, container);
    const service = asked === undefined ? undefined : serviceIn(asked.host);
    if (asked !== undefined && service !== undefined)
      return { ...service, text: asked.text, isLookup: LOOKUPS.has(asked.program), at };
  }
  return undefined;
}

function argsOf(container: Container): string[] {
  return container.field
    .get("args")
    .items()
    .map(word => String(word.scalar ?? ""));
}

function hostIn(condition: string, container: Container): { host: string; program: string; text: string } | undefined {
  const words = condition
    .replace(/["'`]/g, "")
    .split(/\s+/)
    .filter(word => word !== "");
  const at = words.findIndex(word => [LOOKUPS, CALLS, CLIENTS].some(programs => programs.has(programName(word))));
  if (at < 0) return undefined;
  const program = programName(words[at] ?? "");
  const rest = words.slice(at + 1);
  const word = CLIENTS.has(program) ? hostOption(rest) : hostWord(rest, program);
  if (word === undefined) return undefined;
  const host = hostOf(withEnvironment(word, container));
  return { host, program, text: `${program} ${host.replace(/\.\$.*$/, "")}` };
}

/** `-h db`, `-hdb`, `--host=db`, `--host db`. */
function hostOption(words: readonly string[]): string | undefined {
  for (const [index, word] of words.entries()) {
    if (word === "-h" || word === "--host") return words[index + 1];
    const inline = /^(?:--host=|-h=?)(.+)$/.exec(word)?.[1];
    if (inline !== undefined && word !== "--help") return inline;
  }
  return undefined;
}

function hostWord(words: readonly string[], program: string): string | undefined {
  const url = words.find(word => word.includes("://"));
  if (url !== undefined) return url;
  for (const [index, word] of words.entries()) {
    if (/^[|<>&]|^\d*>/.test(word)) return undefined;
    if (/^[-+!\d]/.test(word) || (index > 0 && VALUED.test(words[index - 1] ?? ""))) continue;
    if (program === "getent" && /^(hosts|ahosts\w*)$/.test(word)) continue;
    return word;
  }
  return undefined;
}

/** `$DB_HOST`, `${DB_HOST}`, `$(DB_HOST)` by the container's own environment. */
function withEnvironment(word: string, container: Container): string {
  return word.replace(/\$(?:\{(\w+)\}|\((\w+)\)|(\w+))/g, (text, ...names: (string | undefined)[]) => {
    const name = names.slice(0, 3).find(candidate => candidate !== undefined);
    const entry = container.field
      .get("env")
      .items()
      .find(item => item.get("name").scalar === name);
    return entry?.get("value").string ?? text;
  });
}

function hostOf(word: string): string {
  const authority = word.replace(/^[a-z][a-z0-9+.-]*:\/\//, "").split(/[/?#]/, 1)[0] ?? "";
  return authority.replace(/^[^@]*@/, "").replace(/:\d+$/, "");
}

/** The Service behind a DNS name of the cluster (`name`, `name.ns`, `name.ns.svc…`, and a pod's name before it). */
function serviceIn(host: string): Pick<WaitedService, "name" | "namespace" | "isCertain"> | undefined {
  // The namespace comes from a variable or a file: most likely the pod's own.
  const own = /^([a-z0-9-]+)\.\$[({]?/.exec(host)?.[1];
  if (own !== undefined) return { name: own, namespace: undefined, isCertain: true };
  if (!HOST.test(host) || host === "localhost" || /^[\d.]+$/.test(host)) return undefined;
  const parts = host.replace(/\.$/, "").split(".");
  const [name = "", second, third, fourth] = parts;
  if (second === undefined) return { name, namespace: undefined, isCertain: true };
  if (third === "svc") return { name, namespace: second, isCertain: true };
  if (fourth === "svc") return { name: second, namespace: third, isCertain: true };
  return parts.length === 2 ? { name, namespace: second, isCertain: false } : undefined;
}
