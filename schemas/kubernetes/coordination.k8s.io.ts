// Made by schemas/generate.ts; do not edit. The format is described in schemas/README.md.

export const types: Readonly<Record<string, string>> = {
  Lease: "apiVersion:s kind:s metadata:ObjectMeta spec:LeaseSpec",
  LeaseSpec: "acquireTime:m holderIdentity:s leaseDurationSeconds:i leaseTransitions:i preferredHolder:s@31 renewTime:m strategy:s@31",
};
