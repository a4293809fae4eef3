import { describe, expect, it } from "vitest";
import { briefly, pod, problemsOf } from "./manifest.ts";

/** What the lines say when they stand in the pod's spec, and others in its container. */
function inSpec(spec: string[], container: string[] = []): string[] {
  return problemsOf(pod({ spec, container })).map(briefly);
}

describe("volumes", () => {
  const mount = ["volumeMounts: [{name: v, mountPath: /v}]"];
  const at = "spec.containers[0].volumeMounts[0].name";
  it.each<[volume: string, expected: string[]]>([
    ["", []],
    ["configMap: {name: a}", []],
    ["configMap: {}", [`rejects spec.volumes[0].configMap.name ${at}`]],
    ["configMap: {name: a, defaultMode: 420}", []],
    ["configMap: {name: a, items: [{key: a, path: ..b}]}", [`rejects spec.volumes[0].configMap.items[0].path ${at}`]],
    ["secret: {name: a}", [`rejects spec.volumes[0].secret.secretName ${at}`]],
    [
      "emptyDir: {}, configMap: {name: a}, secret: {secretName: b}",
      [`rejects spec.volumes[0].secret spec.volumes[0].configMap ${at}`],
    ],
    ["emptyDir: {sizeLimit: -1}", [`rejects spec.volumes[0].emptyDir.sizeLimit ${at}`]],
    ["hostPath: {path: /a/../b}", [`rejects spec.volumes[0].hostPath.path ${at}`]],
    ["hostPath: {path: /a, type: directory}", [`rejects spec.volumes[0].hostPath.type ${at}`]],
    ["nfs: {server: s, path: a}", [`rejects spec.volumes[0].nfs.path ${at}`]],
    ["gcePersistentDisk: {}", [`rejects spec.volumes[0].persistentDisk.pdName ${at}`]],
    ["csi: {driver: a_b}", [`rejects spec.volumes[0].csi.driver ${at}`]],
    [
      "downwardAPI: {items: [{path: a, fieldRef: {fieldPath: spec.nodeName}}]}",
      [`rejects spec.volumes[0].downwardAPI.fieldRef.fieldPath ${at}`],
    ],
    [
      "downwardAPI: {items: [{path: a, resourceFieldRef: {resource: limits.cpu}}]}",
      [`rejects spec.volumes[0].downwardAPI.resourceFieldRef.containerName ${at}`],
    ],
    [
      "projected: {sources: [{secret: {name: a}, configMap: {name: b}}]}",
      [`rejects spec.volumes[0].projected.sources[0] ${at}`],
    ],
    [
      "projected: {sources: [{secret: {name: a, items: [{key: k, path: p}]}}, {configMap: {name: a, items: [{key: k, path: p}]}}]}",
      [`rejects spec.volumes[0].projected ${at}`],
    ],
    ["projected: {sources: [{}]}", ['warns volume "v" (Projected)']],
    ["glusterfs: {endpoints: a, path: b}", ["warns spec.volumes[0].glusterfs"]],
    [
      "ephemeral: {volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce]}}}",
      [`rejects spec.volumes[0].ephemeral.volumeClaimTemplate.spec.resources[storage] ${at}`],
    ],
    ["image: {reference: a}", []],
    [
      "iscsi: {targetPortal: a, iqn: b, lun: 256}",
      [`rejects spec.volumes[0].iscsi.iqn ${at}`, "rejects spec.volumes[0].iscsi.lun"],
    ],
    [
      "azureDisk: {diskName: a, diskURI: 'https://b', kind: Managed}",
      [`rejects spec.volumes[0].azureDisk.diskURI ${at}`],
    ],
  ])("{name: v, %s}", (volume, expected) => {
    expect(inSpec([`volumes: [{name: v${volume === "" ? "" : `, ${volume}`}}]`], mount)).toEqual(expected);
  });

  it.each<[mount: string, expected: string[]]>([
    ["{name: v, mountPath: /a}, {name: v, mountPath: /a}", ["rejects spec.containers[0].volumeMounts[1].mountPath"]],
    ["{name: w, mountPath: /a}", ["rejects spec.containers[0].volumeMounts[0].name"]],
    ["{name: v}", ["rejects spec.containers[0].volumeMounts[0].mountPath"]],
    ["{name: v, mountPath: /a, subPath: ../b}", ["rejects spec.containers[0].volumeMounts.subPath"]],
    [
      "{name: v, mountPath: /a, mountPropagation: Bidirectional}",
      ["rejects spec.containers[0].volumeMounts.mountPropagation"],
    ],
    [
      "{name: v, mountPath: /a, recursiveReadOnly: Enabled}",
      ["rejects spec.containers[0].volumeMounts.recursiveReadOnly"],
    ],
    ["{name: v, mountPath: /a, readOnly: true, recursiveReadOnly: Enabled}", []],
  ])("a mount %s", (given, expected) => {
    expect(inSpec(["volumes: [{name: v}]"], [`volumeMounts: [${given}]`])).toEqual(expected);
  });

  it("wants a claim for a block device", () => {
    const device = ["volumeDevices: [{name: v, devicePath: /dev/a}]"];
    expect(inSpec(["volumes: [{name: v, persistentVolumeClaim: {claimName: a}}]"], device)).toEqual([]);
    expect(inSpec(["volumes: [{name: v}]"], device)).toEqual(["rejects spec.containers[0].volumeDevices[0].name"]);
  });

  it("does not miss a volume whose name a template fills in", () => {
    expect(inSpec(['volumes: [{name: "${VOLUME}"}]'], ["volumeMounts: [{name: v, mountPath: /a}]"])).toEqual([]);
  });

  it("offers the nearest volume", () => {
    const [problem] = problemsOf(
      pod({ spec: ["volumes: [{name: config}]"], container: ["volumeMounts: [{name: Config, mountPath: /a}]"] }),
    );
    expect(problem?.message).toContain(
      'volume "Config" not found: the pod\'s volumes are "config"; did you mean "config"?',
    );
  });
});

describe("pod fields", () => {
  it.each<[line: string, expected: string[]]>([
    ["restartPolicy: never", ["rejects spec.restartPolicy"]],
    ["restartPolicy: ''", []],
    ["dnsPolicy: clusterFirst", ["rejects spec.dnsPolicy"]],
    ["dnsPolicy: None", ["rejects spec.dnsConfig"]],
    ["dnsConfig: {nameservers: [a]}", ["rejects spec.dnsConfig.nameservers[0]"]],
    ["dnsConfig: {searches: [., a_b., A]}", ["rejects spec.dnsConfig.searches[2]"]],
    ["dnsConfig: {options: [{value: 1}]}", ["rejects spec.dnsConfig.options[0]"]],
    ["hostAliases: [{ip: 1.2.3.400}]", ["rejects spec.hostAliases[0].ip"]],
    ["hostAliases: [{ip: '::1'}, {ip: '::1'}]", ["warns spec.hostAliases[1].ip"]],
    ["hostAliases: [{ip: 010.0.0.1}]", ["warns spec.hostAliases[0].ip"]],
    ["hostname: a.b", ["rejects spec.hostname"]],
    ["nodeName: A", ["rejects spec.nodeName"]],
    ["serviceAccount: A", ["rejects spec.serviceAccountName"]],
    ["priorityClassName: A", ["rejects spec.priorityClassName"]],
    ["runtimeClassName: ''", ["rejects spec.runtimeClassName"]],
    ["preemptionPolicy: Always", ["rejects spec.preemptionPolicy"]],
    ["activeDeadlineSeconds: 0", ["rejects spec.activeDeadlineSeconds"]],
    ["nodeSelector: {a b: c}", ["rejects spec.nodeSelector"]],
    ["nodeSelector: {beta.kubernetes.io/os: linux}", ["warns spec.nodeSelector[beta.kubernetes.io/os]"]],
    ["terminationGracePeriodSeconds: -1", ["warns spec.terminationGracePeriodSeconds"]],
    ["imagePullSecrets: [{}]", ["warns spec.imagePullSecrets[0].name"]],
    ["overhead: {cpu: -1}", ["rejects spec.overhead.limits[cpu]"]],
    ["readinessGates: [{conditionType: a b}]", ["rejects spec.readinessGates[0].conditionType"]],
    ["schedulingGates: [{name: a}, {name: a}]", ["rejects spec.schedulingGates[1]"]],
    ["schedulingGates: [{name: a}]\nnodeName: n", ["rejects spec.nodeName"]],
    ["resourceClaims: [{name: a}]", ["rejects spec.resourceClaims[0]"]],
    ["ephemeralContainers: [{name: d, image: a}]", ["rejects spec.ephemeralContainers"]],
    ["os: {name: mac}", ["rejects spec.os"]],
    ["os: {}", ["rejects spec.os.name"]],
    ["os: {name: windows}\nhostPID: true", ["rejects spec.hostPID"]],
    ["hostUsers: false\nhostPID: true", ["rejects spec.HostPID"]],
    ["shareProcessNamespace: true\nhostPID: true", ["rejects spec.securityContext.shareProcessNamespace"]],
    ["workloadRef: {name: a}", ["drops spec.workloadRef"]],
  ])("%s", (line, expected) => {
    expect(inSpec(line.split("\n"))).toEqual(expected);
  });

  it.each<[line: string, expected: string[]]>([
    ["{key: a, operator: Exists}", []],
    ["{operator: Exists}", []],
    ["{value: a}", ["rejects spec.tolerations[0].operator"]],
    ["{key: a, operator: Exists, value: b}", ["rejects spec.tolerations[0].operator"]],
    ["{key: a, operator: Has}", ["rejects spec.tolerations[0].operator"]],
    ["{key: a, operator: Gt, value: '5'}", ["rejects spec.tolerations[0].operator"]],
    ["{key: a, effect: NoScheduling}", ["rejects spec.tolerations[0].effect"]],
    ["{key: a, tolerationSeconds: 5}", ["rejects spec.tolerations[0].effect"]],
    ["{key: a, effect: NoExecute, tolerationSeconds: 5}", []],
  ])("a toleration %s", (line, expected) => {
    const found = problemsOf(pod({ spec: [`tolerations: [${line}]`] }));
    expect(found.map(briefly)).toEqual(expected);
    expect(found.every(problem => problem.ruleId === "toleration-invalid")).toBe(true);
  });

  it.each<[line: string, expected: string[]]>([
    ["{maxSkew: 1, topologyKey: a, whenUnsatisfiable: DoNotSchedule, labelSelector: {}}", []],
    [
      "{maxSkew: 1, topologyKey: a, whenUnsatisfiable: DoNotSchedule}",
      ["warns spec.topologySpreadConstraints[0].labelSelector"],
    ],
    [
      "{maxSkew: 0, topologyKey: a, whenUnsatisfiable: DoNotSchedule, labelSelector: {}}",
      ["rejects spec.topologySpreadConstraints[0].maxSkew"],
    ],
    [
      "{maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway, labelSelector: {}, minDomains: 2}",
      ["rejects spec.topologySpreadConstraints[0].minDomains"],
    ],
    [
      "{maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway, labelSelector: {}}, {maxSkew: 2, topologyKey: a, whenUnsatisfiable: ScheduleAnyway, labelSelector: {}}",
      ["rejects spec.topologySpreadConstraints[0].{topologyKey, whenUnsatisfiable}"],
    ],
    [
      "{maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {b: c}}, matchLabelKeys: [b]}",
      ["rejects spec.topologySpreadConstraints[0].matchLabelKeys[0]"],
    ],
  ])("a spread %s", (line, expected) => {
    expect(inSpec([`topologySpreadConstraints: [${line}]`])).toEqual(expected);
  });

  const required = "requiredDuringSchedulingIgnoredDuringExecution";
  const preferred = "preferredDuringSchedulingIgnoredDuringExecution";
  it.each<[line: string, expected: string[]]>([
    [`nodeAffinity: {${required}: {}}`, [`rejects spec.affinity.nodeAffinity.${required}.nodeSelectorTerms`]],
    [`nodeAffinity: {${preferred}: [{weight: 0}]}`, [`rejects spec.affinity.nodeAffinity.${preferred}[0].weight`]],
    [
      `nodeAffinity: {${required}: {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: Gt, values: ['1', '2']}]}]}}`,
      [`rejects spec.affinity.nodeAffinity.${required}.nodeSelectorTerms[0].matchExpressions[0].values`],
    ],
    [`podAffinity: {${required}: [{topologyKey: a, labelSelector: {}}]}`, []],
    [
      `podAffinity: {${required}: [{topologyKey: a}]}`,
      [`warns spec.affinity.podAffinity.${required}[0].labelSelector`],
    ],
    [
      `podAffinity: {${required}: [{labelSelector: {}}]}`,
      [`rejects spec.affinity.podAffinity.${required}[0].topologyKey`],
    ],
    [
      `podAffinity: {${required}: [{topologyKey: a, labelSelector: {}, namespaces: [A]}]}`,
      [`rejects spec.affinity.podAffinity.${required}[0].namespace`],
    ],
  ])("affinity %s", (line, expected) => {
    expect(inSpec([`affinity: {${line}}`])).toEqual(expected);
  });

  it.each<[line: string, expected: string[]]>([
    ["securityContext: {runAsUser: -1}", ["rejects spec.securityContext.runAsUser"]],
    ["securityContext: {sysctls: [{name: A, value: '1'}]}", ["rejects spec.securityContext.sysctls[0].name"]],
    [
      "securityContext: {seccompProfile: {type: Localhost}}",
      ["rejects spec.securityContext.seccompProfile.localhostProfile"],
    ],
    ["securityContext: {fsGroupChangePolicy: always}", ["rejects spec.securityContext.fsGroupChangePolicy"]],
    ["securityContext: {seLinuxChangePolicy: MountOption}", ["rejects spec.securityContext.seLinuxChangePolicy"]],
    [
      "securityContext: {windowsOptions: {runAsUserName: ''}}",
      ["rejects spec.securityContext.windowsOptions.runAsUserName"],
    ],
    ["securityContext: {windowsOptions: {hostProcess: true}}", ["rejects spec.hostNetwork"]],
  ])("%s", (line, expected) => {
    expect(inSpec([line])).toEqual(expected);
  });

  it.each<[line: string, expected: string[]]>([
    [
      "securityContext: {allowPrivilegeEscalation: false, privileged: true}",
      ["rejects spec.containers[0].securityContext"],
    ],
    ["securityContext: {procMount: Unmasked}", ["rejects spec.containers[0].securityContext.procMount"]],
    ["securityContext: {appArmorProfile: {}}", ["rejects spec.containers[0].securityContext.appArmorProfile.type"]],
  ])("a container's %s", (line, expected) => {
    expect(inSpec([], [line])).toEqual(expected);
  });
});

describe("annotations of pods", () => {
  it.each<[line: string, expected: string[]]>([
    [
      "controller.kubernetes.io/pod-deletion-cost: '+1'",
      ["rejects metadata.annotations[controller.kubernetes.io/pod-deletion-cost]"],
    ],
    [
      "seccomp.security.alpha.kubernetes.io/pod: a",
      ["rejects metadata.annotations.seccomp.security.alpha.kubernetes.io/pod"],
    ],
    [
      "container.apparmor.security.beta.kubernetes.io/other: unconfined",
      ["rejects metadata.annotations[container.apparmor.security.beta.kubernetes.io/other]"],
    ],
    [
      "scheduler.alpha.kubernetes.io/critical-pod: ''",
      ["warns metadata.annotations[scheduler.alpha.kubernetes.io/critical-pod]"],
    ],
    ["pod.beta.kubernetes.io/init-containers: '[]'", ["drops metadata.annotations"]],
  ])("%s", (line, expected) => {
    expect(problemsOf(pod({ metadata: ["annotations:", `  ${line}`] })).map(briefly)).toEqual(expected);
  });
});
