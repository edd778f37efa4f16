import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  evidenceDay,
  meetingDay,
  tooLateToSendRound,
} from '../../../src/domain/review/steps/plan-annual-days.ts';
import { schoolDayBy } from '../../../src/domain/school/calendar.ts';
import { daysBetween, plusDays } from '../../../src/domain/time.ts';
import { anAnnualReview, anEhcpPupil } from '../../support/annual-builders.ts';
import { aSchool, SENCO } from '../../support/builders.ts';

/* All advice is sent round at least two weeks before the meeting (SEND Regulations 2014, reg 20(4)): so it is had by then. */

const school = aSchool({ insetDays: [], closures: [] });
const about = (today: string, pupil = anEhcpPupil()) => ({
  ...{ school, today, who: SENCO, pupil },
  review: anAnnualReview({ stage: 'preparing', startedAt: `${today}T09:00:00.000Z` }),
});
const MOVE = { phaseTransfer: { kind: 'primary-secondary', year: 2027 } } as const;

describe('the day advice is wanted by for an annual review, before anything is typed', () => {
  it('given a move past its last safe day, when a meeting is suggested, then there is a week to ask for advice before it goes round', () => {
    // Said on Tuesday 1 December 2026; the last safe day was 22 November. Two weeks' notice alone would allow the 15th.
    const subject = about('2026-12-01', anEhcpPupil({ lastDecision: '2026-06-01', ...MOVE }));
    // Asked for by Tuesday 8 December, sent round by the 22nd two weeks before: that is in the holidays until 4 January.
    expect(meetingDay(subject)).toBe('2027-01-04');
    expect(evidenceDay(subject, '2027-01-04')).toBe('2026-12-18');
  });

  it('given a meeting two weeks and a day off, then advice is wanted on the day it goes round', () => {
    // Wednesday 2 December is two weeks before Wednesday the 16th.
    expect(evidenceDay(about('2026-12-01'), '2026-12-16')).toBe('2026-12-02');
  });

  it('is no later than the day it is sent round, while there is a school day up to then', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 60 }), (at, ahead) => {
        const today = plusDays('2026-09-01', at);
        const meeting = plusDays(today, ahead);
        const sentRound = plusDays(meeting, -14);
        if (schoolDayBy(school, sentRound) > today)
          expect(evidenceDay(about(today), meeting) <= sentRound).toBe(true);
      }),
    );
  });

  it('given any last decision, the meeting suggested leaves a school day to send advice round in time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 200, max: 400 }), (at, ago) => {
        const today = plusDays('2026-09-01', at);
        const subject = about(today, anEhcpPupil({ lastDecision: plusDays(today, -ago) }));
        const meeting = meetingDay(subject);
        expect(daysBetween(evidenceDay(subject, meeting), meeting) >= 14).toBe(true);
      }),
    );
  });
});

describe('a day for advice that is after it is to be sent round', () => {
  it.each([
    ['on the day itself', '2026-12-01', '2026-11-23', false],
    ['the day after', '2026-12-02', '2026-11-23', true],
    ['once it would have to go round today', '2026-12-08', '2026-12-01', true],
    [
      'once that has passed: the reason for so short a notice is asked instead',
      '2026-12-08',
      '2026-12-02',
      false,
    ],
  ])('%s is pointed out or not', (_, day, today, isSaid) => {
    const said = tooLateToSendRound(day, '2026-12-15', about(today));
    expect(said !== undefined).toBe(isSaid);
    if (isSaid) expect(said).toContain('all advice is sent round by Tue 1 Dec 2026');
  });
});
