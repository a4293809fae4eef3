// Validators of the core group, except Service and ReplicationController.

import type { Validators } from "./validator.ts";

export const coreValidators: Validators = {};
