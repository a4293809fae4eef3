// Made by schemas/generate.ts; do not edit. The format is described in schemas/README.md.

export const types: Readonly<Record<string, string>> = {
  FieldSelectorAttributes: "rawSelector:s requirements:[FieldSelectorRequirement",
  FieldSelectorRequirement: "key!:s operator!:s values:[s",
  LabelSelectorAttributes: "rawSelector:s requirements:[LabelSelectorRequirement",
  LocalSubjectAccessReview: "apiVersion:s kind:s metadata:ObjectMeta spec!:SubjectAccessReviewSpec status:SubjectAccessReviewStatus",
  NonResourceAttributes: "path:s verb:s",
  NonResourceRule: "nonResourceURLs:[s verbs!:[s",
  ResourceAttributes: "fieldSelector:FieldSelectorAttributes@31 group:s labelSelector:LabelSelectorAttributes@31 name:s namespace:s resource:s subresource:s verb:s version:s",
  ResourceRule: "apiGroups:[s resourceNames:[s resources:[s verbs!:[s",
  SelfSubjectAccessReview: "apiVersion:s kind:s metadata:ObjectMeta spec!:SelfSubjectAccessReviewSpec status:SubjectAccessReviewStatus",
  SelfSubjectAccessReviewSpec: "nonResourceAttributes:NonResourceAttributes resourceAttributes:ResourceAttributes",
  SelfSubjectRulesReview: "apiVersion:s kind:s metadata:ObjectMeta spec!:SelfSubjectRulesReviewSpec status:SubjectRulesReviewStatus",
  SelfSubjectRulesReviewSpec: "namespace:s",
  SubjectAccessReview: "apiVersion:s kind:s metadata:ObjectMeta spec!:SubjectAccessReviewSpec status:SubjectAccessReviewStatus",
  SubjectAccessReviewSpec: "extra:{[s groups:[s nonResourceAttributes:NonResourceAttributes resourceAttributes:ResourceAttributes uid:s user:s",
  SubjectAccessReviewStatus: "allowed!:b denied:b evaluationError:s reason:s",
  SubjectRulesReviewStatus: "evaluationError:s incomplete!:b nonResourceRules!:[NonResourceRule resourceRules!:[ResourceRule",
};
