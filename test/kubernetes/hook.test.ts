import { describe, expect, it } from "vitest";
import { Field } from "../../src/field.ts";
import { Container } from "../../src/kubernetes/container.ts";
import { delayOf } from "../../src/kubernetes/hook.ts";
import { waitedServiceOf } from "../../src/kubernetes/waiting.ts";
import { readDocumentsWith } from "../../src/yaml/documents.ts";
import { parsePart } from "../../src/yaml/parse.ts";

function container(yaml: string): Container {
  return new Container(new Field(readDocumentsWith(parsePart, yaml)[0]?.root), "app");
}

const delay = (hook: string) => delayOf(container(`lifecycle: { preStop: ${hook} }`), "preStop");
const command = (words: readonly string[]) => delay(JSON.stringify({ exec: { command: words } }));

describe("the wait of a hook", () => {
  it.each([
    [["sleep", "5"], 5],
    [["/bin/sleep", "0.5"], 0.5],
    [["sleep", "1m", "30s"], 90],
    [["busybox", "sleep", "7"], 7],
    [["sh", "-c", "sleep 5; nginx -s quit"], 5],
    [["/bin/bash", "-ec", "sleep 5 && sleep 6"], 11],
    [["sh", "-c", "sleep 5 || true"], 5],
    [["sh", "-c", "exec sleep 5"], 5],
    [["timeout", "10", "sleep", "60"], 10],
    [["timeout", "-s", "KILL", "10", "sleep", "60"], undefined],
    [["sh", "-c", "while pgrep web; do sleep 1; done"], undefined],
    [["sh", "-c", "sleep 60 & wait"], undefined],
    [["sh", "-c", "sleep $SECONDS"], undefined],
    [["sh", "-c", "echo 'sleep 5'"], undefined],
    [["timeout", "10", "drain"], undefined],
    [["sleep"], undefined],
    [["sleep", "infinity"], undefined],
    [[], undefined],
  ] as const)("%j is %s s", (words, seconds) => {
    expect(command(words)?.seconds).toBe(seconds);
  });

  it("of a sleep action is its number", () => {
    expect(delay("{ sleep: { seconds: 15 } }")).toMatchObject({ seconds: 15, form: "sleep action", isAlone: true });
    expect(delay('{ sleep: { seconds: "15" } }')).toBeUndefined();
    expect(delay("{ sleep: { seconds: -1 } }")).toBeUndefined();
  });

  it("stands alone where nothing else is done", () => {
    expect(command(["sh", "-c", "echo draining; sleep 5"])?.isAlone).toBe(true);
    expect(command(["sh", "-c", "sleep 5; nginx -s quit"])?.isAlone).toBe(false);
  });
});

describe("the Service that a script waits for", () => {
  const waited = (script: string, env = "[]") =>
    waitedServiceOf(container(`{ command: [sh, -c, ${JSON.stringify(script)}], env: ${env} }`));

  it.each([
    ["until nslookup db; do sleep 1; done", "db", undefined],
    ["until nslookup db.shop.svc.cluster.local; do sleep 1; done", "db", "shop"],
    ["until nslookup db-0.db.shop.svc; do sleep 1; done", "db", "shop"],
    ["until nslookup db.$(cat /ns).svc.cluster.local; do sleep 1; done", "db", undefined],
    ["while ! nc -zv -w 2 db 5432; do sleep 1; done", "db", undefined],
    ["until curl -s -o /dev/null http://user@db.shop:8080/up?x=1; do sleep 1; done", "db", "shop"],
    ["until wget -q -O - db:8080/up; do :; done", "db", undefined],
    ["until mysqladmin ping --host=db --silent; do sleep 1; done", "db", undefined],
    ["until getent hosts db; do sleep 1; done", "db", undefined],
  ])("%s: %s in %s", (script, name, namespace) => {
    expect(waited(script)).toMatchObject({ name, namespace });
  });

  it.each([
    "until [ -f /ready ]; do sleep 1; done",
    "nslookup db",
    "timeout 60 until nslookup db; do sleep 1; done",
    "until nslookup www.example.com; do sleep 1; done",
    "until nc -z 10.0.0.1 53; do sleep 1; done",
    "until nc -z $HOST 53; do sleep 1; done",
    "until pg_isready; do sleep 1; done",
  ])("%s: none", script => {
    expect(waited(script)).toBeUndefined();
  });

  it("may come from the environment", () => {
    const env = "[{ name: HOST, value: db }]";
    for (const text of ["$HOST", '"$HOST"', "${HOST}", "$(HOST)"])
      expect(waited(`until nc -z ${text} 5432; do sleep 1; done`, env)?.name, text).toBe("db");
  });

  it("is looked for without getting slow", () => {
    const script = `${"until ".repeat(20_000)}nslookup`;
    expect(waited(script)).toBeUndefined();
  });
});
