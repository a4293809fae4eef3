// The entry of the GitHub Action: hands the process over to runAction().

import { runAction } from "./command-action.ts";

async function run(): Promise<void> {
  process.exitCode = await runAction({
    cwd: process.cwd(),
    env: process.env,
    stdout: { write: text => void process.stdout.write(text), isTTY: false, columns: 120 },
    stderr: { write: text => void process.stderr.write(text), isTTY: false, columns: 120 },
    now: () => performance.now(),
  });
}

void run();
