// Which object a diagnostic is about: its resource with all its fields, where the diagnostic itself carries a name only.

import type { Diagnostic, Path } from "./diagnostic.ts";
import type { Resource } from "./kubernetes/resource.ts";
import type { LoadedFile } from "./load.ts";

/** The objects of some files, by file, document and path. */
export class Owners {
  private readonly files: ReadonlyMap<string, LoadedFile>;
  private readonly byPath = new Map<string, ReadonlyMap<string, Resource>>();

  constructor(files: ReadonlyMap<string, LoadedFile>) {
    this.files = files;
  }

  of({ file, document, path }: Pick<Diagnostic, "file" | "document" | "path">): Resource | undefined {
    const resources = this.resourcesIn(file, document);
    if (resources.size === 0) return undefined;
    // The item of a List stands at `items` and a number, the item of a List in a List at two of these.
    for (let length = path.length; length > 0; length--) {
      if (typeof path[length - 1] !== "number") continue;
      const item = resources.get(keyOf(path.slice(0, length)));
      if (item !== undefined) return item;
    }
    return resources.get("");
  }

  private resourcesIn(file: string, document: number): ReadonlyMap<string, Resource> {
    const key = `${document} ${file}`;
    const known = this.byPath.get(key);
    if (known !== undefined) return known;
    const loaded = this.files.get(file)?.documents.find(({ document: { index } }) => index === document);
    const found = new Map((loaded?.resources ?? []).map(resource => [keyOf(resource.root.path), resource]));
    this.byPath.set(key, found);
    return found;
  }
}

function keyOf(path: Path): string {
  return path.join("/");
}
