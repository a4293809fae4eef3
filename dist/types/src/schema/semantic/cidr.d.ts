import type { Field } from "../../field.ts";
import type { Details, Problems } from "../problems.ts";
import { type IpAddress } from "./ip.ts";
export interface Cidr {
    readonly address: IpAddress;
    readonly bits: number;
    /** Written with leading zeros, or as IPv4 within IPv6. */
    readonly nonStandard: boolean;
}
export declare const CIDR_MESSAGE = "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)";
/** The canonical text of an address (RFC 5952). */
export declare function formatIp({ bytes }: IpAddress): string;
export declare function parseCidr(text: string): Cidr | undefined;
/** The network's own address: every bit beyond the prefix is 0. */
export declare function networkOf({ address: { family, bytes }, bits }: Cidr): IpAddress;
export declare function formatCidr(cidr: Cidr): string;
/** Whether `inner` lies in `outer` and is smaller. */
export declare function isStrictSubset(inner: Cidr, outer: Cidr): boolean;
/** IsValidIPForLegacyField. The address where it is good, undefined where it is not, or not known. */
export declare function validateIp(field: Field, problems: Problems, details?: Details): IpAddress | undefined;
/** IsValidCIDRForLegacyField. `text` is the field's own unless the server trims or splits it first. */
export declare function validateCidr(field: Field, problems: Problems, details?: Details, text?: string | undefined): Cidr | undefined;
/** GetWarningsForIP. `path` is the place as the server's warning writes it. */
export declare function warnIp(field: Field, path: string, problems: Problems): void;
/** GetWarningsForCIDR. */
export declare function warnCidr(field: Field, path: string, problems: Problems): void;
