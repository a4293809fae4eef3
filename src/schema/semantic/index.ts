// The semantic validators by API group, each loaded when an object of its group is first met.

import type { Validators } from "./validator.ts";

const MODULES: Readonly<Record<string, () => Promise<readonly { readonly validators: Validators }[]>>> = {
  "": () => Promise.all([import("./core.ts"), import("./core-workload.ts"), import("./service.ts")]),
  "admissionregistration.k8s.io": () => Promise.all([import("./admissionregistration.ts")]),
  "apiextensions.k8s.io": () => Promise.all([import("./apiextensions.ts")]),
  "apiregistration.k8s.io": () => Promise.all([import("./apiregistration.ts")]),
  apps: () => Promise.all([import("./apps.ts")]),
  autoscaling: () => Promise.all([import("./autoscaling.ts")]),
  batch: () => Promise.all([import("./batch.ts")]),
  "certificates.k8s.io": () => Promise.all([import("./certificates.ts")]),
  "coordination.k8s.io": () => Promise.all([import("./coordination.ts")]),
  "discovery.k8s.io": () => Promise.all([import("./discovery.ts")]),
  "flowcontrol.apiserver.k8s.io": () => Promise.all([import("./flowcontrol.ts")]),
  "networking.k8s.io": () => Promise.all([import("./networking.ts")]),
  "node.k8s.io": () => Promise.all([import("./node.ts")]),
  policy: () => Promise.all([import("./policy.ts")]),
  "rbac.authorization.k8s.io": () => Promise.all([import("./rbac.ts")]),
  "resource.k8s.io": () => Promise.all([import("./resource.ts")]),
  "scheduling.k8s.io": () => Promise.all([import("./scheduling.ts")]),
  "storage.k8s.io": () => Promise.all([import("./storage.ts")]),
};

const loaded = new Map<string, Validators>();

/** Loads the validators of a group; nothing for groups that have none. */
export async function loadValidators(group: string): Promise<void> {
  const load = Object.hasOwn(MODULES, group) ? MODULES[group] : undefined;
  if (load === undefined || loaded.has(group)) return;
  const tables = (await load()).map(module => module.validators);
  loaded.set(group, Object.assign({}, ...tables));
}

/** The validators of a group that has been loaded. */
export function validatorsOf(group: string): Validators | undefined {
  return loaded.get(group);
}
