// Every fuzzing target.

import { fixes, ignores, manifests, projects } from "./linting.ts";
import { bytes, yaml } from "./reading.ts";
import type { Target } from "./target.ts";
import { baselines, cel, config, flags, reports, scenarios } from "./texts.ts";

export const TARGETS: readonly Target[] = [
  ...[bytes, yaml, manifests, projects, ignores, fixes],
  ...[config, scenarios, cel, baselines, reports, flags],
];
