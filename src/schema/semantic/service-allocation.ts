// What comes before a Service is validated: its IP families are worked out, cluster IPs and node ports are taken
// (pkg/registry/core/service/storage/alloc.go initIPFamilyFields, initNodePorts). The first step that fails ends the request.

import type { Problems } from "../problems.ts";
import { isRefused, reportUnsupported } from "./checks.ts";
import { quote } from "./format.ts";
import { IP_MESSAGE, parseIp } from "./ip.ts";
import { integerOf, pathOf, textOf } from "./read.ts";
import type { ServiceView } from "./service.ts";

const FAMILIES = ["IPv4", "IPv6"];
const FAMILY_POLICIES = ["PreferDualStack", "RequireDualStack", "SingleStack"];
/** kube-apiserver --service-node-port-range, unless set otherwise. */
const NODE_PORTS = { least: 30000, most: 32767 };

/** False when the server stops here. */
export function allocate(view: ServiceView, problems: Problems): boolean {
  const before = problems.list.length;
  if (view.type !== "ExternalName") {
    validateClusterIps(view, problems);
    if (!isRefused(problems, before)) validateStack(view, problems);
  }
  if (!isRefused(problems, before)) takeNodePorts(view, problems);
  return !isRefused(problems, before);
}

/** ValidateServiceClusterIPsRelatedFields. */
function validateClusterIps(view: ServiceView, problems: Problems): void {
  const { spec, clusterIps } = view;
  const single = spec.get("clusterIP");
  const plural = spec.get("clusterIPs");
  const first = textOf(single);
  if (plural.items().length > 0 && first !== undefined) {
    if (first === "")
      problems.invalid(plural, "clusterIPs must be empty when `clusterIP` is not specified", {
        help: `repeat the first address in clusterIP: ${clusterIps[0]?.text ?? ""}`,
      });
    else if (clusterIps[0]?.text !== undefined && clusterIps[0].text !== first)
      problems.invalid(
        plural,
        `clusterIPs begins with ${quote(clusterIps[0].text)}, clusterIP is ${quote(first)}: first value must match \`clusterIP\``,
      );
  }
  validateFamilies(view, problems);
  validateAddresses(view, problems);
}

function validateFamilies({ spec }: ServiceView, problems: Problems): void {
  const seen = new Set<string>();
  for (const item of spec.get("ipFamilies").items()) {
    const family = textOf(item);
    if (family === undefined) continue;
    if (!FAMILIES.includes(family)) reportUnsupported(item, family, FAMILIES, problems);
    else if (seen.has(family))
      problems.invalid(item, `duplicate value "${family}": a Service has at most one address of each family`);
    seen.add(family);
  }
  const policy = spec.get("ipFamilyPolicy");
  const text = textOf(policy);
  if (policy.exists && text !== undefined && !FAMILY_POLICIES.includes(text))
    reportUnsupported(policy, text, FAMILY_POLICIES, problems);
}

function validateAddresses({ spec, clusterIps, headless }: ServiceView, problems: Problems): void {
  const path = `${pathOf(spec)}.clusterIPs`;
  const before = problems.list.length;
  const list = spec.get("clusterIPs");
  for (const [index, { field, text }] of clusterIps.entries()) {
    if (text === undefined) continue;
    if (index === 0 && text === "None") {
      if (clusterIps.length > 1) problems.invalid(list, "'None' must be the first and only value of clusterIPs");
    } else if (parseIp(text) === undefined)
      problems.invalid(field, `cluster IP ${quote(text)}: ${IP_MESSAGE}`, { serverField: `${path}[${index}]` });
  }
  if (clusterIps.length > 2)
    problems.invalid(list, `clusterIPs has ${clusterIps.length} values: may only hold up to 2 values`);
  if (isRefused(problems, before)) return;
  const addresses = clusterIps.map(({ text }) => (text === undefined ? undefined : parseIp(text)));
  if (addresses.length > 1 && new Set(addresses.map(address => address?.family)).size < 2)
    problems.invalid(list, "clusterIPs may specify no more than one IP for each IP family");
  if (headless) return;
  const families = spec.get("ipFamilies").items().map(textOf);
  for (const [index, address] of addresses.entries()) {
    const wanted = families[index];
    if (address === undefined || wanted === undefined || wanted === `IPv${address.family}`) continue;
    const { field, text = "" } = clusterIps[index] ?? {};
    problems.invalid(
      field ?? list,
      `cluster IP ${quote(text)}: expected an ${wanted} value as indicated by \`ipFamilies[${index}]\``,
      {
        serverField: `${path}[${index}]`,
      },
    );
  }
}

/** Two families or two addresses need a policy that allows them; without one a Service is single-stack, but for a headless one without selector. */
function validateStack({ spec, clusterIps, headless }: ServiceView, problems: Problems): void {
  const policy = spec.get("ipFamilyPolicy");
  const selectorless = headless && spec.get("selector").entries().length === 0;
  const given = policy.exists ? textOf(policy) : selectorless ? "RequireDualStack" : "SingleStack";
  if (given !== "SingleStack") return;
  const families = spec.get("ipFamilies");
  const two = [
    ...(clusterIps.length === 2 ? ["cluster IPs"] : []),
    ...(families.items().length === 2 ? ["IP families"] : []),
  ];
  if (two.length === 0) return;
  problems.invalid(
    policy.exists ? policy : families.exists ? families : spec.get("clusterIPs"),
    `ipFamilyPolicy "SingleStack"${policy.exists ? "" : " (default)"} must be 'RequireDualStack' or 'PreferDualStack' when multiple ${two.join(" and ")} are specified`,
    { serverField: pathOf(policy) },
  );
}

/** initNodePorts: ports of the same number share a node port, the first one written for any of them, unless they ask for another. */
function takeNodePorts({ spec, ports, type }: ServiceView, problems: Problems): void {
  if (type !== "NodePort" && type !== "LoadBalancer") return;
  const automatic = type === "NodePort" || spec.get("allocateLoadBalancerNodePorts").boolean !== false;
  const wanted = ports.map(field => ({
    field: field.get("nodePort"),
    port: integerOf(field.get("port")),
    nodePort: integerOf(field.get("nodePort")) ?? 0,
  }));
  const takenFor = new Map<number | undefined, number>();
  const taken = new Set<number>();
  for (const [index, own] of wanted.entries()) {
    if (own.nodePort === 0 && !automatic) continue;
    const shared = takenFor.get(own.port);
    const chosen = shared === undefined ? wanted.find(other => other.port === own.port && other.nodePort !== 0) : own;
    if (chosen === undefined || chosen.nodePort === 0 || chosen.nodePort === shared) continue;
    const error = nodePortError(chosen.nodePort, taken);
    if (error !== undefined) {
      problems.invalid(chosen.field, `nodePort ${chosen.nodePort}: ${error}`, {
        serverField: `${pathOf(spec)}.ports[${index}].nodePort`,
      });
      return;
    }
    taken.add(chosen.nodePort);
    if (shared === undefined) takenFor.set(own.port, chosen.nodePort);
  }
}

function nodePortError(port: number, allocated: ReadonlySet<number>): string | undefined {
  const { least, most } = NODE_PORTS;
  if (port < least || port > most)
    return `provided port is not in the valid range. The range of valid ports is ${least}-${most}`;
  return allocated.has(port) ? "provided port is already allocated" : undefined;
}
