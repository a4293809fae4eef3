// Runs test files that were written for vitest inside this process: tests are collected, then run one after the other.

import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from "@vitest/expect";
import * as chai from "chai";

export interface Test {
  /** Titles of the groups and of the test, joined by " > ". */
  readonly name: string;
  run(): unknown;
}

type Body = (...args: readonly unknown[]) => unknown;

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** Collects what test files declare while they are loaded. `wanted` looks at the titles of groups from the outside in. */
export class Collector {
  tests: Test[] = [];
  wanted: (groups: readonly string[]) => boolean = () => true;
  private readonly groups: string[] = [];

  /** What `import … from "vitest"` gives. */
  readonly vitest = {
    describe: this.declare((title, body) => this.group(title, body)),
    it: this.declare((title, body) => this.test(title, body)),
    test: this.declare((title, body) => this.test(title, body)),
    expect: chai.expect,
  };

  collect(load: () => void): Test[] {
    this.tests = [];
    load();
    return this.tests;
  }

  private group(title: string, body: Body): void {
    this.groups.push(title);
    if (this.wanted(this.groups)) body();
    this.groups.pop();
  }

  private test(title: string, run: Body): void {
    const name = [...this.groups, title].join(" > ");
    this.tests.push({ name, run });
  }

  private declare(make: (title: string, body: Body) => void) {
    const declared = (title: string, body: Body) => make(title, body);
    const each = (table: readonly unknown[]) => (title: string, body: Body) => {
      for (const [index, row] of table.entries()) {
        const args = Array.isArray(row) ? row : [row];
        // The first value, where the title begins with it, tells apart what is asked for by name.
        make(`${title.replace(/^%s/, String(args[0]))} [${index}]`, () => body(...args));
      }
    };
    const skip = () => {};
    const skipIf = (condition: boolean) => (condition ? Object.assign(skip, { each: () => skip }) : declared);
    return Object.assign(declared, { each, skip, skipIf });
  }
}
