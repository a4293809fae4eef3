// Made by schemas/generate.ts; do not edit. The format is described in schemas/README.md.

export const types: Readonly<Record<string, string>> = {
  SelfSubjectReview: "apiVersion:s kind:s metadata:ObjectMeta status:SelfSubjectReviewStatus",
  SelfSubjectReviewStatus: "userInfo:UserInfo",
  TokenReview: "apiVersion:s kind:s metadata:ObjectMeta spec!:TokenReviewSpec status:TokenReviewStatus",
  TokenReviewSpec: "audiences:[s token!:s",
  TokenReviewStatus: "audiences:[s authenticated:b error:s user:UserInfo",
  UserInfo: "extra:{[s groups:[s uid:s username:s",
};
