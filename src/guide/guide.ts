// The guide at the head of rules/README.md: four chapters, for somebody tired whose deployment just failed.

import { probesChapter } from "./probes.ts";
import { rolloutsChapter } from "./rollouts.ts";
import { selectorsChapter } from "./selectors.ts";
import { shutdownChapter } from "./shutdown.ts";

export function guide(): string {
  return [
    "## Guide",
    "",
    "Four chapters, each for itself: [probes](#probes), [shutdown](#shutdown), [rollouts](#rollouts), [selectors](#selectors). The numbers and the drawings are computed by the",
    "code that lints and simulates; `kprobe-lint simulate FILE` draws the same for your manifest, from its best to its worst case.",
    "",
    ...[probesChapter(), shutdownChapter(), rolloutsChapter(), selectorsChapter()],
  ].join("\n");
}
