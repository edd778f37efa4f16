import { vi } from 'vitest';
import { PATIENTLY } from './patiently.ts';

/** Waits for `check` to hold, and gives what it gives: what is begun and not awaited takes a moment. */
export const soon = <Result>(check: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(check, PATIENTLY);
