// What an editor offers to do about a diagnostic, applied as an editor applies it.

import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { deployment, Repository, service } from "../support/repository.ts";
import { applied, CAPABILITIES, Client, type Message, type Range, removeProgram, type Shown, uri } from "./client.ts";

let repository: Repository;
let client: Client;

beforeEach(async () => {
  repository = new Repository();
  repository.git("init", "--quiet");
});

afterEach(() => {
  Client.endAll();
  repository.remove();
});

afterAll(removeProgram);

const at = (name: string) => uri(repository.path, name);
const start = async (capabilities?: object) => {
  client = await Client.open([repository.path], capabilities);
};
const codes = (shown: readonly Shown[]) => shown.map(({ code }) => code);

interface Action {
  readonly title: string;
  readonly kind: string;
  readonly isPreferred?: boolean;
  readonly diagnostics?: readonly Shown[];
  readonly edit?: Message["result"];
  readonly data?: unknown;
}

async function shownOf(text: string, code: string): Promise<Shown> {
  client.openFile(at("web.yaml"), text);
  const { diagnostics } = await client.published(at("web.yaml"), 1);
  const found = diagnostics.find(diagnostic => diagnostic.code === code);
  if (found === undefined) throw new Error(`no ${code} among ${codes(diagnostics)}`);
  return found;
}

function actions(diagnostics: readonly Shown[], range: Range, only?: readonly string[]): Promise<Action[]> {
  return client.request("textDocument/codeAction", {
    textDocument: { uri: at("web.yaml") },
    range,
    context: { diagnostics, ...(only && { only }) },
  });
}

/** The edits of the one file that an action changes. */
function editsOf({ edit }: Action) {
  expect(edit.documentChanges).toHaveLength(1);
  return edit.documentChanges[0].edits;
}

describe("quick fixes", () => {
  it("mend what they are for: applied, the document is clean", async () => {
    const text = deployment("web").replace("readinessProbe", "readnessProbe");
    await start();
    const shown = await shownOf(text, "probe-misspelled");
    const [fix] = await actions([shown], shown.range);
    expect(fix).toMatchObject({ kind: "quickfix", isPreferred: true, diagnostics: [{ code: "probe-misspelled" }] });
    expect(fix?.edit.documentChanges[0].textDocument).toEqual({ uri: at("web.yaml"), version: 1 });
    const mended = fix === undefined ? "" : applied(text, editsOf(fix));
    expect(mended).toBe(deployment("web"));
    client.change(at("web.yaml"), 2, { text: mended });
    expect(codes((await client.published(at("web.yaml"), 2)).diagnostics)).not.toContain("probe-misspelled");
  });

  it("say when they are unsafe, and are then not preferred", async () => {
    await start();
    const shown = await shownOf(deployment("web", "htpp"), "probe-named-port-unresolved");
    const [fix] = await actions([shown], shown.range);
    expect(fix?.title).toBe("write port: http (unsafe)");
    expect(fix?.isPreferred).toBeUndefined();
    expect(applied(deployment("web", "htpp"), fix === undefined ? [] : editsOf(fix))).toBe(deployment("web"));
  });

  it("are offered where the cursor is, also without the diagnostics in the request, and nowhere else", async () => {
    await start();
    const { range } = await shownOf(deployment("web", "htpp"), "probe-named-port-unresolved");
    const cursor = { start: range.end, end: range.end };
    expect((await actions([], cursor)).map(({ title }) => title)).toContain("write port: http (unsafe)");
    const top = { line: 0, character: 0 };
    expect(await actions([], { start: top, end: top })).toEqual([]);
    expect(await actions([], cursor, ["refactor"])).toEqual([]);
  });

  it("fit the text of this moment, not of the last diagnostics", async () => {
    const text = deployment("web", "htpp");
    await start();
    const shown = await shownOf(text, "probe-named-port-unresolved");
    const moved = `# a line above\r\n# 😀\r\n${text.replaceAll("\n", "\r\n")}`;
    client.change(at("web.yaml"), 2, { text: moved });
    const below = (place: Range["start"]) => ({ ...place, line: place.line + 2 });
    const [fix] = await actions([], { start: below(shown.range.start), end: below(shown.range.end) });
    expect(fix?.edit.documentChanges[0].textDocument.version).toBe(2);
    expect(applied(moved, fix === undefined ? [] : editsOf(fix))).toBe(moved.replace("htpp", "http"));
  });

  it("are plain changes for an editor that knows no versions of documents", async () => {
    await start({ textDocument: CAPABILITIES.textDocument });
    const shown = await shownOf(deployment("web", "htpp"), "probe-named-port-unresolved");
    const [fix] = await actions([shown], shown.range);
    expect(Object.keys(fix?.edit ?? {})).toEqual(["changes"]);
    expect(applied(deployment("web", "htpp"), fix?.edit.changes[at("web.yaml")])).toBe(deployment("web"));
  });
});

describe("ignore with reason", () => {
  const ignoring = async (text: string, code: string) => {
    const shown = await shownOf(text, code);
    const found = (await actions([shown], shown.range)).find(({ title }) => title === `ignore ${code} with reason`);
    if (found === undefined) throw new Error(`${code} cannot be ignored`);
    return found;
  };

  it.each([
    ["above the line", "probe-named-port-unresolved", deployment("web", "htpp")],
    [
      "with the document's line breaks",
      "probe-named-port-unresolved",
      deployment("web", "htpp").replaceAll("\n", "\r\n"),
    ],
    ["behind the first line", "missing-field", "metadata: { name: web }\napiVersion: v1\nkind: Service\nspec: {}\n"],
  ])("writes the comment %s, and the diagnostic is gone", async (_, code, text) => {
    await start();
    const action = await ignoring(text, code);
    expect(action.kind).toBe("quickfix");
    const ignored = applied(text, editsOf(action));
    expect(ignored).toContain(`# kprobe-lint-ignore ${code} -- reason`);
    if (text.includes("\r\n")) expect(ignored).not.toMatch(/[^\r]\n/);
    client.change(at("web.yaml"), 2, { text: ignored });
    const { diagnostics } = await client.published(at("web.yaml"), 2);
    expect(codes(diagnostics)).not.toContain(code);
    expect(codes(diagnostics)).not.toContain("ignore-unused");
  });

  it("selects the reason in an editor that knows snippets", async () => {
    const workspace = { ...CAPABILITIES.workspace, workspaceEdit: { documentChanges: true, snippetEditSupport: true } };
    await start({ ...CAPABILITIES, workspace });
    const action = await ignoring(deployment("web", "htpp"), "probe-named-port-unresolved");
    const [edit] = editsOf(action);
    expect(edit.snippet.kind).toBe("snippet");
    expect(edit.snippet.value).toMatch(/^ *# kprobe-lint-ignore probe-named-port-unresolved -- \$\{1:reason\}\n$/);
  });

  it("is not offered where there can be no comment", async () => {
    await start();
    const text = `${JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: "web" }, spec: { containers: [{ name: "web", image: "a:1", readnessProbe: {} }] } })}\n`;
    const shown = await shownOf(text, "probe-misspelled");
    const titles = (await actions([shown], shown.range)).map(({ title }) => title);
    expect(titles.filter(title => title.startsWith("ignore"))).toEqual([]);
  });
});

describe("source.fixAll.kprobe-lint", () => {
  const text = [deployment("web"), deployment("cart")].join("---\n").replaceAll("readinessProbe", "readnessProbe");
  const everywhere = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

  it("applies all safe fixes of the document, and no unsafe one", async () => {
    await start();
    const both = `${text}---\n${deployment("other", "htpp")}`;
    await shownOf(both, "probe-misspelled");
    const found = await actions([], everywhere, ["source.fixAll"]);
    expect(found.map(({ kind }) => kind)).toEqual(["source.fixAll.kprobe-lint"]);
    const [fix] = found;
    const edits = fix === undefined ? [] : editsOf(fix);
    expect(edits).toHaveLength(2);
    expect(applied(both, edits)).toBe(both.replaceAll("readnessProbe", "readinessProbe"));
  });

  it("is worked out when it is chosen, where nobody asked for it by name", async () => {
    await start();
    await shownOf(text, "probe-misspelled");
    const action = (await actions([], everywhere)).find(({ kind }) => kind === "source.fixAll.kprobe-lint");
    expect(action?.edit).toBeUndefined();
    const resolved: Action = await client.request("codeAction/resolve", action);
    expect(applied(text, editsOf(resolved))).toBe(text.replaceAll("readnessProbe", "readinessProbe"));
  });

  it("is not offered where nothing is to be mended", async () => {
    await start();
    client.openFile(at("web.yaml"), service("web"));
    await client.published(at("web.yaml"), 1);
    expect(await actions([], everywhere, ["source.fixAll.kprobe-lint"])).toEqual([]);
  });
});

describe("hover", () => {
  const hover = (position: Range["start"]) =>
    client.request("textDocument/hover", { textDocument: { uri: at("web.yaml") }, position });

  it("shows the page of the rule over what it found", async () => {
    await start();
    const { range } = await shownOf(deployment("web", "htpp"), "probe-named-port-unresolved");
    const { contents, range: shown } = await hover(range.start);
    expect(shown).toEqual(range);
    expect(contents.kind).toBe("markdown");
    expect(contents.value).toMatch(/^\*\*\[probe-named-port-unresolved\]\(https:/);
    expect(contents.value).toContain("the pod never becomes Ready");
    expect(await hover({ line: 0, character: 0 })).toBeNull();
  });

  it("is plain text for an editor that reads no Markdown", async () => {
    await start({ textDocument: { hover: { contentFormat: ["plaintext"] } } });
    const { range } = await shownOf(deployment("web", "htpp"), "probe-named-port-unresolved");
    const { contents } = await hover(range.start);
    expect(contents.kind).toBe("plaintext");
    expect(contents.value).not.toContain("**");
  });

  it("shows what the numbers of a probe come to, with the defaults", async () => {
    const text = deployment("web").replace("readinessProbe: {", "livenessProbe: { periodSeconds: 5,");
    await start();
    client.openFile(at("web.yaml"), text);
    await client.published(at("web.yaml"), 1);
    const line = text.split("\n").findIndex(row => row.includes("livenessProbe"));
    const { contents } = await hover({ line, character: (text.split("\n")[line] ?? "").indexOf("livenessProbe") });
    expect(contents.value).toContain('livenessProbe of container "web"');
    expect(contents.value).toContain("| periodSeconds | 5 |");
    expect(contents.value).toContain("| failureThreshold | 3 \\(default\\) |");
    // (3 - 1) x 5, and one period and a second more in the worst phase.
    expect(contents.value).toContain("| refuses connections, killed after | 10 to 16 |");
  });
});
