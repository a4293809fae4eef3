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

/** Its process only waits for somebody to look in: `sleep infinity`, `tail -f /dev/null`. */
export function isIdle(container: Container): boolean {
  const args = container.field.get("args").items();
  const words = [...(wordsOf(container.field) ?? []), ...args.map(word => String(word.scalar ?? ""))];
  const programs = programsOf(words);
  return programs.length > 0 && programs.every(program => program === "sleep" || program === "tail");
}
