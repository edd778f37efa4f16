import { expect, it } from 'vitest';
import { asOfPupil } from '../../src/domain/review/as-of-pupil.ts';
import { aLetter, anAnnualReview, anEhcpPupil, annualAt } from '../support/annual-builders.ts';
import { decision, meetingHeld } from '../support/annual-dates.ts';
import { SENCO } from '../support/builders.ts';
import { notKnown } from '../support/one-plan.ts';
import { aTalk, standingIn, textOf, titlesOf } from './talk.ts';

// Last decided on 16 December 2025: by law complete by 15 December 2026.
const ben = anEhcpPupil({ phaseTransfer: 'none', planMade: '2025-01-10', lastDecision: '2025-12-16' });

it('given a release from custody, the list and the dates say it, and count no day inside as overdue', async () => {
  const said = { school: '', by: SENCO, at: '2026-11-20T09:00:00.000Z' };
  const places = [{ ...said, place: 'custody' as const, since: '2026-11-20', releasedOn: '2027-02-08' }];
  const talk = await aTalk({ pupils: [{ ...ben, places }], now: '2027-02-10T10:00:00.000Z' });
  const due = textOf(await talk.says(SENCO, 'review due'));
  expect(due).toContain('released Mon 8 Feb 2027: review now');
  const dates = textOf(await talk.says(SENCO, 'review dates Ben'));
  expect(dates).toContain('Released from custody on Mon 8 Feb 2027');
  expect(dates).toContain('Due by Mon 8 Feb 2027 (2 days ago)');
  for (const shown of [due, dates]) expect(shown).not.toMatch(/overdue|20 Oct/);
});

// Met on 24 November 2026: twelve months later is by 23 November 2027, eight weeks before that 28 September.
const held = meetingHeld('2026-11-24', {}, { pupilId: ben.id });
const THE_NEXT = ['Tue 28 Sept 2027', 'The next review to be complete by Tue 23 Nov 2027'];

it('given no decision ever came, the next meeting still counts from the one held, and its last day is shown', async () => {
  const why = { by: SENCO, at: '2027-02-25T09:00:00.000Z', why: 'Asked four times' };
  const givenUp = { ...held, annual: { ...annualAt('acting'), ...held.annual, neverDecided: why } };
  const talk = await aTalk({ pupils: [ben], reviews: [givenUp], now: '2027-03-01T10:00:00.000Z' });
  const dates = textOf(await talk.says(SENCO, 'review dates Ben'));
  for (const words of THE_NEXT) expect(textOf(await talk.says(SENCO, 'review dates Ben'))).toContain(words);
  expect(dates).not.toContain('20 Oct 2026');
});

it('given a local authority that is silent, the day the next meeting counts back from is shown with its reason', async () => {
  const imported = notKnown(
    { ...ben, plans: [{ ...ben.plans[0], kind: 'ehcp' as const, targets: [], lastMeeting: '2026-11-24' }] },
    'lastReviewed',
  );
  const talk = await aTalk({ pupils: [imported], now: '2027-09-10T10:00:00.000Z' });
  const shown = textOf(await talk.says(SENCO, 'review dates Ben'));
  for (const words of THE_NEXT) expect(shown).toContain(words);
});

it('given the days to comment are over, nothing is owed of what the family may say, and it can still be recorded', async () => {
  const annual = annualAt('acting', {
    decision: decision('amend', '2026-12-18'),
    notice: aLetter('2026-12-18', ''),
  });
  const acting = anAnnualReview({ stage: 'acting', annual, pupilId: ben.id });
  const on = async (day: string) => {
    const talk = await aTalk({ pupils: [ben], reviews: [acting], now: `${day}T10:00:00.000Z` });
    return textOf(await talk.says(SENCO, 'review mine'));
  };
  // Fifteen days that begin with 18 December: to 1 January.
  expect(await on('2027-01-01')).toContain('Record what they say to the proposed changes');
  expect(await on('2027-01-04')).not.toContain('Record what they say to the proposed changes');
});

it('given a pupil who has moved schools, no date of the review is late, and nothing is still to do', async () => {
  const said = { place: 'moved-on' as const, since: '2026-11-09', school: 'Hill School', releasedOn: '' };
  const places = [{ ...said, by: SENCO, at: '2026-11-10T09:00:00.000Z' }];
  const quiet = { why: 'moved-on' as const, from: '2026-11-09' };
  // Advice was wanted by 7 November, 17 days before the meeting.
  const review = { ...anAnnualReview({ stage: 'gathering' }), quiet };
  const talk = await aTalk({
    pupils: [{ ...ben, places }],
    reviews: [review],
    now: '2026-11-12T10:00:00.000Z',
  });
  const status = textOf(await talk.says(SENCO, 'review status Ben'));
  expect(status).toContain('Nothing is asked of this review now.');
  expect(status).not.toMatch(/late|Next dates/);
  const dates = textOf(await talk.says(SENCO, 'review dates Ben'));
  expect(dates).toContain('Nothing is asked of this review now.');
  expect(dates).not.toMatch(/still to do|\d days? late · was/);
});

// Year 6: the plan was to be amended by 14 February 2027.
const inYear6 = anEhcpPupil({ yearGroup: '6' });

it('given a final plan of which nobody said whether it names the next place, that is asked, and not that it names none', async () => {
  const talk = await aTalk({
    pupils: [inYear6],
    reviews: [anAnnualReview({ stage: 'closed' })],
    now: '2027-03-01T10:00:00.000Z',
  });
  expect(textOf(await talk.says(SENCO, 'review due'))).toContain('say whether the plan names the next place');
  const why = textOf(await talk.says(SENCO, 'review due why'));
  expect(why).toContain('whether the final plan of Fri 5 Feb 2027 names the next place is not said');
  expect(why).not.toMatch(/names no(ne| next place)/);
  // A day stands once.
  expect(why.match(/14 Feb 2027/g)).toHaveLength(1);
  const mine = await talk.says(SENCO, 'review mine');
  expect(textOf(mine)).toContain('Say whether the plan names the next school or college');
  const form = await talk.presses(SENCO, mine, 'The next place is named');
  await talk.presses(SENCO, form, 'Save', { answer: 'named', why: 'It names Hill School' });
  expect(textOf(await talk.says(SENCO, 'review mine'))).toContain('Nothing is waiting on you.');
});

it('given a move whose last day fell in custody, it is to be met for from the release on, and nothing of it is overdue', async () => {
  const said = { place: 'custody' as const, since: '2026-11-20', school: '', releasedOn: '2027-03-08' };
  const places = [{ ...said, by: SENCO, at: '2026-11-20T09:00:00.000Z' }];
  const talk = await aTalk({ pupils: [{ ...inYear6, places }], now: '2027-03-10T10:00:00.000Z' });
  const mine = textOf(await talk.says(SENCO, 'review mine'));
  expect(mine).toContain('1 thing, the most urgent first.');
  expect(mine).toContain('As soon as can be, since Mon 8 Mar 2027 (2 days ago)');
  const why = textOf(await talk.says(SENCO, 'review due why'));
  expect(why).toContain('Moves to secondary school in September 2027: no meeting is set');
  for (const shown of [mine, why, textOf(await talk.says(SENCO, 'review pupil Ben'))])
    expect(shown).not.toMatch(/overdue|14 Feb|22 Nov/);
});

it('given a review decided on by the school’s data alone, what was decided is asked, and nobody called late for it', async () => {
  const acting = anAnnualReview({ stage: 'acting' });
  const annual = { ...annualAt('acting'), report: aLetter('2026-12-04', 'All') };
  const pupil = anEhcpPupil({ phaseTransfer: 'none', lastDecision: '2026-12-18' });
  const talk = await aTalk({
    pupils: [pupil],
    reviews: [asOfPupil({ ...acting, annual }, pupil)],
    now: '2027-01-11T10:00:00.000Z',
  });
  const mine = await talk.says(SENCO, 'review mine');
  expect(textOf(mine)).toContain(
    'Say what the local authority decided on Fri 18 Dec 2026, as the school’s data has it',
  );
  const status = textOf(await talk.says(SENCO, 'review status Ben'));
  expect(status).toContain(
    'The school’s data has the local authority’s decision of Fri 18 Dec 2026: record what it was.',
  );
  const chase = textOf(await talk.says(SENCO, 'review chase Ben'));
  for (const shown of [textOf(mine), status, chase]) expect(shown).not.toMatch(/late\b/);
  // To say what it was is due two weeks after it, by no law: not on the day that the local authority had.
  const why = await talk.presses(SENCO, mine, 'Why');
  expect(textOf(why)).toContain('14 days after the decision; our own default, no law sets it');
  expect(textOf(mine)).toContain('Fri 1 Jan 2027');
  const dates = await talk.says(SENCO, 'review dates Ben');
  expect(textOf(dates)).toContain('Came Fri 18 Dec 2026, as the school’s data has it');
  expect(textOf(dates)).toContain('1 step still to do. ');
  expect(titlesOf(dates)).toContain('Record');
  const family = textOf(
    await talk.presses(SENCO, await talk.says(SENCO, 'review status Ben'), 'For the family'),
  );
  expect(family).toContain('The local authority has decided (Fri 18 Dec 2026). Its letter says what');
  expect(family).not.toMatch(/days late|decides by/);
  const form = await talk.presses(SENCO, mine, 'Record it');
  expect(standingIn(form.show)).toMatchObject({ on: '2026-12-18' });
  expect(textOf(await talk.says(SENCO, 'review due why'))).toContain(
    'The local authority decided on Fri 18 Dec 2026, as the school’s data has it: say what it decided, in the review of Tue 24 Nov 2026',
  );
  await talk.presses(SENCO, form, 'Save the decision', { kind: 'keep', words: '' });
  expect((await talk.store.reviewsOf('oakfield')).map(({ decidedInData }) => decidedInData)).toEqual([
    undefined,
  ]);
  expect(textOf(await talk.says(SENCO, 'review due why'))).not.toContain('say what it decided');
});
