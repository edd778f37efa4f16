import { describe, expect, it } from 'vitest';
import { asOfPupil } from '../../../src/domain/review/as-of-pupil.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { anEhcpPupil } from '../../support/annual-builders.ts';
import { decision, meetingHeld, meetingSet } from '../../support/annual-dates.ts';
import { aPupil, aReview } from '../../support/builders.ts';

const HELD = '2026-11-24';
type Given = Parameters<typeof anEhcpPupil>[0];
const known = (review: Review, given: Given = {}) =>
  asOfPupil(review, anEhcpPupil({ lastMeeting: '2025-11-25', lastDecision: '2026-12-18', ...given }))
    .decidedInData;

describe('the day of a decision that the pupil’s data alone has', () => {
  it('is kept with the review that was held before it and is not decided here', () => {
    expect(known(meetingHeld(HELD))).toBe('2026-12-18');
    expect(known(meetingHeld(HELD), { lastMeeting: HELD })).toBe('2026-12-18');
  });

  it.each<readonly [string, Review, Given]>([
    ['it was before the meeting, or on its day', meetingHeld(HELD), { lastDecision: HELD }],
    ['the data has a meeting since', meetingHeld(HELD), { lastMeeting: '2026-12-01' }],
    ['it is recorded here', meetingHeld(HELD, { decision: decision('keep', '2026-12-17') }), {}],
    ['the meeting is to come', meetingSet(HELD), {}],
    ['there is no such plan any more', meetingHeld(HELD), { plans: [] }],
  ])('is none where %s', (_, review, given) => {
    expect(known(review, given)).toBeUndefined();
  });

  it('is none of a plan that the school itself decides on', () => {
    const pupil = aPupil({ lastDecision: '2026-12-18' });
    expect(asOfPupil(aReview({ stage: 'acting' }), pupil).decidedInData).toBeUndefined();
  });

  it('goes once it is recorded, and changes nothing where it stands', () => {
    const pupil = anEhcpPupil({ lastDecision: '2026-12-18' });
    const kept = asOfPupil(meetingHeld(HELD), pupil);
    expect(asOfPupil(kept, pupil)).toBe(kept);
    const recorded = meetingHeld(HELD, { decision: decision('keep', '2026-12-18') });
    expect(asOfPupil({ ...recorded, decidedInData: '2026-12-18' }, pupil)).not.toHaveProperty(
      'decidedInData',
    );
  });
});
