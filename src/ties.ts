// The words by which the objects of some files hang together with others: names, labels, hosts.

import type { LoadedFile } from "./load.ts";
import type { Node } from "./yaml/node.ts";

export interface Ties {
  /** A text without any of them names nothing of these files, and nothing that they name. */
  readonly words: readonly string[];
  /** Words within names, which may also stand in a name that is nearly the same. */
  readonly parts: readonly string[];
  /** Something has a name too short to be searched for, or a selector of such labels alone. */
  readonly isVague: boolean;
  /** Pods carry labels whose values say too little to be searched for. */
  readonly hasVagueLabels: boolean;
  /** Whether the files write a word anywhere: in an address, a command, a setting. */
  readonly isWritten: (word: string) => boolean;
}

/** With more words than this, looking for them in all other files costs more than it saves. */
const MOST_WORDS = 64;

/** Undefined where there are too many words. What `kustomizations` write may be added to what the files hold. */
export function tiesOf(files: readonly LoadedFile[], kustomizations: readonly string[] = []): Ties | undefined {
  const collector = new Collector();
  for (const { documents } of files)
    for (const { document } of documents) if (document.root !== undefined) collector.collect(document.root, "");
  for (const text of kustomizations) for (const [word] of text.matchAll(/[\w.-]{3,}/g)) collector.take(word);
  const words = distinct(collector.words);
  if (words.length > MOST_WORDS) return undefined;
  const texts = files.map(({ source }) => source.text);
  return {
    words,
    parts: distinct(collector.parts),
    isVague: collector.isVague,
    hasVagueLabels: collector.hasVagueLabels,
    isWritten: word => texts.some(text => text.includes(word)),
  };
}

/** One that contains another is found with it. */
function distinct(words: ReadonlySet<string>): string[] {
  const kept: string[] = [];
  for (const word of [...words].sort((a, b) => a.length - b.length))
    if (kept.length <= MOST_WORDS && !kept.some(shorter => word.includes(shorter))) kept.push(word);
  return kept;
}

/** Maps of labels, whose values are names. */
const LABELS = /^(labels|matchLabels|selector|podSelector|namespaceSelector)$/;
const SELECTOR = /^(matchLabels|selector|podSelector)$/;
/** Keys whose value is the name of something. */
const NAMING =
  /([nN]ame|[sS]ervice|[sS]erviceAccount|[cC]lass|[sS]ecret|[cC]laim|[rR]ef|resourceName|subdomain|namespace)s?$/;
const HOST = /^hosts?(name)?$/;
/** Below these keys, names mean something within the object, or to nobody. */
const INNER = /^(ports?|volumeMounts|data|stringData|resources?|metric)$/;
/** Items of these lists have a name for the object's own use, and may refer to others further down. */
const NAMED_WITHIN = /^(env|volumes|containers|initContainers)$/;
/** Their labels are everybody's. */
const COMMON_DOMAIN = /(^|[.])(kubernetes|k8s)[.]io[/]$|^helm[.]sh[/]$/;
/** Namespaces are few, and in most files. */
const NAMESPACE = "namespace";
/** A name of fewer letters is in every text. */
const SHORTEST = 3;

class Collector {
  readonly words = new Set<string>();
  readonly parts = new Set<string>();
  isVague = false;
  hasVagueLabels = false;

  /** `key` is the key the node stands under, or its list. */
  collect(node: Node, key: string): void {
    if (node.kind === "scalar") {
      if (HOST.test(key)) this.#host(node.value);
      else if (NAMING.test(key) && key !== NAMESPACE) this.#name(node.value);
    } else if (node.kind === "list") for (const item of node.items) this.collect(item, key);
    else if (node.kind === "map") this.#map(node, key);
  }

  /** Without its end a long word is found with a typing error there, too. */
  take(word: string): void {
    this.words.add(word.length < 6 ? word : word.slice(0, Math.ceil(word.length * 0.75)));
    for (const part of word.split(/[-._/]/)) if (part.length > SHORTEST && part !== word) this.parts.add(part);
  }

  #map({ entries }: Extract<Node, { kind: "map" }>, at: string): void {
    for (const { key: name, value } of entries) {
      const key = String(name.value);
      if (key === "name" && NAMED_WITHIN.test(at)) continue;
      if (value.kind === "map" && key === "annotations") this.#annotations(value);
      else if (value.kind === "map" && LABELS.test(key)) this.#labels(value, key);
      else if (!INNER.test(key)) this.collect(value, key);
    }
  }

  #name(value: unknown): void {
    if (typeof value !== "string" || value === "") return;
    if (value.length < SHORTEST) this.isVague = true;
    else this.take(value);
  }

  #host(value: unknown): void {
    if (typeof value === "string" && value.length >= SHORTEST) this.words.add(value.replace(/^\*\./, ""));
  }

  /** Ingress controllers and others refer to Secrets and Services by annotations. */
  #annotations({ entries }: Extract<Node, { kind: "map" }>): void {
    for (const { value } of entries)
      if (value.kind === "scalar" && typeof value.value === "string" && /^[\w.-]+\/?[\w.-]+$/.test(value.value))
        for (const word of value.value.split("/"))
          if (word.length >= SHORTEST && /[a-z]{3}/.test(word)) this.take(word);
  }

  #labels(map: Extract<Node, { kind: "map" }>, key: string): void {
    let isVague = true;
    for (const { key: name, value } of map.entries) {
      const domain = String(name.value).match(/^[^/]+\//)?.[0];
      // Whether anybody uses labels of such a domain tells whose they are.
      if (domain !== undefined && SELECTOR.test(key) && !COMMON_DOMAIN.test(domain)) this.words.add(domain);
      if (value.kind !== "scalar") this.collect(map, "");
      else if (
        typeof value.value === "string" &&
        value.value.length >= SHORTEST &&
        !/^(true|false)$/.test(value.value)
      ) {
        this.take(value.value);
        isVague = false;
      } else this.hasVagueLabels = true;
    }
    if (
      isVague &&
      map.entries.length > 0 &&
      SELECTOR.test(key) &&
      map.entries.every(({ value }) => value.kind === "scalar")
    )
      this.isVague = true;
  }
}
