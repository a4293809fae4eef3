import { describe, expect, it } from "vitest";
import { briefly, problemsOf } from "./manifest.ts";

function said(kind: string, body: string): string[] {
  return problemsOf(`apiVersion: v1\nkind: ${kind}\nmetadata: {name: a}\n${body}\n`).map(briefly);
}

describe("configuration", () => {
  it.each<[kind: string, body: string, expected: string[]]>([
    ["ConfigMap", "data: {a: b}", []],
    ["ConfigMap", "data: {a b: c}", ["rejects data[a b]"]],
    ["ConfigMap", "data: {a: b}\nbinaryData: {a: aGk=}", ["rejects data[a]"]],
    ["Secret", "data: {a: aGk=}", []],
    ["Secret", "stringData: {a b: c}", ["rejects data[a b]"]],
    ["Secret", "type: kubernetes.io/tls\ndata: {tls.crt: ''}", ["rejects data[tls.key]"]],
    ["Secret", "type: kubernetes.io/tls\nstringData: {tls.crt: a, tls.key: b}", ["warns tls"]],
    ["Secret", "type: kubernetes.io/dockerconfigjson\ndata: {.dockerconfigjson: e30=}", []],
    [
      "Secret",
      "type: kubernetes.io/dockerconfigjson\ndata: {.dockerconfigjson: YQ==}",
      ["rejects data[.dockerconfigjson]"],
    ],
    [
      "Secret",
      "type: kubernetes.io/dockerconfigjson\nstringData: {.dockerconfigjson: '[]'}",
      ["rejects data[.dockerconfigjson]"],
    ],
    ["Secret", "type: kubernetes.io/basic-auth", ["rejects data[username] data[password]"]],
    ["Secret", "type: kubernetes.io/ssh-auth\ndata: {ssh-privatekey: ''}", ["rejects data[ssh-privatekey]"]],
    [
      "Secret",
      "type: kubernetes.io/service-account-token",
      ["rejects metadata.annotations[kubernetes.io/service-account.name]"],
    ],
    ["Secret", 'type: kubernetes.io/dockerconfigjson\nstringData: {.dockerconfigjson: "${CONFIG}"}', []],
  ])("%s %s", (kind, body, expected) => {
    expect(said(kind, body)).toEqual(expected);
  });

  it("never shows what a Secret holds", () => {
    const problems = problemsOf(
      "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ntype: kubernetes.io/dockercfg\nstringData: {.dockercfg: hunter2}\n",
    );
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems)).not.toContain("hunter2");
  });

  it("holds at most 1 MiB", () => {
    expect(said("ConfigMap", `data: {a: ${"x".repeat(1024 * 1024 + 1)}}`)).toEqual(["rejects "]);
    expect(said("ConfigMap", `data: {a: ${"x".repeat(1024 * 1024)}}`)).toEqual([]);
  });
});

describe("storage", () => {
  const claim = "accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}";
  it.each<[spec: string, expected: string[]]>([
    [claim, []],
    ["", ["rejects spec.accessModes", "rejects spec.resources[storage]"]],
    [
      "accessModes: [RWO], resources: {requests: {storage: 0}}",
      ["rejects spec.accessModes", "rejects spec.resources[storage]"],
    ],
    [
      "accessModes: [ReadWriteOncePod, ReadOnlyMany], resources: {requests: {storage: 1}}",
      ["rejects spec.accessModes"],
    ],
    ["accessModes: [ReadWriteOnce], resources: {requests: {storage: 1.5}}", ["warns spec.resources.requests[storage]"]],
    [`${claim}, volumeMode: block`, ["rejects spec.volumeMode"]],
    [`${claim}, storageClassName: A`, ["rejects spec.storageClassName"]],
    [`${claim}, dataSource: {kind: Other, name: a}`, ["drops spec.dataSource"]],
    [`${claim}, dataSourceRef: {kind: PersistentVolumeClaim, name: a, namespace: b}`, ["drops spec.dataSourceRef"]],
    [
      `${claim}, dataSource: {kind: PersistentVolumeClaim, name: a}, dataSourceRef: {kind: PersistentVolumeClaim, name: b}`,
      ["rejects spec"],
    ],
    [`${claim}, dataSource: {kind: PersistentVolumeClaim}`, ["rejects spec.dataSource.name spec.dataSourceRef.name"]],
    [`${claim}, dataSourceRef: {kind: Other, name: a}`, ["rejects spec.dataSourceRef spec.dataSource"]],
  ])("a claim {%s}", (spec, expected) => {
    expect(said("PersistentVolumeClaim", `spec: {${spec}}`)).toEqual(expected);
  });

  const volume = "accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}";
  it.each<[spec: string, expected: string[]]>([
    [`${volume}, nfs: {server: a, path: /b}`, []],
    [volume, ["rejects spec"]],
    ["nfs: {server: a, path: /b}", ["rejects spec.accessModes", "rejects spec.capacity"]],
    [`${volume}, local: {path: /a}`, ["rejects spec.nodeAffinity"]],
    [`${volume}, nfs: {server: a, path: /b}, hostPath: {path: /a}`, ["rejects spec.nfs"]],
    [`${volume}, csi: {driver: a}`, ["rejects spec.csi.volumeHandle"]],
    [
      `${volume}, hostPath: {path: /}, persistentVolumeReclaimPolicy: Recycle`,
      ["rejects spec.persistentVolumeReclaimPolicy"],
    ],
    [
      `${volume}, hostPath: {path: /a}, persistentVolumeReclaimPolicy: Recycle`,
      ["warns spec.persistentVolumeReclaimPolicy"],
    ],
    [
      `${volume}, hostPath: {path: /a}, persistentVolumeReclaimPolicy: keep`,
      ["rejects spec.persistentVolumeReclaimPolicy"],
    ],
    ["accessModes: [ReadWriteOnce], capacity: {cpu: 1}, hostPath: {path: /a}", ["rejects spec.capacity"]],
  ])("a volume {%s}", (spec, expected) => {
    expect(said("PersistentVolume", `spec: {${spec}}`)).toEqual(expected);
  });
});

describe("limits", () => {
  it.each<[limit: string, expected: string[]]>([
    ["type: Container, default: {cpu: 1}, max: {cpu: 2}", []],
    ["type: container", ["rejects spec.limits[0].type"]],
    [
      "type: Container, min: {cpu: 2}, max: {cpu: 1}",
      [
        "rejects spec.limits[0].min[cpu]",
        "rejects spec.limits[0].default[cpu]",
        "rejects spec.limits[0].defaultRequest[cpu]",
      ].sort(),
    ],
    ["type: Pod, default: {cpu: 1}", ["rejects spec.limits[0].default"]],
    ["type: PersistentVolumeClaim", ["rejects spec.limits[0].limits"]],
    ["type: Container, maxLimitRequestRatio: {cpu: 0.5}", ["rejects spec.limits[0].maxLimitRequestRatio[cpu]"]],
    [
      "type: Pod, min: {cpu: 1}, max: {cpu: 2}, maxLimitRequestRatio: {cpu: 3}",
      ["rejects spec.limits[0].maxLimitRequestRatio[cpu]"],
    ],
    ["type: Container, max: {storage: 1}", ["rejects spec.limits[0].max[storage]"]],
  ])("{%s}", (limit, expected) => {
    expect(said("LimitRange", `spec: {limits: [{${limit}}]}`).sort()).toEqual(expected);
  });

  it.each<[spec: string, expected: string[]]>([
    ["hard: {pods: 5, requests.cpu: 1, count/widgets.example.com: 2}", []],
    ["hard: {cpus: 1}", ["rejects spec.hard[cpus]"]],
    ["hard: {pods: 1.5}", ["rejects spec.hard[pods]"]],
    ["hard: {pods: -1}", ["rejects spec.hard[pods]"]],
    ["hard: {pods: 1}, scopes: [BestEffort, NotBestEffort]", ["rejects spec.scopes"]],
    ["hard: {cpu: 1}, scopes: [BestEffort]", ["rejects spec.scopes"]],
    [
      "hard: {pods: 1}, scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: In}]}",
      ["rejects spec.scopeSelector.matchExpressions.values"],
    ],
  ])("a quota {%s}", (spec, expected) => {
    expect(said("ResourceQuota", `spec: {${spec}}`)).toEqual(expected);
  });
});

describe("other kinds", () => {
  it.each<[kind: string, body: string, expected: string[]]>([
    ["Namespace", "spec: {finalizers: [kubernetes]}", []],
    ["Namespace", "spec: {finalizers: [mine]}", ["rejects spec.finalizers"]],
    [
      "Node",
      "spec: {taints: [{key: a, effect: NoSchedule}, {key: a, effect: NoSchedule}]}",
      ["rejects spec.taints[1]"],
    ],
    ["Node", "spec: {taints: [{key: a}]}", ["rejects spec.taints[0].effect"]],
    [
      "Endpoints",
      "subsets: [{addresses: [{ip: 127.0.0.1}], ports: [{port: 0}]}]",
      ["rejects subsets[0].addresses[0].ip", "rejects subsets[0].ports[0].port"],
    ],
    ["Endpoints", "subsets: [{}]", ["rejects subsets[0]"]],
    ["Event", "involvedObject: {namespace: other}", ["rejects involvedObject.namespace"]],
    [
      "PodTemplate",
      "template: {metadata: {labels: {a: b c}}, spec: {containers: [{name: a, image: b}]}}",
      ["rejects template.labels"],
    ],
    ["Pod", "spec: {containers: [{name: a, image: b}]}", []],
  ])("%s %s", (kind, body, expected) => {
    expect(said(kind, body)).toEqual(expected);
  });
});
