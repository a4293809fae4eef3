// Made by schemas/generate.ts; do not edit. The format is described in schemas/README.md.

export const types: Readonly<Record<string, string>> = {
  Overhead: "podFixed:{q",
  OverheadV1beta1: "podFixed:{q",
  RuntimeClass: "apiVersion:s handler!:s kind:s metadata:ObjectMeta overhead:Overhead scheduling:Scheduling",
  RuntimeClassV1beta1: "apiVersion:s handler!:s kind:s metadata:ObjectMeta overhead:OverheadV1beta1 scheduling:SchedulingV1beta1",
  Scheduling: "nodeSelector:{s tolerations:[Toleration",
  SchedulingV1beta1: "nodeSelector:{s tolerations:[Toleration",
};
