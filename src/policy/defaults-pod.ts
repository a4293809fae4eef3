// Pods and their parts (pkg/apis/core/v1/defaults.go, pkg/apis/core/v1/conversion.go).

import type { Fill, JsonObject } from "./defaults.ts";
import { fill, fillZero, mapAt, mapsAt } from "./fill.ts";

const DEFAULT_MODE = 0o644;

/** The tag of an image, as parsers.ParseImageName reads it: a digest counts as a tag of its own. */
function isFloating(image: string): boolean {
  if (image.includes("@")) return false;
  const name = image.slice(image.lastIndexOf("/") + 1);
  const tag = name.includes(":") ? name.slice(name.indexOf(":") + 1) : "latest";
  return tag === "latest" || tag === "";
}

const container: Fill = object => {
  fillZero(object, {
    imagePullPolicy: isFloating(String(object.image ?? "")) ? "Always" : "IfNotPresent",
    terminationMessagePath: "/dev/termination-log",
    terminationMessagePolicy: "File",
  });
};

const probe: Fill = object => {
  fillZero(object, { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 });
};

const podSpec: Fill = object => {
  fillZero(object, { dnsPolicy: "ClusterFirst", restartPolicy: "Always", schedulerName: "default-scheduler" });
  fill(object, { securityContext: {}, terminationGracePeriodSeconds: 30 });
  // Both names of one field are kept alike (Convert_core_PodSpec_To_v1_PodSpec).
  const account = object.serviceAccountName || object.serviceAccount;
  if (account) Object.assign(object, { serviceAccountName: account, serviceAccount: account });
};

/** Only of pods themselves, not of templates (SetDefaults_Pod). */
const pod: Fill = object => {
  const spec = mapAt(object, "spec") ?? {};
  fill(spec, { enableServiceLinks: true });
  const containers = [...mapsAt(spec, "containers"), ...mapsAt(spec, "initContainers")];
  for (const one of containers) {
    requestLimits(mapAt(one, "resources") ?? {});
    if (spec.hostNetwork === true)
      for (const port of mapsAt(one, "ports")) fillZero(port, { hostPort: port.containerPort ?? 0 });
  }
};

function requestLimits(resources: JsonObject): void {
  const limits = mapAt(resources, "limits");
  if (limits === undefined) return;
  resources.requests = { ...limits, ...mapAt(resources, "requests") };
}

const SOURCES_WITH_MODE = [
  "SecretVolumeSource",
  "ConfigMapVolumeSource",
  "DownwardAPIVolumeSource",
  "ProjectedVolumeSource",
];

export const podDefaults: readonly (readonly [string, Fill])[] = [
  ["Container", container],
  ["EphemeralContainer", container],
  ["Probe", probe],
  ["PodSpec", podSpec],
  ["/Pod", pod],
  ["ContainerPort", object => fillZero(object, { protocol: "TCP" })],
  ["HTTPGetAction", object => fillZero(object, { path: "/", scheme: "HTTP" })],
  ["GRPCAction", object => fill(object, { service: "" })],
  ["ObjectFieldSelector", object => fillZero(object, { apiVersion: "v1" })],
  ["ResourceFieldSelector", object => fill(object, { divisor: "0" })],
  ["HostPathVolumeSource", object => fill(object, { type: "" })],
  ["ServiceAccountTokenProjection", object => fill(object, { expirationSeconds: 3600 })],
  ["ISCSIVolumeSource", object => fillZero(object, { iscsiInterface: "default" })],
  ["RBDVolumeSource", object => fillZero(object, { pool: "rbd", user: "admin", keyring: "/etc/ceph/keyring" })],
  [
    "AzureDiskVolumeSource",
    object => fill(object, { cachingMode: "ReadWrite", kind: "Shared", fsType: "ext4", readOnly: false }),
  ],
  ["ScaleIOVolumeSource", object => fillZero(object, { storageMode: "ThinProvisioned", fsType: "xfs" })],
  ...SOURCES_WITH_MODE.map((name): [string, Fill] => [name, object => fill(object, { defaultMode: DEFAULT_MODE })]),
  [
    "Volume",
    object => {
      if (Object.keys(object).every(key => key === "name")) object.emptyDir = {};
    },
  ],
];
