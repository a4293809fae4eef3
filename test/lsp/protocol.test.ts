// The conversation itself: its order, its end, what is not understood, and configurations that are wrong.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { deployment, Repository, service } from "../support/repository.ts";
import { CAPABILITIES, Client, framed, type Message, removeProgram, type Shown, uri } from "./client.ts";

let repository: Repository;
let client: Client;

beforeEach(() => {
  repository = new Repository();
  repository.git("init", "--quiet");
});

afterEach(() => {
  Client.endAll();
  repository.remove();
});

afterAll(removeProgram);

const at = (name: string) => uri(repository.path, name);
const codes = (shown: readonly Shown[]) => shown.map(({ code }) => code);

async function opened(text = deployment("web", "htpp"), capabilities?: object): Promise<void> {
  client = await Client.open([repository.path], capabilities);
  client.openFile(at("web.yaml"), text);
}

describe("the conversation", () => {
  it("begins with what the server can do", async () => {
    client = await Client.start(repository.path, ["--stdio"]);
    const { capabilities, serverInfo } = await client.initialize([repository.path]);
    expect(serverInfo.name).toBe("kprobe-lint");
    expect(capabilities).toMatchObject({
      positionEncoding: "utf-16",
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: ["quickfix", "source.fixAll.kprobe-lint"] },
    });
    expect(capabilities.diagnosticProvider).toBeUndefined();
  });

  it("ends with exit code 0 after shutdown, and nothing was said on standard error", async () => {
    await opened();
    await client.published(at("web.yaml"), 1);
    expect(await client.shutdown()).toBe(0);
    expect(client.stderr).toBe("");
  });

  it("ends with exit code 1 on exit without shutdown, or when the editor is gone", async () => {
    client = await Client.open([repository.path]);
    client.notify("exit", {});
    expect(await client.exited).toBe(1);
    client = await Client.open([repository.path]);
    client.hangUp();
    expect(await client.exited).toBe(1);
  });

  it("ends when nobody reads its answers, without a word", async () => {
    client = await Client.open([repository.path]);
    client.deafen();
    client.openFile(at("web.yaml"), deployment("web", "htpp"));
    expect(await client.exited).toBe(1);
    expect(client.stderr).toBe("");
  });

  it("answers no request before it began or after shutdown", async () => {
    client = await Client.start(repository.path);
    const params = { textDocument: { uri: at("web.yaml") }, position: { line: 0, character: 0 } };
    expect((await client.answer(client.ask("textDocument/hover", params))).error?.code).toBe(-32002);
    await client.initialize([repository.path]);
    await client.request("shutdown");
    expect((await client.answer(client.ask("textDocument/hover", params))).error?.code).toBe(-32600);
  });

  it("answers an unknown request with an error and goes on", async () => {
    await opened();
    expect((await client.answer(client.ask("textDocument/nonsense", {}))).error?.code).toBe(-32601);
    expect((await client.published(at("web.yaml"), 1)).diagnostics).not.toEqual([]);
  });

  it.each([
    ["a body that is no JSON", framed("{ no json")],
    ["a body that is no object", framed("[1, 2]")],
    ["a body that is no message", framed('{"jsonrpc":"2.0"}')],
    ["a header without a length", "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}"],
    ["a length that is no number", "Content-Length: abc\r\n\r\n{}"],
    ["a length that is too small", 'Content-Length: 5\r\n\r\n{"jsonrpc":"2.0","method":"a/b","params":{}}'],
    ["no header at all", "GET / HTTP/1.1\r\nHost: example.com\r\n\r\n"],
    ["parameters of the wrong type", framed('{"jsonrpc":"2.0","method":"textDocument/didChange","params":7}')],
    [
      "a change of a file that is not open",
      framed(
        '{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///nowhere.yaml","version":2},"contentChanges":[{"text":""}]}}',
      ),
    ],
    [
      "a URI that is none",
      framed(
        '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"::","languageId":"yaml","version":1,"text":"kind: ["}}}',
      ),
    ],
  ])("goes on after %s", async (_, malformed) => {
    client = await Client.open([repository.path]);
    client.raw(malformed);
    client.openFile(at("web.yaml"), deployment("web", "htpp"));
    expect(codes((await client.published(at("web.yaml"), 1)).diagnostics)).toContain("probe-named-port-unresolved");
    expect(await client.shutdown()).toBe(0);
  });

  it("takes messages in any pieces, and headers with other lines", async () => {
    client = await Client.open([repository.path]);
    const body = JSON.stringify({
      jsonrpc: "2.0",
      method: "textDocument/didOpen",
      params: {
        textDocument: { uri: at("web.yaml"), languageId: "yaml", version: 1, text: deployment("web", "htpp😀") },
      },
    });
    const message = `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n${framed(body)}`;
    for (const letter of message) client.raw(letter);
    expect(codes((await client.published(at("web.yaml"), 1)).diagnostics)).toContain("probe-named-port-unresolved");
  });

  it("answers a cancelled request with an error", async () => {
    await opened();
    await client.published(at("web.yaml"), 1);
    const params = { textDocument: { uri: at("web.yaml") }, position: { line: 0, character: 0 } };
    const id = 4711;
    const request = framed(JSON.stringify({ jsonrpc: "2.0", id, method: "textDocument/hover", params }));
    client.raw(request + framed(JSON.stringify({ jsonrpc: "2.0", method: "$/cancelRequest", params: { id } })));
    expect((await client.answer(id)).error?.code).toBe(-32800);
  });

  it("is refused at once for flags that are wrong", async () => {
    client = await Client.start(repository.path, ["--kubernetes-version", "1.99"]);
    expect(await client.exited).toBe(2);
    expect(client.stderr).toContain('--kubernetes-version is 1.24 to 1.36, not "1.99"');
    expect(client.received).toEqual([]);
  });
});

describe("an editor that asks for diagnostics itself", () => {
  const pulling = {
    ...CAPABILITIES,
    textDocument: { ...CAPABILITIES.textDocument, diagnostic: { dynamicRegistration: false } },
    workspace: { ...CAPABILITIES.workspace, diagnostics: { refreshSupport: true } },
  };
  const pull = (name: string, previousResultId?: string) =>
    client.request("textDocument/diagnostic", { textDocument: { uri: at(name) }, previousResultId });

  it("gets them as answers, of the text of that moment, and `unchanged` where nothing changed", async () => {
    await opened(deployment("web", "htpp"), pulling);
    const first = await pull("web.yaml");
    expect(first.kind).toBe("full");
    expect(codes(first.items)).toContain("probe-named-port-unresolved");
    expect(await pull("web.yaml", first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
    client.change(at("web.yaml"), 2, { text: deployment("web") });
    const second = await pull("web.yaml", first.resultId);
    expect(codes(second.items)).not.toContain("probe-named-port-unresolved");
    expect(client.history(at("web.yaml"))).toEqual([]);
  });

  it("is told to ask again when a change elsewhere concerns what it has", async () => {
    repository.write("cart.yaml", deployment("carts"));
    client = await Client.open([repository.path], pulling);
    client.openFile(at("service.yaml"), service("cart"));
    client.openFile(at("cart.yaml"), deployment("carts"));
    expect(codes((await pull("service.yaml")).items)).toContain("service-selects-nothing");
    client.change(at("cart.yaml"), 2, { text: deployment("cart") });
    await client.first(({ method }) => method === "workspace/diagnostic/refresh", "the request to ask again");
    expect(codes((await pull("service.yaml")).items)).not.toContain("service-selects-nothing");
  });
});

describe("the configuration", () => {
  const CONFIG = ".kprobe-lint.yaml";

  it("is that of the command line, and its directory the project", async () => {
    repository.write(CONFIG, "rules: { probe-named-port-unresolved: off }\n");
    await opened();
    expect(codes((await client.published(at("web.yaml"), 1)).diagnostics)).not.toContain("probe-named-port-unresolved");
  });

  it("is read again when its file changes", async () => {
    await opened();
    expect(codes((await client.published(at("web.yaml"), 1)).diagnostics)).toContain("probe-named-port-unresolved");
    repository.write(CONFIG, "rules: { probe-named-port-unresolved: info }\n");
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: at(CONFIG), type: 1 }] });
    const { diagnostics } = await client.published(at("web.yaml"), 1);
    expect(diagnostics.find(({ code }) => code === "probe-named-port-unresolved")?.severity).toBe(3);
    rmSync(join(repository.path, CONFIG));
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: at(CONFIG), type: 3 }] });
    const after = await client.published(at("web.yaml"), 1);
    expect(after.diagnostics.find(({ code }) => code === "probe-named-port-unresolved")?.severity).toBe(1);
  });

  it("that is broken is shown as a diagnostic of its file, said once, and forgotten when it is mended", async () => {
    repository.write(CONFIG, "extends: strict\nrulez: { }\n");
    await opened();
    const { diagnostics } = await client.published(at(CONFIG));
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      severity: 1,
      message: 'unknown key "rulez"; did you mean "rules"?',
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } },
    });
    const said = await client.first(({ method }) => method === "window/showMessage", "the message");
    expect(said.params.message).toContain("nothing is checked until it can be read");
    expect(client.history(at("web.yaml")).flatMap(published => published.diagnostics)).toEqual([]);
    repository.write(CONFIG, "extends: strict\n");
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: at(CONFIG), type: 2 }] });
    expect((await client.published(at("web.yaml"), 1)).diagnostics).not.toEqual([]);
    expect((await client.published(at(CONFIG))).diagnostics).toEqual([]);
  });

  it("is judged while it is written, and the settings of before stay in force meanwhile", async () => {
    repository.write(CONFIG, "rules: { probe-named-port-unresolved: info }\n");
    await opened();
    const severity = (found: readonly Shown[]) =>
      found.find(({ code }) => code === "probe-named-port-unresolved")?.severity;
    expect(severity((await client.published(at("web.yaml"), 1)).diagnostics)).toBe(3);
    client.openFile(at(CONFIG), "rules: { probe-named-port-unresolved: info }\n");
    expect((await client.published(at(CONFIG), 1)).diagnostics).toEqual([]);
    client.change(at(CONFIG), 2, { text: "rules: { probe-named-port-unresolvd: info }\n" });
    const { diagnostics } = await client.published(at(CONFIG), 2);
    expect(diagnostics[0]?.message).toContain('did you mean "probe-named-port-unresolved"');
    client.change(at("web.yaml"), 2, { text: `${deployment("web", "htpp")}# more\n` });
    expect(severity((await client.published(at("web.yaml"), 2)).diagnostics)).toBe(3);
    client.change(at(CONFIG), 3, { text: "rules: { probe-named-port-unresolved: warning }\n" });
    expect(severity((await client.published(at("web.yaml"), 2)).diagnostics)).toBe(2);
    const messages = client.received.filter(({ method }: Message) => method === "window/showMessage");
    expect(messages).toEqual([]);
  });

  it("brings the policies of the project, as rules like the others, and says what is wrong with them in its file", async () => {
    const policy = (expression: string) =>
      `policies:\n  - id: no-web\n    severity: warning\n    match: { kinds: [Deployment] }\n    expression: ${expression}\n    message: not this one\n`;
    repository.write(CONFIG, policy('object.metadata.name != "web"'));
    await opened();
    const { diagnostics } = await client.published(at("web.yaml"), 1);
    expect(codes(diagnostics)).toContain("policy/no-web");
    repository.write(CONFIG, policy("object.metadata.name !="));
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: at(CONFIG), type: 2 }] });
    const [flaw] = (await client.published(at(CONFIG))).diagnostics;
    expect(flaw?.code).toBe("policy-invalid");
    expect(flaw?.range.start.line).toBe(4);
  });

  it("named by a flag that holds nothing is a mistake that is told, not the end", async () => {
    repository.write("package.json", "{}\n");
    client = await Client.start(repository.path, ["--config", "package.json"]);
    await client.initialize([repository.path]);
    client.openFile(at("web.yaml"), deployment("web", "htpp"));
    const said = await client.first(({ method }) => method === "window/showMessage", "the message");
    expect(said.params.message).toContain('package.json has no key "kprobe-lint"');
    expect(await client.shutdown()).toBe(0);
  });

  it("leaves out what it excludes", async () => {
    repository.write(CONFIG, "exclude: [web.yaml]\n");
    await opened();
    expect((await client.published(at("web.yaml"), 1)).diagnostics).toEqual([]);
  });
});
