// Characters as go-yaml's scanner classes them (yamlprivateh.go). The code past the end of a text is 0.

export const TAB = 9;
export const SPACE = 32;

/** Line breaks: LF, CR, NEL, LS, PS. */
export function isBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029;
}

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function isBreakOrEnd(code: number): boolean {
  return code === 0 || isBreak(code);
}

export function isBlankOrEnd(code: number): boolean {
  return code === SPACE || code === TAB || code === 0 || isBreak(code);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isHex(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
}

/** What an anchor and a tag handle are made of: letters, digits, `_` and `-`. */
export function isWord(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code === 45;
}

// What go-yaml's reader refuses anywhere in a text ("control characters are not allowed", readerc.go).
const CONTROL =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The offset of the first character that no YAML text may hold; -1 where there is none. */
export function firstControl(text: string, from = 0): number {
  CONTROL.lastIndex = from;
  return CONTROL.exec(text)?.index ?? -1;
}
