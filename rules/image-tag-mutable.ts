import { imageReference, isBuilt } from "../src/kubernetes/image.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "image-tag-mutable",
  summary: "An image without a fixed tag makes every start a rollout of its own",
  why: `No tag means "latest", and what it stands for changes. The same manifest runs other code on the node that pulls it next, a restart
    after a crash may be an upgrade nobody asked for, applying it again starts no rollout, and kubectl rollout undo returns to the same
    tag with today's content.`,
  severity: "warning",
  severities: { info: "a bare name that no registry knows, which a build tool has to replace" },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/containers/images/#image-names",
    "pkg/apis/core/v1: SetDefaults_Container",
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
              image: nginx
              #      ^^^^^ image "nginx" has no tag, which means latest: what it stands for changes, and the next pod may run other code
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: nginx:1.27.3
      `,
    },
  ],

  target: "container",
  *check(container, { workload }) {
    const text = container.image.string;
    if (text === undefined || container.kind === "ephemeral") return;
    const image = imageReference(text);
    if (image === undefined || image.digest !== undefined || (image.tag ?? "latest") !== "latest") return;
    // Built on this machine and loaded into its node: no registry has another one.
    if (container.field.get("imagePullPolicy").scalar === "Never") return;
    // Of these nobody keeps a revision to go back to.
    const isWithoutHistory = ["Pod", "Job", "CronJob"].includes(workload.kind);
    const result = isWithoutHistory ? "the next pod may run other code" : "a rollback does not go back";
    yield {
      at: container.image,
      message:
        image.tag === undefined
          ? `image "${text}" has no tag, which means latest: what it stands for changes, and ${result}`
          : `image "${text}": what latest stands for changes, and ${result}`,
      ...(isBuilt(image) ? { severity: "info" as const, strict: true } : {}),
      help: "a version, or a digest (@sha256:…), always means the same code",
    };
  },
});
