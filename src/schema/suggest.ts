// What an unknown key was meant to be: a misspelt field, another name for one, or a field of another place.

import { distance, nearest } from "../nearest.ts";
import { structOf, type Type } from "./tables.ts";

/** A map on the way from the document's root to the unknown key. */
export interface Level {
  /** The name of the map's type. */
  readonly type: string;
  /** Its path. */
  readonly path: readonly (string | number)[];
}

/** Names that people carry over from other tools, other kinds and other languages. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  healthcheck: ["livenessProbe"],
  health: ["livenessProbe"],
  liveness: ["livenessProbe"],
  livenesscheck: ["livenessProbe"],
  livecheck: ["livenessProbe"],
  readiness: ["readinessProbe"],
  readinesscheck: ["readinessProbe"],
  readycheck: ["readinessProbe"],
  readyprobe: ["readinessProbe"],
  startup: ["startupProbe"],
  startupcheck: ["startupProbe"],
  http: ["httpGet"],
  https: ["httpGet"],
  httprequest: ["httpGet"],
  tcp: ["tcpSocket"],
  tcpcheck: ["tcpSocket"],
  cmd: ["command"],
  entrypoint: ["command"],
  arguments: ["args"],
  environment: ["env"],
  envvars: ["env"],
  envs: ["env"],
  mounts: ["volumeMounts"],
  pullpolicy: ["imagePullPolicy"],
  delay: ["initialDelaySeconds"],
  initialdelay: ["initialDelaySeconds"],
  startperiod: ["initialDelaySeconds"],
  interval: ["periodSeconds"],
  period: ["periodSeconds"],
  timeout: ["timeoutSeconds"],
  retries: ["failureThreshold"],
  threshold: ["failureThreshold"],
  graceperiod: ["terminationGracePeriodSeconds"],
  graceperiodseconds: ["terminationGracePeriodSeconds"],
  terminationgraceperiod: ["terminationGracePeriodSeconds"],
  url: ["path"],
  uri: ["path"],
  protocol: ["scheme"],
  headers: ["httpHeaders"],
  targetports: ["targetPort"],
  replica: ["replicas"],
  replicacount: ["replicas"],
  strategy: ["updateStrategy"],
  updatestrategy: ["strategy"],
  serviceaccount: ["serviceAccountName"],
  pullsecrets: ["imagePullSecrets"],
  restart: ["restartPolicy"],
  containername: ["name"],
  port: ["containerPort"],
  containerport: ["targetPort", "port"],
  pvc: ["persistentVolumeClaim"],
  expr: ["expression"],
  prestart: ["postStart"],
  poststop: ["preStop"],
  labels: ["matchLabels"],
  selectors: ["selector"],
  imagename: ["image"],
};

/** The field of the same map that was meant, and whether that is beyond doubt. */
export function misspelt(key: string, fields: readonly string[]): { name: string; certain: boolean } | undefined {
  const found = nearest(key, fields);
  if (found !== undefined && (found.sameLetters || isSlip(key, found.word)))
    return { name: found.word, certain: found.sameLetters || key.length > 4 };
  const plain = key.toLowerCase().replace(/[^a-z0-9]/g, "");
  const same = fields.filter(field => field.toLowerCase() === plain);
  if (same.length === 1 && same[0] !== undefined && plain !== "") return { name: same[0], certain: true };
  const alias = Object.hasOwn(ALIASES, plain) ? ALIASES[plain]?.find(name => fields.includes(name)) : undefined;
  if (alias !== undefined) return { name: alias, certain: false };
  return longSlip(key, fields);
}

/** Two edits turn `to` into `at`: in short words they make another word. */
function isSlip(key: string, word: string): boolean {
  const limit = Math.min(key.length, word.length) <= 5 ? 1 : 2;
  return distance(key.toLowerCase(), word.toLowerCase(), limit) !== undefined;
}

/** `livelinessProbe`, `terminationGracePeriodSecond`: three slips in a long word that resembles only one field. */
function longSlip(key: string, fields: readonly string[]): { name: string; certain: boolean } | undefined {
  if (key.length < 10 || key.length > 64) return undefined;
  const close = fields.filter(field => distance(key.toLowerCase(), field.toLowerCase(), 3) !== undefined);
  return close.length === 1 && close[0] !== undefined ? { name: close[0], certain: false } : undefined;
}

/** Names that stand nearly everywhere and say nothing about the place. */
const EVERYWHERE = new Set([
  "apiVersion",
  "kind",
  "name",
  "namespace",
  "labels",
  "annotations",
  "type",
  "status",
  "spec",
  "metadata",
  "key",
  "value",
  "values",
  "path",
  "operator",
  "matchLabels",
  "matchExpressions",
]);

/**
 * Where else the very same name is a field: below the key's map, then in the maps around it and in what lies beside.
 * `hasOne` tells whether a list holds a single item; else `*` stands for it.
 */
export function placeFor(
  key: string,
  levels: readonly Level[],
  hasOne: (path: readonly (string | number)[]) => boolean,
): readonly (string | number)[] | undefined {
  const own = levels.at(-1);
  if (own === undefined) return undefined;
  const near = intoMetadata(key, own) ?? intoMap(key, own);
  if (near !== undefined) return near;
  if (EVERYWHERE.has(key)) return undefined;
  const below = placeBelow(key, own, hasOne, 3);
  if (below !== undefined) return below;
  for (const level of levels.slice(0, -1).reverse()) {
    if (UNIONS.has(level.type)) continue;
    if (structOf(level.type).has(key)) return [...level.path, key];
    const beside = placeBelow(key, level, hasOne, 2);
    if (beside !== undefined) return beside;
  }
  return undefined;
}

/** Types that are one of many things: a field of one thing says nothing about another. */
const UNIONS = new Set(["Volume", "PersistentVolumeSpec", "VolumeProjection", "EnvVarSource", "MetricSpecV2"]);

/** `labels` beside `metadata` belong into it. */
function intoMetadata(key: string, { type, path }: Level): readonly (string | number)[] | undefined {
  const metadata = structOf(type).get("metadata")?.type;
  if (metadata?.kind !== "struct" || metadata.name !== "ObjectMeta") return undefined;
  return ["name", "namespace", "labels", "annotations"].includes(key) ? [...path, "metadata", key] : undefined;
}

/** What is an entry of a map one step below: a label of a selector, a resource of the requests. */
function intoMap(key: string, { type, path }: Level): readonly (string | number)[] | undefined {
  if (type === "LabelSelector") return [...path, "matchLabels", key];
  if (type === "ObjectMeta" && key.includes("/")) return [...path, "labels", key];
  if (type === "ResourceRequirements" && /^(cpu|memory|ephemeral-storage)$/.test(key))
    return [...path, "requests", key];
  return undefined;
}

/** The only place below, nearest first; undefined when there are several equally near. */
function placeBelow(
  key: string,
  own: Level,
  hasOne: (path: readonly (string | number)[]) => boolean,
  deepest: number,
): readonly (string | number)[] | undefined {
  let level: readonly Level[] = [own];
  for (let depth = 1; depth <= deepest; depth++) {
    level = level.filter(({ type }) => depth === 1 || !UNIONS.has(type)).flatMap(above => children(above, hasOne));
    const found = level.filter(({ type }) => structOf(type).has(key));
    if (found.length > 1) return undefined;
    const [only] = found;
    if (only !== undefined) return [...only.path, key];
  }
  return undefined;
}

function children({ type, path }: Level, hasOne: (path: readonly (string | number)[]) => boolean): Level[] {
  const result: Level[] = [];
  for (const [name, field] of structOf(type)) {
    if (name === "status" || name === "metadata") continue;
    if (field.type.kind === "struct") result.push({ type: field.type.name, path: [...path, name] });
    const item = name === "containers" ? itemType(field.type) : undefined;
    if (item !== undefined) result.push({ type: item, path: [...path, name, hasOne([...path, name]) ? 0 : "*"] });
  }
  return result;
}

function itemType(type: Type): string | undefined {
  return type.kind === "list" && type.of.kind === "struct" ? type.of.name : undefined;
}
