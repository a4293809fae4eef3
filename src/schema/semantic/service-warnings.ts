// What the server says about a Service it creates all the same (pkg/api/service/warnings.go GetWarningsForService).

import type { Problems } from "../problems.ts";
import { warnCidr, warnIp } from "./cidr.ts";
import { pathOf, textOf } from "./read.ts";
import type { ServiceView } from "./service.ts";
import type { Cluster } from "./validator.ts";

/** The server itself speaks about externalIPs from this version on; they are to be switched off by default later. */
const EXTERNAL_IPS_WARNED_SINCE = 36;

export function warnService(view: ServiceView, cluster: Cluster, problems: Problems): void {
  const { object, spec, clusterIps, type } = view;
  const hints = object.get("metadata", "annotations", "service.kubernetes.io/topology-aware-hints");
  if (hints.node !== undefined)
    problems.warns(
      hints,
      "annotation service.kubernetes.io/topology-aware-hints is deprecated, please use service.kubernetes.io/topology-mode instead",
    );
  for (const [index, { field, text }] of clusterIps.entries())
    if (text !== "None") warnIp(field, `${pathOf(spec)}.clusterIPs[${index}]`, problems);
  if (view.headless && type === "ClusterIP") warnHeadless(view, problems);
  warnExternalIps(view, cluster, problems);
  const address = spec.get("loadBalancerIP");
  if (textOf(address) !== "") warnIp(address, pathOf(address), problems);
  for (const range of spec.get("loadBalancerSourceRanges").items()) warnCidr(range, pathOf(range), problems);
  const name = spec.get("externalName");
  if (type !== "ExternalName" && type !== undefined && textOf(name) !== "")
    problems.warns(name, `spec.externalName is ignored when spec.type is not "ExternalName", and this is "${type}"`);
  if (textOf(spec.get("trafficDistribution")) === "PreferClose")
    problems.warns(
      spec.get("trafficDistribution"),
      'spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"',
    );
}

function warnHeadless({ spec }: ServiceView, problems: Problems): void {
  if (textOf(spec.get("loadBalancerIP")) !== "")
    problems.warns(spec.get("loadBalancerIP"), "spec.loadBalancerIP is ignored for headless services");
  if (spec.get("externalIPs").items().length > 0)
    problems.warns(spec.get("externalIPs"), "spec.externalIPs is ignored for headless services");
  const affinity = textOf(spec.get("sessionAffinity"));
  if (affinity !== undefined && affinity !== "" && affinity !== "None")
    problems.warns(spec.get("sessionAffinity"), "spec.SessionAffinity is ignored for headless services");
}

function warnExternalIps({ spec, type }: ServiceView, cluster: Cluster, problems: Problems): void {
  const field = spec.get("externalIPs");
  const items = field.items();
  if (items.length === 0) return;
  for (const item of items) warnIp(item, pathOf(item), problems);
  if (type === "ExternalName") problems.warns(field, 'spec.externalIPs is ignored when spec.type is "ExternalName"');
  const warned = cluster.minor >= EXTERNAL_IPS_WARNED_SINCE;
  problems.add(
    field,
    "spec.externalIPs is deprecated and may no longer be implemented in some clusters: anyone who may write Services can draw traffic for any address to them (CVE-2020-8554)",
    {
      ruleId: "external-ips-deprecated",
      severity: warned ? "warning" : "info",
      ...(warned ? { server: "warns" } : {}),
      help: "use a Service of type LoadBalancer, or an Ingress or Gateway",
    },
  );
}
