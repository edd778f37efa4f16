import { expect } from 'vitest';

/** A test of the script, with what is to be done around it. */
interface Test {
  readonly run: () => unknown;
  readonly before: readonly (() => unknown)[];
  readonly after: readonly (() => unknown)[];
}

interface Group {
  readonly fill: () => unknown;
  readonly groups: Group[];
  readonly before: (() => unknown)[];
  readonly after: (() => unknown)[];
  readonly tests: Test[];
}

const group = (fill: () => unknown): Group => ({ fill, groups: [], before: [], after: [], tests: [] });

type Row = readonly unknown[];
/** `each` of the rows of a table: those of a row that is a list are told apart. */
const each =
  (add: (run: (...row: Row) => unknown, row: Row) => void) =>
  (rows: readonly unknown[]) =>
  (_name: string, run: (...row: Row) => unknown) => {
    for (const row of rows) add(run, Array.isArray(row) ? row : [row]);
  };

function once(run: () => unknown): () => unknown {
  let done: Promise<unknown> | undefined;
  return () => {
    done ??= Promise.resolve(run());
    return done;
  };
}

/** What is used of Vitest by tests of rules, so that they can be run again and again without its starting anew. */
export class Harness {
  #now = group(() => undefined);
  readonly #root = this.#now;

  /** Takes the place of the module `vitest`. */
  get vitest() {
    const describe = (_name: string, fill: () => unknown) => void this.#now.groups.push(group(fill));
    const it = (_name: string, run: () => unknown) => void this.#add(run);
    const test = Object.assign(it, { each: each((run, row) => it('', () => run(...row))) });
    return {
      expect,
      describe: Object.assign(describe, { each: each((run, row) => describe('', () => run(...row))) }),
      it: test,
      test,
      beforeEach: (run: () => unknown) => void this.#now.before.push(run),
      afterEach: (run: () => unknown) => void this.#now.after.push(run),
      // What is made once for all tests is made of code that is not changed: it is what they look at, not what they try.
      beforeAll: (run: () => unknown) => void this.#now.before.push(once(run)),
      afterAll: () => undefined,
    };
  }

  #add(run: () => unknown): void {
    this.#now.tests.push({ run, before: [], after: [] });
  }

  /** All tests, in order, once the script has been run with `vitest` in that module's place. */
  async tests(): Promise<readonly Test[]> {
    return this.#testsOf(this.#root, [], []);
  }

  async #testsOf(of: Group, before: Test['before'], after: Test['after']): Promise<readonly Test[]> {
    this.#now = of;
    await of.fill();
    const around = { before: [...before, ...of.before], after: [...of.after, ...after] };
    const own = of.tests.map(({ run }) => ({ run, ...around }));
    const below: Test[] = [];
    for (const inner of of.groups) below.push(...(await this.#testsOf(inner, around.before, around.after)));
    return [...own, ...below];
  }
}

/** Runs one test. @throws what the test throws */
export async function runTest({ run, before, after }: Test): Promise<void> {
  try {
    for (const one of before) await one();
    await run();
  } finally {
    for (const one of after) await one();
  }
}
