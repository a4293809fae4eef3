// Where the objects of an application stand, in one file or in many and in which order, changes nothing of what is found.

import { describe, expect, it } from "vitest";
import { type Application, corpusApplications, findingsOf, lintLinks, ownApplications } from "./applications.ts";
import { faultsIn, random } from "./fault-injection.ts";

/** The texts of an application's documents, in order. Without the comments that make a file a Helm stream, of which it is known that all is there. */
async function documentsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const result = await lintLinks(files);
  return result.files.flatMap(({ source, documents }) =>
    documents
      .filter(({ resources }) => resources.length > 0)
      .map(({ document }) =>
        source.text
          .slice(document.start, document.end)
          .replace(/^# Source:.*$/gm, "#")
          .trimEnd(),
      ),
  );
}

function shuffled<T>(items: readonly T[], next: (below: number) => number): T[] {
  const rest = [...items];
  return items.map(() => rest.splice(next(rest.length), 1)[0] as T);
}

function split(documents: readonly string[]): Record<string, string> {
  return Object.fromEntries(documents.map((text, index) => [`object-${index}.yaml`, `${text}\n`]));
}

function joined(documents: readonly string[]): Record<string, string> {
  return { "all.yaml": `${documents.map(text => text.replace(/^---.*\n/, "")).join("\n---\n")}\n` };
}

/** Each way of writing the application down that finds something else than the first. */
async function differences(application: Application, files: Readonly<Record<string, string>>, seed: number) {
  const next = random(seed);
  const documents = await documentsOf(files);
  const ways = [
    split(documents),
    joined(documents),
    joined(shuffled(documents, next)),
    split(shuffled(documents, next)),
  ];
  const found = await Promise.all(ways.map(async way => findingsOf(await lintLinks(way)).sort()));
  const [first, ...others] = found.map(list => list.join("\n"));
  return others.filter(other => other !== first).map(other => `${application.name}\n${first}\n---\n${other}`);
}

/** As it is, and with a fault in it. */
async function check(applications: readonly Application[], seed: number): Promise<string[]> {
  const wrong: string[] = [];
  for (const application of applications) {
    const before = await lintLinks(application.files);
    // An object defined twice in one directory makes it a collection of examples.
    const together = await lintLinks(joined(await documentsOf(application.files)));
    if (together.report.diagnostics.some(({ ruleId }) => ruleId === "duplicate-object")) continue;
    wrong.push(...(await differences(application, application.files, seed)));
    const faults = faultsIn(before, random(seed));
    const fault = faults[seed % Math.max(faults.length, 1)];
    if (fault === undefined) continue;
    wrong.push(...(await differences(application, { ...application.files, [fault.file]: fault.text }, seed)));
  }
  return wrong;
}

describe("the findings of an application", () => {
  it("are the same in one file, in one file per object, and in any order: the project's own", async () => {
    for (let seed = 1; seed <= 6; seed++) expect(await check(ownApplications(), seed)).toEqual([]);
  });

  // All that are described one by one, and some of those that were found by rule.
  const applications = corpusApplications()
    .filter(({ nested }) => !nested)
    .filter((_, index) => index < 18 || index % 4 === 0);
  const title = "are the same in one file, in one file per object, and in any order: known-good applications";
  if (applications.length === 0) it.skip(`${title} (../shared is not there)`, () => {});
  else
    it(title, async () => {
      expect(await check(applications, 5)).toEqual([]);
    }, 60_000);
});
