import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormSubject } from '../../../src/domain/review/steps/step-form.ts';
import {
  isSchoolDay,
  nextSchoolDay,
  schoolDayBy,
  schoolDayFrom,
} from '../../../src/domain/school/calendar.ts';
import { whyNoSchoolDay } from '../../../src/domain/school/no-school-day.ts';
import type { School } from '../../../src/domain/school/school.ts';
import { dueWith } from '../../../src/domain/statute/due.ts';
import { type LocalDate, plusDays } from '../../../src/domain/time.ts';
import { formOf } from '../../../src/presentation/forms/index.ts';
import { inputsOf } from '../../../src/presentation/render.ts';
import { ourWordsOf } from '../../support/adaptive.ts';
import { anAnnualReview, anEhcpPupil } from '../../support/annual-builders.ts';
import { anAction, aPupil, aReview, aSchool } from '../../support/builders.ts';
import { subject } from './sample.ts';

const FIRST = '2026-09-01';
const dayIn = (days: number) => fc.nat(days).map((n) => plusDays(FIRST, n));
/** The builders' terms, with any closures and INSET days in them; sometimes no terms at all. */
const schools: fc.Arbitrary<School> = fc
  .record({
    insetDays: fc.uniqueArray(dayIn(320), { maxLength: 12 }),
    closures: fc.uniqueArray(dayIn(320), { maxLength: 12 }),
    known: fc.boolean(),
  })
  .map(({ known, ...days }) => aSchool({ ...days, ...(known ? {} : { terms: [] }) }));

const standing = (form: string, about: FormSubject): Record<string, LocalDate> =>
  Object.fromEntries(
    inputsOf(formOf(form).show(about, 'once1').card).map(({ id, value }) => [
      String(id),
      String(value ?? ''),
    ]),
  );
/** All that it says, with what stands behind “Why”. */
const wordsOf = (form: string, about: FormSubject) =>
  [...ourWordsOf(formOf(form).show(about, 'once1').card), formOf(form).row.why?.(about)].join(' ');

describe('in any school’s calendar', () => {
  it('an annual review is suggested on a school day that is lawful, safe where one is, and as its sentence says', () => {
    fc.assert(
      fc.property(schools, dayIn(300), fc.integer({ min: -400, max: 100 }), (school, today, since) => {
        const review = anAnnualReview({ stage: 'preparing', startedAt: `${today}T09:00:00.000Z` });
        const pupil = anEhcpPupil({ lastDecision: plusDays(today, since) });
        const about = { ...subject(review, { school, pupil, today }), reviews: [] };
        const { date = '', evidenceBy = '' } = standing('plan-annual', about);
        expect(isSchoolDay(school, date)).toBe(true);
        expect(isSchoolDay(school, evidenceBy)).toBe(true);
        expect(today <= evidenceBy && evidenceBy <= date).toBe(true);
        // Two weeks' notice, to those who are invited today.
        expect(date >= plusDays(today, 14)).toBe(true);
        const safe = dueWith(review, pupil, [], today, school)?.meetBy;
        const last = safe && schoolDayBy(school, safe);
        // What is had on the next school day can be sent round two weeks before it.
        const first = schoolDayFrom(school, plusDays(nextSchoolDay(school, today), 14));
        if (last && last >= first) expect(date <= last).toBe(true);
        expect(evidenceBy <= plusDays(date, -14)).toBe(true);
        expect(wordsOf('plan-annual', about)).not.toContain('is no school day');
      }),
      { numRuns: 150 },
    );
  });

  it('another review is suggested on a school day from today, and in time where it can be prepared by then', () => {
    fc.assert(
      fc.property(schools, dayIn(300), fc.integer({ min: -250, max: 0 }), (school, today, since) => {
        const review = aReview({ stage: 'preparing', startedAt: `${today}T09:00:00.000Z` });
        const pupil = aPupil({ lastReviewed: plusDays(today, since) });
        const about = { ...subject(review, { school, pupil, today }), reviews: [] };
        const { date = '', evidenceBy = '' } = standing('plan-meeting', about);
        expect([whyNoSchoolDay(school, date), whyNoSchoolDay(school, evidenceBy)]).toEqual([
          undefined,
          undefined,
        ]);
        expect(today <= evidenceBy && evidenceBy <= date).toBe(true);
        const dueBy = dueWith(review, pupil, [], today, school)?.dueBy ?? '';
        expect(wordsOf('plan-meeting', about).includes('a later day is suggested')).toBe(
          dueBy >= today && date > dueBy,
        );
      }),
      { numRuns: 150 },
    );
  });

  it('an action and a later day for one are suggested on a school day to come', () => {
    fc.assert(
      fc.property(schools, dayIn(300), fc.integer({ min: -60, max: 60 }), (school, today, due) => {
        const review = aReview({ stage: 'acting', actions: [anAction({ due: plusDays(today, due) })] });
        const about = subject(review, { school, today, about: 'action-1' });
        for (const [form, input] of [
          ['action', 'due'],
          ['action-extend', 'to'],
        ] as const) {
          const day = standing(form, about)[input] ?? '';
          expect(isSchoolDay(school, day)).toBe(true);
          expect(day > today).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('the sentence beside the day', () => {
  const annual = (lastDecision: LocalDate, today: LocalDate) =>
    wordsOf(
      'plan-annual',
      subject(anAnnualReview({ stage: 'preparing' }), { pupil: anEhcpPupil({ lastDecision }), today }),
    );

  it('names the school day where the last safe day is none: eight weeks before 17 January 2027 is a Sunday', () => {
    // Decided on 18 January 2026: complete by 17 January 2027, met by 22 November.
    expect(annual('2026-01-18', '2026-11-02')).toMatch(
      /The last safe day is Sun 22 Nov 2026 \(.*\); the last school day before it is Fri 20 Nov 2026\./,
    );
  });

  it('names the last school day before the holidays where the last safe day is in them', () => {
    // Decided on 27 February 2026: complete by 26 February 2027, met by 1 January. Term ends on 18 December.
    expect(annual('2026-02-27', '2026-11-10')).toMatch(
      /The last safe day is Fri 1 Jan 2027 \(.*\); the last school day before it is Fri 18 Dec 2026\./,
    );
  });

  it('says what can be done where the last safe day allows no two weeks’ notice', () => {
    // Decided on 14 January 2026: complete by 13 January 2027, met by Wednesday 18 November; today is the 10th.
    expect(annual('2026-01-14', '2026-11-10')).toMatch(
      /The last safe day is Wed 18 Nov 2026 \(.*\)\. Two weeks’ notice allows Tue 24 Nov 2026 at the earliest; Tue 15 Dec 2026 leaves time for everybody’s advice\./,
    );
  });

  it('suggests for a late SEN Support review the last day before the holidays, where there is time before them', () => {
    // Due on 7 December; three weeks on from the 1st are in the holidays, which begin after Friday 18 December.
    const about = subject(aReview({ stage: 'preparing' }), {
      pupil: aPupil({ lastReviewed: '2026-06-07' }),
      today: '2026-12-01',
    });
    expect(standing('plan-meeting', about).date).toBe('2026-12-18');
  });

  it('says by when a SEN Support review is due: six months after 22 May 2026 is a Sunday', () => {
    const about = subject(aReview({ stage: 'preparing' }), {
      pupil: aPupil({ lastReviewed: '2026-05-22' }),
      today: '2026-11-02',
    });
    expect(wordsOf('plan-meeting', about)).toContain(
      'The review is due by Sun 22 Nov 2026; the last school day before it is Fri 20 Nov 2026.',
    );
    expect(standing('plan-meeting', about).date).toBe('2026-11-20');
  });

  it('suggests another day where the one that was set has passed and no meeting was opened', () => {
    const about = subject(aReview(), { today: '2026-12-01' });
    expect(standing('plan-meeting', about)).toMatchObject({ date: '2027-01-05' });
  });
});
