// Every family of facts that `npm run oracle` and the tests compare us with.

import { cases } from "./cases.ts";
import { corpus } from "./corpus.ts";
import { families as customResources } from "./crd.ts";
import { endpoints } from "./endpoints.ts";
import type { Family } from "./family.ts";
import { kustomize, kustomizeCorpus } from "./kustomize.ts";
import { pdb } from "./pdb.ts";
import { policies } from "./policies.ts";
import { families as probes } from "./probes.ts";
import { families as rollouts } from "./rollouts.ts";
import { families as yaml } from "./yaml.ts";

export const families: readonly Family[] = [
  ...yaml,
  cases,
  corpus,
  ...customResources,
  endpoints,
  pdb,
  policies,
  kustomize,
  kustomizeCorpus,
  ...probes,
  ...rollouts,
];
