// Made by schemas/generate.ts; do not edit. The format is described in schemas/README.md.

export const types: Readonly<Record<string, string>> = {
  AggregationRule: "clusterRoleSelectors:[LabelSelector",
  ClusterRole: "aggregationRule:AggregationRule apiVersion:s kind:s metadata:ObjectMeta rules:[PolicyRule",
  ClusterRoleBinding: "apiVersion:s kind:s metadata:ObjectMeta roleRef!:RoleRef subjects:[RbacSubject",
  PolicyRule: "apiGroups:[s nonResourceURLs:[s resourceNames:[s resources:[s verbs!:[s",
  RbacSubject: "apiGroup:s kind!:s name!:s namespace:s",
  Role: "apiVersion:s kind:s metadata:ObjectMeta rules:[PolicyRule",
  RoleBinding: "apiVersion:s kind:s metadata:ObjectMeta roleRef!:RoleRef subjects:[RbacSubject",
  RoleRef: "apiGroup:s kind!:s name!:s",
};
