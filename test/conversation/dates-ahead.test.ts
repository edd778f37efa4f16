import { expect, it } from 'vitest';
import { anAnnualReview, anEhcpPupil } from '../support/annual-builders.ts';
import { aPupil, SENCO } from '../support/builders.ts';
import { notKnown } from '../support/one-plan.ts';
import { aTalk, textOf, titlesOf } from './talk.ts';

const now = '2026-10-12T10:00:00.000Z';

it('the dates of an annual review that has not begun are those known: due, met for, and the plan amended for a move', async () => {
  // Year 6, met in the summer term of Year 5 and decided on 1 July 2026.
  const ben = anEhcpPupil({ yearGroup: '6', lastMeeting: '2026-06-05', lastDecision: '2026-07-01' });
  const talk = await aTalk({ pupils: [ben], now });
  const dates = await talk.says(SENCO, 'review dates Ben');
  const shown = textOf(dates);
  expect(shown).toContain('No annual review is under way.');
  expect(shown).toContain('Due by Sun 14 Feb 2027');
  expect(shown).toContain('Hold the meeting by Sun 22 Nov 2026');
  expect(shown).toContain('The last school day before that is Fri 20 Nov 2026');
  expect(shown).toContain('no meeting is set');
  expect(shown).not.toContain('5 May 2027');
  expect(titlesOf(dates)).toContain('Start the review');
});

it('once it has begun, they stand before its steps, of which all that are shown are counted', async () => {
  const ben = anEhcpPupil({ lastMeeting: '2026-03-20', lastDecision: '2026-04-14', phaseTransfer: 'none' });
  const talk = await aTalk({ pupils: [ben], now });
  const form = await talk.says(SENCO, 'review start Ben');
  const guests = { parents: 'B', laOfficer: 'O', health: 'H', socialCare: 'S', date: '2026-12-01' };
  await talk.presses(SENCO, form, 'Set it and ask', guests);
  const shown = textOf(await talk.says(SENCO, 'review dates Ben'));
  expect(shown).toContain('Due by Tue 13 Apr 2027');
  expect(shown).toContain('Hold the meeting by Tue 16 Feb 2027');
  // Advice, circulation, the report and the decision; and that those outside are invited, whom no form tells.
  expect(shown).toContain('5 steps still to do.');
});

it('of a pupil without an EHC plan it says that there are none', async () => {
  const talk = await aTalk({ pupils: [aPupil()], now });
  const shown = textOf(await talk.says(SENCO, 'review dates Ada'));
  expect(shown).toContain(
    'Such dates belong to the annual review of an EHC plan, and this pupil has no EHC plan.',
  );
});

it('a decision waited for from the school’s data stands among them, whether a review is under way or not', async () => {
  const ben = notKnown(
    anEhcpPupil({ planMade: '2026-01-20', lastMeeting: '2026-11-02', phaseTransfer: 'none' }),
    'lastDecision',
  );
  const later = { pupils: [ben], now: '2026-11-10T10:00:00.000Z' };
  const talk = await aTalk(later);
  // 28 days after the meeting.
  const BY = 'Local authority’s decision due by Mon 30 Nov 2026';
  expect(textOf(await talk.says(SENCO, 'review dates Ben'))).toContain(BY);
  const begun = await aTalk({ ...later, reviews: [anAnnualReview({ stage: 'preparing', pupilId: ben.id })] });
  expect(textOf(await begun.says(SENCO, 'review dates Ben'))).toContain(BY);
});
