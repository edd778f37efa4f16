import { describe, expect, it } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import { ASSISTANT, aPupil, aReview, SENCO, TEACHER } from '../support/builders.ts';
import { aTalk, aTalkAbout, hasHeard, standingIn, textOf } from './talk.ts';

const ROOM = 'Room 4, beside the hall';

/** Ada's review is begun, and its meeting set in Room 4. */
async function setInRoom4() {
  const talk = await aTalk({ pupils: [aPupil()], now: '2026-11-02T10:00:00.000Z' });
  const form = await talk.says(SENCO, 'review start Ada');
  const said = { date: '2026-11-24', evidenceBy: '2026-11-13', where: ROOM, others: 'Ada’s mother' };
  const set = await talk.presses(SENCO, form, 'Set it and ask', { ...said, invitees: `${SENCO},${TEACHER}` });
  const [review] = await talk.store.reviewsOf('oakfield');
  if (!review) throw new Error('it was begun');
  return { talk, form, set, review };
}

describe('where a meeting is', () => {
  it('is asked where it is set, and need not be said', async () => {
    const { form } = await setInRoom4();
    expect(standingIn(form.show).where).toBe('');
    const talk = await aTalk({ pupils: [aPupil()], now: '2026-11-02T10:00:00.000Z' });
    const set = await talk.presses(SENCO, await talk.says(SENCO, 'review start Ada'), 'Set it and ask');
    expect(textOf(set)).toContain('The meeting is set for');
    expect((await talk.store.reviewsOf('oakfield'))[0]?.meeting).not.toHaveProperty('where');
  });

  it('stands in how the review stands, in what the family gets, and to an invited colleague', async () => {
    const { talk, set, review } = await setInRoom4();
    expect(textOf(set)).not.toContain('Please tell them yourself');
    const status = await talk.says(SENCO, 'review status Ada');
    expect(textOf(status)).toMatch(new RegExp(`Where the meeting is[\\s\\S]*${ROOM}`));
    expect(textOf(await talk.presses(SENCO, status, 'For the family'))).toContain(`Where: ${ROOM}`);
    const own = textOf(await talk.sends(TEACHER, press.show('my-evidence', review.id)));
    expect(own).toContain(ROOM);
    // The card stays where it was sent when the meeting moves, so it says of which day it is.
    expect(own).toContain('As of Mon 2 Nov 2026: you hear of any change.');
  });

  it('is told, where it changes alone, to those concerned; and that is no move', async () => {
    const { talk, review } = await setInRoom4();
    await hasHeard(talk, review);
    const form = await talk.sends(SENCO, press.form('plan-meeting', review.id));
    expect(standingIn(form.show).where).toBe(ROOM);
    const set = await talk.presses(SENCO, form, 'Set it and ask', {
      where: 'https://meet.example/j/1?pwd=a',
    });
    expect(textOf(set)).toContain('Please tell them yourself');
    const after = await talk.review(review.id);
    expect(after.meeting?.where).toBe('https://meet.example/j/1?pwd=a');
    expect(after.earlierMeetings).toBeUndefined();
    expect(after.messages.filter(({ kind }) => kind === 'meeting-moved').map(({ to }) => to)).toEqual([
      TEACHER,
      ASSISTANT,
    ]);
  });

  it('stands there again the next time', async () => {
    const before = aReview({ stage: 'closed' });
    const { meeting } = before;
    if (!meeting) throw new Error('the builders set one');
    const talk = await aTalkAbout(
      { ...before, meeting: { ...meeting, where: ROOM } },
      { now: '2027-03-01T10:00:00.000Z' },
    );
    const form = await talk.says(SENCO, 'review start Ada');
    expect(standingIn(form.show).where).toBe(ROOM);
  });
});
