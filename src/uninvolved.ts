// Of a large project around a few files: the files that are not even read, because their raw text shows that they have nothing to do with
// the asked ones. What could make a difference is read: an object that mentions a name or a label of theirs (or whose Service they name in
// a value), kinds that work on others without naming them, what stands in line of directory or is built by the same kustomization, and one file of
// every set of kinds in the same namespaces, since "there are such objects in the project" proves more than "there are none".

import { KustomizeFamily } from "./graph/kustomize/family.ts";
import { groupsOfMakers } from "./graph/makers.ts";
import { groupsOfOperators } from "./graph/operator-table.ts";
import { directoryOf, isInLine } from "./graph/place-list.ts";
import type { LoadedFile } from "./load.ts";
import { type Ties, tiesOf } from "./ties.ts";
import type { Source } from "./yaml/document.ts";

export interface Asked {
  readonly files: readonly LoadedFile[];
  /** The asked files as they were before a change. */
  readonly before: readonly LoadedFile[];
  readonly kustomizations: readonly Source[];
  /** Where objects without a namespace go. */
  readonly namespace: string;
}

/** Kinds that have to do with other objects only through names and labels that they, or the others, write down. */
const PLAIN_KIND =
  /^(Deployment|StatefulSet|DaemonSet|ReplicaSet|Job|CronJob|Pod|Service|Ingress|ConfigMap|Secret|ServiceAccount|(Cluster)?Role(Binding)?|HorizontalPodAutoscaler|PodDisruptionBudget|PersistentVolumeClaim)$/;
const OTHER_GROUP =
  /\bapiVersion["']?\s*:(?!\s*["']?(v1|(apps|batch|extensions|policy|autoscaling|networking\.k8s\.io|rbac\.authorization\.k8s\.io)\/\w+)["']?\s*([,}#]|$))/m;
/** Kinds that work on a whole namespace or on all nodes, or whose controllers make objects that nobody names. */
const FAR_REACHING_KIND =
  /\bkind["']?\s*:\s*["']?(StatefulSet|Namespace|Node|ResourceQuota|LimitRange|\w*NetworkPolicy)\b/;
const FAR_REACHING_GROUP = new RegExp(
  `\\bapiVersion["']?\\s*:\\s*["']?(${[...groupsOfMakers(), ...groupsOfOperators()].map(group => group.replaceAll(".", "\\.")).join("|")})/`,
);
/** Text that is filled in later, or is written so that a search would miss it. */
const UNCLEAR = /\{\{|\$\{|\\[ux]/;
/** A selector that may select what it does not name. */
const OPEN_SELECTOR = /\bmatchExpressions\b|elector["']?\s*:\s*(\{\s*\}|null|~)/;
const NODE_PORT = "nodePort";
const KIND = /\bkind["']?\s*:\s*["']?(\w+)/g;
const NAMESPACE = /\bnamespace["']?\s*:\s*["']?([\w.-]+)/g;
const SELECTOR = /elector["']?\s*:/;
const SERVICE = /\bkind["']?\s*:\s*["']?Service\b/;
const NAME = /\bname["']?\s*:\s*["']?([\w.-]+)/g;
/** The name of an object written in block style. */
const OWN_NAME = /^metadata:(?:\s*\{(?:[^{}\n]*,)? *name:|[ \t]*\n(?:[ \t].*\n)*?[ \t]+name:)[ \t]*["']?([\w.-]+)/gm;
const DOCUMENT = /^kind:/gm;

/** The same files; of those that are not to be read, the text is empty. */
export function withoutUninvolved(context: readonly Source[], asked: Asked): readonly Source[] {
  const files = [...asked.files, ...asked.before];
  if (!canBeTold(files)) return context;
  const paths = files.map(({ source }) => source.path);
  const family = new KustomizeFamily(paths, asked.kustomizations);
  const ties = tiesOf(files, family.texts);
  if (ties === undefined || ties.isVague) return context;
  const words = [...ties.words, ...ties.parts.filter(part => isRare(part, context))];
  // A port of the nodes is everybody's.
  if (ties.isWritten(NODE_PORT)) words.push(NODE_PORT);
  const isOwnNamespace = (name: string) =>
    name === asked.namespace || ties.isWritten(name) || family.texts.some(text => text.includes(name));
  const directories = [...new Set(paths.map(directoryOf))];
  const seen = new Set<string>();
  return context.map(source => {
    const { path, text } = source;
    const isNear = directories.some(directory => isInLine(directory, directoryOf(path)));
    if (isNear || mayMatter(text, words, ties) || family.mayHold(path)) return source;
    const signature = signatureOf(text, isOwnNamespace);
    if (signature === undefined || seen.has(signature)) return { ...source, text: "" };
    seen.add(signature);
    return source;
  });
}

/** Whether what the asked files have to do with others is all written down. */
function canBeTold(files: readonly LoadedFile[]): boolean {
  return files.every(
    ({ source: { text }, documents }) =>
      ![UNCLEAR, OPEN_SELECTOR, OTHER_GROUP].some(sign => sign.test(text)) &&
      documents.every(({ document, resources }) => document.root === undefined || resources.length > 0) &&
      documents.every(({ resources }) => resources.every(({ kind }) => PLAIN_KIND.test(kind))),
  );
}

function mayMatter(text: string, words: readonly string[], ties: Ties): boolean {
  if (words.some(word => text.includes(word))) return true;
  if ([UNCLEAR, OPEN_SELECTOR, FAR_REACHING_KIND, FAR_REACHING_GROUP].some(sign => sign.test(text))) return true;
  if (ties.hasVagueLabels && SELECTOR.test(text)) return true;
  return SERVICE.test(text) && namesIn(text).some(name => ties.isWritten(name));
}

/** A word in more of the files than these tells nothing of any of them. */
const RARE = 0.05;

function isRare(word: string, files: readonly Source[]): boolean {
  let count = 0;
  for (const { text } of files) if (text.includes(word) && ++count > files.length * RARE) return false;
  return true;
}

/** The names of the objects; where they are not easily seen, all that is called a name. */
function namesIn(text: string): string[] {
  const own = wordsOf(text, OWN_NAME);
  if (own.length > 0 && own.length >= (text.match(DOCUMENT)?.length ?? 0)) return own;
  return wordsOf(text, NAME);
}

/** What the file shows to be there; undefined where it does so in other namespaces only. */
function signatureOf(text: string, isOwnNamespace: (name: string) => boolean): string | undefined {
  const kinds = wordsOf(text, KIND);
  const namespaces = wordsOf(text, NAMESPACE);
  const own = [...new Set(namespaces)].filter(isOwnNamespace);
  // With fewer namespaces than kinds, an object may be without one.
  if (namespaces.length < kinds.length) own.push("");
  if (own.length === 0) return undefined;
  return [...new Set(kinds), "in", ...own].sort().join(" ");
}

function wordsOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, word = ""]) => word);
}
