import { defineRule, yaml } from "../src/rule.ts";

export const CREDENTIALS = /[?&](token|access_token|api_?key|password|passwd|secret|auth)=/i;

export default defineRule({
  id: "probe-path-suspicious",
  summary: "The path of an HTTP probe is not what a path looks like",
  why: `The kubelet takes scheme and host from fields of their own and overwrites what the path says of them, and it puts a slash before a path that
    has none. The probe works, but not as it reads. Credentials in a path are seen by all who may read the object.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes",
    "pkg/probe/http: formatURL",
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
              livenessProbe:
                httpGet: { path: "http://web.example.com/livez", port: 8080 }
                #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the path of the liveness probe is a whole URL, "http://web.example.com/livez": its scheme and host are thrown away
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
      `,
    },
  ],

  target: "container",
  *check(container) {
    for (const probe of container.probes) {
      const field = probe.field.get("httpGet", "path");
      const path = field.string;
      if (path === undefined || path === "") continue;
      const fault = faultOf(path);
      if (fault !== undefined)
        yield {
          at: field,
          message: `the path of the ${probe.label} probe ${fault}`,
          help: "scheme, host and headers have fields of their own beside it",
        };
    }
  },
});

function faultOf(path: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) return `is a whole URL, "${path}": its scheme and host are thrown away`;
  if (CREDENTIALS.test(path)) return "carries credentials that all who may read the pod can see";
  return path.startsWith("/") ? undefined : `is "${path}": a slash is put before it`;
}
