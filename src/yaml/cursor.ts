import { isBlank, isBreak, isBreakOrEnd } from "./characters.ts";
import type { Comment } from "./document.ts";

/** A place in a part of a text, that knows its line and column and keeps the comments it passes. */
export class Cursor {
  readonly text: string;
  readonly end: number;
  readonly comments: Comment[] = [];
  at: number;
  /** Counted from the start of the part; only ever compared. */
  line = 0;
  lineStart: number;

  constructor(text: string, from: number, end: number) {
    this.text = text;
    this.end = end;
    this.at = from;
    this.lineStart = from;
  }

  get column(): number {
    return this.at - this.lineStart;
  }

  /** The code of the character at the cursor or `ahead` of it; 0 past the end. */
  code(ahead = 0): number {
    const at = this.at + ahead;
    return at < this.end ? this.text.charCodeAt(at) : 0;
  }

  skipBlanks(): void {
    while (isBlank(this.code())) this.at++;
  }

  /** Passes a comment, if one starts here. */
  skipComment(): void {
    if (this.code() !== 35) return;
    const start = this.at;
    while (!isBreakOrEnd(this.code())) this.at++;
    let before = start - 1;
    while (before >= this.lineStart && isBlank(this.text.charCodeAt(before))) before--;
    const ownLine = before < this.lineStart;
    this.comments.push({ start, end: this.at, text: this.text.slice(start + 1, this.at), ownLine });
  }

  /** Passes a line break and returns what it means in a scalar: LS and PS stay, the others become LF. */
  readBreak(): string {
    const code = this.code();
    if (!isBreak(code)) return "";
    this.at += code === 13 && this.code(1) === 10 ? 2 : 1;
    this.line++;
    this.lineStart = this.at;
    return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : "\n";
  }

  /** A line that starts with `---` or `...` and a blank, which ends every scalar. */
  get isAtMarker(): boolean {
    if (this.at !== this.lineStart) return false;
    const code = this.code();
    if ((code !== 45 && code !== 46) || this.code(1) !== code || this.code(2) !== code) return false;
    const after = this.code(3);
    return isBlank(after) || isBreakOrEnd(after);
  }
}
