// This program and its peers: how each is called, as its own documentation has it, and how to see that it did the work.

import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import type { Input } from "./inputs.ts";
import type { Ran } from "./measure.ts";

export interface Program {
  readonly name: string;
  readonly isPeer: boolean;
  /** What prints its version, or failing that its help. */
  readonly version: readonly string[];
  readonly lint: (input: Input) => readonly string[];
  /** Why a run does not count: it gave up, or it looked at nothing. */
  readonly refusal: (ran: Ran) => string | undefined;
}

export interface Tools {
  /** Templates of paths to JSON Schemas. */
  readonly kubeconformSchemas: string;
  readonly cores: number;
}

function firstLine(text: string): string {
  const line = text.split("\n").find(part => part.trim() !== "") ?? "";
  return line.trim().slice(0, 100);
}

/** 0 and 1 are answers, everything else is a failure; and who did the work has something to say. */
function unless(said: RegExp): Program["refusal"] {
  return ({ status, stdout, stderr }) =>
    status <= 1 && said.test(stdout)
      ? undefined
      : `gives up (exit ${status}): ${firstLine(stderr) || firstLine(stdout)}`;
}

export function ours(cli: string, name = "kprobe-lint"): Program {
  return {
    name,
    isPeer: false,
    version: [process.execPath, cli, "--version"],
    lint: ({ path }) => [process.execPath, cli, path],
    refusal: unless(/^/),
  };
}

/** Node itself, doing nothing: below it, nothing written for it can start. */
export const bareNode: Program = {
  name: "node -e 0",
  isPeer: false,
  version: [process.execPath, "-e", "0"],
  lint: () => [process.execPath, "-e", "0"],
  refusal: unless(/^/),
};

function peers({ kubeconformSchemas, cores }: Tools): Program[] {
  return [
    {
      name: "kube-linter",
      isPeer: true,
      version: ["kube-linter", "version"],
      lint: ({ path }) => ["kube-linter", "lint", path],
      refusal: ran =>
        ran.status <= 1 && !/^Error: (?!found)/m.test(ran.stderr) && !/no valid objects/.test(ran.stderr)
          ? undefined
          : `gives up (exit ${ran.status}): ${firstLine(ran.stderr)}`,
    },
    {
      name: "kube-score",
      isPeer: true,
      version: ["kube-score", "version"],
      lint: ({ files }) => ["kube-score", "score", ...files],
      refusal: unless(/\S/),
    },
    {
      name: "polaris",
      isPeer: true,
      version: ["polaris", "version"],
      lint: ({ path }) => ["polaris", "audit", "--audit-path", path, "--format", "pretty"],
      refusal: unless(/\S/),
    },
    {
      name: "kubeconform",
      isPeer: true,
      version: ["kubeconform", "-v"],
      lint: ({ path }) => {
        const schemas = ["-schema-location", kubeconformSchemas, "-ignore-missing-schemas"];
        return ["kubeconform", "-strict", "-summary", "-n", String(cores), ...schemas, path];
      },
      refusal: unless(/^Summary: [1-9]/m),
    },
    {
      name: "kubectl-validate",
      isPeer: true,
      version: ["kubectl-validate", "--help"],
      lint: ({ path }) => ["kubectl-validate", path],
      refusal: unless(/OK|ERROR/),
    },
  ];
}

export function isOnPath(name: string, path = process.env.PATH ?? ""): boolean {
  return path.split(delimiter).some(directory => {
    try {
      accessSync(join(directory, name), constants.X_OK);
      return directory !== "";
    } catch {
      return false;
    }
  });
}

export function findPeers(tools: Tools): { readonly present: Program[]; readonly absent: string[] } {
  const all = peers(tools);
  return {
    present: all.filter(({ name }) => isOnPath(name)),
    absent: all.filter(({ name }) => !isOnPath(name)).map(({ name }) => name),
  };
}

/** The version a peer was built from, from its Go build information; its own words are often `development`. */
export function versionOf({ name }: Program): string | undefined {
  try {
    const path = execFileSync("sh", ["-c", 'command -v "$0"', name], { encoding: "utf8" }).trim();
    const text = execFileSync("go", ["version", "-m", path], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return /^\tmod\t\S+\t(\S+)/m.exec(text)?.[1];
  } catch {
    return undefined;
  }
}
