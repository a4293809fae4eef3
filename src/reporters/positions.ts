// Offsets -> lines and columns for formats that ask for them in edits, in UTF-16 units or in bytes of UTF-8.

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A text whose offsets can be asked for their places; line breaks as everywhere: CR LF, LF or CR. */
export class Places {
  private readonly text: string;
  private readonly starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    const starts = [0];
    for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
    this.starts = starts;
  }

  /** Line and column, 1-based, columns in UTF-16 units. */
  at(offset: number): Place {
    const line = this.lineOf(offset);
    return { line: line + 1, column: offset - (this.starts[line] ?? 0) + 1 };
  }

  /** The same with the column counted in bytes of UTF-8. */
  inBytes(offset: number): Place {
    const line = this.lineOf(offset);
    const start = this.starts[line] ?? 0;
    return { line: line + 1, column: new TextEncoder().encode(this.text.slice(start, offset)).length + 1 };
  }

  private lineOf(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Places of many files, each text split once. */
export function placesIn(textOf: (file: string) => string | undefined): (file: string) => Places | undefined {
  const known = new Map<string, Places | undefined>();
  return file => {
    if (!known.has(file)) {
      const text = textOf(file);
      known.set(file, text === undefined ? undefined : new Places(text));
    }
    return known.get(file);
  };
}
