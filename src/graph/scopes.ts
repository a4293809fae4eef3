import { Field } from "../field.ts";
import { Resource } from "../kubernetes/resource.ts";
import type { Item } from "./kustomize/item.ts";

export function viewOf(item: Item): Resource | undefined {
  const { source, node } = item;
  if (source === undefined) return Resource.read(item.generatedBy ?? "", 0, new Field(node));
  if (source.root.node === node) return source;
  const { parent, key, entry } = source.root;
  return Resource.read(source.file, source.document, new Field(node, parent, key, entry));
}
