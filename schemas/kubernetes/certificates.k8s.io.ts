// Made by schemas/generate.ts; do not edit. The format is described in schemas/README.md.

export const types: Readonly<Record<string, string>> = {
  CertificateSigningRequest: "apiVersion:s kind:s metadata:ObjectMeta spec!:CertificateSigningRequestSpec status:CertificateSigningRequestStatus",
  CertificateSigningRequestCondition: "lastTransitionTime:t lastUpdateTime:t message:s reason:s status!:s type!:s",
  CertificateSigningRequestSpec: "expirationSeconds:i extra:{[s groups:[s request!:y signerName!:s uid:s usages:[s username:s",
  CertificateSigningRequestStatus: "certificate:y conditions:[CertificateSigningRequestCondition",
};
