export declare function isHugePages(name: string): boolean;
/** Without a domain, or in one of Kubernetes' own. */
export declare function isNativeResource(name: string): boolean;
export declare function isExtendedResource(name: string): boolean;
export declare function isStandardContainerResource(name: string): boolean;
export declare function isStandardQuotaResource(name: string): boolean;
export declare function isStandardResource(name: string): boolean;
/** Resources that are counted, not measured. */
export declare function isIntegerResource(name: string): boolean;
export declare function isOvercommitAllowed(name: string): boolean;
/** validateResourceName. */
export declare function resourceNameErrors(name: string): readonly string[];
