// Files that are no files, that cannot be read, that lead elsewhere, or that change under the program's hands.

import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { POD, type Row } from "./row.ts";

const isRoot = () => process.getuid?.() === 0;
const fifo = (path: string) => execFileSync("mkfifo", [path]);
const withoutFifo = () =>
  existsSync("/usr/bin/mkfifo") || existsSync("/bin/mkfifo") ? undefined : "there is no mkfifo";
const withoutZero = () => (existsSync("/dev/zero") ? undefined : "there is no /dev/zero");
const SECRET = "token: hunter2\n  broken: [\napiVersion: v1\nkind: Secret\n";
const FIXABLE = POD.replace("{name: web,", "{name: web, livenessProbe: {tcpSocket: {port: 80}, periodSeconds: 0},");

/** The input lies in `project`, which is a repository; beside it lies what is not its own. */
function project(directory: string, files: Readonly<Record<string, string>>): string {
  const root = join(directory, "project");
  mkdirSync(join(root, ".git"), { recursive: true });
  writeFileSync(join(directory, "secret.yaml"), SECRET);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return root;
}

export const LINKS: readonly Row[] = [
  {
    input: "directory that links to itself",
    bound: "each directory once",
    files: () => ({ "a.yaml": POD }),
    prepare: directory => symlinkSync(".", join(directory, "loop")),
    status: 0,
    says: /1 file/,
  },
  {
    input: "directories that link to each other",
    bound: "each directory once",
    files: () => ({ "x/a.yaml": POD, "y/b.yaml": POD.replace("web", "b") }),
    prepare: directory => {
      symlinkSync("../y", join(directory, "x", "y"));
      symlinkSync("../x", join(directory, "y", "x"));
    },
    status: 0,
    says: /2 files/,
  },
  {
    input: "file that links to itself",
    bound: "said, exit 0 for the rest",
    files: () => ({ "a.yaml": POD }),
    prepare: directory => symlinkSync("self.yaml", join(directory, "self.yaml")),
    status: 0,
    says: /1 link or device that was not opened/,
  },
  {
    input: "file that links to itself, named",
    bound: "exit 2",
    prepare: directory => symlinkSync("self.yaml", join(directory, "self.yaml")),
    argv: ["self.yaml"],
    status: 2,
    says: /self\.yaml: no such file/,
  },
  {
    input: "link to nothing, in a directory",
    bound: "said, exit 0 for the rest",
    files: () => ({ "a.yaml": POD }),
    prepare: directory => symlinkSync("gone.yaml", join(directory, "b.yaml")),
    status: 0,
    says: /1 link or device that was not opened/,
  },
  {
    input: "file linked to a secret outside of the project",
    bound: "not followed, said",
    prepare: directory => symlinkSync("../secret.yaml", join(project(directory, { "a.yaml": POD }), "b.yaml")),
    argv: ["project"],
    status: 0,
    says: /1 link or device that was not opened/,
    saysNot: /hunter2/,
  },
  {
    input: "directory linked to one outside of the project",
    bound: "not followed, said",
    prepare: directory => {
      const root = project(directory, { "a.yaml": POD });
      mkdirSync(join(directory, "other"));
      writeFileSync(join(directory, "other", "b.yaml"), SECRET);
      symlinkSync("../other", join(root, "linked"));
    },
    argv: ["project"],
    status: 0,
    says: /1 link or device that was not opened/,
    saysNot: /hunter2/,
  },
  {
    input: "link out of the project, named by the user",
    bound: "the user's word",
    prepare: directory => symlinkSync("../secret.yaml", join(project(directory, {}), "b.yaml")),
    argv: ["project/b.yaml"],
    status: 1,
    says: /yaml-syntax/,
  },
  {
    input: "link within the project",
    bound: "followed",
    files: () => ({ "x/a.yaml": `${POD}extra: 1\n` }),
    prepare: directory => symlinkSync("x/a.yaml", join(directory, "b.yaml")),
    status: 1,
    says: /b\.yaml:5/,
  },
];

export const DEVICES: readonly Row[] = [
  {
    input: "FIFO, named",
    bound: "exit 2",
    prepare: directory => fifo(join(directory, "f.yaml")),
    argv: ["f.yaml"],
    status: 2,
    says: /f\.yaml: neither a file nor a directory/,
    impossible: withoutFifo,
  },
  {
    input: "FIFO in a directory",
    bound: "not opened, said",
    files: () => ({ "a.yaml": POD }),
    prepare: directory => fifo(join(directory, "f.yaml")),
    status: 0,
    says: /1 link or device that was not opened/,
    impossible: withoutFifo,
  },
  {
    input: "/dev/zero, named",
    bound: "exit 2",
    argv: ["/dev/zero"],
    status: 2,
    says: /\/dev\/zero: neither a file nor a directory/,
    impossible: withoutZero,
  },
  {
    input: "link to /dev/zero in a directory",
    bound: "not opened, said",
    files: () => ({ "a.yaml": POD }),
    prepare: directory => symlinkSync("/dev/zero", join(directory, "z.yaml")),
    status: 0,
    says: /1 link or device that was not opened/,
    impossible: withoutZero,
  },
  {
    input: "link to /dev/zero, named",
    bound: "exit 2",
    prepare: directory => symlinkSync("/dev/zero", join(directory, "z.yaml")),
    argv: ["z.yaml"],
    status: 2,
    says: /neither a file nor a directory/,
    impossible: withoutZero,
  },
  ...(["--config", "--baseline", "--crd", "--policies"] as const).map(
    (flag): Row => ({
      input: `${flag} that is a device`,
      bound: "exit 2",
      files: () => ({ "a.yaml": POD }),
      argv: [`${flag}=/dev/zero`, "a.yaml"],
      status: 2,
      says: /\/dev\/zero/,
      impossible: withoutZero,
    }),
  ),
  {
    input: "--scenario that is a device",
    bound: "exit 2",
    files: () => ({ "a.yaml": POD }),
    argv: ["simulate", "--scenario=/dev/zero", "a.yaml"],
    status: 2,
    says: /\/dev\/zero/,
    impossible: withoutZero,
  },
  {
    input: "report to merge that is a device",
    bound: "exit 2",
    argv: ["merge", "/dev/zero"],
    status: 2,
    says: /\/dev\/zero/,
    impossible: withoutZero,
  },
  {
    input: "configuration in the project that is a FIFO",
    bound: "exit 2",
    files: () => ({ "a.yaml": POD }),
    prepare: directory => fifo(join(directory, ".kprobe-lint.yaml")),
    status: 2,
    says: /the configuration is no file/,
    impossible: withoutFifo,
  },
  {
    input: "configuration in the project that is a directory",
    bound: "exit 2",
    files: () => ({ "a.yaml": POD }),
    prepare: directory => mkdirSync(join(directory, ".kprobe-lint.yaml")),
    status: 2,
    says: /the configuration is no file/,
  },
];

export const UNREADABLE: readonly Row[] = [
  {
    input: "path below a file",
    bound: "exit 2",
    files: () => ({ "a.yaml": POD }),
    argv: ["a.yaml/b.yaml"],
    status: 2,
    says: /no such file or directory/,
  },
  {
    input: "file without permission",
    bound: "exit 2, the rest is linted",
    files: () => ({ "a.yaml": POD, "b.yaml": `${POD}extra: 1\n` }),
    prepare: directory => chmodSync(join(directory, "a.yaml"), 0),
    status: 2,
    says: /a\.yaml: [\s\S]*unknown-field|unknown-field[\s\S]*a\.yaml/,
    impossible: () => (isRoot() ? "root may read everything" : undefined),
  },
  {
    input: "directory without permission",
    bound: "exit 2, the rest is linted",
    files: () => ({ "x/a.yaml": POD, "b.yaml": POD }),
    prepare: directory => chmodSync(join(directory, "x"), 0),
    status: 2,
    says: /x: cannot be listed/,
    impossible: () => (isRoot() ? "root may read everything" : undefined),
  },
  {
    input: "directory called web.yaml",
    bound: "walked",
    files: () => ({ "web.yaml/a.yaml": POD }),
    status: 0,
    says: /1 file/,
  },
  {
    input: "1,000 directories within each other",
    bound: "the longest path of the system",
    sizes: [200, 1_000],
    prepare: (directory, size) => {
      const path = join(directory, ...Array.from({ length: size }, () => "d"));
      mkdirSync(path, { recursive: true });
      writeFileSync(join(path, "a.yaml"), POD);
    },
    status: 0,
    says: /1 file/,
  },
  {
    input: "20,000 files",
    bound: "linear, 0.2 ms a file, a third of it the disk's",
    sizes: [300, 20_000],
    prepare: (directory, size) => {
      for (let at = 0; at < size; at++) writeFileSync(join(directory, `${at}.yaml`), POD.replace("web}", `w${at}}`));
    },
    status: 0,
  },
];

export const NAMES: readonly Row[] = [
  ...Object.entries({
    "a line break": "a\nb::error::x.yaml",
    "an ANSI escape": "a\u001b[31mb.yaml",
    "an OSC 8 link": "a\u001b]8;;http:x\u0007b.yaml",
    "a right-to-left override": "a\u202elmay.yaml",
    "a runner's command": "##[group]a.yaml",
    markup: "<img src=x onerror=alert(1)>.yaml",
    "quotes and brackets": `a'"\`$(x)|b.yaml`,
  }).flatMap(([what, name]): Row[] =>
    ["pretty", "json", "github", "html", "junit", "sarif"].map(format => ({
      input: `file name with ${what}, as ${format}`,
      bound: "escaped",
      files: () => ({ [name]: `${POD}extra: 1\n` }),
      argv: [`--format=${format}`, "."],
      status: 1,
      saysNot: format === "html" ? /<img src=x/ : /^\s*::error::x|##\[group\]/m,
    })),
  ),
  {
    input: "file name with control characters, --show-files",
    bound: "escaped",
    files: () => ({ "a\nb\u001b[31m.yaml": POD }),
    argv: ["--show-files"],
    status: 0,
    says: /a\\nb\\x1b\[31m\.yaml/,
  },
  {
    input: "file name with control characters, --diff",
    bound: "quoted as git does",
    files: () => ({ "a\nb\u001b[31m.yaml": FIXABLE }),
    argv: ["--diff"],
    status: 0,
    says: /"a\/a\\012b/,
  },
  {
    input: "file name that is no UTF-8",
    bound: "exit 2, said",
    files: () => ({ "a.yaml": POD }),
    prepare: directory =>
      writeFileSync(Buffer.concat([Buffer.from(`${directory}/b`), Buffer.from([0xff]), Buffer.from(".yaml")]), POD),
    status: 2,
    says: /not valid UTF-8/,
  },
  {
    input: "directory name that is no UTF-8",
    bound: "exit 2, said",
    files: () => ({ "a.yaml": POD }),
    prepare: directory => mkdirSync(Buffer.concat([Buffer.from(`${directory}/b`), Buffer.from([0xff])])),
    status: 2,
    says: /not valid UTF-8/,
  },
];

const clock = (change: (directory: string) => void) => {
  let isDone = false;
  return (directory: string) => {
    // Only when the pipeline looks at the clock are the files read.
    if (isDone || !/src\/lint\.ts/.test(new Error().stack ?? "")) return;
    isDone = true;
    change(directory);
  };
};

export const CHANGING: readonly Row[] = [
  {
    input: "file that vanishes after it was read",
    bound: "what was read is reported",
    files: () => ({ "a.yaml": `${POD}extra: 1\n` }),
    meanwhile: clock(directory => rmSync(join(directory, "a.yaml"))),
    status: 1,
    says: /unknown-field/,
  },
  {
    input: "file that vanishes before it is fixed",
    bound: "not written, exit 2",
    files: () => ({ "a.yaml": FIXABLE }),
    argv: ["--fix"],
    meanwhile: clock(directory => rmSync(join(directory, "a.yaml"))),
    status: 2,
    says: /cannot write a\.yaml/,
  },
  {
    input: "file that changes before it is fixed",
    bound: "not written, exit 2",
    files: () => ({ "a.yaml": FIXABLE }),
    argv: ["--fix"],
    meanwhile: clock(directory => writeFileSync(join(directory, "a.yaml"), "kind: Other\n")),
    status: 2,
    says: /it changed in the meantime/,
  },
  {
    input: "directory of the report that vanishes",
    bound: "exit 2, the report is not lost",
    files: () => ({ "a.yaml": POD, "out/x": "" }),
    argv: ["--format=json=out/r.json", "a.yaml"],
    meanwhile: clock(directory => rmSync(join(directory, "out"), { recursive: true })),
    status: 2,
    says: /cannot write[\s\S]*"version": 1|"version": 1[\s\S]*cannot write/,
  },
];
