import { Duration, Timestamp } from "./values.ts";
/** time.ParseDuration. */
export declare function parseDuration(text: string): Duration;
export declare function parseTimestamp(text: string): Timestamp;
export declare function formatTimestamp({ nanos }: Timestamp): string;
export declare function modulo(value: bigint, by: bigint): bigint;
/** `string(duration)` gives seconds, as protobuf writes them. */
export declare function formatDuration({ nanos }: Duration): string;
/** The time as the clocks of a zone show it: a Date whose UTC parts are the zone's. */
export declare function inZone({ nanos }: Timestamp, zone: string): Date;
