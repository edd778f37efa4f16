import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decidePupil } from '../../../src/domain/pupil/decide.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import { keepOn, keptUntil, trailKeptFrom, whyGone } from '../../../src/domain/school/retention.ts';
import { type Instant, plusDays } from '../../../src/domain/time.ts';
import { aPupil, aSchool, SENCO } from '../../support/builders.ts';

const school = aSchool();
const by = { by: SENCO, at: '2048-11-02T09:00:00.000Z' };

describe('how long what is stored of a child is kept', () => {
  // Worked by hand: the toolkit's "date of birth + 31 years", the birthday itself included.
  test.each([
    ['2018-02-03', '2049-02-03'],
    ['2010-08-31', '2041-08-31'],
    // 2047 has no 29 February: the year is over with the last day before 1 March.
    ['2016-02-29', '2047-03-01'],
  ])('born on %s: to %s, and gone the day after', (dateOfBirth, until) => {
    const child = aPupil({ dateOfBirth });
    expect(keptUntil(child, school)).toBe(until);
    expect(keepOn(child, school, until)).toBe('kept');
    expect(keepOn(child, school, plusDays(until, 1))).toBe('goes');
  });

  it('goes by the age that the school has set', () => {
    const child = aPupil({ dateOfBirth: '2018-02-03' });
    const own = aSchool({ retention: { age: 26 } });
    expect(keptUntil(child, own)).toBe('2044-02-03');
    expect(keptUntil(child, aSchool({ retention: { daily: true } }))).toBe('2049-02-03');
    expect(whyGone(child, own)).toBe('kept to the birthday at 26, Wed 3 Feb 2044');
  });

  it('is longer where a hold says so: to its last day, or until it is lifted; not shorter', () => {
    const held = aPupil({
      dateOfBirth: '2018-02-03',
      legalHold: { why: 'A claim', until: '2049-12-31', ...by },
    });
    expect(keepOn(held, school, '2049-02-03')).toBe('kept');
    expect(keepOn(held, school, '2049-02-04')).toBe('on-hold');
    expect(keepOn(held, school, '2049-12-31')).toBe('on-hold');
    expect(keepOn(held, school, '2050-01-01')).toBe('goes');
    const open = aPupil({ dateOfBirth: '2018-02-03', legalHold: { why: 'An inquiry', ...by } });
    expect(keepOn(open, school, '2090-01-01')).toBe('on-hold');
    const over = aPupil({
      dateOfBirth: '2018-02-03',
      legalHold: { why: 'A claim', until: '2048-12-31', ...by },
    });
    expect(keepOn(over, school, '2049-02-03')).toBe('kept');
  });

  it('never ends before an EHC plan can, whatever a school may set, and once over never begins again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 25, max: 75 }), fc.integer({ min: 0, max: 20_000 }), (age, days) => {
        const child = aPupil({ dateOfBirth: '2010-09-01' });
        const own = aSchool({ retention: { age } });
        const today = plusDays('2010-09-01', days);
        if (today <= '2035-09-01') expect(keepOn(child, own, today)).toBe('kept');
        if (keepOn(child, own, today) === 'goes') expect(keepOn(child, own, plusDays(today, 1))).toBe('goes');
      }),
    );
  });
});

describe('what a SENCO says of it', () => {
  const say = (pupil: Pupil, answers: { answer: string; why: string; until: string }, at: Instant): Pupil => {
    const given = {
      pupil,
      school,
      reviews: [],
      who: SENCO,
      today: '2048-11-02',
      actor: { who: SENCO, at },
      newId: 'n',
    };
    const decided = decidePupil(given, { step: 'legal-hold', answers });
    return decided.ok && 'pupil' in decided ? decided.pupil : expect.fail('it was refused');
  };
  const ada = aPupil({ dateOfBirth: '2018-02-03' });

  it('given a claim, then everything stays; once lifted the rule holds again, and who held it is known', () => {
    const held = say(ada, { answer: 'hold', why: 'A claim', until: '2049-12-31' }, by.at);
    expect(held.legalHold).toEqual({ why: 'A claim', until: '2049-12-31', ...by });
    const lifted = { by: SENCO, at: '2049-06-01T09:00:00.000Z', why: 'It was settled' };
    const free = say(held, { answer: 'lift', why: 'It was settled', until: '' }, lifted.at);
    expect(free.legalHold).toBeUndefined();
    expect(free.heldBefore).toEqual([{ hold: held.legalHold, lifted }]);
  });

  it('given a hold, when another takes its place, then the one before is kept; lifting none changes nothing', () => {
    const held = say(ada, { answer: 'hold', why: 'A claim', until: '' }, by.at);
    const longer = say(held, { answer: 'hold', why: 'An appeal', until: '2050-12-31' }, by.at);
    expect(longer.legalHold).toEqual({ why: 'An appeal', until: '2050-12-31', ...by });
    expect(longer.heldBefore).toEqual([{ hold: held.legalHold, lifted: { ...by, why: 'An appeal' } }]);
    expect(say(ada, { answer: 'lift', why: 'None there', until: '' }, by.at)).toEqual(ada);
  });
});

describe('how long it is kept who has looked', () => {
  test.each([
    ['2033-11-23', [{}], '2026-11-23'],
    // 2025 has no 29 February.
    ['2032-02-29', [{}], '2025-02-28'],
    ['2033-11-23', [{ retention: { trailYears: 3 } }], '2030-11-23'],
    ['2033-11-23', [{ retention: { trailYears: 3 } }, {}], '2026-11-23'],
    ['2033-11-23', [], '2026-11-23'],
  ])('on %s, by what the schools %j have set: from %s on', (today, schools, from) => {
    expect(trailKeptFrom(schools, today)).toBe(from);
  });
});
