import { describe, expect, it } from 'vitest';
import { makeWording } from '../../src/conversation/message-wording.ts';
import type { Review } from '../../src/domain/review/review.ts';
import { press } from '../../src/presentation/buttons.ts';
import { SAMPLES } from '../presentation/forms/samples.ts';
import { buttonsOf, ourWordsOf } from '../support/adaptive.ts';
import { anAction, aReview, LEADER, SENCO, TEACHER } from '../support/builders.ts';
import { aTalkAbout, standingIn, type Talk, textOf, titlesOf, unfolded } from './talk.ts';

const REOPEN = 'Closed by mistake: open it again';
const WHY = { why: 'The wrong pupil’s form' };
const tells = ({ messages }: Review) => messages.map(({ kind, to }) => `${kind} ${to}`);

const CLOSED_AT = '2026-12-03T10:00:00.000Z';
/** Closed on Thursday 3 December 2026, by its last action. */
const closed = () =>
  aReview({
    stage: 'closed',
    closedAt: CLOSED_AT,
    actions: [anAction({ done: { by: TEACHER, at: CLOSED_AT, what: 'Bought', helped: 'yes' } })],
  });

const REVIEWED = ['target-1', 'target-2'].map((targetId) => ({
  targetId,
  progress: 'met' as const,
  evidence: '10 of 10',
  delivered: 'yes' as const,
  difference: '',
  stillRight: 'keep' as const,
}));

/** The plan was ended by mistake on Tuesday 24 November 2026, and the review closed with it. */
async function ended() {
  const talk = await aTalkAbout({ stage: 'meeting', targetReviews: REVIEWED, actions: [] });
  const form = await talk.sends(SENCO, press.form('outcome', 'review-1'));
  const said = {
    ...SAMPLES.outcome?.answered,
    kind: 'plan-ended',
    reasons: '',
    topUpFunding: '',
    nextReviewBy: '',
  };
  const asked = await talk.presses(SENCO, form, 'Record the outcome', said);
  await talk.presses(SENCO, asked, 'Record the outcome');
  return talk;
}

/** All that is offered where the review is looked at, under "More" too. */
const offered = async (talk: Talk, who: string) =>
  titlesOf(await unfolded(talk, who, await talk.says(who, 'status Ada')));

describe('a review closed by mistake', () => {
  it('by the outcome that ended its plan, goes back to the meeting: it is decided anew, and those told are told again', async () => {
    const talk = await ended();
    expect((await talk.review()).stage).toBe('closed');
    const form = await talk.presses(SENCO, await talk.says(SENCO, 'status Ada'), REOPEN);
    expect(textOf(form)).toContain('Its outcome closed it: the meeting is open again');
    const empty = await talk.presses(SENCO, form, 'Open it again');
    expect(empty.kind).toBe('invalid');
    const done = await talk.presses(SENCO, empty, 'Open it again', WHY);
    expect(textOf(done)).toContain('The review is open again. Those concerned are told');
    const review = await talk.review();
    expect(review).toMatchObject({ stage: 'meeting', reopened: [{ by: SENCO, ...WHY }] });
    expect(review).not.toHaveProperty('outcome');
    expect(review.history.at(-1)).toMatchObject({
      by: SENCO,
      what: 'review-reopened',
      fields: expect.arrayContaining(['outcome', 'closedAt', 'reopened']),
    });
    expect(JSON.stringify(review.history)).not.toContain(WHY.why);
    expect(tells(review)).toContain(`review-reopened ${TEACHER}`);
    // What was said of it is not lost.
    const again = await talk.sends(SENCO, press.form('outcome', 'review-1'));
    expect(standingIn(again.show)).toMatchObject({ inWords: 'Steady progress', kind: '' });
    const asked = await talk.presses(SENCO, again, 'Record the outcome', { kind: 'plan-ended' });
    await talk.presses(SENCO, asked, 'Record the outcome');
    const told = tells(await talk.review());
    expect(told.filter((one) => one === `record ${TEACHER}`)).toHaveLength(2);
  });

  it('by its last action, has that action open again', async () => {
    const talk = await aTalkAbout(closed(), { now: '2026-12-10T10:00:00.000Z' });
    const form = await talk.presses(SENCO, await talk.says(SENCO, 'status Ada'), REOPEN);
    expect(textOf(form)).toContain('The action that was done or ended last is open again');
    await talk.presses(SENCO, form, 'Open it again', WHY);
    const review = await talk.review();
    expect(review).toMatchObject({
      stage: 'acting',
      reopened: [{ action: { id: 'action-1', done: { what: 'Bought' } } }],
    });
    expect(review.actions[0]).not.toHaveProperty('done');
    expect(review).toHaveProperty('outcome');
    expect(tells(review)).toEqual([`action-given ${TEACHER}`]);
    const [message] = review.messages;
    const given = message && (await makeWording(talk).message(review, message));
    expect(given && ourWordsOf(given.card).join('')).toContain('An action of yours is open again');
    expect(given && buttonsOf(given.card).map(({ title }) => title)).toContain('Done');
    expect(textOf(await talk.says(TEACHER, 'review'))).toContain(anAction().what);
  });

  it('for 10 school days; then it stays closed, and by nobody but a SENCO', async () => {
    // Closed on Thursday 3 December 2026: ten school days on it is Thursday 17 December; the 18th is one too many.
    const last = await aTalkAbout(closed(), { now: '2026-12-17T15:00:00.000Z' });
    expect(await offered(last, SENCO)).toContain(REOPEN);
    expect(await offered(last, LEADER)).not.toContain(REOPEN);
    const late = await aTalkAbout(closed(), { now: '2026-12-18T09:00:00.000Z' });
    expect(await offered(late, SENCO)).not.toContain(REOPEN);
    const sent = await late.sends(SENCO, press.submit('reopen', 'review-1', 'once1'), WHY);
    expect(textOf(sent)).toContain('It was closed more than 10 school days ago, so it stays closed.');
    expect(late.commits()).toBe(0);
  });

  it('by a letter, stays closed: that is put right in its own form', async () => {
    const byLetter = { ...closed(), closedAt: '2026-12-04T10:00:00.000Z' };
    const talk = await aTalkAbout(byLetter, { now: '2026-12-10T10:00:00.000Z' });
    expect(await offered(talk, SENCO)).not.toContain(REOPEN);
    expect(textOf(await talk.sends(SENCO, press.submit('reopen', 'review-1', 'once1'), WHY))).toContain(
      'It was closed by a letter or an answer that was recorded.',
    );
  });

  it('stays closed once the next review has begun', async () => {
    const next = aReview({ id: 'review-2', startedAt: '2026-12-04T10:00:00.000Z', ref: 'R2' });
    const talk = await aTalkAbout(closed(), { reviews: [closed(), next], now: '2026-12-07T10:00:00.000Z' });
    expect(textOf(await talk.sends(SENCO, press.form('reopen', 'review-1')))).toContain(
      'The next review has begun, so this one stays closed.',
    );
    // Begun while the form was open: what is sent does not open it either.
    const sent = await talk.sends(SENCO, press.submit('reopen', 'review-1', 'once1'), WHY);
    expect(textOf(sent)).toContain('The next review has begun, so this one stays closed.');
    expect((await talk.review()).stage).toBe('closed');
  });
});
