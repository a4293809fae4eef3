/** What is wrong with a text, in the server's words; empty when nothing is. */
export type NameCheck = (text: string) => readonly string[];
export declare const DNS1123_LABEL_MESSAGE = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character";
export declare const DNS1123_SUBDOMAIN_MESSAGE = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character";
export declare const DNS1035_LABEL_MESSAGE = "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character";
export declare const QUALIFIED_PART_MESSAGE = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
export declare const LABEL_VALUE_MESSAGE = "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
/** The length in bytes of UTF-8, which is what Go counts. */
export declare function byteLength(text: string): number;
export declare const isDns1123Label: NameCheck;
export declare const isDns1123Subdomain: NameCheck;
export declare const isDns1123SubdomainWithUnderscore: NameCheck;
export declare const isDns1035Label: NameCheck;
export declare const isWildcardDns1123Subdomain: NameCheck;
/** `name` or `prefix.example.com/name`: label keys, annotation keys, finalizers, resource names. */
export declare const isQualifiedName: NameCheck;
export declare const isLabelValue: NameCheck;
/** `example.com/path`, with the path required. */
export declare const isDomainPrefixedPath: NameCheck;
/** A port name of the IANA kind. */
export declare const isPortName: NameCheck;
/** The minor version since which environment variables may have any printable ASCII name (RelaxedEnvironmentVariableValidation). */
export declare const RELAXED_ENV_NAMES_SINCE = 32;
/** Environment variable names; until 1.31 also without digits in front and with `-`, `.` and `_` as the only other characters. */
export declare function envNameCheck(minor: number): NameCheck;
/** Keys of ConfigMaps and Secrets. */
export declare const isConfigMapKey: NameCheck;
export declare const isCIdentifier: NameCheck;
export declare const isHttpHeaderName: NameCheck;
/** Names that become one segment of a URL, such as RBAC roles. */
export declare const isPathSegmentName: NameCheck;
/** A relative path without steps upwards (validateLocalDescendingPath). */
export declare const isDescendingPath: NameCheck;
/** validatePathNoBacksteps: no `..` between slashes. */
export declare const hasNoBacksteps: NameCheck;
/** The first code point that the pattern for single characters does not take, with its position in code points. */
export declare function firstOffending(text: string, allowed: RegExp): {
    character: string;
    at: number;
} | undefined;
/** `U+B4DC "드" at 6`. */
export declare function describeCharacter({ character, at }: {
    character: string;
    at: number;
}): string;
