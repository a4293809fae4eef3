// Rules about other fields of containers, and about what any probe of them says.

import { CREDENTIALS } from "../../../rules/probe-path-suspicious.ts";
import { JVM_IMAGES, LOW_MILLI_CPU, LOW_MILLI_CPU_JVM } from "../../../rules/probe-starved-by-cpu-limit.ts";
import { HELPER_NAME, HELPERS, SIDECARS_SINCE } from "../../../rules/sidecar-as-app-container.ts";
import { PROXIES } from "../../../rules/sidecar-startup-gate-missing.ts";
import { imageBase, pattern, period, someProbe, timeout } from "./cel.ts";
import type { Family } from "./exported.ts";

const [NAME, URL, DIGITS] = [
  "r'^[a-z0-9][a-z0-9._:-]*(/[a-z0-9][a-z0-9._-]*)*$'",
  "r'(?i)^[a-z][a-z0-9+.-]*://'",
  "r'^[0-9]+$'",
];

const lastOf = (list: string) => `${list}[${list}.size() - 1]`;
const isHelper = (container: string) =>
  `(${lastOf(imageBase).replaceAll("c.", `${container}.`)}.matches(${pattern(HELPERS)}) || ${container}.?name.orValue('').matches(${pattern(HELPER_NAME)}))`;

/** Image without its digest, in parts between slashes; the last one may have a tag. */
const PARTS = "c.image.split('/')";
const TAG = `${lastOf(PARTS)}.split(':')`;
const REPOSITORY = `(${TAG}.size() == 1 ? c.image : c.image.substring(0, c.image.lastIndexOf(':')))`;

const isName = (port: string) => `type(${port}) == string && ${port} != '' && !${port}.matches(${DIGITS})`;
const isUndeclared = (port: string) => `!c.?ports.orValue([]).exists(d, d.?name.orValue('') == ${port})`;
const TCP_PORTS = "c.?ports.orValue([]).filter(d, d.?protocol.orValue('TCP') == 'TCP').map(d, d.containerPort)";

/** A word that names a port of the container `c` on its own pod. */
const ADDRESS = "'(localhost|127[.]0[.]0[.]1):' + string(d.containerPort) + '([^0-9]|$)'";
const connects = (other: string) =>
  `(${other}.?env.orValue([]).map(e, e.?value.orValue('')) + ${other}.?args.orValue([]) + ${other}.?command.orValue([])).exists(word, c.?ports.orValue([]).exists(d, word.matches(${ADDRESS})))`;
const INIT_NAMES = "variables.pod.initContainers.map(i, i.name)";

export const containerRules: Family = {
  "image-tag-mutable": () => ({
    about: "pods",
    of: "all",
    container: [
      "has(c.image) && !c.image.contains('@')",
      `(${TAG}.size() == 1 || (${TAG}.size() == 2 && ${TAG}[1] == 'latest'))`,
      `${REPOSITORY}.matches(${NAME})`,
      "c.?imagePullPolicy.orValue('') != 'Never'",
    ].join(" && "),
  }),
  "prestop-hook-target-missing": () => ({
    about: "pods",
    of: "all",
    container: `[?c.?lifecycle.?preStop.?httpGet.?port, ?c.?lifecycle.?postStart.?httpGet.?port].exists(port, ${isName("port")} && ${isUndeclared("port")})`,
  }),
  "probe-named-port-unresolved": () => ({
    about: "pods",
    of: "all",
    container: someProbe(
      `[?p.?httpGet.?port, ?p.?tcpSocket.?port].exists(port, ${isName("port")} && ${isUndeclared("port")})`,
    ),
  }),
  "probe-path-suspicious": () => ({
    about: "pods",
    container: someProbe(
      `has(p.httpGet) && p.httpGet.?path.orValue('') != '' && (p.httpGet.path.matches(${URL}) || p.httpGet.path.matches(${pattern(CREDENTIALS)}) || !p.httpGet.path.startsWith('/'))`,
    ),
  }),
  "probe-port-undeclared": () => ({
    about: "pods",
    container: someProbe(
      `[?p.?httpGet.?port, ?p.?tcpSocket.?port, ?p.?grpc.?port].exists(port, type(port) == int && !(port in ${TCP_PORTS}))`,
    ),
  }),
  "probe-starved-by-cpu-limit": () => ({
    about: "pods",
    container: [
      "has(c.resources) && has(c.resources.limits) && 'cpu' in c.resources.limits",
      someProbe(`!has(p.tcpSocket) && ${timeout("p")} == 1`),
      "string(c.resources.limits.cpu).matches(r'^[0-9]+([.][0-9]+)?m?$')",
      `quantity(string(c.resources.limits.cpu)).isLessThan(quantity(${lastOf(imageBase)}.matches(${pattern(JVM_IMAGES)}) ? '${LOW_MILLI_CPU_JVM}m' : '${LOW_MILLI_CPU}m'))`,
    ].join(" && "),
  }),
  "probe-timeout-exceeds-period": () => ({
    about: "pods",
    container: someProbe(`${timeout("p")} > ${period("p")}`),
  }),
  "sidecar-as-app-container": (_, minor) =>
    minor < SIDECARS_SINCE
      ? undefined
      : {
          about: "pods",
          of: "app",
          container: `${isHelper("c")} && variables.pod.containers.exists(other, other != c && !${isHelper("other")})`,
        },
  "sidecar-startup-gate-missing": () => ({
    about: "pods",
    of: "sidecars",
    container: [
      "!has(c.startupProbe) && !has(c.?lifecycle.orValue({}).postStart)",
      `(${lastOf(imageBase)}.matches(${pattern(PROXIES)}) || variables.pod.?containers.orValue([]).exists(o, ${connects("o")}) || variables.pod.initContainers.exists(o, ${INIT_NAMES}.indexOf(o.name) > ${INIT_NAMES}.indexOf(c.name) && ${connects("o")}))`,
    ].join(" && "),
  }),
};
