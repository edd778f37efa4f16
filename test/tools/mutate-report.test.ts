import { describe, expect, it } from 'vitest';
import type { Equivalent } from '../../tools/mutate/equivalent.ts';
import { misfits, type Report, resultsOf } from '../../tools/mutate/report.ts';

const FILE = 'src/domain/sums.ts';
const SOURCE = `export const add = (a: number, b: number) => a + b;
export const most = (a: number, b: number) => (a < b ? b : a);
export const least = (a: number, b: number) => (a < b ? a : b);
`;

/** What Stryker says of a change of \`a + b\` (line 1) or \`a < b\` (lines 2 and 3). */
function changed(line: 1 | 2 | 3, replacement: string, status = 'Survived') {
  const [was, text = ''] = [line === 1 ? 'a + b' : 'a < b', SOURCE.split('\n')[line - 1]];
  const column = text.indexOf(was) + 1;
  return {
    status,
    replacement,
    location: { start: { line, column }, end: { line, column: column + was.length } },
  };
}

const report = (...mutants: readonly ReturnType<typeof changed>[]): Report => ({
  files: { [FILE]: { source: SOURCE, mutants } },
});

const SAME: Equivalent = {
  file: FILE,
  was: 'a < b',
  became: 'a <= b',
  why: 'Of two that are equal, either.',
};

describe('how the changes of a file have fared', () => {
  it('given some were noticed, ran on for ever, or never ran: those that ran on are told apart, the last not counted', () => {
    const found = resultsOf(
      report(
        changed(1, 'a - b', 'Killed'),
        changed(2, 'true', 'Timeout'),
        changed(2, 'false', 'CompileError'),
        changed(3, 'a <= b', 'NoCoverage'),
      ),
      [],
    );
    expect(found).toMatchObject([{ file: FILE, mutants: 3, killed: 2, timedOut: 1 }]);
    expect(found[0]?.survivors).toEqual([
      {
        file: FILE,
        line: 3,
        text: 'export const least = (a: number, b: number) => (a < b ? a : b);',
        was: 'a < b',
        became: 'a <= b',
      },
    ]);
  });

  it('given one is listed as equivalent: it has the reason, and is no less a survivor', () => {
    const within = { ...SAME, within: 'most' };
    const [found] = resultsOf(report(changed(2, 'a <= b'), changed(3, 'a <= b')), [within]);
    expect(found?.survivors.map(({ line, why }) => [line, why])).toEqual([
      [2, 'Of two that are equal, either.'],
      [3, undefined],
    ]);
    expect(found?.killed).toBe(0);
  });
});

describe('what is listed as equivalent', () => {
  const wrong = (given: Report, ...listed: readonly Equivalent[]) =>
    misfits(resultsOf(given, listed), listed).map(({ within, survivors }) => [within, survivors]);

  it('is right where it is one survivor', () => {
    expect(wrong(report(changed(2, 'a <= b')), SAME)).toEqual([]);
    const both = report(changed(2, 'a <= b'), changed(3, 'a <= b'));
    expect(wrong(both, { ...SAME, within: 'most' }, { ...SAME, within: 'least' })).toEqual([]);
  });

  it('is wrong where a test notices the change, or nothing like it stands there', () => {
    expect(wrong(report(changed(2, 'a <= b', 'Killed')), SAME)).toEqual([[undefined, 0]]);
    expect(wrong(report(changed(2, 'a <= b')), { ...SAME, within: 'least' })).toEqual([['least', 0]]);
  });

  it('is wrong where it may be either of two: each wants a look of its own', () => {
    expect(wrong(report(changed(2, 'a <= b'), changed(3, 'a <= b')), SAME)).toEqual([[undefined, 2]]);
  });

  it('says nothing of a file that was not looked at', () => {
    expect(wrong(report(), { ...SAME, file: 'src/domain/others.ts' })).toEqual([]);
  });
});
