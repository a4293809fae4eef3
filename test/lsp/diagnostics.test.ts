// Diagnostics in an editor, asked of the real command over its pipes.

import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { deployment, Repository, service } from "../support/repository.ts";
import { Client, removeProgram, type Shown, uri } from "./client.ts";

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
const open = async (capabilities?: object) => {
  client = await Client.open([repository.path], capabilities);
};
/** The text a range covers, by UTF-16 units. */
const slice = (text: string, { range }: Shown) =>
  text.split(/\r\n|\n/)[range.start.line]?.slice(range.start.character, range.end.character);

describe("a file", () => {
  it("shows what is wrong when it is opened, with code, page, severity and both ends", async () => {
    const text = deployment("web", "htpp");
    repository.write("web.yaml", text);
    await open();
    client.openFile(at("web.yaml"), text);
    const { version, diagnostics } = await client.published(at("web.yaml"), 1);
    expect(version).toBe(1);
    const found = diagnostics.find(({ code }) => code === "probe-named-port-unresolved");
    expect(found).toMatchObject({ severity: 1, source: "kprobe-lint" });
    expect(found?.message).toMatch(/^container "web" declares no port named "htpp"; did you mean "http"\?\n/);
    expect(found?.codeDescription?.href).toMatch(/^https:.*#probe-named-port-unresolved$/);
    if (found === undefined) return;
    expect(slice(text, found)).toBe("htpp");
    const [related] = found.relatedInformation ?? [];
    expect(related).toMatchObject({ message: "declared here", location: { uri: at("web.yaml") } });
    expect(text.split("\n")[related?.location.range.start.line ?? -1]).toContain("ports:");
  });

  it("is clean after a change that mends it, and wrong again after another", async () => {
    const text = deployment("web", "htpp");
    await open();
    client.openFile(at("web.yaml"), text);
    const { diagnostics } = await client.published(at("web.yaml"), 1);
    const { range } = diagnostics.find(({ code }) => code === "probe-named-port-unresolved") ?? {};
    expect(range).toBeDefined();
    client.change(at("web.yaml"), 2, { text: "http", ...(range && { range }) });
    expect(codes((await client.published(at("web.yaml"), 2)).diagnostics)).not.toContain("probe-named-port-unresolved");
    client.change(at("web.yaml"), 3, { text });
    expect(codes((await client.published(at("web.yaml"), 3)).diagnostics)).toContain("probe-named-port-unresolved");
  });

  it("is judged by its last text when changes come fast, and never shown by an older one after that", async () => {
    await open();
    client.openFile(at("web.yaml"), deployment("web", "htpp"));
    for (let version = 2; version <= 30; version++)
      client.change(at("web.yaml"), version, { text: deployment("web", version === 30 ? "http" : `htp${version}`) });
    const last = await client.published(at("web.yaml"), 30);
    expect(codes(last.diagnostics)).not.toContain("probe-named-port-unresolved");
    client.change(at("web.yaml"), 31, { text: "kind: [" });
    await client.published(at("web.yaml"), 31);
    const versions = client.history(at("web.yaml")).map(({ version }) => version ?? 0);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    for (const { version, diagnostics } of client.history(at("web.yaml")))
      for (const { message } of diagnostics)
        if (message.includes("declares no port named"))
          expect(message).toContain(version === 1 ? '"htpp"' : `"htp${version}"`);
  });

  it("has ranges in UTF-16 units behind letters beyond the first plane, with any line break", async () => {
    const crlf = `# 😀😀\n${deployment("web", "htpp")}`
      .replace("metadata: { labels", "metadata: { annotations: { a: 😀é }, labels")
      .replace("httpGet: { path: /ready,", 'httpGet: { path: "/😀",')
      .replaceAll("\n", "\r\n");
    await open();
    client.openFile(at("web.yaml"), crlf);
    const { diagnostics } = await client.published(at("web.yaml"), 1);
    const found = diagnostics.find(({ code }) => code === "probe-named-port-unresolved");
    expect(found && slice(crlf, found)).toBe("htpp");
  });

  it("that is no manifest is left in peace, as one that is a template or another tool's", async () => {
    repository.write("chart/Chart.yaml", "apiVersion: v2\nname: chart\nversion: 1.0.0\n");
    await open();
    const silent = {
      "ci.yml": "on: push\njobs:\n  build:\n    steps: [",
      "values.yaml": "replicas: 1\nkind: web\n",
      "chart/Chart.yaml": "apiVersion: v2\nname: chart\n",
      "chart/templates/web.yaml": `${deployment("web", "htpp")}{{ if .Values.x }}\n`,
      "package.json": '{ "name": "web" }',
      "kustomization.yaml": "resources: [web.yaml]\n",
    };
    for (const [name, text] of Object.entries(silent)) client.openFile(at(name), text);
    client.openFile(at("web.yaml"), deployment("web", "htpp"));
    expect((await client.published(at("web.yaml"), 1)).diagnostics).not.toEqual([]);
    for (const name of Object.keys(silent))
      expect(client.history(at(name)).flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });

  it("that is huge is answered for, with all that is in it", async () => {
    const count = 1000;
    const text = Array.from({ length: count }, (_, index) => deployment(`web-${index}`, "htpp")).join("---\n");
    expect(text.length).toBeGreaterThan(390_000);
    await open();
    client.openFile(at("web.yaml"), text);
    const { diagnostics } = await client.published(at("web.yaml"), 1);
    expect(diagnostics.filter(({ code }) => code === "probe-named-port-unresolved")).toHaveLength(count);
    client.change(at("web.yaml"), 2, { text: deployment("web") });
    expect(codes((await client.published(at("web.yaml"), 2)).diagnostics)).not.toContain("probe-named-port-unresolved");
  });

  it("has its tags: what is deprecated, and what is unnecessary", async () => {
    await open();
    client.openFile(
      at("web.yaml"),
      `# kprobe-lint-ignore single-replica -- none is here\n${service("web")}---\napiVersion: v1\nkind: Endpoints\nmetadata: { name: a }\n`,
    );
    const { diagnostics } = await client.published(at("web.yaml"), 1);
    const tagsOf = (wanted: string) => diagnostics.find(({ code }) => code === wanted)?.tags;
    expect(tagsOf("ignore-unused")).toEqual([1]);
    expect(tagsOf("deprecated-api")).toEqual([2]);
  });

  it("closed again has no diagnostics", async () => {
    await open();
    client.openFile(at("web.yaml"), deployment("web", "htpp"));
    expect((await client.published(at("web.yaml"), 1)).diagnostics).not.toEqual([]);
    client.close(at("web.yaml"));
    expect(await client.published(at("web.yaml"))).toEqual({ uri: at("web.yaml"), diagnostics: [] });
  });
});

describe("the project around it", () => {
  it("is what the far ends are looked for in: as it lies on the disk, and as it is being edited", async () => {
    repository.write("cart.yaml", deployment("cart"));
    repository.write("service.yaml", service("cart", "carts"));
    await open();
    client.openFile(at("service.yaml"), service("cart", "carts"));
    const { diagnostics } = await client.published(at("service.yaml"), 1);
    const found = diagnostics.find(({ code }) => code === "service-selects-nothing");
    expect(found?.relatedInformation?.[0]?.location.uri).toBe(at("cart.yaml"));
    client.openFile(at("cart.yaml"), deployment("carts"));
    expect(codes((await client.published(at("cart.yaml"), 1)).diagnostics)).not.toContain("service-selects-nothing");
    expect(codes((await client.published(at("service.yaml"))).diagnostics)).not.toContain("service-selects-nothing");
  });

  it("gets its diagnostics when a change here breaks a file there, also a closed one, and loses them when it is mended", async () => {
    repository.write("web.yaml", deployment("web"));
    repository.write("ingress.yaml", INGRESS);
    repository.write("service.yaml", service("web"));
    await open();
    client.openFile(at("service.yaml"), service("web"));
    await client.published(at("service.yaml"), 1);
    expect(client.history(at("ingress.yaml"))).toEqual([]);
    client.change(at("service.yaml"), 2, { text: service("web").replace("port: 80", "port: 81") });
    const broken = await client.published(at("ingress.yaml"));
    expect(codes(broken.diagnostics)).toContain("ingress-backend-port-missing");
    expect(broken.version).toBeUndefined();
    client.change(at("service.yaml"), 3, { text: service("web") });
    expect((await client.published(at("ingress.yaml"))).diagnostics).toEqual([]);
  });

  it("is read again when files change", async () => {
    repository.write("service.yaml", service("cart"));
    repository.write("cart.yaml", deployment("carts"));
    await open();
    await client.first(({ method }) => method === "client/registerCapability", "the registration of watchers");
    client.openFile(at("service.yaml"), service("cart"));
    expect(codes((await client.published(at("service.yaml"), 1)).diagnostics)).toContain("service-selects-nothing");
    repository.write("cart.yaml", deployment("cart"));
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: at("cart.yaml"), type: 2 }] });
    expect(codes((await client.published(at("service.yaml"), 1)).diagnostics)).not.toContain("service-selects-nothing");
  });

  it("is one for each folder of the editor, also for folders that come and go", async () => {
    const other = new Repository();
    other.git("init", "--quiet");
    try {
      repository.write("cart.yaml", deployment("cart"));
      other.write("cart.yaml", deployment("carts"));
      await open();
      client.notify("workspace/didChangeWorkspaceFolders", {
        event: { added: [{ uri: uri(other.path), name: "other" }], removed: [] },
      });
      client.openFile(at("service.yaml"), service("cart"));
      client.openFile(uri(other.path, "service.yaml"), service("cart"));
      const here = await client.published(at("service.yaml"), 1);
      expect(codes(here.diagnostics)).not.toContain("service-selects-nothing");
      const there =
        client.history(uri(other.path, "service.yaml"))[0] ?? (await client.published(uri(other.path, "service.yaml")));
      expect(codes(there.diagnostics)).toContain("service-selects-nothing");
    } finally {
      other.remove();
    }
  });

  it("is only what lies beside a file where the folder is a home directory", async () => {
    const home = new Repository();
    try {
      home.write("far/cart.yaml", deployment("cart"));
      home.write("cart.yaml", deployment("carts"));
      client = await Client.open([home.path]);
      client.openFile(uri(home.path, "service.yaml"), service("cart"));
      const { diagnostics } = await client.published(uri(home.path, "service.yaml"), 1);
      expect(codes(diagnostics)).toContain("service-selects-nothing");
    } finally {
      home.remove();
    }
  });

  it("is the folder where there is no repository", async () => {
    const folder = new Repository();
    try {
      folder.write("app/a/cart.yaml", deployment("cart"));
      client = await Client.start(folder.path);
      await client.initialize([join(folder.path, "app")]);
      client.openFile(uri(folder.path, "app/service.yaml"), service("cart"));
      const { diagnostics } = await client.published(uri(folder.path, "app/service.yaml"), 1);
      expect(codes(diagnostics)).not.toContain("service-selects-nothing");
    } finally {
      folder.remove();
    }
  });
});

const INGRESS = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec:
  rules:
    - http:
        paths:
          - { path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }
`;
