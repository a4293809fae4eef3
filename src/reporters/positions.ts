// Offsets -> lines and columns for formats that ask for them in edits, in UTF-16 units or in bytes of UTF-8.

export interface Place {
  readonly line: number;
  readonly column: number;
}

const STEP = 4096;

/** Bytes of some units; of a surrogate pair the first half counts for both. */
function bytesOf(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (isHigh(unit) && isLow(text.charCodeAt(index + 1))) bytes += 4;
    else if (!(isLow(unit) && isHigh(text.charCodeAt(index - 1)))) bytes += 3;
  }
  return bytes;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** A text whose offsets can be asked for their places; line breaks as everywhere: CR LF, LF or CR. */
export class Places {
  private readonly text: string;
  private readonly starts: readonly number[];
  /** Bytes before unit 0, STEP, 2 * STEP … */
  private readonly sums = [0];

  constructor(text: string) {
    this.text = text;
    const starts = [0];
    for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
    this.starts = starts;
  }

  /** Line and column, 1-based, columns in UTF-16 units. Of an offset outside of the text (a report may lie) those of its nearest end. */
  at(asked: number): Place {
    const offset = this.inside(asked);
    const line = this.lineOf(offset);
    return { line: line + 1, column: offset - (this.starts[line] ?? 0) + 1 };
  }

  /** The same with the column counted in bytes of UTF-8. */
  inBytes(asked: number): Place {
    const offset = this.inside(asked);
    const line = this.lineOf(offset);
    return { line: line + 1, column: this.bytesBefore(offset) - this.bytesBefore(this.starts[line] ?? 0) + 1 };
  }

  /** Bytes of the text up to an offset. Every so many units the sum is kept, so that long lines with many places are counted once. */
  private bytesBefore(offset: number): number {
    for (let unit = (this.sums.length - 1) * STEP; unit + STEP <= this.text.length; unit += STEP)
      this.sums.push((this.sums.at(-1) ?? 0) + bytesOf(this.text, unit, unit + STEP));
    const step = Math.min(Math.floor(offset / STEP), this.sums.length - 1);
    return (this.sums[step] ?? 0) + bytesOf(this.text, step * STEP, offset);
  }

  private inside(offset: number): number {
    return Math.max(0, Math.min(offset, this.text.length));
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
