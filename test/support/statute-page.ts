import { RULES } from '../../src/domain/plans/index.ts';
import { CEASING_RULES } from '../../src/domain/statute/rules/ceasing.ts';
import type { Rule } from '../../src/domain/statute/statute.ts';

/** The rules on when things are to be done as a page of Markdown, made from their table. */
export function statutePage(): string {
  return [
    '# When things are to be done, and why',
    '',
    'Every day the bot shows comes from a row of this table: what is to be done, how it is counted, and where that is said.',
    'Days are calendar days, and no school holiday stops the clock. Where “before” and “within” leave a day in doubt, the',
    'stricter day is taken, and the note says so; what is so long before a last day counts back from that day. This is no legal',
    'advice. Days worked out by hand from each rule are in `test/domain/statute/worked-dates.test.ts`.',
    '',
    'To change the law is to change the table in `src/domain/statute/rules/`: end the row that stops, and add one with the',
    'same name from the day after. A review keeps the rules it began under.',
    '',
    'This page is made from that table, and a test fails when the two differ:',
    '`npx vitest run test/domain/statute/statute-page.test.ts -u` writes it anew.',
    '',
    '| what | when | said in | note | for reviews begun |',
    '|---|---|---|---|---|',
    ...RULES.map(lineOf),
    '',
    'These set no day:',
    '',
    ...CEASING_RULES.map(({ words, source }) => `- ${words}: ${source}`),
    '',
  ].join('\n');
}

function lineOf({ what, counted, source, note = '', withoutSchool, holds }: Rule): string {
  const begun = holds.until ? `from ${holds.from} to ${holds.until}` : `from ${holds.from}`;
  const { source: instead = source, note: other = '' } = withoutSchool ?? {};
  const alone = withoutSchool ? `Without a school: ${other ? `${instead}. ${other}` : instead}` : '';
  const said = [note, alone].filter(Boolean).join(' ');
  return `| ${[what, counted, source, said, begun].join(' | ')} |`;
}
