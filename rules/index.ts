// Every rule, one line each, sorted.

import type { AnyRule } from "../src/rule.ts";
import probeNamedPortUnresolved from "./probe-named-port-unresolved.ts";

export const rules: readonly AnyRule[] = [probeNamedPortUnresolved];
