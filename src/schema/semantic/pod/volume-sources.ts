// What each kind of volume needs (validateVolumeSource, ValidatePersistentVolumeSpec): pods and PersistentVolumes share most of them.

import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import { requireText, validateEnum, validateRange } from "../checks.ts";
import { formatErrors } from "../format.ts";
import { byteLength, isDns1123Label, isDns1123Subdomain } from "../names.ts";
import { isTrue, keyPathOf, pathOf, textOf } from "../read.ts";
import { validateNoBacksteps } from "./paths.ts";

export interface SourceOptions {
  readonly problems: Problems;
  /** The source of a PersistentVolume: its Secrets are named with their namespaces. */
  readonly persistent: boolean;
}

export type SourceCheck = (source: Field, options: SourceOptions) => void;

/** Texts that a source cannot do without, with the reason in words. */
function needs(...keys: readonly string[]): SourceCheck {
  return (source, { problems }) => {
    for (const key of keys) requireText(source.get(key), `a ${source.key} volume needs ${key}`, problems);
  };
}

export const validateHostPath: SourceCheck = (source, { problems }) => {
  const path = source.get("path");
  if (!requireText(path, "a hostPath volume needs the path on the node", problems)) return;
  validateNoBacksteps(path, problems);
  validateEnum(source.get("type"), HOST_PATH_TYPES, problems, { empty: "default" });
};

const HOST_PATH_TYPES = [
  "",
  "BlockDevice",
  "CharDevice",
  "Directory",
  "DirectoryOrCreate",
  "File",
  "FileOrCreate",
  "Socket",
];

const validateNfs: SourceCheck = (source, { problems }) => {
  requireText(source.get("server"), "an nfs volume needs the server's name or address", problems);
  const path = source.get("path");
  const text = textOf(path);
  if (text === "")
    problems.required(path, "required value: an nfs volume needs the exported path, which must be an absolute path");
  else if (text !== undefined && !text.startsWith("/")) problems.invalid(path, `"${text}" must be an absolute path`);
};

function validateDisk(idKey: string, prefix?: string): SourceCheck {
  return (source, { problems }) => {
    const id = source.get(idKey);
    const partition = source.get("partition");
    // The server calls a gcePersistentDisk a persistentDisk in these errors.
    const at = (key: string) =>
      prefix === undefined || source.parent === undefined
        ? {}
        : { serverField: `${pathOf(source.parent)}.${prefix}.${key}` };
    requireText(id, `a ${source.key} volume needs ${idKey}`, problems, at(idKey));
    validateRange(partition, 0, 255, problems, at("partition"));
  };
}

const IQN = /^iqn\.\d{4}-\d{2}\.([a-z\d-.]+)(:[^,;*&$|\s]+)$/;
const EUI = /^eui.[\dA-Fa-f]{16}$/;
const NAA = /^naa.[\dA-Fa-f]{32}$/;

function iscsiNameError(name: string): string | undefined {
  const pattern = name.startsWith("iqn")
    ? IQN
    : name.startsWith("eui")
      ? EUI
      : name.startsWith("naa")
        ? NAA
        : undefined;
  if (pattern === undefined) return "must be valid format starting with iqn, eui, or naa";
  return pattern.test(name) ? undefined : "must be valid format";
}

const validateIscsi: SourceCheck = (source, options) => {
  const { problems } = options;
  requireText(source.get("targetPortal"), "an iscsi volume needs a targetPortal", problems);
  const iqn = source.get("iqn");
  if (requireText(iqn, "an iscsi volume needs the target's iqn", problems)) reportIscsiName(iqn, pathOf(iqn), problems);
  validateRange(source.get("lun"), 0, 255, problems);
  const secret = source.get("secretRef");
  if ((isTrue(source.get("chapAuthDiscovery")) || isTrue(source.get("chapAuthSession"))) && !secret.exists)
    problems.required(secret, "required value: CHAP authentication needs a secretRef");
  if (options.persistent && secret.exists) requireText(secret.get("name"), "a secretRef needs a name", problems);
  const initiator = source.get("initiatorName");
  if (initiator.exists) reportIscsiName(initiator, `${pathOf(source)}.initiatorname`, problems);
};

function reportIscsiName(field: Field, serverField: string, problems: Problems): void {
  const name = textOf(field);
  const error = name === undefined ? undefined : iscsiNameError(name);
  if (error !== undefined) problems.invalid(field, `"${name}" ${error}`, { serverField });
}

const validateFibreChannel: SourceCheck = (source, { problems }) => {
  const targets = source.get("targetWWNs");
  const names = source.get("wwids");
  const hasTargets = targets.items().length > 0;
  const hasNames = names.items().length > 0;
  if (!hasTargets && !hasNames)
    problems.required(targets, "required value: must specify either targetWWNs or wwids, but not both");
  if (hasTargets && hasNames) problems.invalid(targets, "targetWWNs and wwids can not be specified simultaneously");
  if (!hasTargets) return;
  const lun = source.get("lun");
  if (!lun.exists) problems.required(lun, "required value: lun is required if targetWWNs is specified");
  else validateRange(lun, 0, 255, problems);
};

const validateFlocker: SourceCheck = (source, { problems }) => {
  const name = textOf(source.get("datasetName"));
  const uuid = textOf(source.get("datasetUUID"));
  if (name === "" && uuid === "")
    problems.required(source, "required value: one of datasetName and datasetUUID is required");
  if (name !== "" && uuid !== "")
    problems.invalid(source, "datasetName and datasetUUID can not be specified simultaneously");
  if (name?.includes("/") === true)
    problems.invalid(source.get("datasetName"), `datasetName "${name}" must not contain '/'`);
};

const validateQuobyte: SourceCheck = (source, { problems }) => {
  const registry = source.get("registry");
  const text = textOf(registry);
  const message = "must be a host:port pair or multiple pairs separated by commas";
  if (requireText(registry, `registry ${message}`, problems) && text !== undefined) {
    if (byteLength(textOf(source.get("tenant")) ?? "") >= 65)
      problems.required(source.get("tenant"), "tenant must be a UUID and may not exceed a length of 64 characters");
    else if (!text.split(",").every(pair => /^(\[[^\]]*\]|[^:[\]]*):[^:]*$/.test(pair)))
      problems.invalid(registry, `"${text}" ${message}`);
  }
  requireText(source.get("volume"), "a quobyte volume needs volume", problems);
};

function needsList(list: string, ...keys: readonly string[]): SourceCheck {
  return (source, options) => {
    const items = source.get(list);
    if (items.items().length === 0)
      options.problems.required(items, `required value: a ${source.key} volume needs ${list}`);
    needs(...keys)(source, options);
  };
}

const validateCinder: SourceCheck = (source, options) => {
  needs("volumeID")(source, options);
  validateSecretRef(source.get("secretRef"), options);
};

function validateSecretRef(secret: Field, { problems, persistent }: SourceOptions): void {
  if (!secret.exists) return;
  requireText(secret.get("name"), "a secretRef needs a name", problems);
  if (persistent) requireText(secret.get("namespace"), "a secretRef needs a namespace", problems);
}

const validateFlexVolume: SourceCheck = (source, options) => {
  needs("driver")(source, options);
  for (const option of source.get("options").entries()) {
    const key = String(option.key);
    const namespace = `.${(key.includes("/") ? (key.split("/")[0] ?? "") : key).toLowerCase()}`;
    if (namespace.endsWith(".kubernetes.io") || namespace.endsWith(".k8s.io"))
      options.problems.invalid(option, `option "${key}": kubernetes.io and k8s.io namespaces are reserved`, {
        serverField: keyPathOf(option),
      });
  }
};

const validateAzureFile: SourceCheck = (source, options) => {
  needs("secretName", "shareName")(source, options);
  const namespace = source.get("secretNamespace");
  if (options.persistent && namespace.exists)
    requireText(namespace, "secretNamespace must not be empty", options.problems);
};

const validateAzureDisk: SourceCheck = (source, options) => {
  const { problems } = options;
  needs("diskName", "diskURI")(source, options);
  validateEnum(source.get("cachingMode"), ["None", "ReadOnly", "ReadWrite"], problems);
  const kind = source.get("kind");
  validateEnum(kind, ["Dedicated", "Managed", "Shared"], problems);
  const uri = textOf(source.get("diskURI"));
  const type = textOf(kind);
  if (uri === undefined || uri === "" || type === undefined) return;
  const prefix = type === "Managed" ? "/subscriptions/" : "https://";
  if (!uri.startsWith(prefix))
    problems.invalid(
      source.get("diskURI"),
      `unsupported value "${uri}": the URI of a ${type === "" ? "Shared" : type} disk starts with ${prefix}`,
    );
};

const validateStorageOs: SourceCheck = (source, options) => {
  const { problems, persistent } = options;
  const parent = source.parent === undefined ? "" : pathOf(source.parent);
  const at = (key: string) => ({ serverField: `${parent}.storageos.${key}` });
  const name = source.get("volumeName");
  if (requireText(name, "a storageos volume needs volumeName", problems, at("volumeName")))
    formatErrors(name, "DNS label", isDns1123Label, problems, at("volumeName"));
  const namespace = source.get("volumeNamespace");
  if (textOf(namespace) !== "") formatErrors(namespace, "DNS label", isDns1123Label, problems, at("volumeNamespace"));
  const secret = source.get("secretRef");
  if (!secret.exists) return;
  requireText(secret.get("name"), "a secretRef needs a name", problems, at("secretRef.name"));
  if (persistent)
    requireText(secret.get("namespace"), "a secretRef needs a namespace", problems, at("secretRef.namespace"));
};

/** ValidateCSIDriverName. */
export function validateDriverName(field: Field, problems: Problems): void {
  if (!requireText(field, "a csi volume needs its driver", problems)) return;
  const name = textOf(field);
  if (name === undefined) return;
  const errors = byteLength(name) > 63 ? ["may not be more than 63 bytes"] : [];
  formatErrors(field, "CSI driver name", text => [...errors, ...isDns1123Subdomain(text.toLowerCase())], problems);
}

const CSI_SECRETS = [
  "controllerPublishSecretRef",
  "controllerExpandSecretRef",
  "nodePublishSecretRef",
  "nodeExpandSecretRef",
];

const validateCsi: SourceCheck = (source, { problems, persistent }) => {
  validateDriverName(source.get("driver"), problems);
  if (!persistent) {
    const secret = source.get("nodePublishSecretRef");
    if (secret.exists && requireText(secret.get("name"), "a nodePublishSecretRef needs a name", problems))
      formatErrors(secret.get("name"), "Secret name", isDns1123Subdomain, problems, {
        serverField: `${pathOf(source)}.name`,
      });
    return;
  }
  requireText(source.get("volumeHandle"), "a csi PersistentVolume needs its volumeHandle", problems);
  for (const key of CSI_SECRETS) {
    const secret = source.get(key);
    if (!secret.exists) continue;
    if (requireText(secret.get("name"), `${key} needs a name`, problems))
      formatErrors(secret.get("name"), "Secret name", isDns1123Subdomain, problems);
    if (requireText(secret.get("namespace"), `${key} needs a namespace`, problems))
      formatErrors(secret.get("namespace"), "namespace", isDns1123Label, problems);
  }
};

const validateGlusterfs: SourceCheck = (source, options) => {
  needs("endpoints", "path")(source, options);
  const namespace = source.get("endpointsNamespace");
  if (options.persistent && namespace.exists) formatErrors(namespace, "namespace", isDns1123Label, options.problems);
};

const validateGitRepo: SourceCheck = (source, options) => {
  needs("repository")(source, options);
  const directory = source.get("directory");
  if (textOf(directory) !== "") {
    formatErrors(
      directory,
      "path",
      text => (text.startsWith("/") ? ["must be a relative path"] : []),
      options.problems,
    );
    validateNoBacksteps(directory, options.problems);
  }
};

/** The kinds that pods and PersistentVolumes have in common, and the pods' simple ones. */
export const SOURCES: Readonly<Record<string, SourceCheck>> = {
  hostPath: validateHostPath,
  gitRepo: validateGitRepo,
  gcePersistentDisk: validateDisk("pdName", "persistentDisk"),
  awsElasticBlockStore: validateDisk("volumeID"),
  nfs: validateNfs,
  iscsi: validateIscsi,
  glusterfs: validateGlusterfs,
  flocker: validateFlocker,
  persistentVolumeClaim: needs("claimName"),
  rbd: needsList("monitors", "image"),
  cinder: validateCinder,
  cephfs: needsList("monitors"),
  quobyte: validateQuobyte,
  fc: validateFibreChannel,
  flexVolume: validateFlexVolume,
  azureFile: validateAzureFile,
  vsphereVolume: needs("volumePath"),
  photonPersistentDisk: needs("pdID"),
  portworxVolume: needs("volumeID"),
  azureDisk: validateAzureDisk,
  storageos: validateStorageOs,
  scaleIO: needs("gateway", "system", "volumeName"),
  csi: validateCsi,
};
