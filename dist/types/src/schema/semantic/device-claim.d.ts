import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import type { Cluster } from "./validator.ts";
export declare function validateDeviceClaim(devices: Field, cluster: Cluster, problems: Problems): void;
export declare function validateDeviceSelectors(selectors: Field, problems: Problems): void;
export declare function validateDeviceConfigs(configs: Field, problems: Problems): void;
