// An editor in a test: the real command in a process of its own, and raw JSON-RPC with its framing on both pipes. Nothing waits for a
// time; what is waited for comes, or a deadline fails the test.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, type Readable, type Writable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const DEADLINE = 100_000;

export interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface Shown {
  readonly range: Range;
  readonly severity: number;
  readonly code: string;
  readonly source: string;
  readonly message: string;
  readonly tags?: readonly number[];
  readonly codeDescription?: { readonly href: string };
  readonly relatedInformation?: readonly {
    readonly location: { readonly uri: string; readonly range: Range };
    readonly message: string;
  }[];
  readonly data?: unknown;
}

export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Shown[];
}

export interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a server says is looked at field by field.
  readonly params?: any;
  // biome-ignore lint/suspicious/noExplicitAny: the same.
  readonly result?: any;
  readonly error?: { readonly code: number; readonly message: string };
}

interface Waiting {
  readonly accepts: (message: Message) => boolean;
  readonly resolve: (message: Message) => void;
  readonly reject: (error: Error) => void;
}

/** The other side, wherever it runs. */
interface Server {
  readonly input: Writable;
  readonly output: Readable;
  readonly errors?: Readable;
  readonly exited: Promise<number | null>;
  readonly end: () => void;
}

let program: Promise<{ file: string; folder: string }> | undefined;

/** The command, built once for a file of tests. */
export async function programFile(): Promise<string> {
  program ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), "kprobe-lint-"));
    const file = join(folder, "cli.cjs");
    const entry = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));
    await build({
      entryPoints: [entry],
      bundle: true,
      platform: "node",
      format: "cjs",
      outfile: file,
      logLevel: "error",
    });
    return { file, folder };
  })();
  return (await program).file;
}

export async function removeProgram(): Promise<void> {
  if (program !== undefined) rmSync((await program).folder, { recursive: true, force: true });
}

export const uri = (...path: string[]) => pathToFileURL(join(...path)).href;

/** What an editor of today can do, but for asking for diagnostics itself. */
export const CAPABILITIES = {
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [1, 2] },
      dataSupport: true,
      versionSupport: true,
    },
    hover: { contentFormat: ["markdown", "plaintext"] },
    codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } },
  },
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

export class Client {
  static readonly #started = new Set<Client>();
  readonly received: Message[] = [];
  stderr = "";
  readonly exited: Promise<number | null>;
  private readonly server: Server;
  private readonly waiting = new Set<Waiting>();
  private bytes = Buffer.alloc(0);
  private failure: Error | undefined;
  private ids = 0;
  private seen = 0;

  private constructor(server: Server) {
    this.server = server;
    Client.#started.add(this);
    server.output.on("data", (chunk: Buffer) => this.take(chunk));
    server.errors?.on("data", (chunk: Buffer) => {
      this.stderr += chunk.toString();
    });
    server.input.on("error", () => {});
    this.exited = server.exited;
    void this.exited.then(() => this.fail(new Error(`the server is gone; it said: ${this.stderr}`)));
  }

  /** The command in a process of its own. */
  static async start(cwd: string, args: readonly string[] = []): Promise<Client> {
    const env = { PATH: process.env.PATH, HOME: cwd };
    const child = spawn(process.execPath, [await programFile(), "lsp", ...args], { cwd, env });
    return new Client({
      input: child.stdin,
      output: child.stdout,
      errors: child.stderr,
      exited: new Promise(resolve => child.on("close", resolve)),
      end: () => void child.kill("SIGKILL"),
    });
  }

  /** A server in this process, with whatever the test gives it. */
  static over(serve: (streams: { input: Readable; output: Writable }) => Promise<boolean>): Client {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const exited = serve({ input, output }).then(isShutDown => (isShutDown ? 0 : 1));
    return new Client({ input, output, exited, end: () => void input.end() });
  }

  /** Started and initialized on folders. */
  static async open(folders: readonly string[], capabilities: object = CAPABILITIES): Promise<Client> {
    const client = await Client.start(folders[0] ?? tmpdir());
    await client.initialize(folders, capabilities);
    return client;
  }

  async initialize(folders: readonly string[], capabilities: object = CAPABILITIES): Promise<Message["result"]> {
    const result = await this.request("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities,
      workspaceFolders: folders.map(folder => ({ uri: uri(folder), name: folder })),
    });
    this.notify("initialized", {});
    return result;
  }

  raw(text: string): void {
    this.server.input.write(text);
  }

  send(message: object): void {
    this.raw(framed(JSON.stringify({ jsonrpc: "2.0", ...message })));
  }

  notify(method: string, params: object): void {
    this.send({ method, params });
  }

  async request(method: string, params?: object): Promise<Message["result"]> {
    const id = this.ask(method, params);
    const { result, error } = await this.answer(id);
    if (error !== undefined) throw new Error(`${method}: ${error.code} ${error.message}`);
    return result;
  }

  ask(method: string, params?: object): number {
    const id = ++this.ids;
    this.send({ id, method, ...(params === undefined ? {} : { params }) });
    return id;
  }

  answer(id: number): Promise<Message> {
    return this.first(message => message.id === id && message.method === undefined, `the answer to request ${id}`);
  }

  openFile(at: string, text: string, { version = 1, languageId = "yaml" } = {}): void {
    this.notify("textDocument/didOpen", { textDocument: { uri: at, languageId, version, text } });
  }

  change(at: string, version: number, ...contentChanges: { text: string; range?: Range }[]): void {
    this.notify("textDocument/didChange", { textDocument: { uri: at, version }, contentChanges });
  }

  close(at: string): void {
    this.notify("textDocument/didClose", { textDocument: { uri: at } });
  }

  /** The next diagnostics of a file, not counting those that were waited for before; of a version where one is given. */
  async published(at: string, version?: number): Promise<Published> {
    const isWanted = ({ method, params }: Message) =>
      method === "textDocument/publishDiagnostics" &&
      params.uri === at &&
      (version === undefined || params.version === version);
    return (await this.next(isWanted, `diagnostics of ${at} ${version ?? ""}`)).params;
  }

  /** The first message ever that fits. */
  first(accepts: Waiting["accepts"], what: string): Promise<Message> {
    const there = this.received.find(accepts);
    return there === undefined ? this.wait(accepts, what) : Promise.resolve(there);
  }

  /** The first message that fits behind the last one that was got this way. */
  async next(accepts: Waiting["accepts"], what: string): Promise<Message> {
    const there = this.received.slice(this.seen).find(accepts);
    const message = there ?? (await this.wait(accepts, what));
    this.seen = this.received.indexOf(message) + 1;
    return message;
  }

  /** Everything published about a file so far. */
  history(at: string): Published[] {
    return this.received
      .filter(({ method, params }) => method === "textDocument/publishDiagnostics" && params.uri === at)
      .map(({ params }) => params);
  }

  async shutdown(): Promise<number | null> {
    await this.request("shutdown");
    this.notify("exit", {});
    return this.exited;
  }

  /** The pipe ends, as when the editor dies. */
  hangUp(): void {
    this.server.input.end();
  }

  /** Reads nothing any more. */
  deafen(): void {
    this.server.output.destroy();
  }

  /** Ends what a test left over. */
  static endAll(): void {
    for (const { server } of Client.#started) server.end();
    Client.#started.clear();
  }

  private wait(accepts: Waiting["accepts"], what: string): Promise<Message> {
    return new Promise((resolve, reject) => {
      if (this.failure !== undefined) return reject(this.failure);
      const deadline = setTimeout(() => settle(() => reject(new Error(this.report(what)))), DEADLINE);
      const settle = (how: () => void) => {
        clearTimeout(deadline);
        this.waiting.delete(entry);
        how();
      };
      const entry: Waiting = {
        accepts,
        resolve: message => settle(() => resolve(message)),
        reject: error => settle(() => reject(error)),
      };
      this.waiting.add(entry);
    });
  }

  private report(what: string): string {
    const said = this.received.map(message => JSON.stringify(message).slice(0, 300)).join("\n");
    return `${what} did not come; what came:\n${said}\n${this.stderr}`;
  }

  private fail(error: Error): void {
    this.failure ??= error;
    for (const { reject } of [...this.waiting]) reject(error);
  }

  /** Every byte belongs to a message, or the test fails. */
  private take(chunk: Buffer): void {
    this.bytes = Buffer.concat([this.bytes, chunk]);
    for (;;) {
      const end = this.bytes.indexOf("\r\n\r\n");
      if (end < 0) return;
      const header = this.bytes.toString("latin1", 0, end);
      const length = /^Content-Length: (\d+)$/.exec(header)?.[1];
      if (length === undefined) {
        this.fail(new Error(`no message on standard output: ${header}`));
        return;
      }
      const start = end + 4;
      if (this.bytes.length < start + Number(length)) return;
      this.receive(JSON.parse(this.bytes.toString("utf8", start, start + Number(length))));
      this.bytes = this.bytes.subarray(start + Number(length));
    }
  }

  private receive(message: Message): void {
    this.received.push(message);
    // Requests of the server: registrations, and that diagnostics be asked for again.
    if (message.method !== undefined && message.id !== undefined) this.send({ id: message.id, result: null });
    for (const waiting of [...this.waiting]) if (waiting.accepts(message)) waiting.resolve(message);
  }
}

export function framed(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A text with an editor's edits applied: positions in UTF-16 units, lines by any line break. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(match => match.index + match[0].length)];
  const offset = ({ line, character }: Range["start"]) => (starts[line] ?? text.length) + character;
  return [...edits]
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => offset(b.range.start) - offset(a.range.start) || b.index - a.index)
    .reduce(
      (done, { range, newText }) => done.slice(0, offset(range.start)) + newText + done.slice(offset(range.end)),
      text,
    );
}
