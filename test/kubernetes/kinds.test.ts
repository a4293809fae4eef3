import { describe, expect, it } from "vitest";
import { kinds } from "../../schemas/kubernetes/kinds.ts";
import { canonicalKind, isClusterScoped } from "../../src/kubernetes/kinds.ts";
import { groupOf, kindsIn } from "../../src/schema/versions.ts";

describe("kinds without a namespace", () => {
  const builtIn = Object.keys(kinds).flatMap(apiVersion =>
    [...kindsIn(apiVersion).values()].map(({ kind, namespaced }) => ({
      groupKind: `${groupOf(apiVersion)}/${kind}`,
      namespaced,
    })),
  );

  it("are those that the API server serves so", () => {
    const wrong = builtIn.filter(({ groupKind, namespaced }) => isClusterScoped(groupKind) === namespaced);
    expect(wrong).toEqual([]);
    expect(builtIn.filter(({ namespaced }) => !namespaced).length).toBeGreaterThan(30);
  });

  it.each([
    "policy/PodSecurityPolicy",
    "gateway.networking.k8s.io/GatewayClass",
    "cert-manager.io/ClusterIssuer",
    "snapshot.storage.k8s.io/VolumeSnapshotClass",
    "snapshot.storage.k8s.io/VolumeSnapshotContent",
  ])("of others: %s", groupKind => {
    expect(isClusterScoped(groupKind)).toBe(true);
  });
});

describe("kinds that moved", () => {
  it.each([
    ["extensions/Deployment", "apps/Deployment"],
    ["extensions/DaemonSet", "apps/DaemonSet"],
    ["extensions/ReplicaSet", "apps/ReplicaSet"],
    ["extensions/Ingress", "networking.k8s.io/Ingress"],
    ["extensions/NetworkPolicy", "networking.k8s.io/NetworkPolicy"],
    ["extensions/PodSecurityPolicy", "policy/PodSecurityPolicy"],
    ["/DeploymentConfig", "apps.openshift.io/DeploymentConfig"],
    ["/Route", "route.openshift.io/Route"],
    ["/Service", "/Service"],
  ])("%s is %s", (old, now) => {
    expect(canonicalKind(old)).toBe(now);
  });
});
