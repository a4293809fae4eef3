import type { Problems } from "../problems.ts";
import type { ServiceView } from "./service.ts";
import type { Cluster } from "./validator.ts";
export declare function warnService(view: ServiceView, cluster: Cluster, problems: Problems): void;
