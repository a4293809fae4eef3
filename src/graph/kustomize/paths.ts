// Paths inside a project: "/" separated, relative to its root, "" for the root itself.

/** `to` as written in a file of directory `from`; undefined when it leads out of the project. */
export function resolvePath(from: string, to: string): string | undefined {
  if (to.startsWith("/")) return undefined;
  const parts = from === "" ? [] : from.split("/");
  for (const part of to.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}

export function isWithin(path: string, directory: string): boolean {
  return directory === "" || path === directory || path.startsWith(`${directory}/`);
}

/** Something that kustomize fetches: a URL, or a host with a repository. */
export function isRemote(path: string): boolean {
  return /^[a-z+]+:\/\/|^git@|^github\.com[/:]|[?&]ref=|^[\w.-]+\.(com|org|io|net)\/.+\/\//.test(path);
}
