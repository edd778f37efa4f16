import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDueWords } from '../../src/conversation/due-words.ts';
import { lastDayWanted } from '../../src/domain/statute/due-wanted.ts';
import { anEhcpPupil } from '../support/annual-builders.ts';
import { aPupil, aSchool, LEADER, SENCO, TEACHER } from '../support/builders.ts';
import { aTalk, textOf, titlesOf } from './talk.ts';

// Tuesday 24 November 2026; half-term was 26 to 30 October, and the term ends on Friday 18 December.
const NOW = '2026-11-24T10:00:00.000Z';
const school = aSchool({
  terms: [
    {
      name: 'Autumn 2026',
      start: '2026-09-02',
      end: '2026-12-18',
      halfTerm: { start: '2026-10-26', end: '2026-10-30' },
    },
    {
      name: 'Spring 2027',
      start: '2027-01-04',
      end: '2027-03-25',
      halfTerm: { start: '2027-02-15', end: '2027-02-19' },
    },
  ],
});
const read = (typed: string) => readDueWords(typed, { school, now: NOW });

describe('what follows “due”', () => {
  it.each([
    ['ehcp', { kinds: ['ehcp'] }],
    ['EHCPs', { kinds: ['ehcp'] }],
    ['EHC plans', { kinds: ['ehcp'] }],
    ['sen support', { kinds: ['sen-support'] }],
    ['SEN-Support reviews', { kinds: ['sen-support'] }],
    ['K', { kinds: ['sen-support'] }],
    ['early years', { kinds: ['early-years-iep'] }],
    ['ehcp and sen support', { kinds: ['sen-support', 'ehcp'] }],
    ['year 4', { years: ['Year 4'] }],
    ['y4', { years: ['Year 4'] }],
    ['Yr 04', { years: ['Year 4'] }],
    ['years 4 and 5', { years: ['Year 4', 'Year 5'] }],
    ['reception', { years: ['Reception'] }],
    ['year r', { years: ['Reception'] }],
    ['nursery', { years: ['Nursery'] }],
    ['this half-term', { by: 'this half-term' }],
    ['this half term', { by: 'this half-term' }],
    ['by the end of term', { by: 'this term' }],
    ['next week', { by: 'next week' }],
    ['overdue', { by: 'overdue' }],
    ['by Friday', { by: '2026-11-27' }],
    ['until 4 December ehcp', { by: '2026-12-04', kinds: ['ehcp'] }],
    ['EHCP, year 4 this half-term!', { kinds: ['ehcp'], years: ['Year 4'], by: 'this half-term' }],
    ['this half-term for ehcp in year 4', { kinds: ['ehcp'], years: ['Year 4'], by: 'this half-term' }],
    ['parents', { only: 'parents' }],
    ['year 4 why', { years: ['Year 4'], why: true }],
    ['', {}],
    ['please', {}],
  ])('is read however it is written, and together: “%s”', (typed, view) => {
    expect(read(typed)).toEqual({ view, unknown: '' });
  });

  it.each([
    ['ehcp tomorow', { kinds: ['ehcp'] }, 'tomorow'],
    ['Kit Sample', {}, 'Kit Sample'],
    ['Yusuf', {}, 'Yusuf'],
    ['year', {}, 'year'],
  ])('that is no word for any of it is known to be unknown: “%s”', (typed, view, unknown) => {
    expect(read(typed)).toEqual({ view, unknown });
  });

  it('whatever is typed, ends in a reading', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 4000 }), (typed) => {
        expect(read(typed).unknown.length).toBeLessThanOrEqual(200);
      }),
    );
  });
});

describe('the last day that is asked for', () => {
  it.each([
    ['this half-term', '2026-11-24', '2026-12-18'],
    ['this half-term', '2026-10-20', '2026-10-25'],
    // In the half-term holiday, the half-term to come.
    ['this half-term', '2026-10-28', '2026-12-18'],
    ['next half-term', '2026-11-24', '2027-02-14'],
    ['this term', '2026-10-20', '2026-12-18'],
    ['this week', '2026-11-24', '2026-11-29'],
    ['this week', '2026-11-29', '2026-11-29'],
    ['next week', '2026-11-24', '2026-12-06'],
    ['this month', '2026-11-24', '2026-11-30'],
    ['next month', '2027-01-31', '2027-02-28'],
    ['today', '2026-11-24', '2026-11-24'],
    ['overdue', '2026-11-24', '2026-11-23'],
  ] as const)('of %s, on %s, is %s', (by, today, last) => {
    expect(lastDayWanted(by, school, today)).toBe(last);
  });
});

describe('“review due” of some', () => {
  // Due by 20 December: after the term has ended. The other by 10 December.
  const ada = aPupil({
    id: 'p1',
    firstName: 'Ada',
    lastName: 'Late',
    yearGroup: '4',
    lastReviewed: '2026-06-20',
  });
  const cal = aPupil({
    id: 'p2',
    firstName: 'Cal',
    lastName: 'Soon',
    ref: 'C2',
    yearGroup: '5',
    lastReviewed: '2026-06-10',
  });
  const ben = anEhcpPupil({
    id: 'p3',
    firstName: 'Ben',
    lastName: 'Plan',
    ref: 'B3',
    yearGroup: '4',
    lastDecision: '2026-07-01',
  });
  const theTalk = () => aTalk({ schools: [school], pupils: [ada, cal, ben], now: NOW });

  it.each([
    ['due ehcp', ['Ben']],
    ['due year 4', ['Ada', 'Ben']],
    ['due sen support year 4', ['Ada']],
    ['due this half-term', ['Cal']],
    ['due year 4 this half-term', []],
    ['due sen support by 20 December', ['Ada', 'Cal']],
  ])('given three pupils, “%s” lists %j', async (typed, names) => {
    const text = textOf(await (await theTalk()).says(SENCO, typed));
    expect(['Ada', 'Ben', 'Cal'].filter((name) => text.includes(name))).toEqual(names);
    if (names.length === 0)
      expect(text).toContain('Year 4, this half-term (up to Fri 18 Dec 2026): nothing is due.');
  });

  it('says which they are, keeps to them behind its buttons, and leads back to all', async () => {
    const talk = await theTalk();
    const some = await talk.says(LEADER, 'review due year 4');
    expect(textOf(some)).toContain('Year 4: ');
    const why = await talk.presses(LEADER, some, 'Why these dates');
    expect(textOf(why)).toContain('Year 4: ');
    expect(textOf(why)).toContain('Code of Practice');
    expect(textOf(why)).not.toContain('Cal');
    const all = await talk.presses(LEADER, why, 'All that are due');
    expect(textOf(all)).toContain('Cal');
    expect(titlesOf(all)).not.toContain('All that are due');
  });

  it('of a year that no school has says so, and lists all', async () => {
    const text = textOf(await (await theTalk()).says(SENCO, 'review due year 44'));
    expect(text).toContain('There is no Year 44');
    for (const name of ['Ada', 'Ben', 'Cal']) expect(text).toContain(name);
  });

  it('begins with a capital where a time comes first', async () => {
    const text = textOf(await (await theTalk()).says(SENCO, 'due this half-term'));
    expect(text).toContain('This half-term (up to Fri 18 Dec 2026): ');
  });

  it('of a pupil’s name is how theirs stands', async () => {
    const text = textOf(await (await theTalk()).says(SENCO, 'due Cal'));
    expect(text).toContain('Cal Soon');
    expect(text).not.toContain('Ada');
  });

  it('of what nobody knows shows what was understood, and says what would be', async () => {
    const text = textOf(await (await theTalk()).says(SENCO, 'due ehcp zzz'));
    expect(text).toContain('“review due this half-term”');
    expect(text).toContain('Ben');
    expect(text).not.toContain('Cal');
  });

  it('tells a colleague nothing of whom it is about', async () => {
    const text = textOf(await (await theTalk()).says(TEACHER, 'due Cal'));
    expect(text).toContain('Only SENCOs and senior leaders see what is due.');
    expect(text).not.toContain('Soon');
  });

  it.each([
    { plan: 'isp', year: 'Year 4', by: 'never' },
    { plan: '', year: 'Year 4', by: '2026-02-31' },
  ])('takes a button with what is not known any more for one without it', async (odd) => {
    const text = textOf(await (await theTalk()).sends(SENCO, { do: 'due', page: '1', ...odd }));
    expect(text).toContain('Ada');
    expect(text).toContain('Ben');
    expect(text).not.toContain('Cal');
  });
});
