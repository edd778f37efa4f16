import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byParts } from '../../../src/domain/review/questions/provision.ts';
import { colleagueNamed, partsOf } from '../../../src/domain/review/questions/provision-line.ts';
import { aSchool } from '../../support/builders.ts';

const STAFF = [
  { name: 'Ruth Adeyemi', email: 'ruth@oakfield.example', role: 'staff' },
  { name: 'Kwame Mensah', email: 'kwame@oakfield.example', role: 'staff' },
] as const;

describe('support said in one line', () => {
  it.each([
    [
      'Talk Boost, 3 times a week, 20 minutes for 10 weeks, a group of 4, with Kwame Mensah',
      ['Talk Boost', 'Kwame Mensah', '3 times a week', '20 minutes, for 10 weeks', 'a group of 4'],
    ],
    [
      'Precision teaching; daily; 10 minutes; one-to-one; a teaching assistant',
      ['Precision teaching', 'a teaching assistant', 'daily', '10 minutes', 'one-to-one'],
    ],
    [
      'Lego therapy\ntwice a week\nin pairs\nby Ms Khan',
      ['Lego therapy', 'Ms Khan', 'twice a week', '', 'in pairs'],
    ],
    // One piece says how much and what: it stays where it was typed.
    [
      'Reading every morning for 15 minutes, led by Ruth Adeyemi',
      ['Reading every morning for 15 minutes', 'Ruth Adeyemi', 'every morning', '15 minutes', ''],
    ],
    // A limit, a guess or a span is no sure number.
    [
      'ELSA, up to 3 times a week, 20-30 minutes, a group of 2 to 3, with Kwame Mensah',
      ['ELSA', 'Kwame Mensah', 'up to 3 times a week', '20-30 minutes', 'a group of 2 to 3'],
    ],
    [
      'Phonics; two 15-minute sessions daily; one to one; by a TA',
      ['Phonics', 'a TA', 'two 15-minute sessions daily', '15-minute', 'one to one'],
    ],
    [
      'Therapy, at least once a term, about 45 minutes, 1:1, a therapist',
      ['Therapy', 'a therapist', 'at least once a term', 'about 45 minutes', '1:1'],
    ],
    ['Lego, once or twice a week', ['Lego', '', 'once or twice a week', '', '']],
    ['A quiet table by the window', ['A quiet table by the window', '', '', '', '']],
    ['Coloured overlays, in maths, in English', ['Coloured overlays, in maths, in English', '', '', '', '']],
  ] as const)('%s', (line, [what, who, howOften, howLong, groupSize]) => {
    expect(partsOf(line, STAFF)).toEqual({ what, who, howOften, howLong, groupSize });
  });

  it('loses no word of it, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (line) => {
        const { what, who, howOften, howLong, groupSize } = partsOf(line, STAFF);
        const kept = [what, who, howOften, howLong, groupSize].join(' ');
        const words = line.match(/[\p{L}\p{N}]{5,}/gu) ?? [];
        for (const word of words)
          if (!/^(?:given|small|sessions?)$/i.test(word)) expect(kept).toContain(word);
      }),
    );
  });

  it('a colleague is who has just that name, if only one has it', () => {
    expect(colleagueNamed('ruth adeyemi', STAFF)).toBe(STAFF[0]);
    expect(colleagueNamed('Ruth', STAFF)).toBeUndefined();
    expect(colleagueNamed('Ruth Adeyemi', [...STAFF, { name: 'Ruth Adeyemi' }])).toBeUndefined();
    expect(colleagueNamed('Ruth Adeyemi', [{ name: 'Ruth Adeyemi', left: {} }])).toBeUndefined();
  });

  it('a colleague is also who has just that surname, with a title before it, as the form’s own examples say it', () => {
    expect(colleagueNamed('Mr Mensah', STAFF)).toBe(STAFF[1]);
    expect(colleagueNamed('Ms Adeyemi, teaching assistant', STAFF)).toBe(STAFF[0]);
    expect(colleagueNamed('Mr Mensah', [...STAFF, { name: 'Esi Mensah' }])).toBeUndefined();
    expect(colleagueNamed('Mr Sah', STAFF)).toBeUndefined();
    expect(colleagueNamed('Mensah', STAFF)).toBeUndefined();
    expect(colleagueNamed('Mr', STAFF)).toBeUndefined();
    const school = aSchool({ staff: STAFF });
    const rest = { howReviewed: '', starts: '2026-12-01', owner: '', who: '' } as const;
    const line = 'Talk Boost, 3 times a week, 20 minutes for 10 weeks, a group of 4, with Mr Mensah';
    const said = { ...rest, what: line, howOften: '', howLong: '', groupSize: '' };
    expect(byParts(said, school)).toMatchObject({ who: 'Mr Mensah', owner: 'kwame@oakfield.example' });
  });

  it('fills the parts that were left empty, and no others; whoever provides it sees to it', () => {
    const school = aSchool({ staff: STAFF });
    const said = { what: 'Talk Boost, daily, with Kwame Mensah', howLong: '20 minutes', groupSize: 'Six' };
    const rest = { howReviewed: 'At the next review', starts: '2026-12-01', owner: '' } as const;
    expect(byParts({ ...said, ...rest, who: '', howOften: '' }, school)).toEqual({
      ...{ what: said.what, howLong: '20 minutes', groupSize: 'Six', who: 'Kwame Mensah', howOften: 'daily' },
      ...{ howReviewed: 'At the next review', starts: '2026-12-01', owner: 'kwame@oakfield.example' },
    });
    const named = byParts(
      { ...said, ...rest, who: 'Ms Khan', howOften: '', owner: 'ruth@oakfield.example' },
      school,
    );
    expect(named).toMatchObject({ who: 'Ms Khan', owner: 'ruth@oakfield.example' });
  });
});
