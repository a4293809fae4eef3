import type { Entry } from "./node.ts";

/** The entries of a map while it is read. As in go-yaml, whatever comes later replaces what was there, be it written or merged. */
export class MapBuilder {
  private readonly written = new Map<string, Entry>();
  private merged: Map<string, Entry> | undefined;
  private repeated: Set<string> | undefined;

  /** The entry already written under this key, when the key comes for the second time. Once is enough to say so. */
  firstOf(name: string): Entry | undefined {
    const first = this.written.get(name);
    if (first === undefined || this.repeated?.has(name)) return undefined;
    this.repeated ??= new Set();
    this.repeated.add(name);
    return first;
  }

  set(entry: Entry): void {
    const name = String(entry.key.value);
    this.merged?.delete(name);
    // Deleted first, so that the last of two stands in its own place.
    this.written.delete(name);
    this.written.set(name, entry);
  }

  merge(entry: Entry): void {
    const name = String(entry.key.value);
    this.merged ??= new Map();
    this.written.delete(name);
    this.merged.delete(name);
    this.merged.set(name, entry);
  }

  entries(): Entry[] {
    return this.merged === undefined ? [...this.written.values()] : [...this.written.values(), ...this.merged.values()];
  }
}
