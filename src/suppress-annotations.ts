// `kprobe-lint.dev/ignore.<rule>: "reason"` on an object or its pod template: ignores that survive Helm and Kustomize.

import type { Field } from "./field.ts";
import { editsOf } from "./fix.ts";
import { ANNOTATION, type Resource } from "./kubernetes/resource.ts";
import { Workload } from "./kubernetes/workload.ts";
import type { LoadedDocument, LoadedFile } from "./load.ts";
import type { Place } from "./place.ts";
import type { Settings } from "./settings.ts";
import type { Ignore } from "./suppress-ignore.ts";

export function ignoreAnnotations(file: LoadedFile, { customWorkloads }: Settings): Ignore[] {
  if (!file.source.text.includes(ANNOTATION.ignore)) return [];
  return file.documents.flatMap(loaded =>
    loaded.resources.flatMap(resource => {
      const onObject = ignoresAt(resource.metadata, placeOfObject(resource, loaded), { loaded, resource });
      const template = Workload.read(resource, customWorkloads)?.template;
      // A Pod is its own template.
      if (template?.node === undefined || template.node === resource.root.node) return onObject;
      const start = template.entry?.key.start ?? template.node.start;
      const place = { start, end: template.node.end };
      return [...onObject, ...ignoresAt(template.get("metadata"), place, { loaded, resource })];
    }),
  );
}

function placeOfObject({ root }: Resource, { document }: LoadedDocument): Place {
  if (root.parent === undefined || root.node === undefined) return { start: document.start, end: document.end };
  return { start: root.node.start, end: root.node.end };
}

function ignoresAt(
  metadata: Field,
  covers: Place,
  { loaded, resource }: { loaded: LoadedDocument; resource: Resource },
): Ignore[] {
  return metadata
    .get("annotations")
    .entries()
    .filter(({ key }) => String(key).startsWith(ANNOTATION.ignore))
    .map(field => ignoreFrom(field, covers, loaded, resource));
}

/** The name of an annotation has one slash only: `ignore.policy.team` means `policy/team`. */
function ruleNamed(name: string): string {
  return name.startsWith("policy.") ? `policy/${name.slice("policy.".length)}` : name;
}

function ignoreFrom(field: Field, covers: Place, { file, document }: LoadedDocument, resource: Resource): Ignore {
  const { start, end } = field.entry?.key ?? { start: 0, end: 0 };
  const rule = { id: ruleNamed(String(field.key).slice(ANNOTATION.ignore.length)), start, end };
  const remove = () => editsOf({ remove: field }, file.source.text);
  return {
    by: "annotation",
    file,
    document: document.index,
    start,
    end,
    rules: rule.id === "" ? [] : [rule],
    reason: typeof field.scalar === "string" ? field.scalar.trim() || undefined : undefined,
    covers,
    flaw: rule.id === "" ? "this annotation names no rule, so it ignores nothing" : undefined,
    resource,
    remove,
    removeRules: remove,
  };
}
