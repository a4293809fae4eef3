export interface IpAddress {
    readonly family: 4 | 6;
    /** 4 or 16 bytes; an IPv4-mapped IPv6 address counts as IPv4. */
    readonly bytes: readonly number[];
    /** What the server would print, when the text is not the canonical form. */
    readonly nonStandard?: string;
}
export declare const IP_MESSAGE = "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)";
export declare function parseIp(text: string): IpAddress | undefined;
/** ValidateNonSpecialIP: what makes an address unfit for endpoints and external IPs. */
export declare function specialIp(ip: IpAddress, text: string): string | undefined;
