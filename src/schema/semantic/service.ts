// Service (pkg/apis/core/validation ValidateService, pkg/registry/core/service/storage, pkg/api/service/warnings.go). Defaults are set first,
// then cluster IPs and node ports are allocated, and only what got through that is validated.

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { isRefused, validateEnum } from "./checks.ts";
import { validateCidr, validateIp } from "./cidr.ts";
import { formatErrors } from "./format.ts";
import { specialIp } from "./ip.ts";
import { validateLabels, validateMetadata } from "./metadata.ts";
import { isDns1123Subdomain, isQualifiedName } from "./names.ts";
import { integerOf, pathOf, textOf } from "./read.ts";
import { inVersions } from "./served.ts";
import { allocate } from "./service-allocation.ts";
import { validatePorts } from "./service-ports.ts";
import { warnService } from "./service-warnings.ts";
import { shown } from "./shown.ts";
import type { Cluster, Validators } from "./validator.ts";

const TYPES = ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"];
const POLICIES = ["Cluster", "Local"];
const LONGEST_AFFINITY = 86_400;
const SOURCE_RANGES = "service.beta.kubernetes.io/load-balancer-source-ranges";

/** A Service as the server sees it after defaulting. */
export interface ServiceView {
  readonly object: Field;
  readonly spec: Field;
  /** undefined where a template will fill it in. */
  readonly type: string | undefined;
  /** clusterIPs, or clusterIP alone: the field and the text of each. */
  readonly clusterIps: readonly { readonly field: Field; readonly text: string | undefined }[];
  readonly headless: boolean;
  readonly ports: readonly Field[];
  /** Reachable from outside: by type, or by externalIPs. */
  readonly external: boolean;
}

function viewOf(object: Field): ServiceView {
  const spec = object.get("spec");
  const given = textOf(spec.get("type"));
  const type = given === "" ? "ClusterIP" : given;
  const single = spec.get("clusterIP");
  const plural = spec.get("clusterIPs").items();
  const fields = plural.length > 0 ? plural : textOf(single) === "" ? [] : [single];
  const clusterIps = fields.map(field => ({ field, text: textOf(field) }));
  const external =
    type === "LoadBalancer" ||
    type === "NodePort" ||
    (type === "ClusterIP" && spec.get("externalIPs").items().length > 0);
  const headless = clusterIps.length === 1 && clusterIps[0]?.text === "None";
  return { object, spec, type, clusterIps, headless, ports: spec.get("ports").items(), external };
}

function validateService(object: Field, cluster: Cluster, problems: Problems): void {
  const before = problems.list.length;
  const view = viewOf(object);
  sayWhatIsDropped(view, problems);
  // A failed allocation ends the request: nothing else is looked at.
  if (!allocate(view, problems)) return;
  validateMetadata(object, { namespaced: true, name: "dns1035" }, problems);
  validateTopologyAnnotations(object.get("metadata", "annotations"), problems);
  validatePorts(view, problems);
  validateType(view, problems);
  validateLabels(view.spec.get("selector"), problems);
  validateAffinity(view.spec, problems);
  validateExternalIps(view.spec.get("externalIPs"), problems);
  validateLoadBalancer(view, problems);
  validateTrafficPolicies(view, problems);
  if (!isRefused(problems, before)) warnService(view, cluster, problems);
}

/** SetDefaults_Service takes the settings of an affinity that is off. */
function sayWhatIsDropped({ spec }: ServiceView, problems: Problems): void {
  const affinity = textOf(spec.get("sessionAffinity"));
  const config = spec.get("sessionAffinityConfig");
  if (config.exists && (affinity === "" || affinity === "None"))
    problems.drops(
      config,
      `sessionAffinityConfig is dropped without a word: it needs sessionAffinity "ClientIP"${affinity === "" ? ', and the default is "None"' : ""}`,
    );
}

function validateTopologyAnnotations(annotations: Field, problems: Problems): void {
  const hints = annotations.get("service.kubernetes.io/topology-aware-hints");
  const mode = annotations.get("service.kubernetes.io/topology-mode");
  if (hints.node === undefined || mode.node === undefined || textOf(hints) === textOf(mode)) return;
  problems.invalid(
    mode,
    `topology-mode ${shown(mode)} must match annotations[service.kubernetes.io/topology-aware-hints] when both are specified`,
    { serverField: "metadata.annotations[service.kubernetes.io/topology-mode]" },
  );
}

function validateType({ spec, type, headless, clusterIps }: ServiceView, problems: Problems): void {
  validateEnum(spec.get("type"), TYPES, problems, { empty: "default" });
  if (headless && (type === "LoadBalancer" || type === "NodePort"))
    problems.invalid(
      clusterIps[0]?.field ?? spec,
      `a ${type} Service needs a cluster IP: clusterIP may not be set to 'None' for ${type} services`,
      { serverField: `${pathOf(spec)}.clusterIPs[0]` },
    );
  if (type === "ExternalName") validateExternalName(spec, clusterIps, problems);
}

function validateExternalName(spec: Field, clusterIps: ServiceView["clusterIps"], problems: Problems): void {
  const first = clusterIps[0]?.field;
  if (first !== undefined)
    problems.invalid(first, "cluster IPs may not be set for ExternalName services: the name is all there is", {
      serverField: `${pathOf(spec)}.clusterIPs`,
    });
  if (spec.get("ipFamilies").items().length > 0)
    problems.invalid(spec.get("ipFamilies"), "ipFamilies may not be set for ExternalName services");
  if (spec.get("ipFamilyPolicy").exists)
    problems.invalid(spec.get("ipFamilyPolicy"), "ipFamilyPolicy may not be set for ExternalName services");
  const name = spec.get("externalName");
  const text = textOf(name);
  if (text === "" || text === ".")
    problems.required(name, "required value: an ExternalName Service is an alias for a DNS name");
  // A dot at the end says that the name is complete.
  else formatErrors(name, "DNS name", value => isDns1123Subdomain(value.replace(/\.$/, "")), problems, nameHelp(text));
}

function nameHelp(text: string | undefined): { help?: string } {
  return text !== undefined && /^[a-z]+:\/\//i.test(text)
    ? { help: "a DNS name has neither scheme, port nor path" }
    : {};
}

function validateAffinity(spec: Field, problems: Problems): void {
  const affinity = spec.get("sessionAffinity");
  validateEnum(affinity, ["ClientIP", "None"], problems, { empty: "default" });
  const timeout = spec.get("sessionAffinityConfig", "clientIP", "timeoutSeconds");
  const seconds = integerOf(timeout, 1);
  if (textOf(affinity) !== "ClientIP" || seconds === undefined || (seconds > 0 && seconds <= LONGEST_AFFINITY)) return;
  problems.invalid(timeout, `timeoutSeconds ${seconds} s: must be greater than 0 and less than ${LONGEST_AFFINITY}`);
}

function validateExternalIps(field: Field, problems: Problems): void {
  for (const item of field.items()) {
    const address = validateIp(item, problems);
    const error = address === undefined ? undefined : specialIp(address, textOf(item) ?? "");
    if (error !== undefined) problems.invalid(item, `external IP ${shown(item)} ${error}`);
  }
}

const ONLY_LOAD_BALANCER = "may only be used when `type` is 'LoadBalancer'";

function validateLoadBalancer({ object, spec, type }: ServiceView, problems: Problems): void {
  validateSourceRanges(object, spec, type, problems);
  if (type === undefined || type === "LoadBalancer") {
    const name = spec.get("loadBalancerClass");
    if (name.exists) formatErrors(name, "load balancer class", isQualifiedName, problems);
    return;
  }
  for (const key of ["allocateLoadBalancerNodePorts", "loadBalancerClass"])
    if (spec.get(key).exists) problems.invalid(spec.get(key), `${key} ${ONLY_LOAD_BALANCER}, and this is "${type}"`);
}

/** The server's errors call the field LoadBalancerSourceRanges. */
function validateSourceRanges(object: Field, spec: Field, type: string | undefined, problems: Problems): void {
  const ranges = spec.get("loadBalancerSourceRanges");
  const annotation = object.get("metadata", "annotations", SOURCE_RANGES);
  const items = ranges.items();
  const serverField = `${pathOf(spec)}.LoadBalancerSourceRanges`;
  if (items.length === 0 && annotation.node === undefined) return;
  if (type !== undefined && type !== "LoadBalancer") {
    const place = items.length > 0 ? ranges : annotation;
    problems.invalid(place, `source ranges ${ONLY_LOAD_BALANCER}, and this is "${type}"`, { serverField });
  }
  if (items.length > 0) {
    for (const [index, item] of items.entries())
      validateCidr(item, problems, { serverField: `${serverField}[${index}]` }, textOf(item)?.trim());
    return;
  }
  const text = textOf(annotation)?.trim() ?? "";
  if (text === "") return;
  const details = { serverField: `metadata.annotations[${SOURCE_RANGES}]` };
  for (const part of text.split(",")) validateCidr(annotation, problems, details, part.trim());
}

function validateTrafficPolicies(view: ServiceView, problems: Problems): void {
  const { spec, type, external } = view;
  const policy = spec.get("externalTrafficPolicy");
  const value = textOf(policy);
  if (external || type === undefined) validateEnum(policy, POLICIES, problems, { empty: "default" });
  else if (value !== undefined && value !== "")
    problems.invalid(
      policy,
      `externalTrafficPolicy "${value}" may only be set for externally-accessible services, and this is "${type}"`,
      {
        help: "it needs type NodePort or LoadBalancer, or externalIPs; for traffic from within there is internalTrafficPolicy",
      },
    );
  const port = spec.get("healthCheckNodePort");
  const number = integerOf(port);
  if (number !== undefined && number !== 0 && type !== undefined && !(type === "LoadBalancer" && value === "Local"))
    problems.invalid(
      port,
      `healthCheckNodePort ${number} may only be set when \`type\` is 'LoadBalancer' and \`externalTrafficPolicy\` is 'Local'`,
    );
  validateEnum(spec.get("internalTrafficPolicy"), POLICIES, problems);
  validateEnum(spec.get("trafficDistribution"), ["PreferClose", "PreferSameZone", "PreferSameNode"], problems);
}

export const validators: Validators = { "/Service": inVersions(["v1"], validateService) };
