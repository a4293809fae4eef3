import type { Problems } from "../problems.ts";
import type { ServiceView } from "./service.ts";
export declare function validatePorts(view: ServiceView, problems: Problems): void;
