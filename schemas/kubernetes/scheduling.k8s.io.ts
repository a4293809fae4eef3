// Made by schemas/generate.ts; do not edit. The format is described in schemas/README.md.

export const types: Readonly<Record<string, string>> = {
  PriorityClass: "apiVersion:s description:s globalDefault:b kind:s metadata:ObjectMeta preemptionPolicy:s value:i",
};
