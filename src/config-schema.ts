// What a configuration may say, as JSON Schema: published for editors, and checked by config-check.ts.

import { DEFAULT_CRITICALITY } from "./kubernetes/criticality.ts";
import type { AnyRule, RuleOption } from "./rule.ts";
import { NEWEST_MINOR, OLDEST_MINOR } from "./settings.ts";

/** The part of JSON Schema that the configuration needs. `title` is a noun phrase for error messages. */
export interface Schema {
  readonly $schema?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
  /** `#/definitions/NAME`, alone or beside a description. */
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean";
  readonly enum?: readonly (string | boolean)[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly pattern?: string;
  readonly default?: unknown;
}

/** `off` without quotes is a boolean to YAML 1.1, and to the reader of the API server, which reads the configuration, too. */
const SEVERITY: Schema = { $ref: "#/definitions/severity" };
const SEVERITY_WORDS: Schema = {
  title: "off, info, warning or error",
  enum: ["off", "info", "warning", "error", false],
};

const TEXTS: Schema = { type: "array", items: { type: "string" } };

export function configSchema(rules: readonly AnyRule[]): Schema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "kprobe-lint configuration",
    description: "`.kprobe-lint.yaml`, `.yml` or `.json`, or the key `kprobe-lint` of package.json.",
    ...closed({
      $schema: { type: "string", description: "This schema, for editors that read JSON." },
      extends: {
        description:
          "A preset (recommended, strict, all) or the path of another configuration of the project; several: later ones win.",
        title: "a preset, a path or a list of these",
        anyOf: [{ type: "string" }, TEXTS],
      },
      kubernetesVersion: {
        description: `The version of the cluster, 1.${OLDEST_MINOR} to 1.${NEWEST_MINOR}.`,
        title: `a version from 1.${OLDEST_MINOR} to 1.${NEWEST_MINOR}`,
        anyOf: [{ type: "string" }, { type: "number" }],
      },
      include: {
        ...TEXTS,
        description: "Globs of the files to lint in directories; all manifests where it is absent.",
      },
      exclude: { ...TEXTS, description: "Globs of files to leave out." },
      namespace: { type: "string", description: "Where objects without a namespace go; `default` where it is absent." },
      failOn: { enum: ["error", "warning", "info", "never"], description: "Exit 1 from this severity on." },
      rules: RULES,
      overrides: {
        type: "array",
        items: OVERRIDE,
        description: "Other rules for some objects; later ones win.",
      },
      critical: CRITICAL,
      customWorkloads: { type: "array", items: CUSTOM_WORKLOAD, description: "Kinds that hold a pod template." },
      policies: POLICIES,
      ignore: IGNORE,
    }),
    definitions: { severity: SEVERITY_WORDS, rule: severityOr({}), rules: rulesSchema(rules) },
  };
}

function closed(properties: Readonly<Record<string, Schema>>, required?: readonly string[]): Schema {
  return { type: "object", additionalProperties: false, properties, ...(required === undefined ? {} : { required }) };
}

function rulesSchema(rules: readonly AnyRule[]): Schema {
  const description = "Severity and options of single rules.";
  const named = rules.flatMap(rule => [rule.id, ...(rule.formerly ?? [])].map(id => [id, ruleSchema(rule)] as const));
  const policy: Schema = {
    description: "A policy of your own, or several: `policy/ID`, `policy/net-*`, `policy`.",
    $ref: "#/definitions/rule",
  };
  return {
    description,
    ...closed(Object.fromEntries(named)),
    patternProperties: { "^policy(/.+)?$": policy },
  };
}

function ruleSchema(rule: AnyRule): Schema {
  const options = Object.entries(rule.options ?? {}).map(([name, option]) => [name, optionSchema(option)] as const);
  const description = `${rule.summary}.`;
  if (options.length === 0) return { description, $ref: "#/definitions/rule" };
  return { description, ...severityOr(Object.fromEntries(options)) };
}

function severityOr(options: Readonly<Record<string, Schema>>): Schema {
  return { title: "off, info, warning, error or a map", anyOf: [SEVERITY, closed({ severity: SEVERITY, ...options })] };
}

function optionSchema({ type, description, default: value, minimum, items }: RuleOption): Schema {
  return {
    type,
    description,
    default: value,
    ...(minimum === undefined ? {} : { minimum }),
    ...(items === undefined ? {} : { items }),
  };
}

const RULES: Schema = { $ref: "#/definitions/rules" };

const OVERRIDE: Schema = closed(
  {
    files: { ...TEXTS, description: "Globs of paths from the project root." },
    namespaces: { ...TEXTS, description: "Namespaces, with `*` for any text." },
    kinds: { ...TEXTS, description: "Kinds, with `*` for any text." },
    names: { ...TEXTS, description: "Names of objects, with `*` for any text." },
    labels: { type: "object", additionalProperties: { type: "string" }, description: "Labels the object must have." },
    rules: RULES,
  },
  ["rules"],
);

const CRITICAL: Schema = {
  description: "When an outage of a workload hurts.",
  ...closed({
    strong: {
      type: "array",
      items: { enum: DEFAULT_CRITICALITY.strong },
      description: "Signals of which one is enough.",
    },
    supporting: closed({
      atLeast: { type: "integer", minimum: 1, default: DEFAULT_CRITICALITY.supporting.atLeast },
      of: { type: "array", items: { enum: DEFAULT_CRITICALITY.supporting.of } },
    }),
    tierLabels: {
      type: "object",
      additionalProperties: TEXTS,
      description: "Label or annotation key, and the values that mean critical.",
    },
    ignoreNamespaces: { ...TEXTS, description: "Namespaces where nothing is critical, with `*` for any text." },
    overrides: {
      type: "array",
      items: closed({ match: { type: "string" }, critical: { type: "boolean" } }, ["match", "critical"]),
      description: "`Kind/namespace/name`, with `*` for any text; the last that matches decides.",
    },
  }),
};

const CUSTOM_WORKLOAD: Schema = closed(
  {
    apiVersion: { type: "string" },
    kind: { type: "string" },
    podTemplate: { type: "string", description: "Path of the pod template: spec.template." },
    replicas: { type: "string", description: "Path of the number of replicas." },
    selector: { type: "string", description: "Path of the label selector." },
  },
  ["apiVersion", "kind", "podTemplate"],
);

const MANIFESTS: Schema = { type: "array", items: { type: "string", description: "A manifest." } };

const POLICY: Schema = closed(
  {
    id: {
      type: "string",
      title: "lower case letters, digits and hyphens",
      pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$",
      description: "Reported as `policy/ID`.",
    },
    match: {
      description: "The objects it is about; all of them where it is absent.",
      ...closed({
        kinds: { ...TEXTS, description: "Kinds, with `*` for any text." },
        namespaces: { ...TEXTS, description: "Namespaces, with `*` for any text." },
        labels: {
          type: "object",
          additionalProperties: { type: "string" },
          description: "Labels the object must have.",
        },
      }),
    },
    expression: {
      type: "string",
      description:
        "CEL that is true of a good object. It sees `object`, `workload`, `containers`, `services`, `critical`, `pdb`, `hpa`.",
    },
    message: { type: "string", description: "What is wrong where the expression is false." },
    severity: { enum: ["error", "warning", "info"], default: "warning", description: "How bad that is." },
    help: { type: "string", description: "What to do about it." },
    examples: {
      description: "Manifests that `kprobe-lint policy test` holds the policy to.",
      ...closed({ good: MANIFESTS, bad: MANIFESTS }),
    },
  },
  ["id", "expression", "message"],
);

const POLICIES: Schema = {
  type: "array",
  description:
    "Policies of your own: files and directories with ValidatingAdmissionPolicies, relative to this file, or policies in short form.",
  items: { title: "a path or a policy", anyOf: [{ type: "string" }, POLICY] },
};

const IGNORE: Schema = {
  description: "Comments and annotations that ignore a rule.",
  ...closed({
    requireReason: { type: "boolean", default: false, description: "Report those without a reason." },
    reportUnused: { type: "boolean", default: true, description: "Report those that ignore nothing." },
  }),
};
