import { describe, expect, it } from "vitest";
import { briefly, fixed, pod, problemsOf } from "./manifest.ts";

const C = "spec.containers[0]";

/** What the lines say when they stand in the container. */
function inContainer(...container: string[]): string[] {
  return problemsOf(pod({ container })).map(briefly);
}

describe("containers", () => {
  it.each<[lines: string[], expected: string[]]>([
    [["ports: [{containerPort: 80}]"], []],
    [["ports: [{containerPort: 0}]"], [`rejects ${C}.ports[0].containerPort`]],
    [["ports: [{containerPort: 70000}]"], [`rejects ${C}.ports[0].containerPort`]],
    [["ports: [{containerPort: 80, name: Web}]"], [`rejects ${C}.ports[0].name`]],
    [["ports: [{containerPort: 80, name: a}, {containerPort: 81, name: a}]"], [`rejects ${C}.ports[1].name`]],
    [["ports: [{containerPort: 80, protocol: tcp}]"], [`rejects ${C}.ports[0].protocol`]],
    [["ports: [{containerPort: 1, hostPort: 9}, {containerPort: 2, hostPort: 9}]"], [`rejects ${C}.ports[1].hostPort`]],
    [["ports: [{containerPort: 80}, {containerPort: 80}]"], [`warns ${C}.ports[1]`]],
    [["ports: [{containerPort: 80, hostIP: 127.0.0.1}]"], [`warns ${C}.ports[0]`]],
    [["imagePullPolicy: always"], [`rejects ${C}.imagePullPolicy`]],
    [['imagePullPolicy: ""'], []],
    [["terminationMessagePolicy: Log"], [`rejects ${C}.terminationMessagePolicy`]],
    [["volumeMounts: [{name: data, mountPath: /data}]"], [`rejects ${C}.volumeMounts[0].name`]],
    [["resizePolicy: [{resourceName: disk, restartPolicy: NotRequired}]"], [`rejects ${C}.resizePolicy`]],
    [["restartPolicy: Never"], []],
    [
      ["restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [3]}}]"],
      [`rejects ${C}.restartPolicy`],
    ],
    [
      ["restartPolicy: Never", "restartPolicyRules: [{action: Stop, exitCodes: {operator: In}}]"],
      [`rejects ${C}.restartPolicyRules[0].action`],
    ],
  ])("%j", (lines, expected) => {
    expect(inContainer(...lines)).toEqual(expected);
  });

  it("wants an image without blanks around it in a Pod", () => {
    expect(problemsOf(pod({}).replace("image: nginx", 'image: " nginx"')).map(briefly)).toEqual([`rejects ${C}.image`]);
  });

  it("wants at least one container", () => {
    const yaml = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: []}\n";
    expect(problemsOf(yaml).map(briefly)).toEqual(["rejects spec.containers"]);
  });

  it("gives every container of the pod a name of its own", () => {
    const yaml = pod({ spec: ["initContainers: [{name: web, image: a}]"] });
    expect(problemsOf(yaml).map(briefly)).toEqual(["rejects spec.initContainers[0].name"]);
  });

  it("takes a container's ports for host ports where the pod is on the host's network", () => {
    const ports = [
      "ports: [{containerPort: 80}, {containerPort: 80, protocol: UDP}, {containerPort: 81, hostPort: 82}]",
    ];
    const found = problemsOf(pod({ spec: ["hostNetwork: true"], container: ports })).map(briefly);
    expect(found).toEqual([`rejects ${C}.ports[2].hostPort`]);
    const twice = pod({
      spec: ["hostNetwork: true"],
      container: ["ports: [{containerPort: 80}, {containerPort: 80}]"],
    });
    expect(problemsOf(twice).map(briefly)).toEqual([`rejects ${C}.ports[1].hostPort`]);
  });
});

describe("probes", () => {
  const ok = "httpGet: {port: 80}";
  it.each<[line: string, expected: string[]]>([
    [`livenessProbe: {${ok}}`, []],
    ["livenessProbe: {}", [`rejects ${C}.livenessProbe`]],
    ["livenessProbe: {httpGet: null}", [`rejects ${C}.livenessProbe`]],
    ["livenessProbe: null", []],
    [
      `livenessProbe: {${ok}, tcpSocket: {port: 80}, grpc: {port: 1}}`,
      [`rejects ${C}.livenessProbe.tcpSocket ${C}.livenessProbe.grpc`],
    ],
    [`livenessProbe: {${ok}, periodSeconds: 0, timeoutSeconds: 0, successThreshold: 0, failureThreshold: 0}`, []],
    [`livenessProbe: {${ok}, periodSeconds: -1}`, [`rejects ${C}.livenessProbe.periodSeconds`]],
    [`startupProbe: {${ok}, successThreshold: 2}`, [`rejects ${C}.startupProbe.successThreshold`]],
    [`readinessProbe: {${ok}, successThreshold: 2}`, []],
    [
      `readinessProbe: {${ok}, terminationGracePeriodSeconds: 5}`,
      [`rejects ${C}.readinessProbe.terminationGracePeriodSeconds`],
    ],
    [
      `livenessProbe: {${ok}, terminationGracePeriodSeconds: 0}`,
      [`rejects ${C}.livenessProbe.terminationGracePeriodSeconds`],
    ],
    ["livenessProbe: {httpGet: {port: 80, scheme: http}}", [`rejects ${C}.livenessProbe.httpGet.scheme`]],
    ["livenessProbe: {httpGet: {path: /}}", [`rejects ${C}.livenessProbe.httpGet.port`]],
    ["livenessProbe: {httpGet: {port: web}}", []],
    [
      "livenessProbe: {httpGet: {port: 80, httpHeaders: [{name: 'a b', value: c}]}}",
      [`rejects ${C}.livenessProbe.httpGet.httpHeaders`],
    ],
    ["livenessProbe: {exec: {command: []}}", [`rejects ${C}.livenessProbe.exec.command`]],
    ["livenessProbe: {grpc: {port: 0}}", [`rejects ${C}.livenessProbe.grpc.port`]],
    ["livenessProbe: {tcpSocket: {port: '80'}}", [`rejects ${C}.livenessProbe.tcpSocket.port`]],
    ["lifecycle: {preStop: {sleep: {seconds: 30}}}", []],
    ["lifecycle: {preStop: {sleep: {seconds: 31}}}", [`rejects ${C}.lifecycle.preStop.sleep`]],
    ["lifecycle: {preStop: {}}", [`rejects ${C}.lifecycle.preStop`]],
    ["lifecycle: {stopSignal: SIGTERM}", [`drops ${C}.lifecycle`]],
    ["lifecycle: {stopSignal: SIGTERM, preStop: {sleep: {seconds: 1}}}", [`drops ${C}.lifecycle.stopSignal`]],
  ])("%s", (line, expected) => {
    expect(inContainer(line)).toEqual(expected);
  });

  it("names the rule that explains the mistake", () => {
    const rules = (line: string) => problemsOf(pod({ container: [line] })).map(problem => problem.ruleId);
    expect(rules("livenessProbe: {tcpSocket: {port: '80'}}")).toEqual(["probe-port-numeric-string"]);
    expect(rules("livenessProbe: {grpc: {port: 0}}")).toEqual(["grpc-probe-invalid"]);
    expect(rules("livenessProbe: {}")).toEqual(["probe-value-invalid"]);
    expect(rules("lifecycle: {preStop: {sleep: {seconds: 31}}}")).toEqual(["prestop-exceeds-grace"]);
    expect(rules("lifecycle: {postStart: {sleep: {seconds: 31}}}")).toEqual(["invalid-value"]);
  });

  it("fixes what can only be meant one way", () => {
    const yaml = pod({
      container: [
        "livenessProbe:",
        "  httpGet: {port: '8080', scheme: https}",
        "  successThreshold: 3",
        "readinessProbe:",
        "  tcpSocket: {port: 1}",
        "  terminationGracePeriodSeconds: 5",
        "  periodSeconds: 7",
      ],
    });
    const expected = yaml
      .replace("'8080'", "8080")
      .replace("https", "HTTPS")
      .replace("Threshold: 3", "Threshold: 1")
      .replace(/ +terminationGrace.*\n/, "");
    expect(fixed(yaml)).toBe(expected);
    expect(problemsOf(expected)).toEqual([]);
  });

  it("are for init containers only when these are sidecars", () => {
    const probe = "startupProbe: {tcpSocket: {port: 1}}";
    const init = (policy: string) =>
      problemsOf(pod({ spec: [`initContainers: [{name: i, image: i, ${policy}${probe}}]`] }));
    expect(init("restartPolicy: Always, ")).toEqual([]);
    expect(init("").map(problem => [briefly(problem), problem.ruleId])).toEqual([
      ["rejects spec.initContainers[0].startupProbe", "probe-on-init-container"],
    ]);
  });
});

describe("versions", () => {
  const said = (yaml: string, minor: number) => problemsOf(yaml, minor).map(briefly);
  it("sleeps since 1.30, and for 0 s since 1.33", () => {
    const sleep = (seconds: number) => pod({ container: [`lifecycle: {preStop: {sleep: {seconds: ${seconds}}}}`] });
    expect(said(sleep(5), 29)).toEqual([`drops ${C}.lifecycle.preStop.sleep`]);
    expect(said(sleep(5), 30)).toEqual([]);
    expect(said(sleep(0), 32)).toEqual([`rejects ${C}.lifecycle.preStop.sleep`]);
    expect(said(sleep(0), 33)).toEqual([]);
  });

  it("lets containers have a restart policy since 1.35, init containers Always since 1.29", () => {
    const app = pod({ container: ["restartPolicy: Always"] });
    expect(said(app, 33)).toEqual([`rejects ${C}.restartPolicy`]);
    expect(said(app, 34)).toEqual([`drops ${C}.restartPolicy`]);
    expect(said(app, 35)).toEqual([]);
    const init = (policy: string) => pod({ spec: [`initContainers: [{name: i, image: i, restartPolicy: ${policy}}]`] });
    expect(said(init("Always"), 28)).toEqual(["drops spec.initContainers[0].restartPolicy"]);
    expect(said(init("Always"), 29)).toEqual([]);
    expect(said(init("Never"), 34)).toEqual(["rejects spec.initContainers[0].restartPolicy"]);
    expect(said(init("Never"), 35)).toEqual([]);
  });

  it("relaxes the names of environment variables in 1.32", () => {
    const env = pod({ container: ["env: [{name: '1 a', value: x}]"] });
    expect(said(env, 31)).toEqual([`rejects ${C}.env[0].name`]);
    expect(said(env, 32)).toEqual([]);
  });

  it("drops fields whose gate is off", () => {
    expect(said(pod({ spec: ["hostUsers: false"] }), 32)).toEqual(["drops spec.hostUsers"]);
    expect(said(pod({ spec: ["hostUsers: false"] }), 33)).toEqual([]);
    const grace = pod({ container: ["livenessProbe: {tcpSocket: {port: 1}, terminationGracePeriodSeconds: 5}"] });
    expect(said(grace, 24)).toEqual([`drops ${C}.livenessProbe.terminationGracePeriodSeconds`]);
    expect(said(grace, 25)).toEqual([]);
    expect(said(pod({ spec: ["resources: {requests: {cpu: 1}}"] }), 33)).toEqual(["drops spec.resources"]);
  });
});
