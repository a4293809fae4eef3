// What cannot be brought about from outside: a fault in lint, and results that come late. The server runs in this process, with a lint of
// the test's.

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { lint } from "../../src/lint.ts";
import type { Lint } from "../../src/lsp/project.ts";
import { serve } from "../../src/lsp/server.ts";
import { parse } from "../../src/options.ts";
import { deployment, Repository } from "../support/repository.ts";
import { Client, type Message, type Shown, uri } from "./client.ts";

let repository: Repository;

beforeEach(() => {
  repository = new Repository();
  repository.git("init", "--quiet");
});

afterEach(() => {
  Client.endAll();
  repository.remove();
});

const at = (name: string) => uri(repository.path, name);
const codes = (shown: readonly Shown[]) => shown.map(({ code }) => code);
const ASKED = "probe-named-port-unresolved";

async function open(lintWith: Lint): Promise<Client> {
  const quiet = { write: () => {}, isTTY: false, columns: 80 };
  const environment = {
    ...{ argv: ["lsp"], cwd: repository.path, env: {}, stdout: quiet, stderr: quiet },
    ...{ stdin: () => "", now: () => 0 },
  };
  const client = Client.over(streams =>
    serve({ ...streams, args: parse(["lsp"]), environment, rules, lint: lintWith }),
  );
  await client.initialize([repository.path]);
  return client;
}

describe("a fault in lint", () => {
  it("is logged, leaves what is shown as it was, and the server lives on", async () => {
    const client = await open(async input => {
      if (input.sources.some(({ text }) => text.includes("# fault"))) throw new Error("lint fell over");
      return lint(input);
    });
    client.openFile(at("web.yaml"), deployment("web", "htpp"));
    expect(codes((await client.published(at("web.yaml"), 1)).diagnostics)).toContain(ASKED);
    client.change(at("web.yaml"), 2, { text: "# fault\n" });
    const logged = await client.first(({ method }) => method === "window/logMessage", "the log of the fault");
    expect(logged.params.type).toBe(1);
    expect(logged.params.message).toContain("lint fell over");
    expect(await client.request("textDocument/hover", HOVER(at("web.yaml")))).toBeNull();
    expect(client.history(at("web.yaml"))).toHaveLength(1);
    client.change(at("web.yaml"), 3, { text: deployment("web") });
    expect(codes((await client.published(at("web.yaml"), 3)).diagnostics)).not.toContain(ASKED);
    expect(await client.shutdown()).toBe(0);
  });
});

const HOVER = (at: string) => ({ textDocument: { uri: at }, position: { line: 0, character: 0 } });

describe("a result that comes late", () => {
  /** A lint whose n-th run ends when the test says so. */
  function held(): { lintWith: Lint; begun: (run: number) => Promise<void>; end: (run: number) => void } {
    const gates = Array.from({ length: 9 }, () => ({ begun: gate(), end: gate() }));
    let runs = 0;
    const lintWith: Lint = async input => {
      const { begun, end } = gates[runs++] ?? { begun: gate(), end: gate() };
      begun.open();
      await end.opened;
      return lint(input);
    };
    return {
      lintWith,
      begun: run => gates[run]?.begun.opened ?? Promise.resolve(),
      end: run => gates[run]?.end.open(),
    };
  }

  it("is never shown when the text is another one by then", async () => {
    const { lintWith, begun, end } = held();
    const client = await open(lintWith);
    client.openFile(at("web.yaml"), deployment("web", "htpp"));
    await begun(0);
    client.change(at("web.yaml"), 2, { text: deployment("web") });
    // The answer to a request that came behind the change shows that the change was read.
    await client.answer(client.ask("textDocument/nonsense"));
    end(0);
    await begun(1);
    end(1);
    expect(codes((await client.published(at("web.yaml"), 2)).diagnostics)).not.toContain(ASKED);
    expect(client.history(at("web.yaml")).map(({ version }) => version)).toEqual([2]);
  });

  it("is no answer to a request that was cancelled meanwhile", async () => {
    const { lintWith, begun, end } = held();
    const client = await open(lintWith);
    client.openFile(at("web.yaml"), deployment("web", "htpp"));
    const id = client.ask("textDocument/hover", HOVER(at("web.yaml")));
    await begun(0);
    client.notify("$/cancelRequest", { id });
    await client.answer(client.ask("textDocument/nonsense"));
    end(0);
    expect((await client.answer(id)).error?.code).toBe(-32800);
  });

  it("does not keep the server from ending", async () => {
    const { lintWith, begun } = held();
    const client = await open(lintWith);
    client.openFile(at("web.yaml"), deployment("web", "htpp"));
    await begun(0);
    expect(await client.shutdown()).toBe(0);
    const published = client.received.filter(({ method }: Message) => method === "textDocument/publishDiagnostics");
    expect(published).toEqual([]);
  });
});

function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { opened, open };
}
