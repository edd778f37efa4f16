import { describe, expect, it } from 'vitest';
import { lateMeeting, tooLateInShort, tooLateWords } from '../../../src/domain/statute/late-meeting.ts';
import { reckon, ruleOn } from '../../../src/domain/statute/statute.ts';
import { meetingSet } from '../../support/annual-dates.ts';
import { aPupil } from '../../support/builders.ts';
import { theDue } from '../../support/one-plan.ts';

const day = '2026-06-01';
/** Decided on 26 May 2026: to be complete by 25 May 2027, met for by 30 March. */
const why = reckon(ruleOn('ehcp-next', day), '2026-05-26');
const meetWhy = reckon(ruleOn('meeting-lead', day), why.date);

describe('a meeting', () => {
  it.each([
    ['on the last safe day', '2027-03-30', undefined],
    ['a day later', '2027-03-31', { on: '2027-03-31', last: meetWhy, safe: true }],
    ['on the last day for the review', '2027-05-25', { on: '2027-05-25', last: meetWhy, safe: true }],
    ['a day later', '2027-05-26', { on: '2027-05-26', last: why }],
  ])('%s (%s)', (_, on, late) => {
    expect(lateMeeting(on, { why, meetWhy })).toEqual(late);
  });

  it('of a plan with no safe day of its own: by the last day alone', () => {
    expect(lateMeeting('2027-05-25', { why })).toBeUndefined();
    expect(lateMeeting('2027-05-26', { why })).toEqual({ on: '2027-05-26', last: why });
  });

  it('of a plan of which no date is known, due today for that alone: has no last day to be after', () => {
    const noDate = reckon(ruleOn('no-date', day), day);
    expect(lateMeeting('2026-07-20', { why: noDate, meetWhy: noDate })).toBeUndefined();
  });

  it.each([
    [
      '2027-03-31',
      'Wed 31 Mar 2027 is after the last safe day for it',
      'Wed 31 Mar 2027 is after the last safe day for it, Tue 30 Mar 2027',
    ],
    [
      '2027-05-26',
      'Wed 26 May 2027 is after the last day for the review',
      'Wed 26 May 2027 is after the last day for the review, Tue 25 May 2027',
    ],
  ])('on %s is told of: which last day it is after, and with that day', (on, short, whole) => {
    const late = lateMeeting(on, { why, meetWhy });
    expect(late && tooLateInShort(late)).toBe(short);
    expect(late && tooLateWords(late)).toBe(whole);
  });
});

it('of the review under way is told of while it is set, and once it was held no more', () => {
  const pupil = aPupil({ plan: 'ehcp', lastDecision: '2026-05-26', phaseTransfer: 'none' });
  const set = meetingSet('2027-06-10');
  expect(theDue(pupil, [set], '2027-02-01')?.late).toMatchObject({ on: '2027-06-10' });
  expect(theDue(pupil, [meetingSet('2027-03-30')], '2027-02-01')).not.toHaveProperty('late');
  const held = { ...set, stage: 'meeting' as const, meetingOpenedAt: '2027-06-10T13:00:00.000Z' };
  expect(theDue(pupil, [held], '2027-06-10')).not.toHaveProperty('late');
  const cancelled = { ...set, stage: 'cancelled' as const };
  expect(theDue(pupil, [cancelled], '2027-02-01')).not.toHaveProperty('late');
});
