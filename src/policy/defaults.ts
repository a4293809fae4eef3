// What the API server fills in (pkg/apis/*/v1/defaults.go), by the name of the Go type, or by group and kind for a whole object.
// A function is called once the fields below have their own defaults.

import { policyDefaults } from "./defaults-others.ts";
import { podDefaults } from "./defaults-pod.ts";
import { serviceDefaults } from "./defaults-service.ts";
import { workloadDefaults } from "./defaults-workload.ts";

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** The object as a whole: some types are defaulted differently in it. */
export interface Situation {
  readonly group: string;
  readonly kind: string;
  /** The minor version of Kubernetes. */
  readonly minor: number;
}

export type Fill = (object: JsonObject, situation: Situation) => void;

export const DEFAULTS: ReadonlyMap<string, Fill> = new Map([
  ...podDefaults,
  ...workloadDefaults,
  ...serviceDefaults,
  ...policyDefaults,
]);
