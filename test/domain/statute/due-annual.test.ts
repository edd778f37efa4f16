import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentTargets } from '../../../src/domain/review/current-targets.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { isSchoolDay } from '../../../src/domain/school/calendar.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import type { School } from '../../../src/domain/school/school.ts';
import { type Due, dueList, dueWith } from '../../../src/domain/statute/due.ts';
import { type Rule, STATUTE } from '../../../src/domain/statute/statute.ts';
import { plusDays, plusMonths } from '../../../src/domain/time.ts';
import { dated, decision, meetingHeld, meetingSet } from '../../support/annual-dates.ts';
import { anOutcome, aPupil, aSchool, aTarget } from '../../support/builders.ts';
import type { OfAPupil } from '../../support/one-plan.ts';
import { notKnown, only, theDue, withOnePlan, withPlan } from '../../support/one-plan.ts';

const TODAY = '2026-11-10';
const AT = '2026-11-05T16:00:00.000Z';

/** A Year 4 pupil with an EHC plan made on 2023-09-10, of which nothing else is known. */
function annual(given: OfAPupil = {}): Pupil {
  const plan = notKnown(aPupil({ plan: 'ehcp', planMade: '2023-09-10' }), 'lastReviewed');
  return withOnePlan(only(plan), given, aPupil());
}

function due(given: OfAPupil, reviews: readonly Review[] = [], on = TODAY, school?: School): Due {
  const found = theDue(annual(given), reviews, on, school);
  if (!found) throw new Error('a plan that has not ended must be due some day');
  return found;
}

describe('what the next annual review counts from', () => {
  it('given only the making of the plan: that', () => {
    expect(due({ planMade: '2026-03-10' })).toMatchObject({
      countedFrom: '2026-03-10',
      dueBy: '2027-03-09',
      meetBy: '2027-01-12',
      opensOn: '2026-12-15',
      why: { from: '2026-03-10', rule: { id: 'ehcp-first' } },
      meetWhy: { from: '2027-03-09', rule: { id: 'meeting-lead' } },
    });
  });

  it('given a decision: that, and not the meeting before it', () => {
    const known = due({ lastMeeting: '2026-03-20', lastDecision: '2026-04-14' });
    expect(known).toMatchObject({
      countedFrom: '2026-04-14',
      dueBy: '2027-04-13',
      lastReviewed: '2026-03-20',
      lastDecision: '2026-04-14',
      why: { rule: { id: 'ehcp-next' } },
    });
  });

  it.each([
    ['a meeting', { lastMeeting: '2026-03-20' }],
    ['a last review, taken for the meeting', { lastReviewed: '2026-03-20' }],
  ])('given %s, and neither a decision nor the making of the plan: that, and says so', (_, given) => {
    const found = theDue(withOnePlan(only(notKnown(annual(), 'planMade')), given, aPupil()), [], TODAY);
    expect(found).toMatchObject({
      countedFrom: '2026-03-20',
      dueBy: '2027-03-19',
      why: { rule: { id: 'ehcp-next-undecided' } },
    });
    expect(found).not.toHaveProperty('lastDecision');
    expect(found).not.toHaveProperty('awaiting');
  });

  it.each([
    ['the first meeting was held and not decided', '2026-03-10', '2027-01-08', '2027-03-09'],
    ['the first meeting was held late and not decided', '2025-10-01', '2026-11-02', '2026-09-30'],
    ['a meeting was held two years on and not decided', '2024-03-10', '2026-07-01', '2025-03-09'],
    ['one was held a year and a half on and not decided', '2024-03-10', '2025-09-20', '2025-03-09'],
  ])('given %s: the plan being made', (_, planMade, lastMeeting, dueBy) => {
    const first = due({ planMade, lastMeeting }, [], '2027-01-20');
    expect(first).toMatchObject({
      countedFrom: planMade,
      dueBy,
      lastReviewed: lastMeeting,
      why: { rule: { id: 'ehcp-first' } },
      awaiting: { meetingOn: lastMeeting },
    });
  });

  it('given a meeting from before the plan was made: the meeting, which nobody waits for', () => {
    const found = due({ planMade: '2026-05-06', lastMeeting: '2026-03-07' });
    expect(found).toMatchObject({ dueBy: '2027-03-06' });
    expect(found).not.toHaveProperty('awaiting');
  });

  it('given both a meeting and a last review, and no making of the plan: the meeting', () => {
    const bare = only(notKnown(annual(), 'planMade'));
    const given = { lastReviewed: '2026-01-01', lastMeeting: '2026-03-20' };
    expect(theDue(withOnePlan(bare, given, aPupil()), [], TODAY)).toMatchObject({
      countedFrom: '2026-03-20',
    });
  });

  it('given a first meeting on the very day the plan was made: the plan being made', () => {
    expect(due({ planMade: '2026-03-10', lastMeeting: '2026-03-10' })).toMatchObject({
      dueBy: '2027-03-09',
      why: { rule: { id: 'ehcp-first' } },
    });
  });

  it('given only a review that is not decided, of a plan nothing else is known of: its meeting shows', () => {
    const pupil = notKnown(annual(), 'planMade');
    expect(theDue(pupil, [meetingHeld('2026-10-20')], TODAY)).toMatchObject({ lastReviewed: '2026-10-20' });
  });

  it('given a plan that was amended since: the decision all the same', () => {
    expect(due({ lastDecision: '2026-04-14', planMade: '2026-06-30' })).toMatchObject({
      countedFrom: '2026-04-14',
    });
  });

  it('given nothing: it is due now, and says that nothing is known', () => {
    const bare = notKnown(annual(), 'planMade');
    const now = theDue(bare, [], TODAY);
    expect(now).toMatchObject({
      opensOn: TODAY,
      dueBy: TODAY,
      meetBy: TODAY,
      state: 'due',
      why: { rule: { id: 'no-date' } },
    });
    expect(now).not.toHaveProperty('countedFrom');
  });
});

describe('given reviews in the bot', () => {
  const imported = { lastMeeting: '2025-10-20', lastDecision: '2025-11-14' };

  it('a meeting alone restarts nothing: the decision is awaited', () => {
    const review = meetingHeld('2026-10-20');
    const waiting = due(imported, [review]);
    expect(waiting).toMatchObject({
      lastReviewed: '2026-10-20',
      lastDecision: '2025-11-14',
      dueBy: '2026-11-13',
      state: 'due',
      current: review.id,
      awaiting: {
        meetingOn: '2026-10-20',
        decisionBy: { date: '2026-11-17', rule: { id: 'la-decision' } },
        daysLate: 0,
      },
    });
    expect(waiting).not.toHaveProperty('meetBy');
  });

  it.each([
    ['on its last day', '2026-11-17', 0],
    ['a day late', '2026-11-18', 1],
    ['in the new year', '2027-01-05', 49],
  ])('the decision %s', (_, on, daysLate) => {
    expect(due(imported, [meetingHeld('2026-10-20')], on).awaiting).toMatchObject({ daysLate });
  });

  it('given no decision within the twelve months: overdue, and still that review', () => {
    const review = meetingHeld('2026-10-20');
    expect(due(imported, [review], '2026-11-14')).toMatchObject({
      state: 'overdue',
      days: -1,
      current: review.id,
    });
  });

  it.each([
    ['early', '2026-10-27', '2027-10-26'],
    ['on its last day', '2026-11-17', '2027-11-16'],
    ['late', '2027-01-15', '2028-01-14'],
  ])('given the decision came %s (%s): counts from its letter', (_, on, dueBy) => {
    const decided = meetingHeld('2026-10-20', { decision: decision('keep', on) }, { stage: 'closed' });
    const next = due(imported, [decided], '2027-01-20');
    expect(next).toMatchObject({ countedFrom: on, lastDecision: on, dueBy, state: 'coming' });
    expect(next).not.toHaveProperty('awaiting');
  });

  it('given a final plan: counts from the decision all the same', () => {
    const amend = { decision: decision('amend', '2026-11-10'), finalPlan: dated('2027-01-05') };
    expect(due(imported, [meetingHeld('2026-10-20', amend)], '2027-01-20')).toMatchObject({
      countedFrom: '2026-11-10',
      meetBy: '2027-09-14',
    });
  });

  it('given a decision imported since: that', () => {
    const decided = meetingHeld('2025-10-20', { decision: decision('keep', '2025-11-10') });
    expect(due({ lastDecision: '2026-10-30' }, [decided])).toMatchObject({ countedFrom: '2026-10-30' });
    expect(due({ lastDecision: '2024-10-30' }, [decided])).toMatchObject({ countedFrom: '2025-11-10' });
  });

  it('given only an imported meeting, older than a decision here: the decision', () => {
    const decided = meetingHeld('2025-10-20', { decision: decision('keep', '2025-11-10') });
    expect(due({ lastMeeting: '2025-10-20' }, [decided])).toMatchObject({ countedFrom: '2025-11-10' });
  });

  it('one whose actions drag on gives way to the next when that is due', () => {
    const acting = meetingHeld('2025-10-20', { decision: decision('keep', '2025-11-10') });
    expect(due({}, [acting], '2026-03-01')).toMatchObject({ state: 'coming', current: acting.id });
    expect(due({}, [acting], '2026-10-01')).not.toHaveProperty('current');
  });

  it('one under way, before its meeting, changes no day', () => {
    // The last safe day was 18 September.
    const set = meetingSet('2026-09-18');
    expect(due(imported, [set])).toEqual({ ...due(imported), current: set.id });
  });

  it('one at its meeting waits for nobody yet, and has no meeting to hold', () => {
    const open = meetingHeld('2026-10-20', {}, { stage: 'meeting' });
    expect(due(imported, [open])).toMatchObject({ current: open.id, lastReviewed: '2025-10-20' });
    expect(due(imported, [open])).not.toHaveProperty('awaiting');
    expect(due(imported, [open])).not.toHaveProperty('meetBy');
  });

  it('one that was cancelled, or of another kind, is none', () => {
    const none = [
      meetingHeld('2026-10-20', { decision: decision('keep', '2026-11-01') }, { stage: 'cancelled' }),
      meetingHeld('2026-10-20', {}, { kind: 'sen-support', stage: 'closed' }),
    ];
    expect(due(imported, none)).toEqual(due(imported));
  });

  it('given it was decided to cease: the plan stands until the school’s data says that it is gone', () => {
    const ceased = meetingHeld('2026-10-01', { decision: decision('cease', '2026-10-20') });
    expect(theDue(annual(), [ceased], TODAY)).toMatchObject({
      dueBy: '2027-10-19',
      ceasing: { on: '2026-10-20', appealBy: { date: '2026-12-21' } },
    });
    expect(theDue(annual({ planMade: '2026-11-01' }), [ceased], TODAY)).not.toHaveProperty('ceasing');
    expect(theDue(annual({ plan: 'none' }), [ceased], TODAY)).toBeUndefined();
  });

  it('given it was decided to cease: an appeal, and how it ended, stand beside it', () => {
    const ceased = { decision: decision('cease', '2026-10-20') };
    const ceasing = (annualGiven: Parameters<typeof meetingHeld>[1], given: OfAPupil = {}) =>
      due(given, [meetingHeld('2026-10-01', { ...ceased, ...annualGiven })]).ceasing;
    expect(Object.keys(ceasing({}) ?? {})).toEqual(['on', 'appealBy']);
    const appeal = { ...dated('2026-11-02'), alone: 'no' as const };
    expect(ceasing({ appeal })).toMatchObject({ appealOn: '2026-11-02' });
    expect(ceasing({ appeal })).not.toHaveProperty('appealEnded');
    const appealEnded = { ...dated('2026-11-09'), how: 'dismissed' as const };
    expect(ceasing({ appeal, appealEnded })).toMatchObject({ appealEnded: '2026-11-09' });
    // Made on the day of that letter, or on none that is known: the plan that is to cease.
    expect(ceasing({}, { planMade: '2026-10-20' })).toMatchObject({ on: '2026-10-20' });
  });

  it('given it was decided to cease a plan whose making is not known, and another meeting was held: it stands', () => {
    const ceased = meetingHeld('2026-10-01', { decision: decision('cease', '2026-10-20') });
    const pupil = notKnown(annual(), 'planMade');
    expect(theDue(pupil, [ceased], TODAY)).toHaveProperty('ceasing.on', '2026-10-20');
    const since = meetingHeld('2026-11-05', {}, { id: 'since' });
    expect(theDue(pupil, [ceased, since], TODAY)).toHaveProperty('ceasing.on', '2026-10-20');
  });

  it('given that was only recommended, and it was decided to keep it: due', () => {
    const kept = meetingHeld(
      '2026-10-01',
      { decision: decision('keep', '2026-10-20') },
      { outcome: anOutcome({ kind: 'recommend-cease' }) },
    );
    expect(theDue(annual(), [kept], TODAY)).toMatchObject({ dueBy: '2027-10-19' });
  });

  it('a day the review set for the next one: the meeting is held by it, and it is due by it', () => {
    const set = (nextReviewBy: string) =>
      due({}, [
        meetingHeld(
          '2026-10-01',
          { decision: decision('keep', '2026-10-20') },
          { outcome: anOutcome({ kind: 'recommend-keep', nextReviewBy }) },
        ),
      ]);
    expect(set('2027-04-01')).toMatchObject({
      opensOn: '2027-03-04',
      meetBy: '2027-04-01',
      dueBy: '2027-04-01',
      why: { date: '2027-04-01', rule: { id: 'set-day' } },
    });
    // Between the last safe day for the meeting and the deadline it only brings the deadline forward.
    expect(set('2027-10-01')).toMatchObject({ meetBy: '2027-08-24', dueBy: '2027-10-01' });
    expect(set('2027-12-01')).toMatchObject({ meetBy: '2027-08-24', dueBy: '2027-10-19' });
    // Before the decision: a slip of the pen.
    expect(set('2026-10-10')).toMatchObject({ meetBy: '2027-08-24', dueBy: '2027-10-19' });
    expect(set('2026-10-30')).toMatchObject({ opensOn: '2026-10-20', meetBy: '2026-10-30' });
    // On the very day of it, too.
    expect(set('2026-10-20')).toMatchObject({ meetBy: '2027-08-24', dueBy: '2027-10-19' });
  });

  it('a day an earlier review set for the one that has been since says nothing any more', () => {
    const earlier = meetingHeld(
      '2025-10-01',
      { decision: decision('keep', '2025-10-20') },
      { id: 'earlier', outcome: anOutcome({ kind: 'recommend-keep', nextReviewBy: '2026-12-15' }) },
    );
    const last = meetingHeld('2026-10-01', { decision: decision('keep', '2026-10-20') });
    expect(due({}, [earlier, last])).toMatchObject({
      dueBy: '2027-10-19',
      why: { rule: { id: 'ehcp-next' } },
    });
  });
});

describe('a local authority that does not decide', () => {
  const plan = { lastDecision: '2025-11-14' };
  // Decided by 17 November 2026, if it were; a year after the meeting is 19 October 2027.
  const silent = meetingHeld('2026-10-20', {}, { startedAt: '2026-09-07T08:00:00.000Z' });
  const after = { startedAt: '2027-08-02T08:00:00.000Z' };

  it('keeps the review to go on with, and no meeting to hold, until it is time for the next', () => {
    const waiting = due(plan, [silent], '2027-07-26');
    expect(waiting).toMatchObject({
      current: silent.id,
      state: 'overdue',
      dueBy: '2026-11-13',
      awaiting: { review: silent.id, daysLate: 251, nextOpensOn: '2027-07-27' },
    });
    expect(waiting).not.toHaveProperty('meetBy');
  });

  it('then the next can be started: it is met for within a year of the last meeting, and the last still waits', () => {
    const open = due(plan, [silent], '2027-07-27');
    expect(open).toMatchObject({
      meetBy: '2027-08-24',
      meetWhy: { from: '2027-10-19', rule: { id: 'meeting-lead' } },
      dueBy: '2026-11-13',
      awaiting: { meetingOn: '2026-10-20', daysLate: 252 },
    });
    expect(open).not.toHaveProperty('current');
  });

  it('says of one that it waits, and of no others where there are none', () => {
    expect(due(plan, [silent], '2026-12-01')).not.toHaveProperty('alsoAwaiting');
    expect(due(plan, [], '2026-12-01')).not.toHaveProperty('awaiting');
  });

  it('is waited for after a review that was decided, and not for a meeting of that day or before', () => {
    const decided = meetingHeld(
      '2025-10-20',
      { decision: decision('keep', '2025-11-14') },
      { id: 'decided', startedAt: '2025-09-07T08:00:00.000Z' },
    );
    expect(due({}, [decided, silent], '2026-12-01').awaiting).toMatchObject({ review: silent.id });
    const sameDay = meetingHeld('2025-10-20', {}, { id: 'same-day' });
    expect(due({}, [decided, sameDay], '2026-12-01')).not.toHaveProperty('awaiting');
  });

  it('is waited for until the school’s data has a decision of after the meeting', () => {
    expect(due({ lastDecision: '2026-10-20' }, [silent], '2026-12-01').awaiting).toMatchObject({
      review: silent.id,
    });
    expect(due({ lastDecision: '2026-10-21' }, [silent], '2026-12-01')).not.toHaveProperty('awaiting');
  });

  it('is waited for once where the school’s data has the very meeting, and not where it was decided here', () => {
    const both = due({ lastDecision: '2025-11-14', lastMeeting: '2026-10-20' }, [silent], '2026-12-01');
    expect(both.awaiting).toMatchObject({ review: silent.id });
    expect(both).not.toHaveProperty('alsoAwaiting');
    const decided = meetingHeld('2026-10-20', { decision: decision('keep', '2026-11-10') });
    const of = (lastMeeting: string) => due({ lastMeeting }, [decided], '2026-12-01');
    expect(of('2026-10-20')).not.toHaveProperty('awaiting');
    expect(of('2026-10-18')).not.toHaveProperty('awaiting');
    expect(of('2026-11-20').awaiting).toEqual(expect.objectContaining({ meetingOn: '2026-11-20' }));
  });

  it('a meeting in the school’s data from before one here, of which no decision is known, is waited for, too', () => {
    const pupil = { planMade: '2020-09-10', lastMeeting: '2026-03-02' };
    const found = due(pupil, [silent], '2026-12-01');
    expect(found.awaiting).toMatchObject({ review: silent.id });
    // Four weeks after 2 March were over on 30 March.
    expect(found.alsoAwaiting).toMatchObject([
      { meetingOn: '2026-03-02', decisionBy: { date: '2026-03-30' } },
    ]);
    const noDay = only(notKnown(annual(), 'planMade'));
    const alone = theDue(withOnePlan(noDay, { lastMeeting: '2026-03-02' }, aPupil()), [silent], '2026-12-01');
    expect(alone).not.toHaveProperty('alsoAwaiting');
  });

  it('given a family that has moved since: the next is opened by the meeting that waits, which is earlier', () => {
    // Decided on 10 January 2026, taken over on 9 November: complete by 8 February 2027, or three months after that day.
    // Met on 1 February 2026: the next by 31 January 2027, so met by 6 December, and prepared from 8 November.
    const met = meetingHeld('2026-02-01', {}, { startedAt: '2026-01-12T08:00:00.000Z' });
    const found = due({ lastDecision: '2026-01-10', laSince: '2026-11-09' }, [met], TODAY);
    expect(found).toMatchObject({ opensOn: '2026-11-08', awaiting: { nextOpensOn: '2026-11-08' } });
  });

  it('both show while the next is prepared, each with its own days', () => {
    const next = meetingSet('2027-10-01', {}, after);
    expect(due(plan, [next, silent], '2027-09-01')).toMatchObject({
      current: next.id,
      meetBy: '2027-08-24',
      awaiting: { review: silent.id, decisionBy: { date: '2026-11-17' } },
    });
  });

  it('both wait once the next was held, the last one first', () => {
    const next = meetingHeld('2027-10-01', {}, after);
    expect(due(plan, [silent, next], '2027-10-10')).toMatchObject({
      current: next.id,
      awaiting: { review: next.id, meetingOn: '2027-10-01', daysLate: 0, nextOpensOn: '2028-07-08' },
      alsoAwaiting: [{ review: silent.id, meetingOn: '2026-10-20', daysLate: 327 }],
    });
  });

  it('given a later meeting that only the school’s data has, the next is counted from that one', () => {
    const found = due({ lastMeeting: '2027-03-01' }, [silent], '2027-04-01');
    expect(found.awaiting?.meetingOn).toBe('2027-03-01');
    expect(found.alsoAwaiting).toMatchObject([{ review: silent.id, meetingOn: '2026-10-20' }]);
    // A year after that meeting is 29 February 2028; eight weeks and four before that is 7 December.
    expect(found.awaiting?.nextOpensOn).toBe('2027-12-07');
  });

  it('a decision on the next counts for both: the twelve months begin anew', () => {
    const decided = meetingHeld(
      '2027-10-01',
      { decision: decision('keep', '2027-10-20') },
      { ...after, stage: 'closed' },
    );
    const done = due(plan, [silent, decided], '2027-10-25');
    expect(done).toMatchObject({ dueBy: '2028-10-19', state: 'coming' });
    expect(done).not.toHaveProperty('awaiting');
    // The old one stays open, and keeps nothing from starting when the next is due.
    expect(due(plan, [silent, decided], '2028-09-01')).not.toHaveProperty('current');
  });

  it('is in the way of no transfer: the meeting for that shows in its time', () => {
    const lastYear = meetingHeld('2026-03-10', {}, { startedAt: '2026-01-12T08:00:00.000Z' });
    const six = { yearGroup: '6', lastDecision: '2025-04-01' };
    expect(due(six, [lastYear], TODAY, aSchool())).toMatchObject({
      meetBy: '2026-11-22',
      meetWhy: { rule: { id: 'transfer-meeting' } },
      awaiting: { meetingOn: '2026-03-10', nextOpensOn: '2026-10-25' },
    });
  });
});

describe('an imported meeting after the last decision', () => {
  const given = { lastMeeting: '2026-10-01', lastDecision: '2025-11-20' };

  it('waits for its decision too', () => {
    expect(due(given).awaiting).toMatchObject({
      meetingOn: '2026-10-01',
      decisionBy: { date: '2026-10-29' },
      daysLate: 12,
    });
    expect(due(given)).not.toHaveProperty('meetBy');
  });

  it('also once the next review is under way, which is to be met for within a year of that meeting', () => {
    expect(due(given, [meetingSet('2026-11-30')])).toMatchObject({
      awaiting: { meetingOn: '2026-10-01', daysLate: 12 },
      meetBy: '2027-08-05',
      dueBy: '2026-11-19',
    });
  });

  it('no more once its decision came', () => {
    expect(due({ ...given, lastDecision: '2026-10-25' })).not.toHaveProperty('awaiting');
  });

  it('waits for it, too, where no decision was ever imported and only the making of the plan is known', () => {
    expect(due({ lastMeeting: '2026-10-01' }).awaiting).toMatchObject({ meetingOn: '2026-10-01' });
  });
});

describe('the last safe day for the meeting', () => {
  const school = aSchool({
    localAuthorities: [
      { name: 'Northshire', leadWeeks: 10 },
      { name: 'Eastshire', leadWeeks: 6 },
      { name: 'Southshire', leadWeeks: 2 },
      { name: 'Westshire' },
    ],
  });

  it.each([
    ['Northshire', '2026-11-22', 'as Northshire asks'],
    ['Eastshire', '2026-12-20', 'as Eastshire asks'],
    ['Southshire', '2027-01-03', 'SEND Regulations 2014, reg 20(10); Code of Practice 9.176'],
    ['Westshire', '2026-12-06', 'our own default, no law sets it'],
    ['Elsewhere', '2026-12-06', 'our own default, no law sets it'],
  ])('in %s, before 1 February 2027: %s', (la, meetBy, source) => {
    const found = due({ la, lastDecision: '2026-02-01' }, [], TODAY, school);
    expect(found).toMatchObject({
      meetBy,
      dueBy: '2027-01-31',
      opensOn: plusDays(meetBy, -28),
      meetWhy: { date: meetBy, from: '2027-01-31', rule: { source } },
    });
  });

  it('given a lead longer than the time there is: at once, never before what it counts from', () => {
    const long = aSchool({ localAuthorities: [{ name: 'Northshire', leadWeeks: 60 }] });
    const found = due({ la: 'Northshire', lastDecision: '2026-11-01' }, [], TODAY, long);
    expect(found).toMatchObject({ opensOn: '2026-11-01', meetBy: '2026-11-01', dueBy: '2027-10-31' });
  });
});

describe('leap years', () => {
  it.each([
    ['decided on 29 February', '2024-02-29', '2025-02-28', '2025-01-03'],
    ['decided on 1 March before a leap year', '2023-03-01', '2024-02-29', '2024-01-04'],
    ['decided on 28 February', '2027-02-28', '2028-02-27', '2028-01-02'],
  ])('%s', (_, lastDecision, dueBy, meetBy) => {
    expect(due({ lastDecision }, [], lastDecision)).toMatchObject({ dueBy, meetBy });
  });
});

describe('a child under five', () => {
  const child = { dateOfBirth: '2023-06-10', yearGroup: 'N2', phaseTransfer: 'none' } as const;

  it('is advised to be looked at every three to six months, and due within twelve', () => {
    expect(due({ ...child, lastDecision: '2026-09-15' })).toMatchObject({
      opensOn: '2026-12-15',
      meetBy: '2027-07-20',
      dueBy: '2027-09-14',
      why: { rule: { id: 'ehcp-next' } },
      advised: { date: '2027-03-15', rule: { id: 'ehcp-under-5-due', source: 'Code of Practice 9.178' } },
    });
  });

  it('given no decision yet, is advised from the making of the plan; given only a meeting, from that', () => {
    const made = due({ ...child, planMade: '2026-09-15' });
    expect(made.advised).toMatchObject({ date: '2027-03-15', rule: { id: 'ehcp-under-5-first-due' } });
    expect(made.advised?.rule.counted).toBe('6 months after the plan was made, for a child under 5');
    const bare = withOnePlan(
      only(notKnown(annual(), 'planMade')),
      { ...child, lastMeeting: '2026-09-15' },
      aPupil(child),
    );
    expect(theDue(bare, [], TODAY)?.advised).toMatchObject({ rule: { id: 'ehcp-under-5-met-due' } });
  });

  it('is never overdue by that advice', () => {
    const after = due({ ...child, lastDecision: '2026-09-15' }, [], '2027-03-16');
    expect(after).toMatchObject({ state: 'due', days: 182, advised: { date: '2027-03-15' } });
  });

  it.each([
    ['five on the day after that', '2022-03-16', '2027-03-15'],
    ['five on that day', '2022-03-15', undefined],
    ['five already', '2021-11-10', undefined],
    ['born on 29 February, and five on 1 March, after that', '2024-02-29', '2029-02-28'],
  ])('%s', (_, dateOfBirth, advised) => {
    const lastDecision = dateOfBirth === '2024-02-29' ? '2028-08-31' : '2026-09-15';
    const on = dateOfBirth === '2024-02-29' ? '2029-02-28' : TODAY;
    expect(due({ ...child, dateOfBirth, lastDecision }, [], on).advised?.date).toBe(advised);
  });

  it('is advised nothing more from the fifth birthday on', () => {
    const given = { ...child, dateOfBirth: '2022-03-20', lastDecision: '2026-09-15' };
    expect(due(given, [], '2027-03-19')).toMatchObject({
      dueBy: '2027-09-14',
      advised: { date: '2027-03-15' },
    });
    expect(due(given, [], '2027-03-20')).toMatchObject({ dueBy: '2027-09-14', state: 'coming' });
    expect(due(given, [], '2027-03-20')).not.toHaveProperty('advised');
  });
});

describe('a young person who turns 25', () => {
  const turns = (dateOfBirth: string, today: string) =>
    due({ dateOfBirth, yearGroup: '14', phaseTransfer: 'none', lastDecision: '2026-10-01' }, [], today)
      .turns25;

  it.each([
    ['in the autumn', '2001-10-10', '2027-07-31'],
    ['on the last day of the year', '2002-07-31', '2027-07-31'],
    ['in August, in the year that follows', '2002-08-01', '2028-07-31'],
  ])('%s: the plan may run to the end of that academic year', (_, dateOfBirth, until) => {
    expect(turns(dateOfBirth, '2027-08-01')).toMatchObject({ date: until, rule: { id: 'ehcp-25' } });
  });

  it('is told so from the beginning of the year before, in time to plan for what follows, and ends nothing', () => {
    expect(turns('2001-10-10', '2025-07-31')).toBeUndefined();
    expect(turns('2001-10-10', '2025-08-01')).toMatchObject({ date: '2027-07-31' });
    expect(due({ dateOfBirth: '2001-10-10', lastDecision: '2026-10-01' })).toMatchObject({
      dueBy: '2027-09-30',
    });
  });
});

describe('a family that moves to another local authority', () => {
  const moved = (laSince: string, lastDecision = '2026-04-14') =>
    due({ laSince, lastDecision, la: 'Eastshire' });

  it.each([
    ['early in the twelve months, which are later', '2026-06-01', '2027-04-13', 'ehcp-next'],
    ['three months before they end: the same day', '2027-01-14', '2027-04-13', 'ehcp-next'],
    ['a day later, so that three months are later', '2027-01-15', '2027-04-14', 'ehcp-taken-over'],
    ['late in them', '2027-03-20', '2027-06-19', 'ehcp-taken-over'],
    ['after they have ended', '2027-05-10', '2027-08-09', 'ehcp-taken-over'],
    ['before the last decision, which is all that counts', '2026-04-13', '2027-04-13', 'ehcp-next'],
  ])('%s', (_, laSince, dueBy, id) => {
    expect(moved(laSince)).toMatchObject({ dueBy, why: { rule: { id } }, countedFrom: '2026-04-14' });
  });

  it('is met for with the lead the new one asks for, and no earlier than it took over', () => {
    const school = aSchool({ localAuthorities: [{ name: 'Eastshire', leadWeeks: 4 }] });
    const of = (laSince: string, la: string) =>
      due({ laSince, la, lastDecision: '2026-04-14' }, [], TODAY, school).meetBy;
    expect(of('2027-03-20', 'Eastshire')).toBe('2027-05-22');
    expect(of('2027-03-20', 'Elsewhere')).toBe('2027-04-24');
  });
});

describe('a phase transfer', () => {
  const six = { yearGroup: '6', lastDecision: '2026-04-01' };
  const school = aSchool();

  it('given it comes first: its days are the strictest, and the review opens in time for them', () => {
    expect(due(six, [], TODAY, school)).toMatchObject({
      opensOn: '2026-10-25',
      meetBy: '2026-11-22',
      meetSchoolDay: '2026-11-20',
      dueBy: '2027-02-14',
      why: { rule: { id: 'transfer-15-feb' } },
      meetWhy: { rule: { id: 'transfer-meeting' } },
      transfer: { kind: 'primary-secondary', year: 2027, standing: 'at-risk' },
      state: 'due',
    });
  });

  it('given the year is over first: that is stricter, and the transfer is told of', () => {
    expect(due({ ...six, lastDecision: '2025-12-01' }, [], TODAY, school)).toMatchObject({
      meetBy: '2026-10-05',
      dueBy: '2026-11-30',
      why: { rule: { id: 'ehcp-next' } },
      transfer: { deadline: { date: '2027-02-14' } },
    });
  });

  it('given its meeting is at risk before it is time to ask for advice: it is due to be looked at', () => {
    // Met by 22 November: at risk from 12 October, advice asked for from 25 October.
    const of = (on: string) => due({ ...six, lastDecision: '2026-08-20' }, [], on, school).state;
    expect([of('2026-10-11'), of('2026-10-12'), of('2026-10-25')]).toEqual(['coming', 'due', 'due']);
  });

  it('given it was decided on in Year 6, and no final plan is known: its deadline shows all the same', () => {
    expect(due({ ...six, lastDecision: '2026-10-01' }, [], TODAY, school)).toMatchObject({
      dueBy: '2027-02-14',
      transfer: { standing: 'at-risk' },
    });
  });

  it('given the plan was kept as it is in Year 6: that settles nothing, and another meeting is to be held', () => {
    const kept = meetingHeld('2026-10-05', { decision: decision('keep', '2026-11-01') }, { stage: 'closed' });
    const open = due(six, [kept], '2027-01-20', school);
    expect(open).toMatchObject({ state: 'due', dueBy: '2027-02-14', meetBy: '2026-11-22' });
    expect(open.transfer).toMatchObject({ standing: 'at-risk' });
    expect(open.transfer).not.toHaveProperty('meetingOn');
    expect(open).not.toHaveProperty('current');
    expect(due(six, [kept], '2027-02-15', school)).toMatchObject({
      state: 'overdue',
      transfer: { standing: 'late' },
    });
    const settled = { year: 2027, why: 'Hill School was named already.', by: 'ana@school.test', at: AT };
    expect(due({ ...six, transferSettled: settled }, [kept], '2027-02-15', school)).toMatchObject({
      dueBy: '2027-10-31',
      state: 'coming',
    });
  });

  it('given the plan is to be amended for it: that review goes on until the final plan is there', () => {
    const amend = meetingHeld('2026-10-05', { decision: decision('amend', '2026-11-01') });
    const pending = due(six, [amend], '2027-01-20', school);
    expect(pending).toMatchObject({
      current: amend.id,
      state: 'due',
      dueBy: '2027-02-14',
      transfer: { standing: 'in-time', meetingOn: '2026-10-05' },
    });
    expect(pending).not.toHaveProperty('meetBy');
    expect(pending).not.toHaveProperty('awaiting');
    const done = meetingHeld('2026-10-05', {
      decision: decision('amend', '2026-11-01'),
      finalPlan: { ...dated('2027-01-10'), nextPlace: 'named' },
    });
    expect(due(six, [done], '2027-01-20', school)).toMatchObject({
      dueBy: '2027-10-31',
      meetBy: '2027-09-05',
    });
  });

  it('given a last review in the summer term of Year 5, decided on: it is none for the move', () => {
    const met = { lastMeeting: '2026-06-05', lastDecision: '2026-07-01' };
    expect(due({ yearGroup: '6', planMade: '2023-01-10', ...met }, [], '2026-10-12', school)).toMatchObject({
      dueBy: '2027-02-14',
      meetBy: '2026-11-22',
      meetSchoolDay: '2026-11-20',
      transfer: { standing: 'at-risk' },
    });
  });

  it('given it is past and nothing was decided: overdue', () => {
    expect(due(six, [], '2027-02-15', school)).toMatchObject({
      state: 'overdue',
      days: -1,
      transfer: { standing: 'late' },
    });
  });
});

describe('a rule that changes on 1 September 2026', () => {
  const changed: readonly Rule[] = STATUTE.flatMap((rule) =>
    rule.id === 'ehcp-next'
      ? [
          { ...rule, holds: { ...rule.holds, until: '2026-08-31' } },
          { ...rule, span: { months: 9 }, holds: { from: '2026-09-01' } },
        ]
      : [rule],
  );
  const on = (today: string, reviews: readonly Review[] = []) =>
    theDue(annual({ lastDecision: '2026-02-01' }), reviews, today, undefined, changed)?.dueBy;

  it('holds for a review that begins then', () => {
    expect(on('2026-08-31')).toBe('2027-01-31');
    expect(on('2026-09-01')).toBe('2026-10-31');
  });

  it('does not hold for one that had begun', () => {
    const begun = meetingSet('2026-11-20', {}, { startedAt: '2026-08-31T10:00:00.000Z' });
    expect(on(TODAY, [begun])).toBe('2027-01-31');
    expect(on(TODAY, [{ ...begun, startedAt: '2026-09-01T10:00:00.000Z' }])).toBe('2026-10-31');
  });

  it('holds where the one that had begun is decided or closed: the next begins under it', () => {
    const decided = (stage: 'acting' | 'closed') =>
      meetingHeld(
        '2026-03-10',
        { decision: decision('keep', '2026-04-01') },
        { stage, startedAt: '2026-02-01T10:00:00.000Z' },
      );
    // Decided on 1 April 2026: nine months beginning with that day.
    expect(on(TODAY, [decided('closed')])).toBe('2026-12-31');
    expect(on(TODAY, [decided('acting')])).toBe('2026-12-31');
  });
});

describe('the list of what is due', () => {
  it('is sorted by the first day by which something must be done, then by name', () => {
    const pupils = [
      annual({ id: 'p1', lastName: 'Young', lastDecision: '2026-02-10' }),
      annual({ id: 'p2', lastName: 'Ash', lastDecision: '2026-02-10' }),
      // Due on 1 January without a meeting to hold long before: later than those met for by 16 December.
      aPupil({ id: 'p3', lastReviewed: '2026-07-01', planMade: '2026-07-01' }),
      aPupil({ id: 'p4', lastReviewed: '2026-06-01', planMade: '2026-06-01' }),
      annual({ id: 'p5', lastDecision: '2025-12-20' }),
    ];
    const waiting = meetingHeld('2026-10-10', {}, { pupilId: 'p5' });
    const list = dueList(pupils, [waiting], TODAY);
    expect(list.due.map(({ pupil }) => pupil.id)).toEqual(['p5', 'p4', 'p3']);
    expect(list.coming.map(({ pupil }) => pupil.id)).toEqual(['p2', 'p1']);
    // Those of one day and one name by their forenames.
    const twins = [
      annual({ id: 't1', lastName: 'Ash', firstName: 'Noor', lastDecision: '2026-02-10' }),
      annual({ id: 't2', lastName: 'Ash', firstName: 'Mina', lastDecision: '2026-02-10' }),
      annual({ id: 't4', lastName: 'Ash', firstName: 'Mina', lastDecision: '2026-02-10' }),
    ];
    expect(dueList(twins.toReversed(), [], TODAY).coming.map(({ pupil }) => pupil.id)).toEqual([
      't2',
      't4',
      't1',
    ]);
    const later = dueList(pupils, [waiting], '2026-11-20');
    expect(later.due.map(({ pupil }) => pupil.id)).toEqual(['p5', 'p4', 'p2', 'p1', 'p3']);
  });
});

describe('what is overdue', () => {
  it('is sorted by the day it was due, also where a decision is awaited until later', () => {
    const waits = annual({ id: 'waits', lastDecision: '2025-11-14' });
    const support = aPupil({ id: 'support', lastReviewed: '2026-05-18', planMade: '2026-05-18' });
    // Due on 13 November, and met on the 10th: the decision by 8 December. The other was due on the 18th.
    const met = meetingHeld('2026-11-10', {}, { pupilId: 'waits' });
    const { overdue } = dueList([support, waits], [met], '2026-11-20');
    expect(overdue.map(({ pupil }) => pupil.id)).toEqual(['waits', 'support']);
  });

  it('is sorted by that day also where another was to be met for earlier, as its authority asks', () => {
    // Due on 13 and 15 November; to be met for by 16 October and 6 September.
    const first = annual({ id: 'first', la: 'Southshire', lastDecision: '2025-11-14' });
    const second = annual({ id: 'second', la: 'Northshire', lastDecision: '2025-11-16' });
    const localAuthorities = [
      { name: 'Northshire', leadWeeks: 10 },
      { name: 'Southshire', leadWeeks: 4 },
    ];
    const { overdue } = dueList([second, first], [], '2026-11-20', aSchool({ localAuthorities }));
    expect(overdue.map(({ pupil, due }) => [pupil.id, due.dueBy])).toEqual([
      ['first', '2026-11-13'],
      ['second', '2026-11-15'],
    ]);
  });
});

describe('a review as it stands now', () => {
  const review = meetingHeld('2026-10-05', {}, { id: 'this' });
  const school = aSchool();

  it('takes the place of what is stored of it, among the others of the pupil', () => {
    const pupil = annual({ lastDecision: '2025-11-14' });
    const decided = meetingHeld('2026-10-05', { decision: decision('keep', '2026-11-02') }, { id: 'this' });
    expect(dueWith(review, pupil, [], TODAY, school)).toMatchObject({ dueBy: '2026-11-13' });
    expect(dueWith(decided, pupil, [review], TODAY, school)).toMatchObject({ dueBy: '2027-11-01' });
    expect(dueWith(review, pupil, [decided], TODAY, school)).toMatchObject({ dueBy: '2026-11-13' });
    // Another of the pupil's counts beside it.
    const other = meetingHeld('2026-09-01', { decision: decision('keep', '2026-09-20') }, { id: 'other' });
    expect(
      dueWith(meetingSet('2026-12-01', {}, { id: 'this' }), pupil, [other], TODAY, school),
    ).toMatchObject({
      dueBy: '2027-09-19',
    });
  });

  it('has no next day where its plan is gone', () => {
    expect(dueWith(review, aPupil({ plan: 'none' }), [], TODAY, school)).toBeUndefined();
  });
});

describe('the outcomes that the next annual review looks at', () => {
  const review = (annualGiven: Parameters<typeof meetingHeld>[1]) =>
    meetingHeld('2026-10-05', annualGiven, {
      targets: [aTarget({ id: 'old' })],
      targetReviews: [
        {
          targetId: 'old',
          progress: 'some',
          evidence: '',
          delivered: 'yes',
          difference: '',
          stillRight: 'retire',
        },
      ],
      newTargets: [aTarget({ id: 'new' })],
    });
  const ids = (annualGiven: Parameters<typeof meetingHeld>[1]) =>
    currentTargets(only(annual({ targets: [] })), [review(annualGiven)]).map(({ id }) => id);

  it('stand as they were until the plan is amended, or where it is kept', () => {
    expect(ids({})).toEqual(['old']);
    expect(ids({ decision: decision('keep', '2026-11-01') })).toEqual(['old']);
    expect(ids({ decision: decision('amend', '2026-11-01') })).toEqual(['old']);
  });

  it('are those agreed at the meeting from the final plan on', () => {
    expect(ids({ decision: decision('amend', '2026-11-01'), finalPlan: dated('2026-12-01') })).toEqual([
      'new',
    ]);
  });

  it('stay as they were while a plan that is to cease stands', () => {
    expect(ids({ decision: decision('cease', '2026-11-01') })).toEqual(['old']);
  });
});

describe('whatever the days', () => {
  const day = fc.integer({ min: 0, max: 1200 }).map((n) => plusDays('2024-01-01', n));
  const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
  const given = fc.record({
    today: day,
    planMade: maybe(day),
    lastMeeting: maybe(day),
    lastDecision: maybe(day),
    dateOfBirth: fc.integer({ min: 0, max: 6000 }).map((n) => plusDays('2009-01-01', n)),
    yearGroup: fc.constantFrom('N2', 'R', '2', '5', '6', '9', '11', '12'),
    lead: maybe(fc.integer({ min: 0, max: 30 })),
    met: maybe(day),
    decidedAfter: maybe(fc.nat(120)),
    nextReviewAfter: maybe(fc.nat(500)),
  });
  type Given = typeof given extends fc.Arbitrary<infer T> ? T : never;

  function dueFor(g: Given): Due {
    const { planMade, lastMeeting, lastDecision, dateOfBirth, yearGroup, lead, met } = g;
    const bare = notKnown(annual({ dateOfBirth, yearGroup, la: 'Northshire' }), 'planMade');
    const pupil = withPlan(bare, {
      ...(planMade && { planMade }),
      ...(lastMeeting && { lastMeeting }),
      ...(lastDecision && { lastDecision }),
    });
    const decided = met && g.decidedAfter !== undefined && plusDays(met, g.decidedAfter);
    const nextReviewBy = met && g.nextReviewAfter !== undefined && plusDays(met, g.nextReviewAfter);
    const review =
      met &&
      meetingHeld(met, decided ? { decision: decision('keep', decided) } : {}, {
        outcome: anOutcome({ kind: 'recommend-keep', ...(nextReviewBy && { nextReviewBy }) }),
      });
    const school = aSchool({
      localAuthorities: [{ name: 'Northshire', ...(lead !== undefined && { leadWeeks: lead }) }],
    });
    const found = theDue(pupil, review ? [review] : [], g.today, school);
    if (!found) throw new Error('a plan that has not ended must be due some day');
    return found;
  }

  /** Whether what is known of a plan has happened already, and it was made before it was reviewed. */
  const canBe = ({ today, planMade = '', lastMeeting = '', lastDecision = '', met = today }: Given) =>
    [planMade, lastMeeting, lastDecision].every((known) => known <= today) && planMade <= met;

  it('it is due, and to be met for, no later than any rule that applies', () => {
    fc.assert(
      fc.property(given, (g) => {
        const { dueBy, meetBy, countedFrom, transfer, why, awaiting } = dueFor(g);
        expect(why.date).toBe(dueBy);
        if (transfer) expect(dueBy <= transfer.deadline.date).toBe(true);
        if (meetBy && transfer && !transfer.met) expect(meetBy <= transfer.meetBy.date).toBe(true);
        if (!countedFrom) return;
        const anniversary = plusMonths(countedFrom, 12);
        expect(dueBy < anniversary || countedFrom.endsWith('02-29')).toBe(true);
        // The meeting after one that waits for its decision is to be held within a year of that one.
        const from = awaiting?.meetingOn ?? countedFrom;
        const asked = plusDays(plusMonths(from, 12), -7 * Math.max(4, g.lead ?? 8));
        if (meetBy) expect(meetBy <= (asked > from ? asked : from)).toBe(true);
      }),
    );
  });

  it('advice for a child under five is no deadline, comes before it, and is not given from the fifth birthday on', () => {
    fc.assert(
      fc.property(given, (g) => {
        const { advised, countedFrom = '', why } = dueFor(g);
        if (!advised) return;
        expect(g.today < plusMonths(g.dateOfBirth, 60)).toBe(true);
        expect(advised.date).toBe(plusMonths(countedFrom, 6));
        expect(why.rule.id).not.toMatch(/under-5/);
      }),
    );
  });

  it('it opens before it is to be met for, that is before it is due, and never before what it counts from', () => {
    fc.assert(
      fc.property(given, (g) => {
        const { opensOn, meetBy = opensOn, dueBy, countedFrom = '', transfer, awaiting } = dueFor(g);
        expect(opensOn <= meetBy && opensOn <= dueBy).toBe(true);
        // The meeting is for the year after, where the last one waits for its decision or was held for a transfer.
        if (!awaiting && !transfer?.met) expect(meetBy <= dueBy).toBe(true);
        if (awaiting && meetBy !== opensOn) expect(awaiting.nextOpensOn <= meetBy).toBe(true);
        // A transfer waits for no decision: what it asks for may be over by then.
        if (!transfer && canBe(g)) expect(countedFrom <= opensOn).toBe(true);
      }),
    );
  });

  it('a school day for the meeting is said only where its last day is none, and is before it', () => {
    fc.assert(
      fc.property(given, (g) => {
        const { meetBy = '', meetSchoolDay } = dueFor(g);
        if (meetSchoolDay) expect(meetSchoolDay < meetBy && isSchoolDay(aSchool(), meetSchoolDay)).toBe(true);
        // Before the first school day of its first term, Wednesday 2 September 2026, the school's calendar says nothing.
        const known = meetBy >= '2026-09-02';
        if (meetBy && known && !meetSchoolDay) expect(isSchoolDay(aSchool(), meetBy)).toBe(true);
      }),
    );
  });

  it('a later decision never makes the next review due, or to be met for, earlier', () => {
    fc.assert(
      fc.property(given, day, fc.nat(300), (g, lastDecision, later) => {
        // Five years old, so that the rule for under-fives, which ends at a birthday, does not come and go.
        const grown = { ...g, met: undefined, lastMeeting: undefined, dateOfBirth: '2012-01-01' };
        const first = dueFor({ ...grown, lastDecision });
        const then = dueFor({ ...grown, lastDecision: plusDays(lastDecision, later) });
        expect(then.dueBy >= first.dueBy && (then.meetBy ?? '') >= (first.meetBy ?? '')).toBe(true);
      }),
    );
  });

  it('moving a meeting later never makes the decision due earlier, nor the next review', () => {
    fc.assert(
      fc.property(given, day, fc.nat(300), (g, met, later) => {
        const undecided = { ...g, decidedAfter: undefined, nextReviewAfter: undefined };
        const first = dueFor({ ...undecided, met });
        const then = dueFor({ ...undecided, met: plusDays(met, later) });
        expect((then.awaiting?.decisionBy.date ?? '') >= (first.awaiting?.decisionBy.date ?? '')).toBe(true);
        expect(then.dueBy >= first.dueBy).toBe(true);
      }),
    );
  });
});
