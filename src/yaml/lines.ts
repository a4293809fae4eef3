// Offset <-> line and column. Lines end as go-yaml and editors see them: `\n`, `\r\n` or a lone `\r`.

/** The lines of a text; the starts are looked for when first asked. */
export class LineIndex {
  readonly text: string;
  #starts: Uint32Array | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** How many lines there are; a text that ends in a line break has an empty last one. */
  get count(): number {
    return this.starts.length;
  }

  /** 1-based line and column (UTF-16 units) of an offset; offsets outside the text are those of its nearest end. */
  at(offset: number): { line: number; column: number } {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(inside);
    return { line: line + 1, column: inside - (this.starts[line] ?? 0) + 1 };
  }

  /** The offset of a 1-based line and column, kept within that line. */
  offsetOf(line: number, column = 1): number {
    const index = Math.max(0, Math.min(line - 1, this.count - 1));
    const start = this.starts[index] ?? 0;
    return Math.min(start + Math.max(column - 1, 0), this.endOf(index + 1));
  }

  /** Where a 1-based line starts. */
  startOf(line: number): number {
    return this.starts[Math.max(0, Math.min(line - 1, this.count - 1))] ?? 0;
  }

  /** Where a 1-based line ends, its line break left out. */
  endOf(line: number): number {
    let end = line < this.count ? (this.starts[line] ?? this.text.length) : this.text.length;
    const start = this.startOf(line);
    while (end > start && isBreak(this.text.charCodeAt(end - 1))) end--;
    return end;
  }

  /** The text of a 1-based line, without its line break. */
  textOf(line: number): string {
    return this.text.slice(this.startOf(line), this.endOf(line));
  }

  /** The 0-based line of an offset, by bisection. */
  private lineAt(offset: number): number {
    const starts = this.starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private get starts(): Uint32Array {
    this.#starts ??= lineStarts(this.text);
    return this.#starts;
  }
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

function lineStarts(text: string): Uint32Array {
  let starts = new Uint32Array(Math.max(16, text.length >>> 4));
  let count = 1;
  const add = (start: number) => {
    if (count === starts.length) {
      const larger = new Uint32Array(count * 2);
      larger.set(starts);
      starts = larger;
    }
    starts[count++] = start;
  };
  // Lone carriage returns are rare: where there is none at all, only `\n` is looked for, with the engine's own search.
  if (!text.includes("\r")) {
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) add(at + 1);
    return starts.slice(0, count);
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) add(at + 1);
  }
  return starts.slice(0, count);
}
