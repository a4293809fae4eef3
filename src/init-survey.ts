// What a repository holds that matters to `init`: told by the names of its files alone.

export interface Survey {
  /** Directories, as paths from the root; "." is the root itself. */
  readonly charts: readonly string[];
  readonly kustomizations: readonly string[];
  /** Directories of stages where an outage hurts nobody. */
  readonly trials: readonly string[];
  /** Directories whose manifests are made to be wrong, or to be read. */
  readonly samples: readonly string[];
  readonly ci: readonly Ci[];
  readonly hooks: readonly Hook[];
}

export type Ci = "github" | "gitlab" | "azure" | "jenkins";
export type Hook = "pre-commit" | "lefthook" | "husky" | "lint-staged";

const CI: readonly (readonly [Ci, RegExp])[] = [
  ["github", /^\.github\/workflows\/[^/]+\.ya?ml$/],
  ["gitlab", /^\.gitlab-ci\.ya?ml$/],
  ["azure", /^(\.azure\/)?azure-pipelines[^/]*\.ya?ml$/],
  ["jenkins", /^Jenkinsfile[^/]*$/],
];
const HOOKS: readonly (readonly [Hook, RegExp])[] = [
  ["pre-commit", /^(\.pre-commit-config\.ya?ml|prek\.toml)$/],
  ["lefthook", /^\.?lefthook\.(ya?ml|json|toml)$/],
  ["husky", /^\.husky\/[^/]+$/],
  ["lint-staged", /^(\.lintstagedrc[^/]*|lint-staged\.config\.[a-z]+)$/],
];
const TRIAL = /^(dev|devel|development|test|testing|qa|sandbox|preview|local)$/i;
const SAMPLE = /^(testdata|fixtures|__fixtures__|examples?|samples?)$/i;
const MANIFEST = /\.ya?ml$/i;

/** `files` are paths from the root with "/" between. */
export function survey(files: readonly string[]): Survey {
  const holding = (name: RegExp) => sorted(files.filter(file => name.test(file)).map(directoryOf));
  const found = <W>(table: readonly (readonly [W, RegExp])[]) =>
    table.flatMap(([word, name]) => (files.some(file => name.test(file)) ? [word] : []));
  const charts = holding(/(^|\/)Chart\.yaml$/);
  return {
    // A chart below another one is part of it.
    charts: charts.filter(chart => !charts.some(other => other !== chart && isBelow(chart, other))),
    kustomizations: holding(/(^|\/)(kustomization\.ya?ml|Kustomization)$/),
    trials: directoriesCalled(TRIAL, files),
    samples: directoriesCalled(SAMPLE, files),
    ci: found(CI),
    hooks: found(HOOKS),
  };
}

/** The topmost directories of such a name that hold YAML. */
function directoriesCalled(name: RegExp, files: readonly string[]): string[] {
  const found = files.flatMap(file => {
    if (!MANIFEST.test(file) || file.startsWith(".")) return [];
    const parts = file.split("/").slice(0, -1);
    const at = parts.findIndex(part => name.test(part));
    return at < 0 ? [] : [parts.slice(0, at + 1).join("/")];
  });
  return sorted(found);
}

function directoryOf(file: string): string {
  const slash = file.lastIndexOf("/");
  return slash < 0 ? "." : file.slice(0, slash);
}

function isBelow(directory: string, above: string): boolean {
  return above === "." || directory.startsWith(`${above}/`);
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
