// What is reported by the linter about itself: no rules, since nobody may switch them off, but with a page like every rule.

export interface EnginePage {
  readonly id: string;
  readonly summary: string;
  readonly why: string;
}

export const ENGINE_PAGES: readonly EnginePage[] = [
  {
    id: "input-limit",
    summary: "The input is larger or deeper than the linter takes on, or takes too long",
    why: `Files, documents, nesting, values, aliases and the time for one file are bounded, so that no input keeps a check busy for ever or takes all memory. The message names
      the bound. What lies beyond it was not looked at: silence about that part proves nothing.`,
  },
  {
    id: "internal-error",
    summary: "A rule failed on an object",
    why: `This is a bug in kprobe-lint. The findings of that one rule on that one object are missing, all others are complete, and the run ends
      with exit code 2, so that the gap cannot be mistaken for a pass.`,
  },
];
