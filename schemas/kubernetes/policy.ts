// Made by schemas/generate.ts; do not edit. The format is described in schemas/README.md.

export const types: Readonly<Record<string, string>> = {
  AllowedCSIDriverV1beta1: "name!:s",
  AllowedFlexVolumeV1beta1: "driver!:s",
  AllowedHostPathV1beta1: "pathPrefix:s readOnly:b",
  FSGroupStrategyOptionsV1beta1: "ranges:[IDRangeV1beta1 rule:s",
  HostPortRangeV1beta1: "max!:l min!:l",
  IDRangeV1beta1: "max!:l min!:l",
  PodDisruptionBudget: "apiVersion:s kind:s metadata:ObjectMeta spec:PodDisruptionBudgetSpec status:PodDisruptionBudgetStatus",
  PodDisruptionBudgetSpec: "maxUnavailable:x minAvailable:x selector:LabelSelector unhealthyPodEvictionPolicy:s@26",
  PodDisruptionBudgetSpecV1beta1: "maxUnavailable:x minAvailable:x selector:LabelSelector",
  PodDisruptionBudgetStatus: "conditions:[Condition currentHealthy:i desiredHealthy:i disruptedPods:{t disruptionsAllowed:i expectedPods:i observedGeneration:l",
  PodDisruptionBudgetStatusV1beta1: "conditions:[Condition currentHealthy!:i desiredHealthy!:i disruptedPods:{t disruptionsAllowed!:i expectedPods!:i observedGeneration:l",
  PodDisruptionBudgetV1beta1: "apiVersion:s kind:s metadata:ObjectMeta spec:PodDisruptionBudgetSpecV1beta1 status:PodDisruptionBudgetStatusV1beta1",
  PodSecurityPolicySpecV1beta1: "allowPrivilegeEscalation:b allowedCSIDrivers:[AllowedCSIDriverV1beta1 allowedCapabilities:[s allowedFlexVolumes:[AllowedFlexVolumeV1beta1 allowedHostPaths:[AllowedHostPathV1beta1 allowedProcMountTypes:[s allowedUnsafeSysctls:[s defaultAddCapabilities:[s defaultAllowPrivilegeEscalation:b forbiddenSysctls:[s fsGroup!:FSGroupStrategyOptionsV1beta1 hostIPC:b hostNetwork:b hostPID:b hostPorts:[HostPortRangeV1beta1 privileged:b readOnlyRootFilesystem:b requiredDropCapabilities:[s runAsGroup:RunAsGroupStrategyOptionsV1beta1 runAsUser!:RunAsUserStrategyOptionsV1beta1 runtimeClass:RuntimeClassStrategyOptionsV1beta1 seLinux!:SELinuxStrategyOptionsV1beta1 supplementalGroups!:SupplementalGroupsStrategyOptionsV1beta1 volumes:[s",
  PodSecurityPolicyV1beta1: "apiVersion:s kind:s metadata:ObjectMeta spec:PodSecurityPolicySpecV1beta1",
  RunAsGroupStrategyOptionsV1beta1: "ranges:[IDRangeV1beta1 rule!:s",
  RunAsUserStrategyOptionsV1beta1: "ranges:[IDRangeV1beta1 rule!:s",
  RuntimeClassStrategyOptionsV1beta1: "allowedRuntimeClassNames!:[s defaultRuntimeClassName:s",
  SELinuxStrategyOptionsV1beta1: "rule!:s seLinuxOptions:SELinuxOptions",
  SupplementalGroupsStrategyOptionsV1beta1: "ranges:[IDRangeV1beta1 rule:s",
};
