// What the schemas do not tell about Go's types: which scalars are pointers, so that their zero is a value, and which structs are not,
// so that they are always there (k8s.io/api types.go).

const POINTERS = new Set(
  `activeDeadlineSeconds allocateLoadBalancerNodePorts allowPrivilegeEscalation allowVolumeExpansion attachRequired
  automountServiceAccountToken averageUtilization backoffLimit backoffLimitPerIndex completions controller blockOwnerDeletion
  defaultMode deletionGracePeriodSeconds enableServiceLinks expirationSeconds externalID failedJobsHistoryLimit fsGroup
  fsGroupPolicy hostUsers immutable ingressClassName internalTrafficPolicy ipFamilyPolicy loadBalancerClass manualSelector
  matchPolicy maxFailedIndexes maxSurge maxUnavailable minDomains minReplicas mode nodePortOptional optional orphanDependents parallelism
  partition podInfoOnMount preemptionPolicy priority privileged procMount progressDeadlineSeconds readOnlyRootFilesystem
  reclaimPolicy replicas revisionHistoryLimit runAsGroup runAsNonRoot runAsUser runtimeClassName selectPolicy service
  setHostnameAsFQDN shareProcessNamespace stabilizationWindowSeconds startingDeadlineSeconds storageClassName
  successfulJobsHistoryLimit suspend targetCPUUtilizationPercentage terminationGracePeriodSeconds timeZone timeoutSecondsPointer
  tolerationSeconds ttlSecondsAfterFinished unhealthyPodEvictionPolicy volumeBindingMode volumeMode appProtocol hostPathType pathType
  endPort recursiveReadOnly mountPropagation nodeTaintsPolicy nodeAffinityPolicy hostProcess runAsUserName trafficDistribution`.split(
    /\s+/,
  ),
);

/** Fields of these names that are pointers in some types and no pointers in others. */
const EXCEPTIONS: ReadonlyMap<string, boolean> = new Map([
  ["GRPCAction.service", true],
  ["ServiceReference.service", false],
  ["HostPathVolumeSource.type", true],
  ["ClientIPConfig.timeoutSeconds", true],
  ["PriorityClass.value", true],
]);

export function isPointer(owner: string, key: string): boolean {
  if (owner.endsWith("Status")) return false;
  return EXCEPTIONS.get(`${owner}.${key}`) ?? POINTERS.has(key);
}

const ALWAYS = new Set(
  `Container.resources EphemeralContainer.resources PodTemplateSpec.metadata PodTemplateSpec.spec DeploymentSpec.strategy
  DeploymentSpec.template DaemonSetSpec.updateStrategy DaemonSetSpec.template StatefulSetSpec.updateStrategy StatefulSetSpec.template
  ReplicaSetSpec.template JobSpec.template CronJobSpec.jobTemplate JobTemplateSpec.metadata JobTemplateSpec.spec
  PersistentVolumeClaimSpec.resources PersistentVolumeClaim.spec PersistentVolumeClaim.status PersistentVolumeClaim.metadata
  PersistentVolumeClaimTemplate.metadata ServiceStatus.loadBalancer Deployment.spec DaemonSet.spec StatefulSet.spec ReplicaSet.spec
  Job.spec CronJob.spec Pod.spec Service.spec Ingress.spec IngressStatus.loadBalancer Namespace.spec PersistentVolume.spec
  NetworkPolicySpec.podSelector NetworkPolicy.spec PodDisruptionBudget.spec HorizontalPodAutoscaler.spec HorizontalPodAutoscalerV2.spec
  ValidatingAdmissionPolicy.spec ResourceQuota.spec LimitRange.spec Node.spec PodTemplate.template`.split(/\s+/),
);

export function isAlwaysThere(owner: string, key: string): boolean {
  return ALWAYS.has(`${owner}.${key}`);
}
