// Which fixes can be applied together: each whole or not at all, none over another.

import type { Diagnostic, Edit } from "./diagnostic.ts";

export type FileEdit = Edit & { readonly file: string };
type Fix = Diagnostic["fixes"][number];

export interface Chosen {
  readonly edits: ReadonlyMap<string, readonly FileEdit[]>;
  /** How many fixes. */
  readonly count: number;
}

/** The first allowed fix of each diagnostic, in the order of the report; what does not fit beside the others waits for the next pass. */
export function chooseFixes(
  diagnostics: readonly Diagnostic[],
  { unsafe, isOpen }: { unsafe: boolean; isOpen: (file: string) => boolean },
): Chosen {
  const taken = new Map<string, Taken>();
  let count = 0;
  for (const { fixes, suppressed } of diagnostics) {
    if (suppressed !== undefined) continue;
    const fix = fixes.find(({ safety }) => unsafe || safety === "safe");
    if (fix === undefined || !fix.edits.every(({ file }) => isOpen(file))) continue;
    if (!fits(fix, taken)) continue;
    for (const edit of fix.edits) {
      const there = taken.get(edit.file) ?? new Taken();
      taken.set(edit.file, there);
      there.add(edit);
    }
    count++;
  }
  return { edits: new Map([...taken].map(([file, { edits }]) => [file, edits])), count };
}

function fits({ edits }: Fix, taken: ReadonlyMap<string, Taken>): boolean {
  return edits.length > 0 && edits.every(edit => taken.get(edit.file)?.hasRoomFor(edit) !== false);
}

/** Edits of one file, sorted by place. */
class Taken {
  readonly edits: FileEdit[] = [];

  /** Not over another edit; and not where another one inserts, since the order of the two would be a guess. */
  hasRoomFor({ start, end }: Edit): boolean {
    const index = this.indexOf(start);
    const [before, after] = [this.edits[index - 1], this.edits[index]];
    const isApart = (a: Edit, b: { start: number; end: number }) =>
      a.end < b.start || (a.end === b.start && a.end > a.start && b.end > b.start);
    return (
      (before === undefined || isApart(before, { start, end })) &&
      (after === undefined || isApart({ start, end, text: "" }, after))
    );
  }

  add(edit: FileEdit): void {
    // Edits of one fix at one place keep their order.
    let index = this.indexOf(edit.start);
    while (this.edits[index]?.start === edit.start) index++;
    this.edits.splice(index, 0, edit);
  }

  private indexOf(start: number): number {
    let low = 0;
    let high = this.edits.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.edits[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
