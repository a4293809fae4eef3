import type { Readable } from "node:stream";
import { AbstractMessageReader, type DataCallback, type Disposable } from "vscode-languageserver/node";
export declare class FramedReader extends AbstractMessageReader {
    private readonly input;
    private chunks;
    private size;
    /** Bytes of the message whose header was read. */
    private wanted;
    constructor(input: Readable);
    listen(callback: DataCallback): Disposable;
    private take;
    /** Whether a header was there; what stands before one is told and dropped. */
    private readHeader;
    private readBody;
    private drop;
    private joined;
    private advance;
}
