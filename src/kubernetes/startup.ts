import type { Field } from "../field.ts";
import type { Container } from "./container.ts";
import { ANNOTATION } from "./resource.ts";
import type { Workload } from "./workload.ts";

export interface ExpectedStart {
  readonly seconds: number;
  readonly by: "annotation" | "readinessProbe";
  /** For messages: `initialDelaySeconds of the readiness probe`. */
  readonly reason: string;
  readonly field: Field;
}

/** A shorter delay is a habit, not a statement about how long a start takes. */
const MEANINGFUL_DELAY_SECONDS = 15;

/** How long a start takes according to the manifest; undefined when it does not say. */
export function expectedStart(container: Container, workload: Workload): ExpectedStart | undefined {
  const declared = workload.startupSeconds;
  if (declared !== undefined) {
    const inTemplate = workload.template.get("metadata", "annotations", ANNOTATION.startupSeconds);
    const onObject = workload.resource.metadata.get("annotations", ANNOTATION.startupSeconds);
    const field = onObject.exists ? onObject : inTemplate;
    return { seconds: declared, by: "annotation", reason: `annotation ${ANNOTATION.startupSeconds}`, field };
  }
  const delay = container.readiness?.timing?.initialDelaySeconds ?? 0;
  if (container.readiness === undefined || delay < MEANINGFUL_DELAY_SECONDS) return undefined;
  const field = container.readiness.field.get("initialDelaySeconds");
  return { seconds: delay, by: "readinessProbe", reason: "initialDelaySeconds of the readiness probe", field };
}
