// Every rule, one line each, sorted.

import type { AnyRule } from "../src/rule.ts";
import apiInvalid from "./api-invalid.ts";
import barePod from "./bare-pod.ts";
import bluegreenPairDrift from "./bluegreen-pair-drift.ts";
import claimMissing from "./claim-missing.ts";
import configmapKeyMissing from "./configmap-key-missing.ts";
import configmapMissing from "./configmap-missing.ts";
import containerRestartPolicyVersion from "./container-restart-policy-version.ts";
import daemonsetMaxUnavailableHigh from "./daemonset-max-unavailable-high.ts";
import daemonsetOndelete from "./daemonset-ondelete.ts";
import deceptiveCharacters from "./deceptive-characters.ts";
import delayRedundantWithStartup from "./delay-redundant-with-startup.ts";
import deploymentPaused from "./deployment-paused.ts";
import deprecatedApi from "./deprecated-api.ts";
import duplicateObject from "./duplicate-object.ts";
import execCommandNotSplit from "./exec-command-not-split.ts";
import execProbeCost from "./exec-probe-cost.ts";
import execProbeDefaultTimeout from "./exec-probe-default-timeout.ts";
import execProbeEnvExpansion from "./exec-probe-env-expansion.ts";
import execShellSyntaxWithoutShell from "./exec-shell-syntax-without-shell.ts";
import externalIpsDeprecated from "./external-ips-deprecated.ts";
import gracePeriodLong from "./grace-period-long.ts";
import gracePeriodNegative from "./grace-period-negative.ts";
import gracePeriodShort from "./grace-period-short.ts";
import gracePeriodZero from "./grace-period-zero.ts";
import grpcProbeInvalid from "./grpc-probe-invalid.ts";
import hpaMinOneCritical from "./hpa-min-one-critical.ts";
import hpaReplicasConflict from "./hpa-replicas-conflict.ts";
import hpaTargetMissing from "./hpa-target-missing.ts";
import ignoreUnexplained from "./ignore-unexplained.ts";
import ignoreUnused from "./ignore-unused.ts";
import imageTagMutable from "./image-tag-mutable.ts";
import incompleteWorkload from "./incomplete-workload.ts";
import ingressBackendMissing from "./ingress-backend-missing.ts";
import ingressBackendPortMissing from "./ingress-backend-port-missing.ts";
import ingressChainBroken from "./ingress-chain-broken.ts";
import initWaitsForever from "./init-waits-forever.ts";
import invalidName from "./invalid-name.ts";
import invalidType from "./invalid-type.ts";
import invalidValue from "./invalid-value.ts";
import livenessChecksDependency from "./liveness-checks-dependency.ts";
import livenessEqualsReadiness from "./liveness-equals-readiness.ts";
import livenessFailureThresholdOne from "./liveness-failure-threshold-one.ts";
import livenessKillsSlowStart from "./liveness-kills-slow-start.ts";
import livenessProbeMissing from "./liveness-probe-missing.ts";
import livenessRacesReadiness from "./liveness-races-readiness.ts";
import livenessSlowKill from "./liveness-slow-kill.ts";
import livenessTooAggressive from "./liveness-too-aggressive.ts";
import livenessTooSlow from "./liveness-too-slow.ts";
import livenessWithRestartNever from "./liveness-with-restart-never.ts";
import localTrafficPolicyDrain from "./local-traffic-policy-drain.ts";
import minReadySecondsZero from "./min-ready-seconds-zero.ts";
import misplacedField from "./misplaced-field.ts";
import missingField from "./missing-field.ts";
import multiContainerUnprobed from "./multi-container-unprobed.ts";
import networkpolicyBlocksService from "./networkpolicy-blocks-service.ts";
import networkpolicySelectsNothing from "./networkpolicy-selects-nothing.ts";
import noSpread from "./no-spread.ts";
import nodeportConflict from "./nodeport-conflict.ts";
import pdbBlocksAllEvictions from "./pdb-blocks-all-evictions.ts";
import pdbCannotCompute from "./pdb-cannot-compute.ts";
import pdbMissing from "./pdb-missing.ts";
import pdbOverlap from "./pdb-overlap.ts";
import pdbSelectsNothing from "./pdb-selects-nothing.ts";
import pdbUnhealthyPolicy from "./pdb-unhealthy-policy.ts";
import pdbUseless from "./pdb-useless.ts";
import pinnedToNode from "./pinned-to-node.ts";
import policyInvalid from "./policy-invalid.ts";
import poststartBlocks from "./poststart-blocks.ts";
import prestopExceedsGrace from "./prestop-exceeds-grace.ts";
import prestopHookTargetMissing from "./prestop-hook-target-missing.ts";
import prestopLeavesLittleDrain from "./prestop-leaves-little-drain.ts";
import prestopMissing from "./prestop-missing.ts";
import prestopPrefersNativeSleep from "./prestop-prefers-native-sleep.ts";
import prestopSleepUnsupported from "./prestop-sleep-unsupported.ts";
import prestopTooShort from "./prestop-too-short.ts";
import probeAlwaysSucceeds from "./probe-always-succeeds.ts";
import probeDefaultNoise from "./probe-default-noise.ts";
import probeHostSet from "./probe-host-set.ts";
import probeMisspelled from "./probe-misspelled.ts";
import probeNamedPortUnresolved from "./probe-named-port-unresolved.ts";
import probeOnBatch from "./probe-on-batch.ts";
import probeOnEphemeralContainer from "./probe-on-ephemeral-container.ts";
import probeOnInitContainer from "./probe-on-init-container.ts";
import probePathSuspicious from "./probe-path-suspicious.ts";
import probePathSwapped from "./probe-path-swapped.ts";
import probePortNumericString from "./probe-port-numeric-string.ts";
import probePortUndeclared from "./probe-port-undeclared.ts";
import probeSchemeMismatch from "./probe-scheme-mismatch.ts";
import probeStarvedByCpuLimit from "./probe-starved-by-cpu-limit.ts";
import probeTimeoutExceedsPeriod from "./probe-timeout-exceeds-period.ts";
import probeValueInvalid from "./probe-value-invalid.ts";
import probeZeroDefaulted from "./probe-zero-defaulted.ts";
import progressDeadlineTooShort from "./progress-deadline-too-short.ts";
import publishNotReadyTraffic from "./publish-not-ready-traffic.ts";
import readinessFailureThresholdOne from "./readiness-failure-threshold-one.ts";
import readinessGateWithoutController from "./readiness-gate-without-controller.ts";
import readinessInitialDelayLarge from "./readiness-initial-delay-large.ts";
import readinessInitialDelayRounded from "./readiness-initial-delay-rounded.ts";
import readinessProbeMissing from "./readiness-probe-missing.ts";
import readinessProbeMissingUnserved from "./readiness-probe-missing-unserved.ts";
import readinessSuccessThresholdSlow from "./readiness-success-threshold-slow.ts";
import readinessTooSlow from "./readiness-too-slow.ts";
import recreateStrategy from "./recreate-strategy.ts";
import removedApi from "./removed-api.ts";
import replicasZero from "./replicas-zero.ts";
import replicasetDirect from "./replicaset-direct.ts";
import restartPolicyInvalid from "./restart-policy-invalid.ts";
import revisionHistoryZero from "./revision-history-zero.ts";
import rollingWithRwoVolume from "./rolling-with-rwo-volume.ts";
import rolloutFencepost from "./rollout-fencepost.ts";
import rolloutHalvesCapacity from "./rollout-halves-capacity.ts";
import rolloutParamsInvalid from "./rollout-params-invalid.ts";
import rolloutSlow from "./rollout-slow.ts";
import rolloutUnguarded from "./rollout-unguarded.ts";
import rolloutZeroAvailable from "./rollout-zero-available.ts";
import secretKeyMissing from "./secret-key-missing.ts";
import secretMissing from "./secret-missing.ts";
import selectorContainsVersion from "./selector-contains-version.ts";
import selectorOverlap from "./selector-overlap.ts";
import selectorTemplateMismatch from "./selector-template-mismatch.ts";
import selectorUnstableLabel from "./selector-unstable-label.ts";
import serviceAccountMissing from "./service-account-missing.ts";
import serviceEmptySelector from "./service-empty-selector.ts";
import serviceNamespaceMismatch from "./service-namespace-mismatch.ts";
import serviceNoSelector from "./service-no-selector.ts";
import servicePortProtocolMismatch from "./service-port-protocol-mismatch.ts";
import serviceSelectsBarePods from "./service-selects-bare-pods.ts";
import serviceSelectsMultipleWorkloads from "./service-selects-multiple-workloads.ts";
import serviceSelectsNothing from "./service-selects-nothing.ts";
import serviceTargetPortNameMissing from "./service-target-port-name-missing.ts";
import serviceTargetPortUndeclared from "./service-target-port-undeclared.ts";
import serviceVersionPinned from "./service-version-pinned.ts";
import shellSwallowsSigterm from "./shell-swallows-sigterm.ts";
import sidecarAsAppContainer from "./sidecar-as-app-container.ts";
import sidecarStartupGateMissing from "./sidecar-startup-gate-missing.ts";
import singleReplica from "./single-replica.ts";
import singleReplicaNoSurge from "./single-replica-no-surge.ts";
import spreadSelectorMismatch from "./spread-selector-mismatch.ts";
import startupBudgetExceedsProgressDeadline from "./startup-budget-exceeds-progress-deadline.ts";
import startupBudgetTooSmall from "./startup-budget-too-small.ts";
import startupProbeAlone from "./startup-probe-alone.ts";
import startupProbeMissing from "./startup-probe-missing.ts";
import statefulsetMaxUnavailableGated from "./statefulset-max-unavailable-gated.ts";
import statefulsetOndelete from "./statefulset-ondelete.ts";
import statefulsetPartitionBlocks from "./statefulset-partition-blocks.ts";
import statefulsetServiceMissing from "./statefulset-service-missing.ts";
import surgeUnschedulable from "./surge-unschedulable.ts";
import tcpOnlyLiveness from "./tcp-only-liveness.ts";
import tcpReadinessOnHttp from "./tcp-readiness-on-http.ts";
import tolerationInvalid from "./toleration-invalid.ts";
import tolerationWithoutTarget from "./toleration-without-target.ts";
import unknownField from "./unknown-field.ts";
import unrenderedTemplate from "./unrendered-template.ts";
import yamlDuplicateKey from "./yaml-duplicate-key.ts";
import yamlSyntax from "./yaml-syntax.ts";

export const rules: readonly AnyRule[] = [
  apiInvalid,
  barePod,
  bluegreenPairDrift,
  claimMissing,
  configmapKeyMissing,
  configmapMissing,
  containerRestartPolicyVersion,
  daemonsetMaxUnavailableHigh,
  daemonsetOndelete,
  deceptiveCharacters,
  delayRedundantWithStartup,
  deploymentPaused,
  deprecatedApi,
  duplicateObject,
  execCommandNotSplit,
  execProbeCost,
  execProbeDefaultTimeout,
  execProbeEnvExpansion,
  execShellSyntaxWithoutShell,
  externalIpsDeprecated,
  gracePeriodLong,
  gracePeriodNegative,
  gracePeriodShort,
  gracePeriodZero,
  grpcProbeInvalid,
  hpaMinOneCritical,
  hpaReplicasConflict,
  hpaTargetMissing,
  ignoreUnexplained,
  ignoreUnused,
  imageTagMutable,
  incompleteWorkload,
  ingressBackendMissing,
  ingressBackendPortMissing,
  ingressChainBroken,
  initWaitsForever,
  invalidName,
  invalidType,
  invalidValue,
  livenessChecksDependency,
  livenessEqualsReadiness,
  livenessFailureThresholdOne,
  livenessKillsSlowStart,
  livenessProbeMissing,
  livenessRacesReadiness,
  livenessSlowKill,
  livenessTooAggressive,
  livenessTooSlow,
  livenessWithRestartNever,
  localTrafficPolicyDrain,
  minReadySecondsZero,
  misplacedField,
  missingField,
  multiContainerUnprobed,
  networkpolicyBlocksService,
  networkpolicySelectsNothing,
  noSpread,
  nodeportConflict,
  pdbBlocksAllEvictions,
  pdbCannotCompute,
  pdbMissing,
  pdbOverlap,
  pdbSelectsNothing,
  pdbUnhealthyPolicy,
  pdbUseless,
  pinnedToNode,
  policyInvalid,
  poststartBlocks,
  prestopExceedsGrace,
  prestopHookTargetMissing,
  prestopLeavesLittleDrain,
  prestopMissing,
  prestopPrefersNativeSleep,
  prestopSleepUnsupported,
  prestopTooShort,
  probeAlwaysSucceeds,
  probeDefaultNoise,
  probeHostSet,
  probeMisspelled,
  probeNamedPortUnresolved,
  probeOnBatch,
  probeOnEphemeralContainer,
  probeOnInitContainer,
  probePathSuspicious,
  probePathSwapped,
  probePortNumericString,
  probePortUndeclared,
  probeSchemeMismatch,
  probeStarvedByCpuLimit,
  probeTimeoutExceedsPeriod,
  probeValueInvalid,
  probeZeroDefaulted,
  progressDeadlineTooShort,
  publishNotReadyTraffic,
  readinessFailureThresholdOne,
  readinessGateWithoutController,
  readinessInitialDelayLarge,
  readinessInitialDelayRounded,
  readinessProbeMissing,
  readinessProbeMissingUnserved,
  readinessSuccessThresholdSlow,
  readinessTooSlow,
  recreateStrategy,
  removedApi,
  replicasZero,
  replicasetDirect,
  restartPolicyInvalid,
  revisionHistoryZero,
  rollingWithRwoVolume,
  rolloutFencepost,
  rolloutHalvesCapacity,
  rolloutParamsInvalid,
  rolloutSlow,
  rolloutUnguarded,
  rolloutZeroAvailable,
  secretKeyMissing,
  secretMissing,
  selectorContainsVersion,
  selectorOverlap,
  selectorTemplateMismatch,
  selectorUnstableLabel,
  serviceAccountMissing,
  serviceEmptySelector,
  serviceNamespaceMismatch,
  serviceNoSelector,
  servicePortProtocolMismatch,
  serviceSelectsBarePods,
  serviceSelectsMultipleWorkloads,
  serviceSelectsNothing,
  serviceTargetPortNameMissing,
  serviceTargetPortUndeclared,
  serviceVersionPinned,
  shellSwallowsSigterm,
  sidecarAsAppContainer,
  sidecarStartupGateMissing,
  singleReplica,
  singleReplicaNoSurge,
  spreadSelectorMismatch,
  startupBudgetExceedsProgressDeadline,
  startupBudgetTooSmall,
  startupProbeAlone,
  startupProbeMissing,
  statefulsetMaxUnavailableGated,
  statefulsetOndelete,
  statefulsetPartitionBlocks,
  statefulsetServiceMissing,
  surgeUnschedulable,
  tcpOnlyLiveness,
  tcpReadinessOnHttp,
  tolerationInvalid,
  tolerationWithoutTarget,
  unknownField,
  unrenderedTemplate,
  yamlDuplicateKey,
  yamlSyntax,
];
