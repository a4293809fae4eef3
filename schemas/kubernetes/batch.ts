// Made by schemas/generate.ts; do not edit. The format is described in schemas/README.md.

export const types: Readonly<Record<string, string>> = {
  CronJob: "apiVersion:s kind:s metadata:ObjectMeta spec!:CronJobSpec status:CronJobStatus",
  CronJobSpec: "concurrencyPolicy:s failedJobsHistoryLimit:i jobTemplate!:JobTemplateSpec schedule!:s startingDeadlineSeconds:l successfulJobsHistoryLimit:i suspend:b timeZone:s",
  CronJobSpecV1beta1: "concurrencyPolicy:s failedJobsHistoryLimit:i jobTemplate!:JobTemplateSpecV1beta1 schedule!:s startingDeadlineSeconds:l successfulJobsHistoryLimit:i suspend:b timeZone:s",
  CronJobStatus: "active:[ObjectReference lastScheduleTime:t lastSuccessfulTime:t",
  CronJobStatusV1beta1: "active:[ObjectReference lastScheduleTime:t lastSuccessfulTime:t",
  CronJobV1beta1: "apiVersion:s kind:s metadata:ObjectMeta spec:CronJobSpecV1beta1 status:CronJobStatusV1beta1",
  Job: "apiVersion:s kind:s metadata:ObjectMeta spec:JobSpec status:JobStatus",
  JobCondition: "lastProbeTime:t lastTransitionTime:t message:s reason:s status!:s type!:s",
  JobSpec: "activeDeadlineSeconds:l backoffLimit:i backoffLimitPerIndex:i@28 completionMode:s completions:i managedBy:s@30 manualSelector:b maxFailedIndexes:i@28 parallelism:i podFailurePolicy:PodFailurePolicy@25 podReplacementPolicy:s@28 selector:LabelSelector successPolicy:SuccessPolicy@30 suspend:b template!:PodTemplateSpec ttlSecondsAfterFinished:i",
  JobStatus: "active:i completedIndexes:s completionTime:t conditions:[JobCondition failed:i failedIndexes:s@28 ready:i startTime:t succeeded:i terminating:i@28 uncountedTerminatedPods:UncountedTerminatedPods",
  JobTemplateSpec: "metadata:ObjectMeta spec:JobSpec",
  JobTemplateSpecV1beta1: "metadata:ObjectMeta spec:JobSpec",
  PodFailurePolicy: "rules!:[PodFailurePolicyRule",
  PodFailurePolicyOnExitCodesRequirement: "containerName:s operator!:s values!:[i",
  PodFailurePolicyOnPodConditionsPattern: "status:s type!:s",
  PodFailurePolicyRule: "action!:s onExitCodes:PodFailurePolicyOnExitCodesRequirement onPodConditions:[PodFailurePolicyOnPodConditionsPattern",
  SuccessPolicy: "rules!:[SuccessPolicyRule",
  SuccessPolicyRule: "succeededCount:i succeededIndexes:s",
  UncountedTerminatedPods: "failed:[s succeeded:[s",
};
