// Programs, shells and waits, name by name.

import { describe, expect, it } from "vitest";
import { execHandlers, imageBase, isShell, programsOf, scriptOf, wordsOf } from "../../src/kubernetes/command.ts";
import { Container } from "../../src/kubernetes/container.ts";
import { delayOf } from "../../src/kubernetes/hook.ts";
import { field } from "../support/field.ts";

const container = (yaml: string) => new Container(field(yaml), "app");

describe("shells", () => {
  it.each(["sh", "bash", "ash", "dash", "zsh", "ksh", "busybox"])("%s runs what follows -c", shell => {
    expect(isShell(shell)).toBe(true);
    expect(scriptOf([`/bin/${shell}`, "-c", "a"])).toBe("a");
  });

  it.each(["cmd", "cmd.exe", "powershell", "powershell.exe", "pwsh", "pwsh.exe"])("%s, but has no -c", shell => {
    expect(isShell(shell)).toBe(true);
    expect(scriptOf([shell, "-c", "a"])).toBeUndefined();
  });

  it("need a flag with c behind their name", () => {
    expect(scriptOf(["sh", "-e", "a"])).toBeUndefined();
    expect(scriptOf(["busybox", "sh", "-c", "a"])).toBe("a");
    expect(scriptOf([])).toBeUndefined();
  });
});

describe("words before the program", () => {
  const words = ["exec", "if", "then", "else", "elif", "while", "until", "do", "!", "time", "nice", "env", "sudo"];
  const more = ["timeout", "su-exec", "gosu", "setpriv", "chroot", "nohup", "command"];

  it.each([...words, ...more])("%s", word => {
    expect(programsOf(["sh", "-c", `${word} curl x`])).toEqual(["curl"]);
  });

  it("numbers, options and variables, too", () => {
    expect(programsOf(["sh", "-c", "timeout -k 1 5s A=b curl x"])).toEqual(["curl"]);
    expect(programsOf(["sh", "-c", " \"/usr/bin/curl\" x; ; 'wget' y"])).toEqual(["curl", "wget"]);
  });
});

describe("the words of a command", () => {
  it.each([
    ["{ command: [a, 1, true] }", ["a", "1", "true"]],
    ["{ command: [] }", undefined],
    ["{}", undefined],
    ["{ command: a }", undefined],
    ["{ command: [a, null] }", undefined],
    ["{ command: [[a], b] }", undefined],
    ["{ command: [{ a: b }] }", undefined],
  ])("%s", (yaml, words) => {
    expect(wordsOf(field(yaml))).toEqual(words);
  });
});

it("exec handlers are those of the probes and hooks that have one", () => {
  const found = execHandlers(
    container(`livenessProbe: { exec: { command: [a] } }
readinessProbe: { tcpSocket: { port: 1 } }
lifecycle: { postStart: { exec: { command: [b] } }, preStop: { sleep: { seconds: 1 } } }
`),
  );
  expect(found.map(({ owner, exec }) => [owner, exec.get("command").items()[0]?.scalar])).toEqual([
    ["livenessProbe", "a"],
    ["postStart", "b"],
  ]);
  expect(
    execHandlers(container("lifecycle: { preStop: { exec: { command: [c] } } }")).map(({ owner }) => owner),
  ).toEqual(["preStop"]);
});

it.each([
  ["docker.io/library/redis:7", "redis"],
  ["redis@sha256:00", "redis"],
  ["registry:5000/team/app", "app"],
  ["registry:5000/app:1@sha256:00", "app"],
  ["", ""],
])("the base of the image %j is %j", (image, base) => {
  expect(imageBase(container(`image: ${JSON.stringify(image)}`))).toBe(base);
});

it("there is no base without an image", () => {
  expect([imageBase(container("name: a")), imageBase(container("image: '${IMAGE}'"))]).toEqual(["", ""]);
});

const hook = (words: readonly string[]) =>
  delayOf(container(`lifecycle: { preStop: { exec: { command: ${JSON.stringify(words)} } } }`), "preStop");
const script = (text: string) => hook(["sh", "-c", text]);

describe("the seconds of a wait", () => {
  it.each([
    [["sleep", "2h"], 7200],
    [["sleep", "1d"], 86_400],
    [["sleep", "5s"], 5],
    [["sleep", ".5"], 0.5],
    [["timeout", "--foreground", "10", "sleep", "5"], 5],
    [["timeout", "-v", "10", "sleep", "60"], 10],
    [["timeout", "5", "busybox", "sleep", "9"], 5],
    [["busybox", "touch", "5"], undefined],
    [["sleep", "5", "x"], undefined],
    [["sleep", "5w"], undefined],
    [["timeout", "x", "sleep", "5"], undefined],
    [["timeout"], undefined],
    [["touch", "5"], undefined],
  ])("%j: %s", (words, seconds) => {
    expect(hook(words)?.seconds).toBe(seconds);
  });

  it.each([
    ["sleep 5; sleep 6", 11],
    ["busybox sleep 5", 5],
    ["sleep 5 && { sleep 6; }", undefined],
    ["(sleep 5)", undefined],
    ["for i in 1 2; do sleep 1; done; sleep 5", undefined],
    ["sleep 5 | cat", undefined],
    ["cat | sleep 5", undefined],
    ["sleep 5 &", undefined],
    ["touch a; touch b", undefined],
    ["sleep '5", undefined],
    ["", undefined],
  ])("of the script %j: %s", (text, seconds) => {
    expect(script(text)?.seconds).toBe(seconds);
  });

  it.each([
    ["sleep 5", true],
    ["sleep 5 || true", true],
    ["sleep 5 || :", true],
    ["sleep 5 || exit 1", false],
    ["true; sleep 5", false],
    ["sleep 5; true", false],
    ["echo a; sleep 5; echo b", true],
    ["exec sleep 5", true],
    ["sleep 5; kill 1", false],
  ])("of the script %j alone: %s", (text, isAlone) => {
    expect(script(text)?.isAlone).toBe(isAlone);
  });

  it("stands alone as a command, with or without a limit", () => {
    expect(hook(["sleep", "5"])?.isAlone).toBe(true);
    expect(hook(["timeout", "9", "sleep", "5"])?.isAlone).toBe(true);
  });

  it("is quoted as it is written", () => {
    expect(hook(["sleep", "1m", "5"])?.text).toBe("sleep 1m 5");
    expect(hook(["timeout", "9", "sleep", "5"])?.text).toBe("timeout 9 sleep 5");
    expect(script("sleep 1; echo; exec sleep 2")?.text).toBe("sleep 1 and sleep 2");
  });

  it("has its place in the script, in the number, or in the command", () => {
    expect(script("sleep 5")?.at.scalar).toBe("sleep 5");
    expect(hook(["sh", "-c", "sleep 5", "sleep 5"])?.at.key).toBe(2);
    expect(hook(["sleep", "5"])?.at.scalar).toBe("5");
  });
});
