import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nudgesToday } from '../../../src/domain/nudges/policy.ts';
import { familyWaitsDuty } from '../../../src/domain/pupil/duties/family-waits.ts';
import { owedForPupil, settledForPupil } from '../../../src/domain/pupil/owed.ts';
import { familyAnswer } from '../../../src/domain/pupil/steps/family-answer.ts';
import { familySays } from '../../../src/domain/pupil/steps/family-says.ts';
import { isBankHoliday } from '../../../src/domain/school/bank-holidays.ts';
import type { FamilyAnswer } from '../../../src/domain/school/family-says.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import { isByLaw } from '../../../src/domain/statute/by-law.ts';
import { familyToldBy } from '../../../src/domain/statute/family-request.ts';
import { daysBetween, plusDays, weekday } from '../../../src/domain/time.ts';
import { aFamilySays, aPupil, aSchool, SENCO } from '../../support/builders.ts';

/*
 * Ada's mother said on Monday 9 November 2026 that something is wrong: she is told what became of it within a month, by Wednesday
 * 9 December; where it is complex and she is told so by then, within three, by Tuesday 9 February 2027 (UK GDPR, article 12).
 */
const AT = '2026-11-20T09:00:00.000Z';
const waiting = (...answers: readonly Partial<FamilyAnswer>[]): Pupil =>
  aPupil({
    familySays: [
      aFamilySays({
        answers: answers.map((one) => ({
          ...{ became: 'refused', why: 'It is what was seen', toldOn: '2026-11-20', by: SENCO, at: AT },
          ...one,
        })),
      }),
    ],
  });
const longer = { became: 'longer', why: 'Four years of notes' } as const;
const owed = (pupil: Pupil, today = '2026-11-20') =>
  owedForPupil({ pupil, reviews: [], school: aSchool(), today });

const given = (pupil: Pupil) => ({ pupil, school: aSchool(), reviews: [], who: SENCO, today: '2026-11-20' });
/** What becomes of the pupil when a SENCO answers, on 20 November unless it is said otherwise. */
function answered(pupil: Pupil, answer: Readonly<Record<string, string>>, at = AT) {
  const answers = { which: 'says-1', became: 'refused', why: 'It is what was seen', toldOn: '2026-11-20' };
  const actor = { who: SENCO, at };
  return familyAnswer.decide({ ...given(pupil), actor, newId: 'n' }, { ...answers, ...answer });
}

describe('what a family says is wrong, not decided yet', () => {
  it('is the SENCO’s to decide and tell within a month, by law', () => {
    const [duty, ...more] = owed(waiting());
    expect(more).toEqual([]);
    expect(duty).toMatchObject({
      id: 'oakfield-p001/family-waits/says-1/mel.senco@oakfield.example',
      ...{ who: SENCO, due: '2026-12-09' },
      what: 'The family says something is wrong: decide, and tell them',
      why: { from: '2026-11-09', rule: { id: 'family-request' } },
      answers: [{ opens: 'form', name: 'family-answer' }],
    });
    expect(duty?.more).toBeUndefined();
    expect(duty?.why && isByLaw(duty.why.rule)).toBe(true);
  });

  it('is owed until February where they were told in time that it takes longer', () => {
    expect(owed(waiting(longer))).toMatchObject([
      {
        due: '2027-02-09',
        why: { rule: { id: 'family-request-longer' } },
        more: 'They were told on Fri 20 Nov 2026 that it takes longer.',
      },
    ]);
  });

  it('is owed as well once the pupil is at another school, or in custody', () => {
    for (const place of ['moved-on', 'custody'] as const) {
      const places = [{ place, since: '2026-11-16', by: SENCO, at: AT, school: '', releasedOn: '' }];
      expect(owed({ ...waiting(), places })).toMatchObject([{ due: '2026-12-09' }]);
    }
  });

  it('is mentioned 7 and 2 school days before Wednesday 9 December, on it, and on Tuesdays and Thursdays after', () => {
    const school = aSchool();
    const days = Array.from({ length: 37 }, (_, n) => plusDays('2026-11-10', n));
    const told = days.filter((day) => nudgesToday(owed(waiting(), day), school, day).length > 0);
    expect(told).toEqual(['2026-11-30', '2026-12-07', '2026-12-09', '2026-12-10', '2026-12-15']);
  });

  it('is looked for from the day it falls due, and not where nothing is open', () => {
    const from = (pupil: Pupil) => familyWaitsDuty.from({ pupil, school: aSchool(), today: '2026-11-20' });
    expect(from(waiting())).toBe('2026-12-09');
    expect(from(waiting(longer))).toBe('2027-02-09');
    const two = [aFamilySays(), aFamilySays({ id: 'says-2', saidOn: '2026-11-03' })];
    expect(from(aPupil({ familySays: two }))).toBe('2026-12-03');
    expect([from(waiting({})), from(aPupil())]).toEqual([undefined, undefined]);
  });
});

describe('what became of it', () => {
  it.each(['put-right', 'stays', 'refused'] as const)('closes it, whichever it is: %s', (became) => {
    const [duty] = owed(waiting());
    const now = (pupil: Pupil) =>
      settledForPupil(duty?.id ?? '', { pupil, reviews: [], school: aSchool(), today: '2026-11-20' });
    for (const before of [[], [longer]]) {
      const closed = waiting(...before, { became });
      expect([owed(closed), now(closed)]).toEqual([[], { is: 'recorded' }]);
    }
    expect(owed(aPupil({ familySays: [aFamilySays({ became })] }))).toEqual([]);
    // Another one is open still.
    expect(now(waiting(longer))).toEqual({ is: 'over' });
    expect(now(aPupil({ familySays: [aFamilySays({ id: 'says-2', became })] }))).toEqual({ is: 'over' });
  });

  it('is kept with who said it and when the family was told, after what was said before', () => {
    const decided = answered(waiting(longer), { became: 'put-right', why: '' });
    expect(decided).toMatchObject({
      ok: true,
      pupil: {
        familySays: [
          {
            ...{ id: 'says-1', became: 'not-yet' },
            answers: [longer, { became: 'put-right', why: '', toldOn: '2026-11-20', by: SENCO, at: AT }],
          },
        ],
      },
    });
    const two = aPupil({ familySays: [aFamilySays({ id: 'other' }), aFamilySays()] });
    const one = answered(two, {});
    expect(
      one.ok && 'pupil' in one && one.pupil.familySays?.map(({ answers = [] }) => answers.length),
    ).toEqual([0, 1]);
  });

  it('takes longer where they were told within the month, on its last day too', () => {
    for (const toldOn of ['2026-11-09', '2026-12-09'])
      expect(answered(waiting(), { ...longer, toldOn }, '2026-12-20T09:00:00.000Z').ok).toBe(true);
  });

  it.each([
    [
      'they were told after the month',
      waiting(),
      { ...longer, toldOn: '2026-12-10' },
      'told so by Wed 9 Dec 2026',
      'toldOn',
    ],
    ['it has longer already', waiting(longer), longer, 'until Tue 9 Feb 2027', 'became'],
    ['it is decided', waiting({}), longer, 'nothing takes longer', 'became'],
    [
      'they were told before they said so',
      waiting(),
      { toldOn: '2026-11-08' },
      'on Mon 9 Nov 2026',
      'toldOn',
    ],
    ['it is none of theirs', waiting(), { which: 'another' }, 'not kept here', 'which'],
  ])('is not taken where %s', (_, pupil, answer, say, field) => {
    expect(answered(pupil, answer)).toMatchObject({
      ok: false,
      refusal: { say: expect.stringContaining(say), field },
    });
  });

  it('is offered while something is open, can be put right after, and is about the first that is open', () => {
    const offered = (pupil: Pupil) => familyAnswer.offered?.(given(pupil));
    expect([offered(waiting()), offered(waiting({})), offered(aPupil())]).toEqual([
      'Say what became of it',
      'Put right what became of it',
      undefined,
    ]);
    const two = aPupil({ familySays: [aFamilySays({ id: 'done', became: 'stays' }), aFamilySays()] });
    expect(familyAnswer.suggests?.(given(two))).toEqual({ which: 'says-1' });
    expect(familyAnswer.suggests?.(given(waiting({})))).toEqual({});
    const behind = (pupil: Pupil) => familyAnswer.behind?.(given(pupil));
    expect(behind(waiting())).toEqual({ which: { 'says-1': 'not-yet' } });
    expect(behind(waiting(longer))).toEqual({ which: { 'says-1': 'longer' } });
  });

  it('says what is owed next, the nearest first', () => {
    const saidOf = (pupil: Pupil) => familyAnswer.said(given(pupil));
    expect(saidOf(waiting({}))).toBe('Saved, with when they were told.');
    expect(saidOf(waiting(longer))).toContain('by Tue 9 Feb 2027');
    const two = [aFamilySays(), aFamilySays({ id: 'says-2', saidOn: '2026-11-03' })];
    expect(saidOf(aPupil({ familySays: two }))).toContain('by Thu 3 Dec 2026');
  });

  it('is asked for by the day when it is first kept, with what they are owed where nothing is changed', () => {
    const saidOf = (became: 'not-yet' | 'put-right' | 'stays' | 'refused') =>
      familySays.said(given(aPupil({ familySays: [aFamilySays({ became })] })));
    expect(saidOf('not-yet')).toContain('by Wed 9 Dec 2026');
    for (const became of ['stays', 'refused'] as const)
      expect(saidOf(became)).toMatch(
        /why, and that they may complain to the school or the Information Commissioner .*court/,
      );
    expect(saidOf('put-right')).toContain('Please tell them what became of it.');
    expect(saidOf('put-right')).not.toContain('complain');
  });
});

describe('the day by which a family is told', () => {
  it('is the first working day from the same date of the next month on, or from that month’s last', () => {
    fc.assert(
      fc.property(fc.nat(4000), (n) => {
        const saidOn = plusDays('2026-01-01', n);
        const by = familyToldBy(aFamilySays({ saidOn }))?.date ?? '';
        const works = (day: string) => ![0, 6].includes(weekday(day)) && !isBankHoliday(day);
        const next = `${saidOn.slice(5, 7) === '12' ? Number(saidOn.slice(0, 4)) + 1 : saidOn.slice(0, 4)}-${String((Number(saidOn.slice(5, 7)) % 12) + 1).padStart(2, '0')}`;
        const last = new Date(Date.UTC(Number(next.slice(0, 4)), Number(next.slice(5)), 0)).getUTCDate();
        const same = `${next}-${String(Math.min(Number(saidOn.slice(8)), last)).padStart(2, '0')}`;
        expect(works(by)).toBe(true);
        expect(daysBetween(same, by)).toBeGreaterThanOrEqual(0);
        for (let day = same; day < by; day = plusDays(day, 1)) expect(works(day)).toBe(false);
      }),
    );
  });
});
