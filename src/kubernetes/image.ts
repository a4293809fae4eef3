// Image references: which content a tag stands for.

export interface ImageReference {
  /** Registry and repository. */
  readonly name: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** `registry:5000/team/app:1.4@sha256:…`; undefined for text that is no reference: placeholders, addresses of build tools. */
export function imageReference(text: string): ImageReference | undefined {
  const [rest = "", digest] = text.split("@");
  const slash = rest.lastIndexOf("/");
  const colon = rest.indexOf(":", slash + 1);
  const name = colon < 0 ? rest : rest.slice(0, colon);
  const tag = colon < 0 ? undefined : rest.slice(colon + 1);
  // distribution/reference: repositories are written in lower case.
  if (!/^[a-z0-9][a-z0-9._:-]*(\/[a-z0-9][a-z0-9._-]*)*$/.test(name)) return undefined;
  return { name, tag, digest };
}
