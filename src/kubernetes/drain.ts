// Containers that stop taking requests in an order of their own, so that nothing has to hold SIGTERM back.

import { imageBase } from "./command.ts";
import type { Container } from "./container.ts";
import { ANNOTATION } from "./resource.ts";
import type { Workload } from "./workload.ts";

/** Proxies that close their listeners gradually when SIGTERM comes. */
const DRAINING = /^(envoy|proxyv2|istio-proxy|linkerd2?-proxy|traefik|kourier)$/;

/** A known proxy, or the author says so. */
export function drainsItself(container: Container, workload: Workload): boolean {
  return workload.annotation(ANNOTATION.handlesSigterm) === "true" || DRAINING.test(imageBase(container));
}
