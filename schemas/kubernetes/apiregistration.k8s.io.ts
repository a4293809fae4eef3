// Made by schemas/generate.ts; do not edit. The format is described in schemas/README.md.

export const types: Readonly<Record<string, string>> = {
  APIService: "apiVersion:s kind:s metadata:ObjectMeta spec:APIServiceSpec status:APIServiceStatus",
  APIServiceCondition: "lastTransitionTime:t message:s reason:s status!:s type!:s",
  APIServiceSpec: "caBundle:y group:s groupPriorityMinimum!:i insecureSkipTLSVerify:b service:ApiregistrationServiceReference version:s versionPriority!:i",
  APIServiceStatus: "conditions:[APIServiceCondition",
  ApiregistrationServiceReference: "name:s namespace:s port:i",
};
