// Containers that stop taking requests in an order of their own, so that nothing has to hold SIGTERM back.

import { imageBase, programsOf, wordsOf } from "./command.ts";
import type { Container } from "./container.ts";
import { ANNOTATION } from "./resource.ts";
import type { Workload } from "./workload.ts";

/** Proxies that close their listeners gradually when SIGTERM comes. */
const DRAINING = /^(envoy|proxyv2|istio-proxy|linkerd2?-proxy|traefik|kourier)$/;

/** A known proxy, or the author says so. */
export function drainsItself(container: Container, workload: Workload): boolean {
  return workload.annotation(ANNOTATION.handlesSigterm) === "true" || DRAINING.test(imageBase(container));
}

/** Databases, caches, queues: their clients keep connections open and know one another's addresses, so that a later SIGTERM helps few of them. */
const DATA_STORE =
  /^(postgres|postgresql|postgis|mysql|mysql-server|mariadb|percona|mongo|mongodb|redis|valkey|memcached|rabbitmq|activemq|kafka|cp-(server|kafka|zookeeper)|zookeeper|etcd|cassandra|cockroach|elasticsearch|opensearch|couchdb|couchbase|influxdb|nats|minio|neo4j|rethinkdb)$/;

export function isDataStore(container: Container): boolean {
  return DATA_STORE.test(imageBase(container));
}

/** Its process only waits, for somebody to look in or to hold a place: `sleep infinity`, `tail -f /dev/null`, the pause image. */
export function isIdle(container: Container): boolean {
  const args = container.field.get("args").items();
  const words = [...(wordsOf(container.field) ?? []), ...args.map(word => String(word.scalar ?? ""))];
  const programs = programsOf(words);
  if (programs.length === 0) return /^pause(-amd64|-arm64)?$/.test(imageBase(container));
  return programs.every(program => program === "sleep" || program === "tail");
}

/** Nothing in the pods takes requests or has anything to end in order; their Service is there for its name. */
export function isIdleThroughout({ longRunningContainers }: Workload): boolean {
  return longRunningContainers.length > 0 && longRunningContainers.every(isIdle);
}
