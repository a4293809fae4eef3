// What the cluster does without a field that a misspelt or misplaced key was meant to be.

/** Fields whose loss is told by rule `probe-misspelled`: probes, hooks, and how pods are replaced. */
const LOSSES: Readonly<Record<string, string>> = {
  livenessProbe: "the container has no liveness probe and is never restarted when it hangs",
  readinessProbe: "the container has no readiness probe and gets traffic as soon as it runs",
  startupProbe: "the container has no startup probe, and the liveness probe begins at once",
  initialDelaySeconds: "the probe begins without delay",
  periodSeconds: "the probe runs every 10 s, the default",
  timeoutSeconds: "each attempt has 1 s, the default",
  successThreshold: "one success is enough, the default",
  failureThreshold: "the probe fails after 3 attempts, the default",
  httpGet: "the probe has no HTTP request to make",
  tcpSocket: "the probe has no port to connect to",
  terminationGracePeriodSeconds: "the pod has 30 s to stop, the default",
  lifecycle: "the container has no postStart and no preStop hook",
  preStop: "the container has no preStop hook",
  postStart: "the container has no postStart hook",
  maxSurge: "maxSurge is the default",
  maxUnavailable: "maxUnavailable is the default",
  minReadySeconds: "a pod counts as available as soon as it is ready",
};

/** Types in which such a key is read as a probe, hook or rollout setting. */
const PLACES = new Set([
  "Container",
  "EphemeralContainer",
  "Probe",
  "HTTPGetAction",
  "TCPSocketAction",
  "ExecAction",
  "GRPCAction",
  "Lifecycle",
  "LifecycleHandler",
  "PodSpec",
  "PodTemplateSpec",
  "DeploymentSpec",
  "DeploymentStrategy",
  "RollingUpdateDeployment",
  "DaemonSetSpec",
  "DaemonSetUpdateStrategy",
  "RollingUpdateDaemonSet",
  "StatefulSetSpec",
  "StatefulSetUpdateStrategy",
  "RollingUpdateStatefulSetStrategy",
  "ReplicaSetSpec",
]);

const OTHER_LOSSES: Readonly<Record<string, string>> = {
  replicas: "there is one replica, the default",
  resources: "the container has no requests and no limits",
  nodeSelector: "the pods may run on any node",
  affinity: "the pods may run on any node",
  tolerations: "the pods tolerate no taint",
  env: "the variables are not set",
  envFrom: "the variables are not set",
  volumeMounts: "nothing is mounted",
  volumes: "the volumes are not there",
  command: "the image's own command runs",
  args: "the image's own arguments are used",
  ports: "no port is declared",
  securityContext: "the image's own user and the runtime's defaults apply",
  serviceAccountName: "the pods run as the default service account",
  imagePullPolicy: "the pull policy follows from the tag",
  imagePullSecrets: "private images cannot be pulled",
  selector: "nothing is selected",
  annotations: "the annotations are not set",
  labels: "the labels are not set",
  strategy: "the rollout uses the default strategy",
  updateStrategy: "the rollout uses the default strategy",
  targetPort: "the target port equals the port",
  hostNetwork: "the pods have a network of their own",
};

/** Whether the loss of `field` in a map of this type is a matter of `probe-misspelled`. */
export function isProbeMatter(field: string, type: string): boolean {
  return Object.hasOwn(LOSSES, field) && PLACES.has(type);
}

/** Who refuses the key, who loses it, and what the cluster then does. `field` is what was meant, if that is known. */
export function consequence(field: string | undefined): string {
  const refused = "kubectl refuses it since 1.25; a client with fieldValidation=Ignore loses it silently";
  if (field === undefined) return refused;
  const loss = Object.hasOwn(LOSSES, field)
    ? LOSSES[field]
    : Object.hasOwn(OTHER_LOSSES, field)
      ? OTHER_LOSSES[field]
      : undefined;
  return loss === undefined ? refused : `${refused}: then ${loss}`;
}
