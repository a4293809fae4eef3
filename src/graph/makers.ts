// Objects that appear in a cluster though nobody writes them down: the cluster's own, and those that other objects cause to be made.

import type { Field } from "../field.ts";
import type { Resource } from "../kubernetes/resource.ts";
import { WHOLE } from "./place-list.ts";
import type { ResourceIndex } from "./resource-index.ts";

/** Names the cluster itself brings, by group and kind. */
const BROUGHT: Readonly<Record<string, RegExp | undefined>> = {
  "/ServiceAccount": /^default$/,
  "/ConfigMap": /^(kube-root-ca\.crt|openshift-service-ca\.crt)$/,
  "/Service": /^kubernetes$/,
  "rbac.authorization.k8s.io/ClusterRole": /^(cluster-admin|admin|edit|view|system:.*)$/,
  "rbac.authorization.k8s.io/Role": /^(extension-apiserver-authentication-reader|system:.*)$/,
  "scheduling.k8s.io/PriorityClass": /^system-(cluster|node)-critical$/,
};

interface Maker {
  /** The kind whose objects cause one to be made. */
  readonly kind: string;
  /** Its name, from the maker; several for some. */
  readonly names: (name: string, spec: Field, root: Field) => readonly (string | undefined)[];
}

const SECRETS: readonly Maker[] = [
  {
    kind: "bitnami.com/SealedSecret",
    names: (name, spec) => [spec.get("template", "metadata", "name").string ?? name],
  },
  { kind: "external-secrets.io/ExternalSecret", names: (name, spec) => [spec.get("target", "name").string ?? name] },
  { kind: "kubernetes-client.io/ExternalSecret", names: name => [name] },
  { kind: "cert-manager.io/Certificate", names: (_name, spec) => [spec.get("secretName").string] },
  { kind: "secrets.hashicorp.com/VaultStaticSecret", names: (_name, spec) => [spec.get("destination", "name").string] },
  {
    kind: "secrets.hashicorp.com/VaultDynamicSecret",
    names: (_name, spec) => [spec.get("destination", "name").string],
  },
  {
    kind: "secrets-store.csi.x-k8s.io/SecretProviderClass",
    names: (_name, spec) =>
      spec
        .get("secretObjects")
        .items()
        .map(item => item.get("secretName").string),
  },
  { kind: "onepassword.com/OnePasswordItem", names: name => [name] },
  {
    kind: "isindir.github.com/SopsSecret",
    names: (_name, spec) =>
      spec
        .get("secretTemplates")
        .items()
        .map(item => item.get("name").string),
  },
  {
    kind: "postgresql.cnpg.io/Cluster",
    names: name => ["app", "superuser", "ca", "server", "replication"].map(part => `${name}-${part}`),
  },
  { kind: "kafka.strimzi.io/KafkaUser", names: name => [name] },
  { kind: "kafka.strimzi.io/Kafka", names: name => [`${name}-cluster-ca-cert`, `${name}-clients-ca-cert`] },
  { kind: "rabbitmq.com/RabbitmqCluster", names: name => [`${name}-default-user`] },
  {
    kind: "networking.k8s.io/Ingress",
    names: (_name, spec, root) =>
      isIssued(root)
        ? spec
            .get("tls")
            .items()
            .map(item => item.get("secretName").string)
        : [],
  },
];

/** cert-manager's ingress-shim makes the Secrets of an Ingress that names an issuer. */
function isIssued(root: Field): boolean {
  return root
    .get("metadata", "annotations")
    .entries()
    .some(({ key }) =>
      /^(cert-manager\.io|certmanager\.k8s\.io)\/(cluster-)?issuer$|^kubernetes\.io\/tls-acme$/.test(String(key)),
    );
}

/** Confluent for Kubernetes: the name for all pods of a component, and a Service for each of them. */
const CONFLUENT: readonly Maker[] = [
  "Kafka",
  "Zookeeper",
  "KRaftController",
  "Connect",
  "SchemaRegistry",
  "KsqlDB",
  "ControlCenter",
  "KafkaRestProxy",
].map(kind => ({ kind: `platform.confluent.io/${kind}`, names: confluentServices }));

/** Pods of one component that are told apart; there are a few. */
const MEMBERS = 64;

function confluentServices(name: string, spec: Field): string[] {
  const count = Math.min(spec.get("replicas").number ?? 1, MEMBERS);
  return [name, ...Array.from({ length: Math.max(count, 0) }, (_, index) => `${name}-${index}-internal`)];
}

const MAKERS: Readonly<Record<string, readonly Maker[] | undefined>> = {
  "/Secret": SECRETS,
  "/ConfigMap": [{ kind: "trust.cert-manager.io/Bundle", names: name => [name] }],
  "/Service": [
    { kind: "serving.knative.dev/Service", names: name => [name] },
    { kind: "flagger.app/Canary", names: (_name, spec) => canaryServices(spec) },
    { kind: "kafka.strimzi.io/Kafka", names: name => [`${name}-kafka-bootstrap`, `${name}-kafka-brokers`] },
    { kind: "postgresql.cnpg.io/Cluster", names: name => ["rw", "ro", "r"].map(part => `${name}-${part}`) },
    { kind: "rabbitmq.com/RabbitmqCluster", names: name => [name, `${name}-nodes`] },
    ...CONFLUENT,
    {
      kind: "jaegertracing.io/Jaeger",
      names: name => ["query", "collector", "collector-headless", "agent"].map(part => `${name}-${part}`),
    },
    { kind: "monitoring.coreos.com/Prometheus", names: () => ["prometheus-operated"] },
    { kind: "monitoring.coreos.com/Alertmanager", names: () => ["alertmanager-operated"] },
  ],
  "/PersistentVolumeClaim": [{ kind: "cdi.kubevirt.io/DataVolume", names: name => [name] }],
  "apps/Deployment": [{ kind: "serving.knative.dev/Service", names: name => [`${name}-deployment`] }],
};

/** Who makes the object, as a phrase; undefined when somebody has to write it down. */
export function makerOf(groupKind: string, name: string, namespace: string, index: ResourceIndex): string | undefined {
  if (BROUGHT[groupKind]?.test(name)) return "every cluster";
  const made = madeIn(groupKind, namespace, index);
  if (groupKind !== CLAIM) return made.get(name);
  // The claims of a StatefulSet are named `<template>-<statefulset>-<ordinal>`.
  const stem = /^(.+)-\d+$/.exec(name)?.[1];
  return made.get(name) ?? (stem === undefined ? undefined : made.get(`${stem}-`));
}

const CLAIM = "/PersistentVolumeClaim";
const MOST_MAKERS = 256;
type Made = ReadonlyMap<string, string>;
const known = new WeakMap<ResourceIndex, Map<string, Made>>();

/** The names of the objects of a kind that others in a namespace cause to be made, with who does; of StatefulSets' claims, without the ordinal. */
function madeIn(groupKind: string, namespace: string, index: ResourceIndex): Made {
  const ofIndex = known.get(index) ?? new Map<string, Made>();
  known.set(index, ofIndex);
  const key = `${groupKind} ${namespace}`;
  const made = ofIndex.get(key) ?? findMade(groupKind, namespace, index);
  ofIndex.set(key, made);
  return made;
}

function findMade(groupKind: string, namespace: string, index: ResourceIndex): Made {
  const made = new Map<string, string>();
  const add = (maker: Resource, names: readonly (string | undefined)[]) => {
    for (const name of names)
      if (name !== undefined && !made.has(name)) made.set(name, `${maker.kind} "${maker.name ?? "?"}"`);
  };
  for (const { kind, names } of MAKERS[groupKind] ?? [])
    for (const maker of index.names.ofKind(kind, namespace, WHOLE, MOST_MAKERS))
      add(maker, names(maker.name ?? "", maker.spec, maker.root));
  if (groupKind === CLAIM)
    for (const set of index.names.ofKind("apps/StatefulSet", namespace, WHOLE, MOST_MAKERS)) add(set, claimsOf(set));
  return made;
}

function claimsOf(set: Resource): string[] {
  const templates = set.spec.get("volumeClaimTemplates").items();
  return templates.map(template => `${template.get("metadata", "name").string}-${set.name}-`);
}

/** The API groups of other kinds than Kubernetes' own that have objects made. */
export function groupsOfMakers(): Set<string> {
  const kinds = Object.values(MAKERS).flatMap(makers => makers?.map(({ kind }) => kind) ?? []);
  return new Set(kinds.map(kind => kind.slice(0, kind.indexOf("/"))).filter(group => group !== "networking.k8s.io"));
}

function canaryServices(spec: Field): (string | undefined)[] {
  const name = spec.get("service", "name").string ?? spec.get("targetRef", "name").string;
  return name === undefined ? [] : [name, `${name}-primary`, `${name}-canary`];
}
