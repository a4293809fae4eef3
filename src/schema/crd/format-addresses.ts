// URIs and e-mail addresses, as Go's net/url ParseRequestURI and net/mail ParseAddress take them.

const LONGEST = 100_000;

/** An absolute URI, or a path that begins with a slash. */
export function isRequestUri(text: string): boolean {
  if (text === "" || text.length > LONGEST || /[\x00-\x1f\x7f]/.test(text)) return false;
  if (text === "*") return true;
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/.exec(text)?.[0] ?? "";
  const rest = text.slice(scheme.length).replace(/\?.*$/s, "");
  if (!rest.startsWith("/")) return scheme !== "";
  if (scheme === "" || !rest.startsWith("//")) return isEscapedWell(rest);
  const slash = rest.indexOf("/", 2);
  const authority = rest.slice(2, slash < 0 ? undefined : slash);
  return isAuthority(authority) && (slash < 0 || isEscapedWell(rest.slice(slash)));
}

function isEscapedWell(text: string): boolean {
  return !/%(?![0-9A-Fa-f]{2})/.test(text);
}

function isAuthority(text: string): boolean {
  const at = text.lastIndexOf("@");
  const user = at < 0 ? "" : text.slice(0, at);
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user) || !isEscapedWell(user)) return false;
  const host = text.slice(at + 1);
  if (host.startsWith("[")) return /^\[[^\]\s]*\](?::\d*)?$/.test(host);
  const colon = host.lastIndexOf(":");
  if (colon >= 0 && !/^:\d*$/.test(host.slice(colon))) return false;
  // Go leaves characters beyond ASCII and these marks alone; a percent sign may stand for such a character only.
  return /^[A-Za-z0-9\-._~!$&'()*+,;=:[\]<>"\u0080-\uffff%]*$/.test(host) && !/%(?![89A-Fa-f][0-9A-Fa-f])/.test(host);
}

const ATOM = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~\u0080-\uffff]+$/;

/** `user@example.com`, `"the user"@example.com`, `The User <user@example.com>`. */
export function isEmail(text: string): boolean {
  if (text.length > LONGEST) return false;
  const plain = text.trim();
  const angle = /^([^<]*)<([^<>]*)>$/.exec(plain);
  if (angle === null) return isAddress(plain);
  return isPhrase((angle[1] ?? "").trim()) && isAddress((angle[2] ?? "").trim());
}

function isPhrase(text: string): boolean {
  if (text === "" || /^"(?:[^"\\\r\n]|\\.)*"$/.test(text)) return true;
  return text.split(/[ \t]+/).every(word => /^[^\s"(),:;<>@[\\\]]+$/.test(word));
}

function isAddress(text: string): boolean {
  const at = text.lastIndexOf("@");
  if (at <= 0) return false;
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  const isLocal = /^"(?:[^"\\\r\n]|\\.)*"$/.test(local) || isDotAtom(local);
  return isLocal && (isDotAtom(domain) || /^\[[^\][\\\s]*\]$/.test(domain));
}

function isDotAtom(text: string): boolean {
  return text.split(".").every(part => ATOM.test(part));
}
