import type { HookName } from "../src/kubernetes/container.ts";
import { nearestTo } from "../src/nearest.ts";
import { defineRule, yaml } from "../src/rule.ts";

const CONSEQUENCE = {
  preStop: "the hook fails (FailedPreStopHook) and SIGTERM is sent at once",
  postStart: "the hook fails and the container is killed (FailedPostStartHook), every time it starts",
} as const;

export default defineRule({
  id: "prestop-hook-target-missing",
  summary: "A lifecycle hook calls a port name that its container does not declare",
  why: `The kubelet looks the name up among the ports of the container when the hook runs; nothing checks it before. A preStop hook that
    fails is skipped, so nothing is drained. A postStart hook that fails kills the container, and the restart fails in the same way.`,
  severity: "warning",
  severities: { error: "a postStart hook: the container never runs" },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/",
    "pkg/kubelet/lifecycle: handlerRunner.runHTTPHandler, resolvePort",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ name: admin, containerPort: 9000 }]
              lifecycle:
                preStop:
                  httpGet: { path: /drain, port: admn }
                  #                              ^^^^ preStop calls port "admn", which container "web" does not declare; did you mean "admin"?
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ name: admin, containerPort: 9000 }]
              lifecycle:
                preStop:
                  httpGet: { path: /drain, port: admin }
      `,
    },
  ],

  target: "container",
  *check(container) {
    for (const name of ["preStop", "postStart"] as const satisfies readonly HookName[]) {
      const at = container.hook(name).get("httpGet", "port");
      const port = at.string;
      if (port === undefined || port === "" || /^\d+$/.test(port)) continue;
      const names = container.ports.flatMap(declared => declared.name ?? []);
      if (names.includes(port)) continue;
      const near = nearestTo(port, names);
      const declared = container.ports.find(candidate => candidate.name === near && near !== undefined);
      yield {
        at,
        message: `${name} calls port "${port}", which container "${container.name}" does not declare${near === undefined ? "" : `; did you mean "${near}"?`}`,
        help: CONSEQUENCE[name],
        ...(declared === undefined ? {} : { related: [{ at: declared.field.get("name"), message: "declared here" }] }),
        ...(name === "postStart" ? { severity: "error" as const } : {}),
        ...(near === undefined
          ? {}
          : { fixes: [{ title: `write port: ${near}`, safety: "unsafe" as const, changes: [{ set: at, to: near }] }] }),
      };
    }
  },
});
