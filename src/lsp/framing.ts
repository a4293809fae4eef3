// Messages from a stream of bytes. The library's own reader never finds its way back after a header it cannot read, and all that follows
// is lost; this one skips to the next header that it can.

import type { Readable } from "node:stream";
import { AbstractMessageReader, type DataCallback, type Disposable, type Message } from "vscode-languageserver/node";

const HEADER = /Content-Length: *(\d{1,10})\r\n(?:[^\r\n]*\r\n)*?\r\n/i;
/** Lines of a header that may stand before that one. */
const OTHER_LINES = /^(?:[\w-]+:[^\r\n]*\r\n)*$/;
/** Bytes that are looked through for a header at a time. */
const WINDOW = 65_536;
/** A header with all its lines is shorter; without an end after so many bytes it is none. */
const LONGEST_HEADER = 4096;
/** A message of more bytes is no document that anybody edits. */
const LARGEST = 512 * 1024 * 1024;

export class FramedReader extends AbstractMessageReader {
  private readonly input: Readable;
  private chunks: Buffer[] = [];
  private size = 0;
  /** Bytes of the message whose header was read. */
  private wanted: number | undefined;

  constructor(input: Readable) {
    super();
    this.input = input;
  }

  listen(callback: DataCallback): Disposable {
    const onData = (chunk: Buffer) => this.take(chunk, callback);
    const onEnd = () => this.fireClose();
    const onError = (error: Error) => this.fireError(error);
    this.input.on("data", onData).on("end", onEnd).on("close", onEnd).on("error", onError);
    return {
      dispose: () => void this.input.off("data", onData).off("end", onEnd).off("close", onEnd).off("error", onError),
    };
  }

  private take(chunk: Buffer, callback: DataCallback): void {
    this.chunks.push(chunk);
    this.size += chunk.length;
    while (this.wanted === undefined ? this.readHeader() : this.size >= this.wanted) {
      if (this.wanted !== undefined && this.size >= this.wanted) this.readBody(this.wanted, callback);
    }
  }

  /** Whether a header was there; what stands before one is told and dropped. */
  private readHeader(): boolean {
    if (this.size === 0) return false;
    const text = this.joined().toString("latin1", 0, Math.min(this.size, WINDOW));
    const header = HEADER.exec(text);
    const length = Number(header?.[1]);
    if (header === null || length > LARGEST) {
      const known = header === null ? Math.max(0, startOfHeader(text)) : header.index + header[0].length;
      if (known > 0) this.drop(known, text.slice(0, known));
      return header !== null;
    }
    const before = text.slice(0, header.index);
    if (OTHER_LINES.test(before)) this.advance(header.index);
    else this.drop(header.index, before);
    this.advance(header[0].length);
    this.wanted = length;
    return true;
  }

  private readBody(length: number, callback: DataCallback): void {
    const body = this.joined().subarray(0, length).toString("utf8");
    this.advance(length);
    this.wanted = undefined;
    const message = parsed(body);
    if (message === undefined) this.fireError(new Error(`a message is no JSON object: ${shown(body)}`));
    else callback(message);
  }

  private drop(length: number, text: string): void {
    this.advance(length);
    if (text.trim() !== "") this.fireError(new Error(`no header with a Content-Length stands before ${shown(text)}`));
  }

  private joined(): Buffer {
    const [first = Buffer.alloc(0), ...rest] = this.chunks;
    const bytes = rest.length === 0 ? first : Buffer.concat(this.chunks);
    this.chunks = [bytes];
    return bytes;
  }

  private advance(length: number): void {
    const rest = this.joined().subarray(length);
    this.chunks = rest.length === 0 ? [] : [rest];
    this.size = rest.length;
  }
}

/** Where a header may still be on its way: all before it can go. */
function startOfHeader(text: string): number {
  const last = text.toLowerCase().lastIndexOf("content-length");
  if (last >= 0 && text.length - last <= LONGEST_HEADER) return last;
  return text.length - "content-length".length;
}

function parsed(body: string): Message | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Message) : undefined;
  } catch {
    return undefined;
  }
}

function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
