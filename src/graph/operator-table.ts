import type { Field } from "../field.ts";

export interface OperatorRow {
  /** Who makes the pods. */
  readonly who: string;
  /** Label keys that only this one sets; with "/" at the end, all keys of that domain. */
  readonly keys?: readonly string[];
  /** Of `keys`, only these pairs count: `k8s-app=kube-dns`. */
  readonly pairs?: readonly string[];
  /** Kinds from whose objects pods are made. */
  readonly kinds?: readonly string[];
  /** The labels on the pods of an object, from its name and spec. */
  readonly labels?: (name: string, spec: Field) => Map<string, string>;
  /** Paths below `spec` where the author writes labels for the pods. */
  readonly podLabels?: readonly string[];
}

function recommended(
  app: string,
  name: string,
  more: readonly (readonly [string, string])[] = [],
): Map<string, string> {
  return new Map([["app.kubernetes.io/name", app], ["app.kubernetes.io/instance", name], ...more]);
}

export const OPERATORS: readonly OperatorRow[] = [
  {
    who: "the Prometheus operator",
    kinds: ["monitoring.coreos.com/Prometheus", "monitoring.coreos.com/PrometheusAgent"],
    labels: name =>
      recommended("prometheus", name, [
        ["app", "prometheus"],
        ["prometheus", name],
        ["operator.prometheus.io/name", name],
        ["app.kubernetes.io/managed-by", "prometheus-operator"],
        ["app.kubernetes.io/component", "prometheus"],
        ["app.kubernetes.io/part-of", "kube-prometheus"],
      ]),
    podLabels: ["podMetadata.labels"],
    keys: ["operator.prometheus.io/"],
  },
  {
    who: "the Prometheus operator",
    kinds: ["monitoring.coreos.com/Alertmanager"],
    labels: name =>
      recommended("alertmanager", name, [
        ["alertmanager", name],
        ["app", "alertmanager"],
      ]),
    podLabels: ["podMetadata.labels"],
  },
  {
    who: "the Prometheus operator",
    kinds: ["monitoring.coreos.com/ThanosRuler"],
    labels: name => recommended("thanos-ruler", name, [["thanos-ruler", name]]),
    podLabels: ["podMetadata.labels"],
  },
  { who: "CloudNativePG", keys: ["cnpg.io/", "postgresql.cnpg.io/"] },
  { who: "CloudNativePG", kinds: ["postgresql.cnpg.io/Cluster"], labels: name => new Map([["postgresql", name]]) },
  { who: "the Zalando Postgres operator", keys: ["spilo-role"], kinds: ["acid.zalan.do/postgresql"] },
  { who: "the Crunchy Postgres operator", keys: ["postgres-operator.crunchydata.com/"] },
  { who: "Strimzi", keys: ["strimzi.io/"] },
  { who: "Confluent for Kubernetes", keys: ["platform.confluent.io/", "confluent-platform"] },
  {
    who: "Confluent for Kubernetes",
    kinds: [
      ...[
        "Kafka",
        "Zookeeper",
        "Connect",
        "KsqlDB",
        "SchemaRegistry",
        "ControlCenter",
        "KafkaRestProxy",
        "KRaftController",
        "Gateway",
      ].map(kind => `platform.confluent.io/${kind}`),
    ],
    labels: name =>
      new Map([
        ["app", name],
        ["clusterId", "confluent"],
      ]),
    podLabels: ["podTemplate.labels"],
  },
  { who: "the ClickHouse operator", keys: ["clickhouse.altinity.com/", "clickhouse-keeper.altinity.com/"] },
  {
    who: "Elastic Cloud on Kubernetes",
    keys: [
      "common.k8s.elastic.co/",
      "elasticsearch.k8s.elastic.co/",
      "kibana.k8s.elastic.co/",
      "apm.k8s.elastic.co/",
      "beat.k8s.elastic.co/",
      "agent.k8s.elastic.co/",
      "logstash.k8s.elastic.co/",
    ],
  },
  { who: "OpenShift", keys: ["deploymentconfig", "deploymentConfig", "openshift.io/"] },
  { who: "Knative Serving", keys: ["serving.knative.dev/"] },
  { who: "KServe", keys: ["serving.kserve.io/", "component.kserve.io/"] },
  { who: "Seldon Core", keys: ["seldon-deployment-id", "seldon-app"] },
  { who: "Kubeflow", keys: ["training.kubeflow.org/", "notebook-name", "kubeflow.org/"] },
  { who: "Ray", keys: ["ray.io/"] },
  { who: "the Spark operator", keys: ["spark-role", "spark-app-selector", "sparkoperator.k8s.io/"] },
  { who: "Tekton Triggers", keys: ["eventlistener", "tekton.dev/", "triggers.tekton.dev/"] },
  { who: "Argo Workflows", keys: ["workflows.argoproj.io/"] },
  { who: "KubeVirt", keys: ["kubevirt.io/", "vm.kubevirt.io/"] },
  { who: "Agones", keys: ["agones.dev/"] },
  { who: "Rook", keys: ["rook_cluster", "rook_object_store", "rook.io/", "ceph_daemon_type", "ceph_daemon_id"] },
  { who: "the MinIO operator", keys: ["v1.min.io/"] },
  { who: "cass-operator", keys: ["cassandra.datastax.com/", "k8ssandra.io/"] },
  { who: "Vitess", keys: ["planetscale.com/"] },
  { who: "the Actions runner controller", keys: ["actions.github.com/", "actions-runner/"] },
  { who: "the JobSet or LeaderWorkerSet controller", keys: ["jobset.sigs.k8s.io/", "leaderworkerset.sigs.k8s.io/"] },
  { who: "Dapr", keys: ["dapr.io/"] },
  { who: "the Solr operator", keys: ["solr-cloud"] },
  { who: "Istio", keys: ["istio", "istio.io/", "gateway.networking.k8s.io/"] },
  {
    who: "the cluster itself",
    keys: ["k8s-app"],
    pairs: ["kube-dns", "coredns", "metrics-server", "kube-proxy", "kubernetes-dashboard", "calico-node"].map(
      app => `k8s-app=${app}`,
    ),
  },
  {
    who: "the cluster itself",
    keys: ["component"],
    pairs: ["kube-apiserver", "kube-controller-manager", "kube-scheduler", "etcd"].map(app => `component=${app}`),
  },
  {
    who: "the RabbitMQ cluster operator",
    kinds: ["rabbitmq.com/RabbitmqCluster"],
    labels: name =>
      new Map([
        ["app.kubernetes.io/name", name],
        ["app.kubernetes.io/component", "rabbitmq"],
        ["app.kubernetes.io/part-of", "rabbitmq"],
      ]),
  },
  {
    who: "the OpenTelemetry operator",
    kinds: ["opentelemetry.io/OpenTelemetryCollector"],
    labels: name =>
      new Map([
        ["app.kubernetes.io/name", `${name}-collector`],
        ["app.kubernetes.io/managed-by", "opentelemetry-operator"],
        ["app.kubernetes.io/component", "opentelemetry-collector"],
        ["app.kubernetes.io/part-of", "opentelemetry"],
      ]),
  },
  {
    who: "the MongoDB operator",
    kinds: ["mongodbcommunity.mongodb.com/MongoDBCommunity", "mongodb.com/MongoDB"],
    labels: name => new Map([["app", `${name}-svc`]]),
    podLabels: ["statefulSet.spec.template.metadata.labels", "podSpec.podTemplate.metadata.labels"],
  },
  {
    who: "the Keycloak operator",
    kinds: ["k8s.keycloak.org/Keycloak", "keycloak.org/Keycloak"],
    labels: name =>
      recommended("keycloak", name, [
        ["app", "keycloak"],
        ["component", "keycloak"],
      ]),
  },
  {
    who: "the Jaeger operator",
    kinds: ["jaegertracing.io/Jaeger"],
    labels: name => recommended(name, name, [["app", "jaeger"]]),
  },
  {
    who: "the Grafana operator",
    kinds: ["grafana.integreatly.org/Grafana", "integreatly.org/Grafana"],
    labels: name =>
      new Map([
        ["app", name],
        ["app.kubernetes.io/name", name],
      ]),
    podLabels: ["deployment.spec.template.metadata.labels"],
  },
  {
    who: "the Redis operator",
    kinds: [
      "redis.redis.opstreelabs.in/Redis",
      "redis.redis.opstreelabs.in/RedisCluster",
      "databases.spotahome.com/RedisFailover",
    ],
    labels: name =>
      new Map([
        ["app", name],
        ["redisfailovers.databases.spotahome.com/name", name],
      ]),
  },
];

/** The API groups of the kinds from which operators make pods. */
export function groupsOfOperators(): Set<string> {
  return new Set(OPERATORS.flatMap(({ kinds = [] }) => kinds.map(kind => kind.slice(0, kind.indexOf("/")))));
}
