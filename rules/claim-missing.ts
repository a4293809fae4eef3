import { aboutMissing, missingReferences } from "../src/graph/missing.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "claim-missing",
  summary: "A pod mounts a PersistentVolumeClaim that is not there",
  why: `The scheduler does not place a pod whose claim does not exist: it stays Pending (persistentvolumeclaim not found) until somebody makes the claim.`,
  severity: "info",
  severities: {
    error: "when the whole application is there and a PersistentVolumeClaim of nearly that name with it",
    warning: "when a PersistentVolumeClaim of nearly that name stands beside it",
    info: "when it may come from somewhere else",
  },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#claims-as-volumes"],
  absence: true,
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: { name: data }
        spec:
          accessModes: [ReadWriteOnce]
          resources: { requests: { storage: 1Gi } }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: db }
        spec:
          containers:
            - name: db
              image: postgres:17.2
              volumeMounts: [{ name: data, mountPath: /var/lib/postgresql/data }]
          volumes:
            - name: data
              persistentVolumeClaim: { claimName: date }
              #                                   ^^^^ PersistentVolumeClaim "date" is not in namespace "default"; did you mean "data"?
      `,
      good: yaml`
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: { name: data }
        spec:
          accessModes: [ReadWriteOnce]
          resources: { requests: { storage: 1Gi } }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: db }
        spec:
          containers:
            - name: db
              image: postgres:17.2
              volumeMounts: [{ name: data, mountPath: /var/lib/postgresql/data }]
          volumes:
            - name: data
              persistentVolumeClaim: { claimName: data }
      `,
    },
  ],

  target: "resource",
  *check(resource, { graph }) {
    for (const missing of missingReferences("/PersistentVolumeClaim", resource, graph)) {
      const { reference, namespace } = missing.resolved;
      yield {
        ...aboutMissing(missing),
        message: `PersistentVolumeClaim "${reference.name}" is not in namespace "${namespace}"${missing.hint}`,
        help: "the pods stay Pending until it exists",
      };
    }
  },
});
