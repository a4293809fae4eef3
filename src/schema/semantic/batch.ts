// Job and CronJob (pkg/apis/batch/validation, pkg/registry/batch).

import { validateCronJob } from "./cron-job.ts";
import { validateJob } from "./job.ts";
import { inVersions } from "./served.ts";
import type { Validators } from "./validator.ts";

export const validators: Validators = {
  "batch/Job": inVersions(["v1"], validateJob),
  "batch/CronJob": inVersions(["v1"], validateCronJob),
};
