/** Whether Go's time.LoadLocation knows the name. */
export declare function isTimeZone(name: string): boolean;
/** The name as the database writes it, or a zone of a city of that name ("Berlin"). */
export declare function nearestTimeZone(name: string): string | undefined;
