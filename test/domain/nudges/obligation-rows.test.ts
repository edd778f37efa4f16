import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Terms } from '../../../src/domain/language/terms.ts';
import { OBLIGATION_ROWS, OWED_ORDER, rowNamed } from '../../../src/domain/review/obligations/index.ts';
import { anAnnualReview } from '../../support/annual-builders.ts';
import { aReview, aSchool } from '../../support/builders.ts';

const SRC = fileURLToPath(new URL('../../../src/', import.meta.url));
const ROWS = 'domain/review/obligations';

const terms: Terms = {
  child: 'young person',
  addressed: 'the young person',
  goal: 'outcome',
  goals: 'outcomes',
  setting: 'school',
};

describe('a kind of obligation', () => {
  it('is a row in a file of its name, listed once', () => {
    expect(OWED_ORDER.filter((kind) => !existsSync(join(SRC, ROWS, `${kind}.ts`)))).toEqual([]);
    expect(new Set(OWED_ORDER).size).toBe(OWED_ORDER.length);
    for (const row of OBLIGATION_ROWS) expect(rowNamed(row.kind)).toBe(row);
    expect(rowNamed('one-of-last-year')).toBeUndefined();
  });

  it.each(OBLIGATION_ROWS)('$kind: has its words, the hand it may need, and what answers it', (row) => {
    for (const review of [aReview(), anAnnualReview()])
      expect(row.words(terms, review)).toMatch(/^[A-Z].+[\w?]$/);
    const help = row.help(terms, aReview());
    expect(`may need a hand with ${help}`).toMatch(/ with [a-z].*\w$/);
    expect(row.answers.length).toBeGreaterThan(0);
    // Only support goes on when all else is done.
    expect(row.stages.includes('closed')).toBe(row.thing?.screen === 'support');
    expect(row.stages).not.toContain('cancelled');
  });

  it.each(OBLIGATION_ROWS.filter(({ ofTheLa }) => ofTheLa?.(anAnnualReview())))(
    '$kind: is the local authority’s, so it is chased, and the form that records it opens from its button',
    ({ answers, record, ofTheLa, words, help }) => {
      expect(answers[1]).toMatchObject({ opens: 'screen', title: 'Chase' });
      expect(answers[0]).toMatchObject({ opens: 'form', ...(record && { name: record.form }) });
      expect(words(terms, anAnnualReview())).toContain('chase');
      expect(help(terms, anAnnualReview())).toContain('chasing');
      expect(ofTheLa?.(anAnnualReview())).toMatch(/^the /);
    },
  );

  it('that says what is missing says it with a form or screen, and only of what is missing', () => {
    const review = anAnnualReview();
    const missing = OBLIGATION_ROWS.flatMap((row) => row.missing?.of(review, aSchool()) ?? []);
    expect(missing.map(({ what }) => what)).toEqual([
      'evidence',
      'evidence',
      'advice',
      'advice',
      'circulate',
      'parent-views',
      'pupil-views',
      'report',
      'la-decision',
    ]);
    for (const { say } of missing) expect(say).toMatch(/\.$/);
  });
});

const kinds = OWED_ORDER.join('|');

/** How a kind would be asked about by name: compared, a case of a switch over kinds, one of a set, a table of all. */
const BY_NAME: readonly RegExp[] = [
  new RegExp(`\\bkind\\)?\\s*[!=]==?\\s*'(${kinds})'`),
  new RegExp(`'(${kinds})'\\s*[!=]==?\\s*[\\w.?]*\\bkind\\b`),
  new RegExp(`switch \\([\\w.?]*\\bkind\\)\\s*\\{\\s*(//.*\\s*)*case '(${kinds})'`),
  new RegExp(`\\['(${kinds})'(,\\s*'(${kinds})')*,?\\s*\\](\\)?)\\.(includes|has)\\([\\w.?]*\\bkind\\b`),
  /(Record|Map|Set)<ObligationKind/,
  /(Record|Map|Set)<Obligation\['kind'\]/,
];

const asksByName = (text: string) => BY_NAME.some((pattern) => pattern.test(text));

describe('outside its row', () => {
  it.each([
    "if (obligation.kind === 'reassign') {",
    "owed.some(({ kind }) => kind !== 'action')",
    "'final-plan' === one.kind",
    "switch (kind) {\n  case 'plan-meeting':",
    "new Set(['notice', 'final-plan']).has(kind)",
    'const WORDS: Record<ObligationKind, string> = {',
    "const OF_THE_LA: ReadonlySet<Obligation['kind']> = new Set();",
  ])('would be found: %s', (text) => {
    expect(asksByName(text)).toBe(true);
  });

  it('no kind of obligation is asked about by its name', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.ts') && !path.startsWith(ROWS));
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((path) => asksByName(readFileSync(join(SRC, path), 'utf8')))).toEqual([]);
  });
});
