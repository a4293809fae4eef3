// Fills the generated blocks of README.md: after each `<!-- run: ARGUMENTS -->` stands what the program prints, with `| until: WORD` only what
// comes before the line that begins with the word, and after `<!-- flags -->` the table of flags. Durations are 0, so that the same program prints the same page.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { main } from "../../src/main.ts";
import { helpTable } from "../../src/options.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

async function output(command: string): Promise<string> {
  let text = "";
  const stream = {
    write: (part: string) => {
      text += part;
    },
    isTTY: false,
    columns: 100,
  };
  const argv = command.split(" ");
  await main({ argv, cwd: root, env: {}, stdout: stream, stderr: stream, stdin: () => "", now: () => 0 });
  return text.trimEnd();
}

/** The page with every generated block made anew. */
export async function filled(page: string): Promise<string> {
  let result = page;
  for (const [block, command = ""] of page.matchAll(/<!-- run: ([^>]+) -->\n```text\n[\s\S]*?\n?```/g)) {
    const [args = "", end] = command.split(" | until: ");
    const lines = (await output(args)).split("\n");
    const until = end === undefined ? -1 : lines.findIndex(line => line.startsWith(end));
    const text = lines
      .slice(0, until < 0 ? undefined : until)
      .join("\n")
      .trimEnd();
    result = result.replace(block, () => `<!-- run: ${command} -->\n\`\`\`text\n${text}\n\`\`\``);
  }
  return result.replace(/<!-- flags -->\n[\s\S]*?<!-- end -->/, () => `<!-- flags -->\n${helpTable()}\n<!-- end -->`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const page = `${root}README.md`;
  writeFileSync(page, await filled(readFileSync(page, "utf8")));
}
