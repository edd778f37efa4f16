import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Review, Stage } from '../../../src/domain/review/review.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import type { ParentMeeting } from '../../../src/domain/school/pupil-meetings.ts';
import { dueList } from '../../../src/domain/statute/due.ts';
import { type ParentsMet, parentsMet } from '../../../src/domain/statute/parents-met.ts';
import { manyToMeet, parentsToMeet } from '../../../src/domain/statute/parents-to-meet.ts';
import { plusDays } from '../../../src/domain/time.ts';
import { anAnnualReview, anEhcpPupil } from '../../support/annual-builders.ts';
import { anOutcome, aPlan, aPupil, aReview, aSchool, parentViews, SENCO } from '../../support/builders.ts';
import { only } from '../../support/one-plan.ts';

/*
 * By hand, from Oakfield's calendar and the Code of Practice 6.65 (at least three meetings each year): the autumn term ends
 * on Friday 18 December 2026, the spring term on Thursday 25 March 2027.
 */

const AT = '2026-11-02T09:00:00.000Z';
const met = (on: string, given: Partial<ParentMeeting> = {}): ParentMeeting => ({
  id: `met-${on}`,
  on,
  who: 'Tom Teacher and her mother',
  agreed: 'A reading book comes home on Fridays.',
  by: SENCO,
  at: AT,
  ...given,
});

/** A review of the pupil whose meeting was held on `date`, with her parents' views. */
const held = (date: string, given: Partial<Review> = {}) =>
  aReview({
    id: `held-${date}`,
    stage: 'closed',
    meeting: { date, time: '14:30', invitees: [] },
    meetingOpenedAt: `${date}T14:30:00.000Z`,
    parentViews: parentViews(),
    ...given,
  });

const of = (today: string, pupil: Pupil = aPupil(), reviews: readonly Review[] = []): ParentsMet => {
  const found = parentsMet(pupil, only(pupil), reviews, today, aSchool());
  if (!found) throw new Error('nothing is expected of this plan');
  return found;
};
const withMet = (...days: readonly string[]) => aPupil({ meetings: days.map((day) => met(day)) });

describe('parents not met in autumn', () => {
  it('given the last day of term, nothing is pointed out; the day after, one meeting is', () => {
    expect(of('2026-12-18').behind).toBeUndefined();
    expect(of('2026-12-19').behind).toMatchObject({
      times: 1,
      date: '2026-12-18',
      rule: { id: 'parents-met-autumn', source: 'Code of Practice 6.65' },
    });
  });

  it('given a meeting on the last day of term, or in January, nothing is', () => {
    expect(of('2027-01-05', withMet('2026-12-18')).behind).toBeUndefined();
    expect(of('2027-01-15', withMet('2027-01-15')).behind).toBeUndefined();
  });

  it('given one of the school year before, it does not help', () => {
    expect(of('2027-01-05', withMet('2026-07-10', '2026-08-31')).days).toEqual([]);
    expect(of('2027-01-05', withMet('2026-09-01')).days).toEqual(['2026-09-01']);
  });
});

describe('parents met once by the end of spring', () => {
  it('given the day after it, a second is pointed out; after the second nothing is, for the rest of the year', () => {
    expect(of('2027-03-25', withMet('2026-10-01')).behind).toBeUndefined();
    expect(of('2027-03-26', withMet('2026-10-01')).behind).toMatchObject({
      times: 2,
      date: '2027-03-25',
      rule: { id: 'parents-met-spring' },
    });
    expect(of('2027-05-31', withMet('2026-10-01', '2027-04-20')).behind).toBeUndefined();
  });

  it('given a new school year, it is counted from nought, and nothing is behind', () => {
    expect(of('2027-09-01', withMet('2026-10-01'))).toMatchObject({ days: [] });
    expect(of('2027-09-01', withMet('2026-10-01')).behind).toBeUndefined();
  });

  it('says what the year expects: one, two and three', () => {
    expect(of('2026-11-10').wanted.map(({ date, times }) => [date, times])).toEqual([
      ['2026-12-18', 1],
      ['2027-03-25', 2],
      ['2027-08-31', 3],
    ]);
  });
});

describe('the third meeting of the year', () => {
  // Oakfield's summer half-term holiday is from 31 May to 4 June 2027.
  const twice = withMet('2026-10-01', '2027-04-20');
  const known = (pupil: Pupil) => ({ ...pupil, plans: [{ ...only(pupil), planMade: '2025-09-10' }] });

  it('given two, is pointed out from the second half of the summer term to the end of the year', () => {
    expect(of('2027-06-06', twice).behind).toBeUndefined();
    const pointedOut = { times: 3, date: '2027-08-31', rule: { id: 'parents-met-year' } };
    expect(of('2027-06-07', twice).behind).toMatchObject(pointedOut);
    expect(of('2027-08-31', twice).behind).toMatchObject(pointedOut);
    expect(of('2027-07-01', withMet('2026-10-01', '2027-04-20', '2027-06-30')).behind).toBeUndefined();
  });

  it('given the year ended with two, is told of until the middle of September, then no more', () => {
    expect(of('2027-08-31', known(twice)).lastYear).toBeUndefined();
    expect(of('2027-09-01', known(twice)).lastYear).toMatchObject({ met: 2, wanted: { times: 3 } });
    expect(of('2027-09-15', known(twice)).lastYear).toMatchObject({ met: 2 });
    expect(of('2027-09-16', known(twice)).lastYear).toBeUndefined();
    const thrice = withMet('2026-10-01', '2027-04-20', '2027-07-20');
    expect(of('2027-09-01', known(thrice)).lastYear).toBeUndefined();
  });

  it('given a plan that was not there in that year, nothing is told of it', () => {
    const since = { ...twice, plans: [{ ...aPlan({ planMade: '2027-09-02' }), lastReviewed: '2027-09-02' }] };
    expect(of('2027-09-10', since).lastYear).toBeUndefined();
  });

  it('given not when the plan was made, one reviewed by the last day of that year was there; a day later is no proof', () => {
    const { planMade: _, ...plan } = aPlan();
    const reviewed = (lastReviewed: string) =>
      of('2027-09-10', { ...twice, plans: [{ ...plan, lastReviewed }] }).lastYear;
    expect(reviewed('2027-08-31')).toBeUndefined();
    const once = { ...withMet('2026-10-01'), plans: [{ ...plan, lastReviewed: '2027-08-31' }] };
    expect(of('2027-09-10', once).lastYear).toMatchObject({ met: 2, wanted: { times: 3 } });
    expect(reviewed('2027-09-01')).toBeUndefined();
  });

  it('given a plan made before that year and reviewed only since, it was there', () => {
    const since = { ...twice, plans: [aPlan({ planMade: '2025-09-10', lastReviewed: '2027-09-05' })] };
    expect(of('2027-09-10', since).lastYear).toMatchObject({ met: 2, wanted: { times: 3 } });
  });

  it('given no terms are known, it is pointed out from 5 June', () => {
    const behind = (today: string) => parentsMet(twice, only(twice), [], today, undefined)?.behind;
    expect(behind('2027-06-04')).toBeUndefined();
    expect(behind('2027-06-05')).toMatchObject({ times: 3, rule: { id: 'parents-met-year' } });
  });
});

describe('what counts as a meeting with parents', () => {
  it('given a review held with the family’s say, it does; one in which no views were received does not', () => {
    expect(of('2027-01-05', aPupil(), [held('2026-11-24')]).days).toEqual(['2026-11-24']);
    const without = held('2026-11-24', {
      parentViews: {
        recordedBy: SENCO,
        at: AT,
        given: false,
        soughtOn: '2026-11-20',
        howSought: 'Rang twice',
      },
    });
    expect(of('2027-01-05', aPupil(), [without]).days).toEqual([]);
  });

  it('given a review and a meeting recorded for one day, they are one', () => {
    expect(of('2027-01-05', withMet('2026-11-24', '2026-11-24'), [held('2026-11-24')]).days).toHaveLength(1);
  });

  it('given a meeting that was taken back, it does not', () => {
    const back = aPupil({ meetings: [met('2026-11-24', { takenBack: { by: SENCO, at: AT } })] });
    expect(of('2027-01-05', back).behind).toMatchObject({ times: 1 });
  });

  it('given a review from before the school had the bot, it does; where the bot has that very review, it is one', () => {
    const known = aPupil({ lastReviewed: '2026-10-12' });
    expect(of('2027-01-05', known).days).toEqual(['2026-10-12']);
    expect(of('2027-01-05', aPupil({ lastReviewed: '2026-11-25' }), [held('2026-11-24')]).days).toEqual([
      '2026-11-24',
    ]);
  });

  it('given an annual review beside it, who took part decides', () => {
    const plans = [aPlan(), ...anEhcpPupil().plans];
    const both = aPupil({ plans });
    const outsiders = [{ id: 'mum', role: 'parent', name: 'Ms Example' }] as const;
    const annual = (attendance: Readonly<Record<string, 'present' | 'apologies'>>) =>
      anAnnualReview({
        stage: 'acting',
        meeting: { date: '2026-11-24', time: '14:30', invitees: [] },
        meetingOpenedAt: '2026-11-24T14:30:00.000Z',
        parentViews: parentViews(),
        annual: { la: '', outsiders, attendance, sectionChanges: [], chases: [] },
      });
    const days = (review: Review) => parentsMet(both, aPlan(), [review], '2027-01-05', aSchool())?.days;
    expect(days(annual({ mum: 'present' }))).toEqual(['2026-11-24']);
    expect(days(annual({ mum: 'apologies' }))).toEqual([]);
    expect(days(annual({}))).toEqual(['2026-11-24']);
  });

  it('given a review from before the bot, it counts once the first review here was later: whatever else is here', () => {
    const known = aPupil({ lastReviewed: '2026-10-12' });
    const days = (...reviews: readonly Review[]) => of('2027-01-05', known, reviews).days;
    expect(days(held('2026-11-24'))).toEqual(['2026-10-12', '2026-11-24']);
    // The first review here was held on that day or before: it is that review, or none of the plan's own.
    expect(days(held('2026-10-12', { parentViews: parentViews(), stage: 'acting' }))).toEqual(['2026-10-12']);
    expect(days(held('2026-11-24'), held('2026-09-22'))).toEqual(['2026-09-22', '2026-11-24']);
    // What is said of it here counts, not that the data has its day.
    const away = held('2026-10-12', { outcome: anOutcome({ parentsThere: 'no' }) });
    expect(days(away)).toEqual([]);
    // One that is not held yet, or is of another plan, is not the first.
    const { meetingOpenedAt: _, ...open } = held('2026-09-22', { stage: 'gathering' });
    expect(days({ ...open, id: 'open' })).toEqual(['2026-10-12']);
    expect(days(held('2026-09-22', { kind: 'early-years-iep' }))).toEqual(['2026-09-22', '2026-10-12']);
  });

  it('lists the days in order, however they were recorded', () => {
    expect(of('2027-01-05', withMet('2026-12-01', '2026-09-15', '2026-10-20')).days).toEqual([
      '2026-09-15',
      '2026-10-20',
      '2026-12-01',
    ]);
  });

  it('given it is said whether they were at the meeting, that counts: not what they said by telephone', () => {
    const days = (parentsThere: '' | 'yes' | 'no', given: Partial<Review> = {}) =>
      of('2027-01-05', aPupil(), [held('2026-11-24', { outcome: anOutcome({ parentsThere }), ...given })])
        .days;
    expect(days('yes')).toEqual(['2026-11-24']);
    expect(days('no')).toEqual([]);
    const { parentViews: _, ...silent } = held('2026-11-24', { outcome: anOutcome({ parentsThere: 'yes' }) });
    expect(of('2027-01-05', aPupil(), [silent]).days).toEqual(['2026-11-24']);
    // Not answered: by what they said, as before it was asked.
    expect(days('')).toEqual(['2026-11-24']);
  });

  it('given a review of which no views are noted, it does not', () => {
    const { parentViews: _, ...silent } = held('2026-11-24');
    expect(of('2027-01-05', aPupil(), [silent]).days).toEqual([]);
  });

  it('given two of the family were invited, one who was there is enough; an officer is none of them', () => {
    const outsiders = [
      { id: 'mum', role: 'parent', name: 'Ms Example' },
      { id: 'self', role: 'young-person', name: 'Ben Example' },
      { id: 'la', role: 'la-sen-officer', name: 'Olu Officer' },
    ] as const;
    const review = (attendance: Readonly<Record<string, 'present' | 'apologies'>>) =>
      anAnnualReview({
        stage: 'acting',
        meeting: { date: '2026-11-24', time: '14:30', invitees: [] },
        meetingOpenedAt: '2026-11-24T14:30:00.000Z',
        parentViews: parentViews(),
        annual: { la: '', outsiders, attendance, sectionChanges: [], chases: [] },
      });
    const days = (attendance: Parameters<typeof review>[0]) =>
      of('2027-01-05', aPupil(), [review(attendance)]).days;
    expect(days({ mum: 'apologies', self: 'present' })).toEqual(['2026-11-24']);
    expect(days({ mum: 'present', self: 'apologies' })).toEqual(['2026-11-24']);
    expect(days({ mum: 'apologies', self: 'apologies', la: 'present' })).toEqual([]);
    // Only the officer's attendance is noted: what the parents said shows that they had their say.
    expect(days({ la: 'apologies' })).toEqual(['2026-11-24']);
  });

  it('never counts what was cancelled or is merely planned', () => {
    const planned: readonly Stage[] = ['preparing', 'gathering', 'cancelled'];
    const day = fc.integer({ min: 0, max: 364 }).map((days) => plusDays('2026-09-01', days));
    fc.assert(
      fc.property(
        day,
        fc.array(day),
        fc.array(fc.tuple(day, fc.constantFrom(...planned))),
        (today, on, none) => {
          const pupil = withMet(...on);
          const unheld = none.map(([date, stage], n) => {
            const { meetingOpenedAt, ...review } = held(date, { id: `planned-${n}`, stage });
            return stage === 'cancelled' ? { ...review, meetingOpenedAt: `${date}T09:00:00.000Z` } : review;
          });
          const wanted = [...new Set(on)].filter((each) => each <= today).sort();
          expect(of(today, pupil, unheld).days).toEqual(wanted);
        },
      ),
    );
  });
});

describe('a plan that began within the school year', () => {
  const began = (planMade: string) => {
    const { lastReviewed, ...plan } = aPlan({ planMade });
    return aPupil({ plans: [plan] });
  };
  const times = (pupil: Pupil) => of('2027-05-04', pupil).wanted.map((one) => one.times);

  it.each([
    ['on the first day of term', '2026-09-02', [1, 2, 3]],
    ['in the autumn term', '2026-10-05', [0, 1, 2]],
    ['in the Christmas holidays', '2026-12-29', [0, 1, 2]],
    ['on the first school day of spring', '2027-01-05', [0, 1, 2]],
    ['in the spring term', '2027-02-23', [0, 0, 1]],
    ['in the summer term', '2027-04-20', [0, 0, 0]],
  ])('given one made %s (%s), only the terms after count', (_, made, expected) => {
    expect(times(began(made))).toEqual(expected);
    expect(of('2027-05-04', began(made)).since).toBe(made);
  });

  it('given one made anew for a pupil who was reviewed before, all of the year counts', () => {
    const anew = aPupil({ planMade: '2026-10-05', lastReviewed: '2026-07-10' });
    expect(times(anew)).toEqual([1, 2, 3]);
    expect(of('2027-05-04', anew).since).toBeUndefined();
  });

  it('given a review of it had begun before, it was there before; one of another plan shows nothing', () => {
    const pupil = began('2026-10-05');
    const of_ = (startedAt: string, given: Partial<Review> = {}) =>
      of('2027-05-04', pupil, [aReview({ startedAt: `${startedAt}T09:00:00.000Z`, ...given })]).since;
    expect(of_('2026-06-22')).toBeUndefined();
    expect(of_('2026-09-15')).toBe('2026-09-15');
    expect(of_('2026-11-15')).toBe('2026-10-05');
    expect(of_('2026-06-22', { kind: 'early-years-iep' })).toBe('2026-10-05');
  });

  it('given one made on the first day of the school year, all of the year counts', () => {
    expect(of('2027-05-04', began('2026-09-01')).since).toBeUndefined();
  });

  it('given not when it was made, a review within the year shows not that it began then: all of the year counts', () => {
    const { planMade, ...plan } = aPlan({ lastReviewed: '2026-10-12' });
    expect(times(aPupil({ plans: [plan] }))).toEqual([1, 2, 3]);
    expect(of('2027-05-04', aPupil({ plans: [plan] })).since).toBeUndefined();
  });

  it('given none of its days known, all of the year counts', () => {
    const { planMade, lastReviewed, ...plan } = aPlan();
    expect(times(aPupil({ plans: [plan] }))).toEqual([1, 2, 3]);
  });
});

describe('the plans whose parents are to be met', () => {
  const late = aPupil({ id: 'late', lastReviewed: '2026-07-10' });
  const met_ = aPupil({ id: 'met', meetings: [met('2026-11-24')] });
  const annual = { ...anEhcpPupil(), id: 'annual' };

  it('are those behind, whatever state their review is in, and no others', () => {
    const pupils = [met_, annual, late];
    const ids = (on: string) =>
      parentsToMeet(dueList(pupils, [], on, aSchool())).map(({ pupil }) => pupil.id);
    expect(ids('2026-12-18')).toEqual([]);
    // Its review is due by 10 January: due, then overdue.
    expect(ids('2026-12-19')).toEqual(['late']);
    expect(ids('2027-01-12')).toEqual(['late']);
    expect(manyToMeet(pupils, [], '2027-01-12', aSchool())).toBe(1);
    const coming = aPupil({ id: 'coming', lastReviewed: '2026-08-28' });
    expect(parentsToMeet(dueList([coming], [], '2026-12-19', aSchool())).length).toBe(1);
  });
});

it('of an early years plan or an EHC plan the Code does not expect it', () => {
  for (const pupil of [aPupil({ plan: 'early-years-iep' }), anEhcpPupil()])
    expect(parentsMet(pupil, only(pupil), [], '2027-01-05', aSchool())).toBeUndefined();
});
