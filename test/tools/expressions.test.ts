import { expect, it } from 'vitest';
import { faultOf } from '../../tools/expressions/fault.ts';
import { expressionsIn } from '../../tools/expressions/find.ts';

const CODE = `
const day = /^\\d+$/u; // /no expression/
const text = 'neither /is this/';
const half = 6 / 3 / 2;
const made = new RegExp(\`^\${text}\`, 'i');
const called = RegExp('x');
const typed: Map<string, RegExp> = new Map();
`;

it('every expression in a file of code is found, and where one is put together', () => {
  expect(expressionsIn('a.ts', CODE)).toEqual({
    literals: [{ file: 'a.ts', line: 2, source: '^\\d+$', flags: 'u' }],
    made: [
      { file: 'a.ts', line: 5 },
      { file: 'a.ts', line: 6 },
    ],
  });
});

it('a file that is no code is said to be none, rather than passed over', () => {
  expect(() => expressionsIn('a.ts', 'const = ;')).toThrow('a.ts');
});

it.each([
  ['that tries each way to part a run', '^(a+)+$', '', 'exponential'],
  ['that begins anew at each space', 'mine\\s*(?:[:,])?\\s*$', '', 'polynomial'],
])('an expression %s is at fault', async (_, source, flags, kind) => {
  expect(await faultOf({ source, flags })).toContain(kind);
});

it('one that reads a text once is not', async () => {
  expect(await faultOf({ source: '^not mine ([a-z0-9]+)', flags: 'i' })).toBeUndefined();
});
