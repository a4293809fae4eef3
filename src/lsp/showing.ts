// When diagnostics are worked out and shown: at once where a file was opened or saved, and after a pause while somebody types.

import { MessageType, ShowMessageNotification } from "vscode-languageserver/node";
import { fingerprintOf } from "../digest.ts";
import { type Client, clientOf } from "./client.ts";
import { type Connection, logFault } from "./connection.ts";
import type { UriOf } from "./convert.ts";
import { Publisher, type Shown, shownIn } from "./publish.ts";
import type { Session, View } from "./session.ts";

/** The pause grows with what a run takes, within these milliseconds: small projects answer while one types, large ones leave time for that. */
const SHORTEST_PAUSE = 50;
const LONGEST_PAUSE = 500;

export interface ShowingState {
  readonly session: Session;
  readonly uriOf: UriOf;
  readonly client: () => Client | undefined;
}

export class Showing {
  private readonly connection: Connection;
  private readonly state: ShowingState;
  private readonly now: () => number;
  private readonly publisher: Publisher;
  private timer: NodeJS.Timeout | undefined;
  private isUrgent = false;
  private isStopped = false;
  private pause = SHORTEST_PAUSE;
  /** What was answered to an editor that asks for diagnostics itself, by path. */
  private readonly pulled = new Map<string, string>();
  private seen: { readonly view: View; readonly shown: ReadonlyMap<string, Shown> } | undefined;
  /** Broken configurations that were told of. */
  private readonly told = new Map<string, string>();

  constructor(connection: Connection, state: ShowingState, now: () => number) {
    this.connection = connection;
    this.state = state;
    this.now = now;
    this.publisher = new Publisher(params => unread(connection.sendDiagnostics(params)));
  }

  soon(): void {
    this.isUrgent = true;
    this.schedule(0);
  }

  afterTyping(): void {
    if (!this.isUrgent) this.schedule(this.pause);
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  /** The diagnostics of one open file, with a name for this answer. */
  async pull(path: string): Promise<{ items: Shown["diagnostics"]; resultId: string }> {
    const items = this.shownIn(await this.state.session.current()).get(path)?.diagnostics ?? [];
    const text = JSON.stringify(items);
    this.pulled.set(path, text);
    return { items, resultId: fingerprintOf(text) };
  }

  private schedule(milliseconds: number): void {
    if (this.isStopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.isUrgent = false;
      void this.run();
    }, milliseconds);
  }

  private async run(): Promise<void> {
    const begun = this.now();
    try {
      const view = await this.state.session.current();
      if (this.isStopped) return;
      this.show(view);
    } catch (error) {
      logFault(this.connection, error);
    }
    this.pause = Math.min(Math.max(this.now() - begun, SHORTEST_PAUSE), LONGEST_PAUSE);
  }

  private show(view: View): void {
    const shown = this.shownIn(view);
    const client = this.client();
    if (client.pulls) {
      const open = new Set(view.projects.flatMap(({ buffers }) => buffers.map(({ path }) => path)));
      this.publisher.publish(new Map([...shown].filter(([path]) => !open.has(path))), view);
      this.refresh(shown, open, client);
    } else this.publisher.publish(shown, view);
    this.tellMistakes(view);
  }

  /** Once for a view: an editor with many files open asks as many times. */
  private shownIn(view: View): ReadonlyMap<string, Shown> {
    if (this.seen?.view !== view)
      this.seen = { view, shown: shownIn(view, { client: this.client(), uriOf: this.state.uriOf }) };
    return this.seen.shown;
  }

  /** An editor that asks itself does not know that a change in one file concerns another one. */
  private refresh(shown: ReadonlyMap<string, Shown>, open: ReadonlySet<string>, { refreshes }: Client): void {
    let isStale = false;
    for (const [path, text] of this.pulled) {
      if (!open.has(path)) this.pulled.delete(path);
      else if (JSON.stringify(shown.get(path)?.diagnostics ?? []) !== text) isStale = true;
    }
    // Told once: until the editor asks again there is nothing to compare with.
    if (!isStale || !refreshes) return;
    this.pulled.clear();
    unread(this.connection.languages.diagnostics.refresh());
  }

  /** A broken configuration that is not open may be seen by nobody; so it is said once. */
  private tellMistakes({ mistakes, projects }: View): void {
    for (const path of this.told.keys()) if (!mistakes.has(path)) this.told.delete(path);
    for (const [path, { message }] of mistakes) {
      if (projects.some(({ buffers }) => buffers.some(buffer => buffer.path === path))) continue;
      if (this.told.get(path) === message) continue;
      this.told.set(path, message);
      const isMute = projects.some(({ project }) => project.home.run === undefined);
      const rest = isMute ? "nothing is checked until it can be read" : "the settings of before stay in force";
      const text = `kprobe-lint: ${message.split("\n")[0]}; ${rest}`;
      unread(
        this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message: text }),
      );
    }
  }

  private client(): Client {
    return this.state.client() ?? clientOf({ capabilities: {}, processId: null, rootUri: null });
  }
}

/** What an editor does not take it goes without: when it is gone, the end of its pipes says so. */
function unread(sent: Promise<void>): void {
  sent.catch(() => {});
}
