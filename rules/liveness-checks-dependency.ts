import type { Field } from "../src/field.ts";
import { imageBase, programsOf, wordsOf } from "../src/kubernetes/command.ts";
import type { Container } from "../src/kubernetes/container.ts";
import { defineRule, type Finding, yaml } from "../src/rule.ts";

const DEPENDENCY =
  /(?:^|[/_.?-])(db|database|mysql|mariadb|postgres(?:ql)?|redis|kafka|rabbit(?:mq)?|mongo(?:db)?|dependenc(?:y|ies)|downstream|deep|full)(?=[/_.?=&-]|$)/i;
/** Words for a thorough check, which may or may not look at anything outside. */
const THOROUGH = /^(deep|full)$/i;
/** Clients, and how they are told whom to ask. */
const HOST_FLAGS = new Set(["pg_isready", "psql", "mysql", "mysqladmin", "mariadb", "mariadb-admin", "redis-cli"]);
const URL_CLIENTS = new Set(["curl", "wget"]);
const LOCAL = /^(localhost|127\.|0\.0\.0\.0|\[?::1?\]?$|\/|[$`"'(])/;

export default defineRule({
  id: "liveness-checks-dependency",
  summary: "A liveness probe asks whether something else works",
  why: `A restart repairs the container, not what it depends on. When the database is away, a liveness probe that asks for it fails in every
    replica at once, and all of them are restarted, again and again, until the database is back, with cold caches and lost connections.`,
  severity: "warning",
  severities: { info: "the path only says that the check is a deep one" },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/",
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#when-should-you-use-a-liveness-probe",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                exec: { command: [pg_isready, -h, db] }
                #       ^^^^^^^ liveness asks "db" through pg_isready, not its own container
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
      `,
    },
  ],

  target: "container",
  *check(container) {
    const handler = container.liveness?.handler;
    if (handler === undefined) return;
    const suspect =
      handler.kind === "exec" ? askedByCommand(handler.field, container) : askedByPath(handler.field, container);
    if (suspect === undefined) return;
    yield {
      ...suspect,
      help: "an outage there restarts every replica here, and a restart does not end the outage; readiness is where a dependency may count",
    };
  },
});

function askedByPath(httpGet: Field, container: Container): Finding | undefined {
  const path = httpGet.get("path");
  const word = DEPENDENCY.exec(path.string ?? "")?.[1];
  if (word === undefined || isItself(container, word)) return undefined;
  return {
    at: path,
    message: `liveness asks "${path.string}", which reads as a check of what the container depends on ("${word}")`,
    ...(THOROUGH.test(word) ? { severity: "info", strict: true } : {}),
  };
}

function askedByCommand(exec: Field, container: Container): Finding | undefined {
  const host = askedHost(wordsOf(exec) ?? []);
  if (host === undefined || isItself(container, host.program)) return undefined;
  return {
    at: exec.get("command"),
    message: `liveness asks "${host.name}" through ${host.program}, not its own container`,
  };
}

/** The first host other than the pod that a client among the programs is told to ask. */
function askedHost(words: readonly string[]): { program: string; name: string } | undefined {
  const programs = programsOf(words);
  const text = words.flatMap(word => word.split(/[\s;|&]+/));
  const client = programs.find(program => HOST_FLAGS.has(program));
  if (client !== undefined) {
    const at = text.findIndex(word => word === "-h" || word === "--host");
    const name = (at >= 0 ? text[at + 1] : text.find(word => word.startsWith("--host="))?.slice(7))?.replace(
      /["']/g,
      "",
    );
    if (name !== undefined && name !== "" && !LOCAL.test(name) && !name.includes("$")) return { program: client, name };
  }
  const fetcher = programs.find(program => URL_CLIENTS.has(program));
  if (fetcher === undefined) return undefined;
  const urls = text.map(word => /^["']?https?:\/\/([^/:"'?]+)/.exec(word)?.[1]);
  const name = urls.find(host => host !== undefined && !LOCAL.test(host) && !host.includes("$"));
  return name === undefined ? undefined : { program: fetcher, name };
}

/** Short names by which programs, paths and images call the same thing. */
const FAMILIES: readonly RegExp[] = [
  /mysql|maria/i,
  /postgres|^pg|psql/i,
  /redis|valkey/i,
  /mongo/i,
  /kafka/i,
  /rabbit/i,
];

/** The container is the very thing that is asked for. */
function isItself(container: Container, word: string): boolean {
  const own = [imageBase(container), container.name];
  if (/^(db|database)$/i.test(word))
    return own.some(name => FAMILIES.some(family => family.test(name)) || /db$/.test(name));
  return FAMILIES.some(family => family.test(word) && own.some(name => family.test(name)));
}
