// What the API server makes of the fields that rules speak about most: meaning, default and limits. (pkg/apis/core/v1, pkg/apis/apps/v1:
// defaults.go; pkg/apis/core/validation, pkg/apis/apps/validation)

import { PROBE_DEFAULTS } from "./kubernetes/probe.ts";

export interface FieldFacts {
  /** Where it stands. */
  readonly of: string;
  /** A sentence without its full stop. */
  readonly meaning: string;
  readonly default: string;
  readonly minimum?: string;
  readonly maximum?: string;
  /** `simulate` shows what it does. */
  readonly isTiming?: boolean;
  readonly references: readonly string[];
}

const PROBES =
  "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes";
const TERMINATION = "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination";
const DEPLOYMENT = "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/";
const SERVICE = "https://kubernetes.io/docs/concepts/services-networking/service/";

const PROBE = "livenessProbe, readinessProbe, startupProbe";
const ZERO = "1; a 0 is accepted and stored as the default";

function probeNumber(name: keyof typeof PROBE_DEFAULTS, meaning: string, limits: Partial<FieldFacts>): FieldFacts {
  const references = [PROBES, "pkg/apis/core/v1: SetDefaults_Probe"];
  return {
    of: PROBE,
    meaning,
    default: String(PROBE_DEFAULTS[name]),
    minimum: ZERO,
    maximum: "none",
    ...limits,
    isTiming: true,
    references,
  };
}

export const FIELDS: Readonly<Record<string, FieldFacts>> = {
  initialDelaySeconds: probeNumber(
    "initialDelaySeconds",
    "Seconds from the start of the container during which this probe does not run; they count from the start even where a startupProbe holds the probe back",
    { minimum: "0" },
  ),
  periodSeconds: probeNumber(
    "periodSeconds",
    "Seconds from one attempt to the next, or as long as an attempt takes where that is more",
    {},
  ),
  timeoutSeconds: probeNumber("timeoutSeconds", "Seconds after which an attempt without an answer has failed", {}),
  successThreshold: probeNumber(
    "successThreshold",
    "Successes in a row after which a probe that had failed counts as successful",
    { maximum: "none for a readinessProbe; livenessProbe and startupProbe must have 1" },
  ),
  failureThreshold: probeNumber("failureThreshold", "Failures in a row after which the probe has failed", {}),
  livenessProbe: {
    of: "container",
    meaning: "Asks whether only a restart can help; when it has failed, the kubelet kills the container",
    default: "none: the container counts as alive while its process runs",
    isTiming: true,
    references: [PROBES, "pkg/kubelet/prober: worker.doProbe"],
  },
  readinessProbe: {
    of: "container",
    meaning: "Asks whether the pod wants requests; while it fails, no Service sends any, and a rollout waits",
    default: "none: the container is ready as soon as its process runs",
    isTiming: true,
    references: [PROBES, "pkg/kubelet/prober: manager.UpdatePodStatus"],
  },
  startupProbe: {
    of: "container",
    meaning:
      "Asks whether the application is up; until it succeeds the other probes wait, and when it has failed, the container is killed",
    default: "none: the container has started as soon as its process runs",
    isTiming: true,
    references: [PROBES, "pkg/kubelet/prober: worker.doProbe"],
  },
  terminationGracePeriodSeconds: {
    of: "pod spec; livenessProbe and startupProbe for their own kills",
    meaning: "Seconds from the deletion of the pod, or the decision to kill, to SIGKILL; preStop runs within them",
    default: "30; of a probe: that of the pod",
    minimum: "0 in a pod spec (a negative one counts as 1), 1 in a probe",
    maximum: "none",
    isTiming: true,
    references: [TERMINATION, "pkg/kubelet/kuberuntime: killContainer"],
  },
  preStop: {
    of: "container lifecycle",
    meaning: "Runs before SIGTERM, within the grace period; a plain wait lets Services forget the pod first",
    default: "none: SIGTERM comes at once",
    isTiming: true,
    references: [TERMINATION, "pkg/kubelet/kuberuntime: executePreStopHook"],
  },
  postStart: {
    of: "container lifecycle",
    meaning:
      "Runs beside the container's process as soon as it is started; until it ends the container does not count as running, and when it fails the container is killed",
    default: "none",
    references: ["https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/"],
  },
  replicas: {
    of: "spec of Deployment, StatefulSet, ReplicaSet",
    meaning: "Pods to keep up; an autoscaler that targets the workload writes it itself",
    default: "1",
    minimum: "0",
    maximum: "none",
    references: [`${DEPLOYMENT}#replicas`, "pkg/apis/apps/v1: SetDefaults_Deployment"],
  },
  maxSurge: {
    of: "rollingUpdate of Deployment and DaemonSet",
    meaning: "Pods that a rollout may have beyond those wanted, as a number or a percentage that rounds up",
    default: "25% of a Deployment, 0 of a DaemonSet",
    minimum: "0; not both maxSurge and maxUnavailable 0",
    maximum: "none of a Deployment, 100% of a DaemonSet",
    isTiming: true,
    references: [`${DEPLOYMENT}#max-surge`, "pkg/controller/deployment/util: ResolveFenceposts"],
  },
  maxUnavailable: {
    of: "rollingUpdate of a workload; PodDisruptionBudget",
    meaning:
      "Pods that a rollout, or an eviction, may be short of, as a number or a percentage; it rounds down for a Deployment and up for a DaemonSet and a PodDisruptionBudget",
    default: "25% of a Deployment, 1 of a DaemonSet, none of a PodDisruptionBudget",
    minimum: "0; not both maxSurge and maxUnavailable 0",
    maximum: "100%",
    isTiming: true,
    references: [`${DEPLOYMENT}#max-unavailable`, "pkg/controller/deployment/util: ResolveFenceposts"],
  },
  minReadySeconds: {
    of: "spec of Deployment, StatefulSet, DaemonSet, ReplicaSet",
    meaning: "Seconds for which a new pod has to be Ready before it counts as available and the rollout goes on",
    default: "0",
    minimum: "0",
    maximum: "of a Deployment, less than progressDeadlineSeconds",
    isTiming: true,
    references: [`${DEPLOYMENT}#min-ready-seconds`],
  },
  progressDeadlineSeconds: {
    of: "spec of Deployment",
    meaning: "Seconds without progress after which a rollout is reported as failed; nothing is rolled back",
    default: "600",
    minimum: "more than minReadySeconds",
    maximum: "none",
    isTiming: true,
    references: [`${DEPLOYMENT}#progress-deadline-seconds`],
  },
  revisionHistoryLimit: {
    of: "spec of Deployment, StatefulSet, DaemonSet",
    meaning: "Old revisions that are kept to go back to",
    default: "10",
    minimum: "0",
    maximum: "none",
    references: [`${DEPLOYMENT}#revision-history-limit`],
  },
  partition: {
    of: "rollingUpdate of StatefulSet",
    meaning: "The lowest ordinal that a rollout reaches; pods below it keep the old template",
    default: "0",
    minimum: "0",
    maximum: "none",
    references: ["https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#partitions"],
  },
  paused: {
    of: "spec of Deployment",
    meaning: "Holds every rollout back until it is taken away",
    default: "false",
    references: [`${DEPLOYMENT}#pausing-and-resuming-a-deployment`],
  },
  restartPolicy: {
    of: "pod spec; initContainers for sidecars",
    meaning: "Whether the kubelet starts a container again that has ended",
    default: "Always; a Job has none and needs OnFailure or Never",
    references: ["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy"],
  },
  targetPort: {
    of: "ports of a Service",
    meaning:
      "The port of the pods that the requests go to, as a number or as the name of a container port of the same protocol",
    default: "the same as port",
    minimum: "1",
    maximum: "65535; a name has at most 15 characters",
    references: [`${SERVICE}#field-spec-ports`],
  },
  publishNotReadyAddresses: {
    of: "spec of Service",
    meaning: "Sends requests to pods that are not Ready, too; meant for peers that have to find each other first",
    default: "false",
    references: ["k8s.io/endpointslice: podToEndpoint"],
  },
  externalTrafficPolicy: {
    of: "spec of a Service that is reached from outside",
    meaning: "Local keeps requests on the node they came to, and drops them where no pod runs",
    default: "Cluster",
    references: ["https://kubernetes.io/docs/reference/networking/virtual-ips/#external-traffic-policy"],
  },
};
