import type { Problems } from "../problems.ts";
import type { ServiceView } from "./service.ts";
/** False when the server stops here. */
export declare function allocate(view: ServiceView, problems: Problems): boolean;
