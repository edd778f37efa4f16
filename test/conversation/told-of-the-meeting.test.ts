import { describe, expect, it } from 'vitest';
import { makeWording } from '../../src/conversation/message-wording.ts';
import { digestId } from '../../src/domain/nudges/digest.ts';
import { obligationsOf } from '../../src/domain/nudges/obligations.ts';
import type { Review } from '../../src/domain/review/review.ts';
import { press } from '../../src/presentation/buttons.ts';
import { meetingMovedCard, meetingWithoutYouCard } from '../../src/presentation/screens/meeting-messages.ts';
import { lettersOf } from '../support/adaptive.ts';
import { ASSISTANT, aPupil, aReview, aSchool, LEADER, SENCO, TEACHER } from '../support/builders.ts';
import { aTalk, hasHeard, textOf, titlesOf } from './talk.ts';

const MORNING = '2026-11-02T10:00:00.000Z';

/** Ada's meeting is set: Tom is invited and asked, Ann asked only, and the head invited only. */
async function setForAda() {
  const talk = await aTalk({ pupils: [aPupil()], now: MORNING });
  const form = await talk.says(SENCO, 'review start Ada');
  const set = await talk.presses(SENCO, form, 'Set it and ask', {
    ...{ date: '2026-11-24', time: '14:30', where: 'Room 4', evidenceBy: '2026-11-13' },
    invitees: `${SENCO},${TEACHER},${LEADER}`,
    ask: `${TEACHER},${ASSISTANT}`,
  });
  const [review] = await talk.store.reviewsOf('oakfield');
  if (!review) throw new Error('it was begun');
  return { talk, set, review };
}

const toldOf = ({ messages }: Review) => messages.map(({ kind, to }) => `${kind} ${to}`);

describe('everybody invited hears of the meeting', () => {
  it('once: those asked for evidence by what is asked of them, the others that they are invited', async () => {
    const { set, review } = await setForAda();
    expect(toldOf(review)).toEqual([
      `evidence-request ${TEACHER}`,
      `evidence-request ${ASSISTANT}`,
      `meeting-set ${LEADER}`,
    ]);
    expect(textOf(set)).toContain('1 colleague is invited');
  });

  it('and the evidence form says when and where it is', async () => {
    const { talk, review } = await setForAda();
    const shown = async (who: string) =>
      lettersOf((await talk.sends(who, press.form('evidence', review.id))).show.card).join('');
    expect(await shown(TEACHER)).toContain('The meeting you are invited to: Tue 24 Nov 2026 at 14:30');
    expect(await shown(TEACHER)).toContain('Where: Room 4');
    expect(await shown(ASSISTANT)).toContain('The meeting: Tue 24 Nov 2026 at 14:30');
  });

  it('and that they need not come, once, when they are taken off the invitation', async () => {
    const { talk, review } = await setForAda();
    await hasHeard(talk, review);
    const form = await talk.sends(SENCO, press.form('plan-meeting', review.id));
    // On another day, too: whoever need not come hears that alone.
    const set = await talk.presses(SENCO, form, 'Set it and ask', {
      ...{ invitees: `${SENCO},${TEACHER}`, date: '2026-11-25' },
    });
    expect(textOf(set)).toContain('1 colleague is told now that they need not come.');
    expect(toldOf(await talk.review(review.id)).slice(3)).toEqual([
      `meeting-moved ${TEACHER}`,
      `meeting-moved ${ASSISTANT}`,
      `meeting-without-you ${LEADER}`,
    ]);
    const again = await talk.sends(SENCO, press.form('plan-meeting', review.id));
    await talk.presses(SENCO, again, 'Set it and ask', { time: '15:00' });
    expect(toldOf(await talk.review(review.id)).filter((told) => told.endsWith(LEADER))).toHaveLength(2);
  });

  it('and that their evidence is no longer asked for, once, by a word that names no child', async () => {
    const { talk, review } = await setForAda();
    await hasHeard(talk, review);
    const form = await talk.sends(SENCO, press.form('plan-meeting', review.id));
    const set = await talk.presses(SENCO, form, 'Set it and ask', { ask: TEACHER, time: '15:00' });
    expect(textOf(set)).toContain(
      '1 colleague is told now that their evidence is no longer asked for. No longer asked: Ann Assistant.',
    );
    const now = await talk.review(review.id);
    expect(toldOf(now).slice(3)).toEqual([
      ...[TEACHER, LEADER].map((who) => `meeting-moved ${who}`),
      `no-longer-asked ${ASSISTANT}`,
    ]);
    const told = now.messages.at(-1);
    const card = told && (await makeWording(talk).message(now, told));
    expect(card?.notification).toBe(`You are no longer asked for evidence: review ${review.ref}`);
  });

  it('and a form they send all the same says so, and gives back what they typed and chose', async () => {
    const { talk, review } = await setForAda();
    await hasHeard(talk, review);
    const evidence = await talk.sends(ASSISTANT, press.form('evidence', review.id));
    const form = await talk.sends(SENCO, press.form('plan-meeting', review.id));
    await talk.presses(SENCO, form, 'Set it and ask', { ask: TEACHER });
    const sent = await talk.presses(ASSISTANT, evidence, 'Send my evidence', {
      ...{ strengths: 'Kind to the little ones', 'progress_target-1': 'good' },
    });
    expect(textOf(sent)).toContain('You are no longer asked about this review');
    expect(textOf(sent)).toContain('Kind to the little ones');
    expect(textOf(sent)).toContain('Good progress');
    expect(textOf(sent)).not.toContain('one of yours');
  });

  it('each with the day they know it by: where it was, and of which day they need not come', () => {
    const earlier = { date: '2026-12-08', time: '14:30', was: 'moved', why: 'Ill', by: SENCO, at: MORNING };
    const invitees = [TEACHER, LEADER].map((who) => ({ kind: 'staff', who }) as const);
    const review = aReview({
      meeting: { date: '2026-12-15', time: '14:30', invitees: invitees.slice(0, 1) },
      earlierMeetings: [{ ...earlier, was: 'moved', invitees }],
    });
    const given = { review, pupil: aPupil(), school: aSchool(), today: '2026-11-30' };
    expect(textOf(meetingMovedCard({ ...given, who: TEACHER }))).toContain(
      'It was to be on Tue 8 Dec 2026 at 14:30. It is now on Tue 15 Dec 2026 at 14:30',
    );
    const without = meetingWithoutYouCard({ ...given, who: LEADER });
    expect(textOf(without)).toContain('The meeting of Tue 8 Dec 2026 is held without you.');
    expect(without.notification).toBe(
      `You need not come: the meeting of Tue 8 Dec 2026, review ${review.ref}`,
    );
    // In another room on the same day, it was nowhere else in time.
    const { earlierMeetings: _, ...elsewhere } = review;
    const room = meetingMovedCard({ ...given, review: elsewhere, who: TEACHER });
    expect(textOf(room)).not.toContain('It was to be');
  });

  it('but nobody of a form that is sent as it stood, which says that nothing was changed', async () => {
    const { talk, review } = await setForAda();
    await hasHeard(talk, review);
    const form = await talk.sends(SENCO, press.form('plan-meeting', review.id));
    const set = await talk.presses(SENCO, form, 'Set it and ask');
    expect(textOf(set)).toContain('Nothing was changed');
    expect(textOf(set)).not.toContain('The meeting is set for');
    expect(toldOf(await talk.review(review.id))).toHaveLength(3);
  });

  it('but not who had not heard of it yet', async () => {
    const { talk, review } = await setForAda();
    const form = await talk.sends(SENCO, press.form('plan-meeting', review.id));
    await talk.presses(SENCO, form, 'Set it and ask', { invitees: `${SENCO},${TEACHER}` });
    expect(toldOf(await talk.review(review.id))).not.toContain(`meeting-without-you ${LEADER}`);
  });

  it('and again when it is called off', async () => {
    const { talk, review } = await setForAda();
    const form = await talk.sends(SENCO, press.form('cancel-meeting', review.id));
    await talk.presses(SENCO, form, 'Call it off', { why: 'Snow' });
    expect(toldOf(await talk.review(review.id)).slice(3)).toEqual(
      [TEACHER, ASSISTANT, LEADER].map((who) => `meeting-called-off ${who}`),
    );
  });
});

/** The same, all have heard of it, and it is called off; then set anew with the head left off the invitation. */
async function setAnewWithoutTheHead() {
  const { talk, review } = await setForAda();
  await hasHeard(talk, review);
  const off = await talk.sends(SENCO, press.form('cancel-meeting', review.id));
  await talk.presses(SENCO, off, 'Call it off', { why: 'Snow' });
  await hasHeard(talk, review);
  const anew = await talk.sends(SENCO, press.form('plan-meeting', review.id));
  const said = { date: '2026-11-26', time: '14:30', invitees: `${SENCO},${TEACHER}` };
  const set = await talk.presses(SENCO, anew, 'Set it and ask', said);
  return { talk, set, id: review.id, before: (await talk.review(review.id)).messages.length };
}

describe('who was invited to a meeting that was called off, and is left off the new one', () => {
  it('hears at its setting that it goes ahead without them; the others that there is a day again', async () => {
    const { talk, set, id } = await setAnewWithoutTheHead();
    expect(textOf(set)).toContain('1 colleague is told now that they need not come.');
    const now = await talk.review(id);
    expect(toldOf(now).slice(6)).toEqual([
      `meeting-moved ${TEACHER}`,
      `meeting-moved ${ASSISTANT}`,
      `meeting-without-you ${LEADER}`,
    ]);
    const given = { review: now, pupil: aPupil(), school: aSchool(), today: '2026-11-02' };
    expect(textOf(meetingWithoutYouCard({ ...given, who: LEADER }))).toContain(
      'The meeting of Tue 24 Nov 2026 was called off. It goes ahead on another day without you. Nothing more is wanted of you for it.',
    );
  });

  it('and hears no more of it when it moves, or is called off again', async () => {
    const { talk, id, before } = await setAnewWithoutTheHead();
    await hasHeard(talk, await talk.review(id));
    const moving = await talk.sends(SENCO, press.form('plan-meeting', id));
    await talk.presses(SENCO, moving, 'Set it and ask', { time: '15:00', whyMoved: 'Ill' });
    const off = await talk.sends(SENCO, press.form('cancel-meeting', id));
    await talk.presses(SENCO, off, 'Call it off', { why: 'More snow' });
    const since = (await talk.review(id)).messages.slice(before);
    expect(since.map(({ to }) => to)).toEqual([TEACHER, ASSISTANT, TEACHER, ASSISTANT]);
  });
});

describe('those invited who are in no chat, once the meeting has changed', () => {
  it('wait on the SENCO until it is said that they were told: in what waits, the digest, /review and the status', async () => {
    const { talk, review } = await setForAda();
    const form = await talk.sends(SENCO, press.form('plan-meeting', review.id));
    const set = await talk.presses(SENCO, form, 'Set it and ask', { date: '2026-11-25', whyMoved: 'Snow' });
    const untold =
      /Please tell them yourself[\s\S]*The meeting is now on Wed 25 Nov 2026[\s\S]*Parents or carers/;
    expect(textOf(set)).toMatch(untold);
    expect(textOf(await talk.says(SENCO, 'review status Ada'))).toMatch(untold);
    const waits = 'Tell those not in this chat that the meeting has moved';
    expect(textOf(await talk.says(SENCO, 'review mine'))).toContain(waits);
    const owed = obligationsOf(await talk.review(review.id), aSchool(), '2026-11-02');
    expect(owed.find(({ kind }) => kind === 'tell-outside')).toMatchObject({ who: SENCO, due: '2026-11-03' });

    const told = await talk.presses(SENCO, set, 'I have told them');
    expect(textOf(told)).toContain('Noted that you have told them.');
    expect(textOf(told)).not.toContain('Please tell them yourself');
    expect(textOf(await talk.says(SENCO, 'review mine'))).not.toContain(waits);
  });

  it('are to be told again of what changes after that; the button of before says nothing of it', async () => {
    const { talk, review } = await setForAda();
    const moving = await talk.sends(SENCO, press.form('plan-meeting', review.id));
    const moved = await talk.presses(SENCO, moving, 'Set it and ask', {
      date: '2026-11-25',
      whyMoved: 'Snow',
    });
    talk.clock.set('2026-11-03T10:00:00.000Z');
    const form = await talk.sends(SENCO, press.form('cancel-meeting', review.id));
    await talk.presses(SENCO, form, 'Call it off', { why: 'More snow' });
    const still = await talk.presses(SENCO, moved, 'I have told them');
    expect(textOf(still)).toContain('Not in this chat. The meeting is called off.');
    expect((await talk.review(review.id)).toldOutside).toBeUndefined();
    await talk.presses(SENCO, still, 'I have told them');
    expect((await talk.review(review.id)).toldOutside).toHaveLength(1);
  });

  it('are nobody, of a meeting that is set for the first time or with nobody from outside', async () => {
    const { talk, review } = await setForAda();
    const isTold = async () =>
      obligationsOf(await talk.review(review.id), aSchool()).some(({ kind }) => kind === 'tell-outside');
    expect(await isTold()).toBe(false);
    const form = await talk.sends(SENCO, press.form('plan-meeting', review.id));
    await talk.presses(SENCO, form, 'Set it and ask', { others: '', time: '15:00' });
    expect(await isTold()).toBe(false);
  });
});

/** The same, and no message reached the head, who is not in the chat. */
async function headNotReached() {
  const { talk, review } = await setForAda();
  const messages = review.messages.map((one) =>
    one.to === LEADER
      ? { ...one, state: { is: 'undeliverable', at: MORNING, why: 'not-found', tries: 1 } as const }
      : one,
  );
  await talk.store.put('reviews', { ...review, messages });
  return { talk, id: review.id };
}

describe('somebody whom no message about the meeting reached', () => {
  it('waits on the SENCO with the cause, until they say that they told them', async () => {
    const { talk, id } = await headNotReached();
    const mine = await talk.says(SENCO, 'review mine');
    expect(textOf(mine)).toContain('Tell a colleague about the meeting yourself');
    expect(textOf(mine)).toContain(`can’t be found under ${LEADER}`);
    const status = await talk.says(SENCO, 'review status Ada');
    expect(textOf(status)).toContain(`can’t be found under ${LEADER}`);

    const told = await talk.presses(SENCO, status, 'I have told them');
    expect(textOf(told)).toContain('Noted that you have told them.');
    expect(textOf(told)).not.toContain('can’t be found');
    expect((await talk.review(id)).toldInPerson).toEqual([{ who: LEADER, by: SENCO, at: MORNING }]);
    expect(textOf(await talk.says(SENCO, 'review mine'))).not.toContain('Tell a colleague');
  });

  it('stands in the SENCO’s digest with the cause', async () => {
    const { talk, id } = await headNotReached();
    talk.clock.at('2026-11-03', '08:00');
    const owed = obligationsOf(await talk.review(id), aSchool(), '2026-11-03');
    const items = owed.flatMap((one) => (one.about === LEADER ? [one.id] : []));
    const of = {
      id: digestId('2026-11-03', SENCO),
      version: 0,
      to: SENCO,
      day: '2026-11-03',
      items,
    } as const;
    const digest = await makeWording(talk).digest({ ...of, state: { is: 'waiting', tries: 0 } });
    expect(digest && textOf(digest)).toContain(`can’t be found under ${LEADER}`);
  });

  it('is owed the day after, and by the meeting at the latest', async () => {
    const { talk, id } = await headNotReached();
    const owed = obligationsOf(await talk.review(id), aSchool(), '2026-11-02');
    expect(owed.find(({ about }) => about === LEADER)).toMatchObject({ who: SENCO, due: '2026-11-03' });
    expect(
      obligationsOf(await talk.review(id), aSchool(), '2026-11-25').map(({ about }) => about),
    ).not.toContain(LEADER);
  });

  it('is no button for a leader, who only looks', async () => {
    const { talk } = await headNotReached();
    expect(titlesOf(await talk.says(LEADER, 'review status Ada'))).not.toContain('I have told them');
  });
});
