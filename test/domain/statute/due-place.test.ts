import { describe, expect, it } from 'vitest';
import type { Review } from '../../../src/domain/review/review.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import { nextReviewOf } from '../../../src/domain/statute/due.ts';
import { anEhcpPupil } from '../../support/annual-builders.ts';
import { decision, meetingHeld, meetingSet } from '../../support/annual-dates.ts';
import { SENCO } from '../../support/builders.ts';
import { theDue } from '../../support/one-plan.ts';

/*
 * A pupil in custody from 1 June, released on Monday 5 October 2026, whose plan was last decided on 16 December 2025
 * (Children and Families Act 2014, ss.48 and 74).
 */
const pupil = anEhcpPupil({
  places: [
    {
      place: 'custody',
      since: '2026-06-01',
      school: '',
      releasedOn: '2026-10-05',
      by: SENCO,
      at: '2026-06-02T09:00:00.000Z',
    },
  ],
});
const on = (today: string, ...reviews: readonly Review[]) => theDue(pupil, reviews, today);
const held = (day: string) => meetingHeld(day, { decision: decision('keep', '2026-10-20') });

describe('a pupil whose plan fell due in custody', () => {
  const TWO_DAYS_AFTER = '2027-02-10';
  // In from 20 November, out on 8 February: the twelve months ended on 15 December, inside.
  const place = { ...pupil.places?.[0], place: 'custody', school: '', by: SENCO, at: '' } as const;
  const inside = anEhcpPupil({ places: [{ ...place, since: '2026-11-20', releasedOn: '2027-02-08' }] });

  it('is to be reviewed from the day of release, and is not overdue by the time inside', () => {
    const due = theDue(inside, [], TWO_DAYS_AFTER);
    expect(due).toMatchObject({ state: 'due', dueBy: '2027-02-08', released: '2027-02-08' });
    expect(due?.why.rule.id).toBe('ehcp-release');
    expect(due).not.toHaveProperty('meetBy');
  });

  it('is due by what the law sets where that is the very day of release, or after it', () => {
    // Decided on 16 December 2025: complete by 15 December 2026, and met for eight weeks before that, by 20 October.
    const out = (releasedOn: string, today: string) =>
      theDue(anEhcpPupil({ places: [{ ...place, since: '2026-06-01', releasedOn }] }), [], today);
    expect(out('2026-12-15', '2026-12-15')).toMatchObject({
      state: 'due',
      why: { rule: { id: 'ehcp-next' } },
    });
    expect(out('2026-12-15', '2026-12-16')).toMatchObject({ state: 'overdue', dueBy: '2026-12-15' });
    expect(out('2026-12-16', '2026-12-17')).toMatchObject({ state: 'due', dueBy: '2026-12-16' });
    expect(out('2026-10-20', '2026-10-20')).toMatchObject({ meetBy: '2026-10-20' });
    expect(out('2026-10-21', '2026-10-21')).not.toHaveProperty('meetBy');
  });

  it('is not overdue either while the decision on the review after it is waited for', () => {
    const due = theDue(inside, [meetingHeld('2027-02-22')], '2027-03-01');
    expect(due).toMatchObject({ state: 'due', dueBy: '2027-02-08' });
    expect(due?.awaiting?.decisionBy.date).toBe('2027-03-22');
  });

  it('is due twelve months after that decision, by which the release is over', () => {
    const decided = meetingHeld('2027-02-22', { decision: decision('keep', '2027-03-15') });
    expect(theDue(inside, [decided], '2027-03-20')).toMatchObject({ state: 'coming', dueBy: '2028-03-14' });
  });
});

describe('a pupil who was in custody', () => {
  it('is asked nothing about until released, whatever the dates are', () => {
    const inCustody = on('2026-10-04');
    expect(inCustody).toMatchObject({ state: 'coming', dueBy: '2026-12-15', quiet: { why: 'custody' } });
    expect(inCustody).not.toHaveProperty('released');
  });

  it('is to be reviewed from the day of release on, and no less quiet than anybody', () => {
    const released = on('2026-10-05');
    expect(released).toMatchObject({ state: 'due', dueBy: '2026-12-15', released: '2026-10-05' });
    expect(released).not.toHaveProperty('quiet');
    expect(on('2026-11-30')).not.toHaveProperty('quiet');
  });

  it('is to be reviewed on release also soon after a decision, long before the next review opens', () => {
    const place = { place: 'custody', since: '2026-09-15', school: '', releasedOn: '2026-10-05' } as const;
    const soon = anEhcpPupil({
      lastMeeting: '2026-08-10',
      lastDecision: '2026-09-01',
      places: [{ ...place, by: SENCO, at: '2026-09-16T09:00:00.000Z' }],
    });
    expect(theDue(soon, [], '2026-10-04')).toMatchObject({ state: 'coming', opensOn: '2027-06-08' });
    expect(theDue(soon, [], '2026-10-05')).toMatchObject({ state: 'due', dueBy: '2027-08-31' });
    expect(theDue(soon, [held('2026-10-05')], '2026-10-05')).toMatchObject({ state: 'coming' });
  });

  it('was reviewed on release by a meeting of that very day or later, not by one before it', () => {
    expect(on('2026-11-10', held('2026-10-05'))).not.toHaveProperty('released');
    expect(on('2026-11-10', held('2026-10-12'))).not.toHaveProperty('released');
    expect(on('2026-11-10', held('2026-10-04'))).toMatchObject({ released: '2026-10-05' });
  });
});

describe('a move whose last day falls in custody', () => {
  // Year 6: by 14 February 2027. In from 20 November 2026 to 8 March 2027.
  const said = { school: '', by: SENCO, at: '2026-11-20T09:00:00.000Z', place: 'custody' } as const;
  const inYear6 = (since: string, releasedOn = '') =>
    anEhcpPupil({ yearGroup: '6', places: [{ ...said, since, releasedOn }] });
  const move = (day: string, since: string, releasedOn?: string, ...reviews: readonly Review[]) =>
    theDue(inYear6(since, releasedOn), reviews, day)?.transfer;

  it('is not looked at inside', () => {
    expect(move('2027-02-20', '2026-11-20')).toBeUndefined();
    expect(move('2027-02-20', '2026-11-20', '2027-03-08')).toBeUndefined();
  });

  it('is owed from the release on, and never late by it', () => {
    const out = move('2027-04-20', '2026-11-20', '2027-03-08');
    expect(out).toMatchObject({ standing: 'at-risk' });
    expect([out?.deadline.date, out?.deadline.rule.id]).toEqual(['2027-03-08', 'ehcp-release']);
    expect(out?.meetBy.date).toBe('2027-03-08');
  });

  it('is no risk once a meeting is set after the release, whenever that is', () => {
    const set = meetingSet('2027-04-27');
    expect(move('2027-04-20', '2026-11-20', '2027-03-08', set)).toMatchObject({
      ...{ standing: 'in-time', meetingOn: '2027-04-27' },
    });
  });

  it('is late as ever where its last day was before it went in, or is after it is out', () => {
    expect(move('2027-04-20', '2027-02-15', '2027-03-08')).toMatchObject({ standing: 'late' });
    expect(move('2027-04-20', '2027-02-14', '2027-03-08')).toMatchObject({ standing: 'at-risk' });
    expect(move('2027-02-20', '2026-11-20', '2027-02-14')).toMatchObject({ standing: 'late' });
    expect(move('2027-02-20', '2026-11-20', '2027-02-15')).toMatchObject({ standing: 'at-risk' });
  });
});

describe('the next review of a pupil in Year 6, released on 8 March 2027, whose move is still open', () => {
  // Decided on 16 December 2025, so due by 15 December 2026; the move's plan is due by 14 February 2027.
  const released = (since: string, given: Parameters<typeof anEhcpPupil>[0] = {}) => {
    const place = { place: 'custody', school: '', since, releasedOn: '2027-03-08' } as const;
    const at = `${since}T09:00:00.000Z`;
    return anEhcpPupil({ yearGroup: '6', places: [{ ...place, by: SENCO, at }], ...given });
  };
  const next = (pupil: Pupil, ...reviews: readonly Review[]) => {
    const due = theDue(pupil, reviews, '2027-04-20');
    return due && { next: nextReviewOf(due).date, plan: due.dueBy, transfer: due.transfer?.deadline.date };
  };
  const amending = (on: string, met: string) => meetingHeld(met, { decision: decision('amend', on) });

  it('is within twelve months of the decision where it was met for before going in: the release is the plan’s day', () => {
    const met = amending('2026-11-18', '2026-11-11');
    expect(next(released('2026-11-20'), met)).toEqual({
      ...{ next: '2027-11-17', plan: '2027-03-08', transfer: '2027-03-08' },
    });
  });

  it('is so too where the plan was to be amended by a day before going in, which stays late', () => {
    const met = amending('2026-11-18', '2026-11-11');
    expect(next(released('2027-02-15'), met)).toEqual({
      ...{ next: '2027-11-17', plan: '2027-03-08', transfer: '2027-02-14' },
    });
  });

  it('is due on release where it was met for, is not decided, and the twelve months ended inside', () => {
    expect(next(released('2026-11-20'), meetingHeld('2026-11-11'))).toEqual({
      ...{ next: '2027-03-08', plan: '2027-03-08', transfer: '2027-03-08' },
    });
  });

  it('is due on release where none was held for the move', () => {
    expect(next(released('2026-11-20', { lastDecision: '2026-10-02' }))).toEqual({
      ...{ next: '2027-03-08', plan: '2027-03-08', transfer: '2027-03-08' },
    });
  });
});

describe('a review here that was decided on by the school’s data alone', () => {
  const met = (lastDecision: string, ...reviews: readonly Review[]) =>
    theDue(anEhcpPupil({ phaseTransfer: 'none', lastDecision }), reviews, '2027-01-11')?.unrecorded;
  const HELD = '2026-11-24';

  it('asks what was decided, with the day of it', () => {
    expect(met('2026-12-18', meetingHeld(HELD))).toEqual({
      ...{ review: 'annual-2026-11-24', meetingOn: HELD, decidedOn: '2026-12-18' },
    });
  });

  it('asks nothing where the data has none since, or it is recorded, or the data has a meeting since', () => {
    expect(met('2025-12-16', meetingHeld(HELD))).toBeUndefined();
    expect(met(HELD, meetingHeld(HELD))).toBeUndefined();
    expect(
      met('2026-12-18', meetingHeld(HELD, { decision: decision('keep', '2026-12-18') })),
    ).toBeUndefined();
    expect(met('2026-12-18')).toBeUndefined();
    const pupil = anEhcpPupil({
      phaseTransfer: 'none',
      lastMeeting: '2026-12-01',
      lastDecision: '2026-12-18',
    });
    expect(theDue(pupil, [meetingHeld(HELD)], '2027-01-11')?.unrecorded).toBeUndefined();
  });
});
