// How long each file is worked on. What is done with the project as a whole - the graph, the rules about a whole scope, what a kustomization
// makes of its bases, policies - counts for no file.

interface Spent {
  readonly file: string;
  milliseconds: number;
  isTold: boolean;
}

export class FileTime {
  private readonly now: () => number;
  private readonly bound: number;
  private readonly files = new Map<string, Spent>();
  private atHand: Spent | undefined;
  /** Since when the file is at hand. */
  private begun = 0;

  /** Without a clock no time passes. */
  constructor(seconds: number, now: () => number = () => 0) {
    this.bound = seconds * 1000;
    this.now = now;
  }

  /** From here on the time is that of a file. */
  on(file: string): void {
    if (this.atHand?.file === file) return;
    this.off();
    this.atHand = this.files.get(file);
    if (this.atHand !== undefined) return;
    this.atHand = { file, milliseconds: 0, isTold: false };
    this.files.set(file, this.atHand);
  }

  /** From here on the time is no file's. */
  off(): void {
    const now = this.now();
    if (this.atHand !== undefined) this.atHand.milliseconds += now - this.begun;
    this.begun = now;
    this.atHand = undefined;
  }

  /** Whether the file at hand has had its time: all that is left to do with it is to be left out. Reads the clock. */
  isUp(): boolean {
    return this.atHand !== undefined && this.atHand.milliseconds + this.now() - this.begun >= this.bound;
  }

  /** The same, where it is said whenever it is so. */
  isToldUp(): boolean {
    if (!this.isUp()) return false;
    this.isToBeTold();
    return true;
  }

  /** Whether that is still to be said of the file at hand; it is said once, where it came to be. */
  isToBeTold(): boolean {
    if (this.atHand === undefined || this.atHand.isTold) return false;
    this.atHand.isTold = true;
    return true;
  }
}
