import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';

/**
 * Expects `value` to be what the golden file says; `path` is below `test/golden`, as "adaptive/due.json".
 * With GOLDEN=update in the environment the file is written instead: look at what changed before committing it.
 */
export function expectGolden(path: string, value: unknown): void {
  const file = new URL(`../golden/${path}`, import.meta.url);
  const found = `${JSON.stringify(value, null, 1)}\n`;
  if (process.env.GOLDEN === 'update') {
    mkdirSync(dirname(file.pathname), { recursive: true });
    writeFileSync(file, found);
    return;
  }
  expect(found, `${path}: if the change is meant, run with GOLDEN=update`).toBe(readFileSync(file, 'utf8'));
}
