// Rules about the probes of a container (rules/liveness-*.ts, rules/readiness-*.ts, rules/startup-*.ts).

import { LIVE as LIVE_PATH, READY as READY_PATH } from "../../../rules/probe-path-swapped.ts";
import { TICKER_RESET_SINCE } from "../../../rules/readiness-initial-delay-rounded.ts";
import { HTTP_NAME } from "../../../rules/tcp-only-liveness.ts";
import { delay, failureRun, failures, pattern, period, resolved, successes, timeout } from "./cel.ts";
import type { Family } from "./exported.ts";

const [LIVE, READY, WEB] = [pattern(LIVE_PATH), pattern(READY_PATH), pattern(HTTP_NAME)];

const [live, ready, start] = ["c.livenessProbe", "c.readinessProbe", "c.startupProbe"];

const budget = `(${delay(start)} + ${failures(start)} * ${period(start)})`;
const isEarly = (probe: string) => `has(${probe}) && ${delay(probe)} > 0 && ${delay(probe)} <= ${budget}`;
const withSlash = (path: string) => `(${path}.startsWith('/') ? ${path} : '/' + ${path})`;

const httpPort = (probe: string) => resolved(`${probe}.httpGet.port`);
const tcpPort = (probe: string) => resolved(`${probe}.tcpSocket.port`);
const httpPath = (probe: string) => withSlash(`${probe}.httpGet.?path.orValue('')`);
const bothHave = (handler: string) => `has(${live}.${handler}) && has(${ready}.${handler})`;
const same = (part: (probe: string) => string) => `${part(live)} == ${part(ready)}`;

/** One question for both probes, however its port is written (src/kubernetes/endpoint.ts). */
const sameHttp = [
  bothHave("httpGet"),
  same(httpPort),
  same(httpPath),
  same(probe => `${probe}.httpGet.?scheme.orValue('HTTP')`),
  same(probe => `${probe}.httpGet.?host.orValue('')`),
  same(probe => `${probe}.httpGet.?httpHeaders.orValue([])`),
].join(" && ");
const sameTcp = `${bothHave("tcpSocket")} && ${same(tcpPort)} && ${same(probe => `${probe}.tcpSocket.?host.orValue('')`)}`;
const sameExec = `${bothHave("exec")} && ${same(probe => `${probe}.exec.?command.orValue([])`)}`;
const sameGrpc = `${bothHave("grpc")} && ${same(probe => `${probe}.grpc.port`)} && ${same(probe => `${probe}.grpc.?service.orValue('')`)}`;
const sameEndpoint = `has(${live}) && has(${ready}) && (${sameHttp} || ${sameTcp} || ${sameExec} || ${sameGrpc})`;

const asks = (probe: string, wanted: string, other: string) =>
  `has(${probe}.httpGet) && ${probe}.httpGet.?path.orValue('').matches(${wanted}) && !${probe}.httpGet.?path.orValue('').matches(${other})`;

/** firstReadinessAttempt of src/rollout/arithmetic.ts: the earliest one. */
const earliest = `((${delay(ready)} - 1) % ${period(ready)} < 3 ? ${delay(ready)} - 1 : ((${delay(ready)} - 1 + ${period(ready)} - 1) / ${period(ready)}) * ${period(ready)})`;

const declaredNumber = `c.?ports.orValue([]).filter(d, d.containerPort == ${tcpPort(live)}).map(d, d.?name.orValue(''))`;

export const probeRules: Family = {
  "delay-redundant-with-startup": () => ({
    about: "pods",
    container: `has(${start}) && (${isEarly(live)} || ${isEarly(ready)})`,
  }),
  "liveness-equals-readiness": () => ({ about: "serving", container: sameEndpoint }),
  "liveness-failure-threshold-one": () => ({ about: "pods", container: `has(${live}) && ${failures(live)} == 1` }),
  "liveness-slow-kill": ({ seconds }) => ({
    about: "pods",
    container: `has(${live}) && !has(${live}.terminationGracePeriodSeconds) && variables.pod.?terminationGracePeriodSeconds.orValue(30) >= ${seconds}`,
  }),
  "liveness-too-aggressive": ({ seconds }) => {
    const hanging = failureRun(live, timeout(live));
    const refused = `(${failures(live)} - 1) * ${period(live)}`;
    const isQuick = `${refused} < ${seconds} && ${period(live)} < 5 && ${failures(live)} < 3`;
    return {
      about: "pods",
      container: `has(${live}) && ${failures(live)} >= 2 && (${hanging} < ${seconds} || (${isQuick}))`,
    };
  },
  "liveness-too-slow": ({ seconds }) => ({
    about: "pods",
    container: `has(${live}) && ${period(live)} + ${failureRun(live, timeout(live))} + 1 > ${seconds}`,
  }),
  "liveness-with-restart-never": () => ({
    about: "jobs",
    of: "app",
    container: [
      "variables.pod.?restartPolicy.orValue('Always') == 'Never'",
      "c.?restartPolicy.orValue('Never') == 'Never'",
      "c.?restartPolicyRules.orValue([]).size() == 0",
      `(has(${start}) || has(${live}))`,
    ].join(" && "),
  }),
  "probe-path-swapped": () => ({
    about: "pods",
    container: `!(${sameEndpoint}) && ((has(${live}) && ${asks(live, READY, LIVE)}) || (has(${ready}) && ${asks(ready, LIVE, READY)}))`,
  }),
  "readiness-initial-delay-large": ({ delaySeconds }) => ({
    about: "serving",
    container: `has(${ready}) && !has(${start}) && ${delay(ready)} >= ${delaySeconds}`,
  }),
  "readiness-initial-delay-rounded": (_, minor) =>
    minor < TICKER_RESET_SINCE
      ? undefined
      : {
          about: "pods",
          container: `has(${ready}) && !has(${start}) && ${delay(ready)} > 0 && ${delay(ready)} % ${period(ready)} != 0 && ${earliest} > ${delay(ready)}`,
        },
  "readiness-success-threshold-slow": ({ seconds }) => ({
    about: "pods",
    container: `has(${ready}) && (${successes(ready)} - 1) * ${period(ready)} >= ${seconds}`,
  }),
  "startup-probe-alone": () => ({
    about: "serving",
    of: "app",
    container: `has(${start}) && !has(${live}) && !has(${ready})`,
  }),
  "tcp-only-liveness": () => ({
    about: "pods",
    container: `has(${live}) && has(${live}.tcpSocket) && type(${tcpPort(live)}) == int && ((has(${ready}) && has(${ready}.httpGet) && ${httpPort(ready)} == ${tcpPort(live)}) || (${declaredNumber}.size() > 0 && ${declaredNumber}[0].matches(${WEB})))`,
  }),
};
