// Proof that edits changed what they were meant to and nothing else. Both texts are parsed, and every difference between the two has to
// lie within an edit: in the old text what went away or changed, in the new one what came.

import type { Edit } from "./diagnostic.ts";
import type { Place } from "./place.ts";
import type { Document } from "./yaml/document.ts";
import type { Entry, ListNode, MapNode, Node } from "./yaml/node.ts";

export interface Version {
  readonly text: string;
  readonly documents: readonly Document[];
}

/** Why the edits, sorted and without overlaps, are not to be trusted; undefined when they are. */
export function unintended(before: Version, after: Version, edits: readonly Edit[]): string | undefined {
  const changes = new Changes(edits);
  const pairs = paired(before, after);
  if (pairs === undefined) return "the documents would not be the same any more";
  for (const [old, now] of pairs) {
    if (!isBroken(old) && isBroken(now)) return "a document would not parse any more";
    if (isBroken(old)) continue;
    if (before.text.slice(old.start, old.end) === after.text.slice(now.start, now.end) && !changes.touches(old))
      continue;
    if (!commentsStay(old, now, changes)) return "a comment would change";
    if (!sameRoots(old.root, now.root, changes)) return "more than the intended values would change";
  }
  return undefined;
}

function isBroken({ root, problems }: Document): boolean {
  return root === undefined && problems.length > 0;
}

/** Documents that correspond. Only a broken one may become several. */
function paired(before: Version, after: Version): [Document, Document][] | undefined {
  const [olds, news] = [before.documents, after.documents];
  const pair = (old: Document, now: Document | undefined) =>
    now === undefined ? [] : [[old, now] as [Document, Document]];
  if (olds.length === news.length) return olds.flatMap((old, index) => pair(old, news[index]));
  const broken = olds.flatMap((old, index) => (isBroken(old) ? [index] : []));
  const [first, last] = [broken[0], broken.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const head = olds.slice(0, first).flatMap((old, index) => pair(old, news[index]));
  const shift = news.length - olds.length;
  const tail = olds.slice(last + 1).flatMap((old, index) => pair(old, news[last + 1 + index + shift]));
  return [...head, ...tail];
}

/** Where a text was edited, in terms of the old and of the new text. */
class Changes {
  private readonly old: readonly Place[];
  private readonly now: readonly Place[];

  constructor(edits: readonly Edit[]) {
    this.old = edits.map(({ start, end }) => ({ start, end }));
    let shift = 0;
    this.now = edits.map(({ start, end, text }) => {
      const place = { start: start + shift, end: start + shift + text.length };
      shift += text.length - (end - start);
      return place;
    });
  }

  touches({ start, end }: Place): boolean {
    return near(this.old, end).some(edit => edit.start <= end && edit.end >= start);
  }

  /** Replaced or taken out as a whole. */
  covers({ start, end }: Place): boolean {
    return near(this.old, start).some(edit => edit.start <= start && edit.end >= end && edit.end > edit.start);
  }

  /** Replaced from its first character on, or put in quotes. */
  begins({ start }: Place): boolean {
    return near(this.old, start).some(edit => edit.start <= start && (edit.end > start || edit.start === start));
  }

  /** A comment that goes, or is edited inside. */
  alters(comment: Place): boolean {
    return this.covers(comment) || isWithin(this.old, comment);
  }

  /** A comment that comes, or was edited inside. */
  isAltered(comment: Place): boolean {
    return this.brings(comment) || isWithin(this.now, comment);
  }

  /** New text. */
  brings({ start, end }: Place): boolean {
    return near(this.now, start).some(edit => edit.start <= start && edit.end >= end && edit.end > edit.start);
  }
}

/** Whether one of some sorted places lies inside, behind the first character. */
function isWithin(places: readonly Place[], { start, end }: Place): boolean {
  return near(places, end).some(place => place.start > start && place.start < end && place.end <= end);
}

/** The last of some sorted places that begin at or before an offset: no others can hold it, two may begin together. */
function near(places: readonly Place[], offset: number): readonly Place[] {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return places.slice(Math.max(0, low - 3), low);
}

function commentsStay(old: Document, now: Document, changes: Changes): boolean {
  const kept = old.comments.filter(comment => !changes.alters(comment)).map(({ text }) => text);
  const found = now.comments.filter(comment => !changes.isAltered(comment)).map(({ text }) => text);
  return kept.length === found.length && kept.every((text, index) => text === found[index]);
}

function sameRoots(old: Node | undefined, now: Node | undefined, changes: Changes): boolean {
  if (old === undefined || now === undefined) return old === now || (now !== undefined && changes.brings(now));
  return agree(old, now, changes);
}

/** Equal, or different only where that was meant. */
function agree(old: Node, now: Node, changes: Changes): boolean {
  if (equal(old, now) || changes.covers(old)) return true;
  if (old.kind === "map" && now.kind === "map") return mapsAgree(old, now, changes);
  if (old.kind === "list" && now.kind === "list") return listsAgree(old, now, changes);
  if (old.kind !== "scalar") return false;
  return changes.begins(old) || (old.start === old.end && changes.brings(now));
}

function mapsAgree(old: MapNode, now: MapNode, changes: Changes): boolean {
  const after = new Map(now.entries.map(entry => [entry.key.value, entry]));
  const renamed: Entry[] = [];
  for (const entry of old.entries) {
    const counterpart = after.get(entry.key.value);
    after.delete(entry.key.value);
    if (counterpart !== undefined) {
      if (!agree(entry.value, counterpart.value, changes)) return false;
    } else if (changes.covers(entry.key) && !changes.covers(placeOf(entry))) renamed.push(entry);
    else if (!changes.covers(placeOf(entry))) return false;
  }
  const added = [...after.values()].filter(entry => !changes.brings(placeOf(entry)));
  return (
    added.length === renamed.length &&
    added.every(({ key, value }, index) => {
      const from = renamed[index];
      return from !== undefined && changes.brings(key) && agree(from.value, value, changes);
    })
  );
}

function placeOf({ key, value, at }: Entry): Place {
  return { start: key.start, end: Math.max(key.end, (at ?? value).end) };
}

function listsAgree(old: ListNode, now: ListNode, changes: Changes): boolean {
  const left = old.items.filter(item => !changes.covers(item));
  const came = now.items.filter(item => !changes.brings(item));
  if (left.length === came.length) return left.every((item, index) => pairAgrees(item, came[index], changes));
  // An item that was replaced is covered in the old text and new in the new one, but its neighbours stay.
  return (
    old.items.length === now.items.length &&
    old.items.every((item, index) => pairAgrees(item, now.items[index], changes))
  );
}

function pairAgrees(old: Node, now: Node | undefined, changes: Changes): boolean {
  return now !== undefined && agree(old, now, changes);
}

/** The same to the API server. */
function equal(a: Node, b: Node): boolean {
  if (a.kind === "scalar") return b.kind === "scalar" && Object.is(a.value, b.value) && a.json === b.json;
  if (a.kind === "list")
    return (
      b.kind === "list" &&
      a.items.length === b.items.length &&
      a.items.every((item, index) => equalTo(item, b.items[index]))
    );
  if (b.kind !== "map" || a.entries.length !== b.entries.length) return false;
  const others = new Map(b.entries.map(({ key, value }) => [key.value, value]));
  return a.entries.every(({ key, value }) => equalTo(value, others.get(key.value)));
}

function equalTo(a: Node, b: Node | undefined): boolean {
  return b !== undefined && equal(a, b);
}
