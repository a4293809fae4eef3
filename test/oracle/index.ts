// Every family of facts that `npm run oracle` and the tests compare us with.

import { cases } from "./cases.ts";
import { corpus } from "./corpus.ts";
import type { Family } from "./family.ts";

export const families: readonly Family[] = [cases, corpus];
