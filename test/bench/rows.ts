// The rows of the comparison, and what the project wants to reach in them.

import { join } from "node:path";
import { type Aim, type Cell, figuresOf, leastOfPeers } from "./figures.ts";
import { type Corpus, type Input, oneFile, repository, spread, stream, tree } from "./inputs.ts";

export interface Row {
  readonly id: string;
  /** undefined where the corpus it is made of is not there. */
  readonly input: (directory: string) => Input | undefined;
  /** Bare Node runs beside the programs. */
  readonly startUp?: true;
  /** The programs print their versions. */
  readonly versionOnly?: true;
}

export function rowsOf(corpus: Corpus): Row[] {
  const clean1000 = corpus.list("clean1000.txt");
  const clean4712 = corpus.list("clean4712.txt");
  const files = (id: string, names: readonly string[] | undefined): Row => ({
    id,
    input: directory => (names === undefined || !corpus.exists ? undefined : tree(join(directory, id), corpus, names)),
  });
  return [
    {
      id: "version",
      input: directory => oneFile(join(directory, "version"), "start-up: `--version`"),
      startUp: true,
      versionOnly: true,
    },
    { id: "file", input: directory => oneFile(join(directory, "file")), startUp: true },
    files("150", clean1000 && spread(clean1000, 150)),
    files("1000", clean1000),
    files("4712", clean4712),
    files("all", corpus.exists ? corpus.all() : undefined),
    {
      id: "stream",
      input: directory =>
        clean4712 === undefined || !corpus.exists ? undefined : stream(join(directory, "stream"), corpus, clean4712),
    },
    {
      id: "hook",
      input: directory => (corpus.exists ? repository(join(directory, "hook"), corpus, corpus.all()) : undefined),
      startUp: true,
    },
  ];
}

/** What the project wants of itself, for the rows that were measured. Without peers there is nothing to be faster than. */
export function aimsOf(cellsOf: ReadonlyMap<string, readonly Cell[]>): Aim[] {
  const mine = (id: string) => cellsOf.get(id)?.find(({ isPeer, program }) => !isPeer && program !== "node -e 0");
  const mineOf = (id: string, of: "wall" | "cpu" | "peak") => {
    const cell = mine(id);
    return cell === undefined || cell.samples.length === 0 ? undefined : figuresOf(cell.samples)[of];
  };
  const ratio = (id: string, text: string, most: number): Aim[] => {
    const [own, least] = [mineOf(id, "wall"), leastOfPeers(cellsOf.get(id) ?? [], "wall")];
    return own === undefined || least === undefined ? [] : [{ text, measured: own / least, most, unit: "" }];
  };
  const node = cellsOf.get("file")?.find(({ program }) => program === "node -e 0");
  const start = mineOf("file", "wall");
  const kubeconform = cellsOf.get("stream")?.find(({ program }) => program === "kubeconform");
  const streamCpu = mineOf("stream", "cpu");
  const peak = mineOf("all", "peak");
  return [
    ...(node === undefined || node.samples.length === 0 || start === undefined
      ? []
      : [
          {
            text: "one file: wall beyond bare Node",
            measured: 1000 * (start - figuresOf(node.samples).wall),
            most: 20,
            unit: " ms",
          },
        ]),
    ...ratio("150", "150 files: wall ÷ fastest peer", 1),
    ...ratio("1000", "1,000 files: wall ÷ fastest peer", 0.7),
    ...ratio("4712", "4,712 files: wall ÷ fastest peer", 0.5),
    ...ratio("all", "all files: wall ÷ fastest peer that takes them", 1),
    ...ratio("stream", "one stream: wall ÷ fastest peer", 1),
    ...(kubeconform === undefined || kubeconform.samples.length === 0 || streamCpu === undefined
      ? []
      : [
          {
            text: "one stream: CPU ÷ kubeconform's",
            measured: streamCpu / figuresOf(kubeconform.samples).cpu,
            most: 0.3,
            unit: "",
          },
        ]),
    ...(peak === undefined ? [] : [{ text: "all files: peak memory", measured: peak, most: 400, unit: " MiB" }]),
  ];
}
