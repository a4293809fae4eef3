import type { Entry } from "./node.ts";

/** The entries of a map while it is read. As in go-yaml, whatever comes later replaces what was there, be it written or merged. */
export class MapBuilder {
  private readonly written = new Map<string, Entry>();
  private merged: Map<string, Entry> | undefined;

  /** The entry already written under this key. */
  explicit(name: string): Entry | undefined {
    return this.written.get(name);
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
