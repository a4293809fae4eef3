// How long each file is worked on. What is done with the project as a whole - the graph, the rules about a whole scope, what a kustomization
// makes of its bases, policies - counts for no file.

export class FileTime {
  private readonly now: () => number;
  private readonly bound: number;
  private readonly spent = new Map<string, number>();
  private readonly told = new Set<string>();
  private file: string | undefined;
  private begun = 0;
  /** When the time of the file at hand is up. */
  private end = 0;

  /** Without a clock no time passes. */
  constructor(seconds: number, now: () => number = () => 0) {
    this.bound = seconds * 1000;
    this.now = now;
  }

  /** From here on the time is that of a file. */
  on(file: string): void {
    if (this.file === file) return;
    this.off();
    this.file = file;
    this.begun = this.now();
    this.end = this.begun + this.bound - (this.spent.get(file) ?? 0);
  }

  /** From here on the time is no file's. */
  off(): void {
    if (this.file === undefined) return;
    this.spent.set(this.file, (this.spent.get(this.file) ?? 0) + this.now() - this.begun);
    this.file = undefined;
  }

  /** Whether the file at hand has had its time: all that is left to do with it is to be left out. Reads the clock. */
  isUp(): boolean {
    return this.now() >= this.end;
  }

  /** The same, where it is said whenever it is so. */
  isToldUp(): boolean {
    if (!this.isUp()) return false;
    this.isToBeTold();
    return true;
  }

  /** Whether that is still to be said of the file at hand; it is said once, where it came to be. */
  isToBeTold(): boolean {
    if (this.file === undefined || this.told.has(this.file)) return false;
    this.told.add(this.file);
    return true;
  }
}
