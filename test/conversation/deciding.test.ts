import { describe, expect, it } from 'vitest';
import type { Review } from '../../src/domain/review/review.ts';
import { press } from '../../src/presentation/buttons.ts';
import { SAMPLES } from '../presentation/forms/samples.ts';
import {
  ASSISTANT,
  anAction,
  aProvision,
  aPupil,
  aSchool,
  LEADER,
  parentViews,
  SENCO,
  STAFF,
  TEACHER,
} from '../support/builders.ts';
import { aTalkAbout, standingIn, type Talk, textOf, titlesOf } from './talk.ts';

const REVIEWED = ['target-1', 'target-2'].map((targetId) => ({
  targetId,
  progress: 'some' as const,
  evidence: '6 of 10',
  delivered: 'yes' as const,
  difference: '',
  stillRight: 'keep' as const,
}));
const READY: Partial<Review> = { stage: 'meeting', targetReviews: REVIEWED, actions: [anAction()] };
/** Without something that `aReview` has. */
const without = (review: Partial<Review>, key: 'parentViews' | 'pupilViews') =>
  ({ ...review, [key]: undefined }) as unknown as Partial<Review>;

const OUTCOME = { ...SAMPLES.outcome?.answered, reasons: '', topUpFunding: '', nextReviewBy: '' };
const open = (talk: Talk) => talk.sends(SENCO, press.form('outcome', 'review-1'));
const send = (talk: Talk, values: Record<string, string> = {}) =>
  talk.sends(SENCO, press.submit('outcome', 'review-1', 'once1'), { ...OUTCOME, ...values });

describe('the outcome', () => {
  it('is taken when all is there: the record is shown, and everybody concerned is told', async () => {
    const talk = await aTalkAbout(READY);
    const form = await open(talk);
    expect(form.show.form?.title).toBe('Outcome of the review');
    const reply = await talk.presses(SENCO, form, 'Record the outcome', {
      ...OUTCOME,
      nextReviewBy: '2027-03-25',
    });
    expect(textOf(reply)).toContain(
      'The outcome is recorded. Colleagues concerned get the record, and owners their actions, now.',
    );
    expect(textOf(reply)).toContain('Record of the review');
    expect(textOf(reply)).toContain('A reading pen in every lesson');
    const { messages, stage } = await talk.review();
    expect(stage).toBe('acting');
    expect(messages.map(({ to, kind }) => `${kind} ${to}`).sort()).toEqual([
      `action-given ${TEACHER}`,
      `record ${ASSISTANT}`,
      `record ${TEACHER}`,
    ]);
  });

  it.each([
    [
      'parent-views',
      without(READY, 'parentViews'),
      /parents’ or carers’ views are not recorded/,
      'Record parents’ views',
    ],
    [
      'pupil-views',
      without(READY, 'pupilViews'),
      /pupil’s views are not recorded/,
      'Record the pupil’s views',
    ],
    [
      'target-review',
      { ...READY, targetReviews: REVIEWED.slice(0, 1) },
      /Target 2 has not been reviewed/,
      'Review the next target',
    ],
  ] as const)(
    'waits for what is missing, which is a press away, and keeps what was typed: %s',
    async (form, review, sentence, button) => {
      const talk = await aTalkAbout(review);
      const instead = await open(talk);
      expect(instead.show.form).toBeUndefined();
      expect(textOf(instead)).toContain('The outcome can be decided once what is named below is there.');
      expect(titlesOf(instead)).toContain(button);
      expect((await talk.presses(SENCO, instead, button)).show.form?.data).toMatchObject({ form });

      const sent = await send(talk);
      expect(sent.kind).toBe('invalid');
      expect(textOf(sent)).toMatch(sentence);
      expect(standingIn(sent.show)).toMatchObject({ inWords: 'Steady progress' });
      const [, offer] = titlesOf(sent);
      const offered = await talk.presses(SENCO, sent, offer ?? '');
      expect(offered.show.form?.data).toMatchObject({ form });
      expect(talk.commits()).toBe(0);
    },
  );

  it('that goes on needs an action, and says so before anything is typed', async () => {
    const talk = await aTalkAbout({ ...READY, actions: [] });
    const form = await open(talk);
    expect(textOf(form)).toContain('No action has been added: unless the plan ends, add one first.');
    const sent = await talk.presses(SENCO, form, 'Record the outcome', OUTCOME);
    expect(textOf(sent)).toContain('This outcome needs at least one action');
    expect(standingIn(sent.show)).toMatchObject({ kind: 'continues', inWords: 'Steady progress' });
    const action = await talk.presses(SENCO, sent, 'Add an action');
    await talk.presses(SENCO, action, 'Add it', SAMPLES.action?.answered);
    expect(textOf(await talk.presses(SENCO, sent, 'Record the outcome'))).toContain(
      'The outcome is recorded.',
    );
  });

  it('that ends the plan needs none, and closes the review', async () => {
    const talk = await aTalkAbout({ ...READY, actions: [] });
    const asked = await send(talk, { kind: 'plan-ended' });
    expect(textOf(asked)).toContain(
      'This ends the plan: its targets and support are over, no next review is due, and everybody concerned gets a record that says so.',
    );
    expect(talk.commits()).toBe(0);
    const reply = await talk.presses(SENCO, asked, 'Record the outcome');
    expect(textOf(reply)).toContain('with nothing left to do the review is closed');
    expect((await talk.review()).stage).toBe('closed');
  });

  it.each([
    [{ kind: 'updated' }, { reasons: /at least one reason/ }],
    [{ whatWillChange: '' }, { whatWillChange: /what will change for the child/ }],
    [{ nextReviewBy: '2026-11-24' }, { nextReviewBy: /a day after today/ }],
    [{ nextReviewBy: '2027-12-01' }, { nextReviewBy: /or earlier/ }],
    [{ kind: 'abandoned' }, { kind: /what the review concludes/ }],
    [
      { kind: 'updated', inWords: '', whatWillChange: '' },
      { reasons: /reason/, whatWillChange: /child/ },
    ],
  ])('says what is wrong with %o, at its place', async (values, errors) => {
    const talk = await aTalkAbout(READY);
    const reply = await send(talk, values);
    if (reply.kind !== 'invalid') throw new Error(textOf(reply));
    expect(Object.keys(reply.errors).sort()).toEqual(Object.keys(errors).sort());
    for (const [id, sentence] of Object.entries(errors)) expect(reply.errors[id]).toMatch(sentence);
    expect(talk.commits()).toBe(0);
  });

  it('that ends the plan has no next review: said once it is sent again', async () => {
    const talk = await aTalkAbout(READY);
    const asked = await send(talk, { kind: 'plan-ended', nextReviewBy: '2027-03-01' });
    const reply = await talk.presses(SENCO, asked, 'Record the outcome');
    if (reply.kind !== 'invalid') throw new Error(textOf(reply));
    expect(reply.errors.nextReviewBy).toMatch(/has no next review/);
  });

  it('“updated” with nothing changed asks what changes, and takes another day, or a target that changes', async () => {
    const updated = { kind: 'updated', reasons: 'needs-not-met' };
    const talk = await aTalkAbout(READY);
    const asked = await send(talk, updated);
    if (asked.kind !== 'invalid') throw new Error(textOf(asked));
    expect(asked.errors.kind).toMatch(/^What changes\?/);
    expect(titlesOf(asked)).toContain('Go to the agenda');
    expect(standingIn(asked.show).inWords).toBe('Steady progress');
    const moved = await talk.presses(SENCO, asked, 'Record the outcome', { nextReviewBy: '2027-02-25' });
    expect(textOf(moved)).toContain('The outcome is recorded.');
    const [first, ...others] = REVIEWED;
    const target = { ...first, stillRight: 'retire', whyChanged: ['met'] } as Review['targetReviews'][number];
    const changed = await aTalkAbout({ ...READY, targetReviews: [target, ...others] });
    expect(textOf(await send(changed, updated))).toContain('The outcome is recorded.');
  });

  it('that could not be taken yet stands as it was typed where its form opens anew, until it is taken', async () => {
    const talk = await aTalkAbout(READY);
    await send(talk, { kind: 'updated', reasons: 'needs-not-met' });
    const target = await talk.sends(SENCO, press.form('target', 'review-1'));
    await talk.presses(SENCO, target, 'Add it', SAMPLES.target?.answered);
    const next = await open(talk);
    expect(next.show.form?.title).toBe('Outcome of the review');
    expect(textOf(next)).toContain('what you typed before stands here');
    expect(standingIn(next.show)).toMatchObject({ kind: 'updated', inWords: 'Steady progress' });
    const taken = await talk.presses(SENCO, next, 'Record the outcome');
    expect(textOf(taken)).toContain('The outcome is recorded.');
  });

  it('with an action whose owner has left says to find another', async () => {
    const staff = STAFF.map((one) => (one.email === TEACHER ? { ...one, left: '2026-11-20' } : one));
    const talk = await aTalkAbout(READY, { schools: [aSchool({ staff })] });
    const reply = await send(talk);
    expect(textOf(reply)).toContain('Take their action back and add it for somebody else.');
    expect(textOf(await talk.presses(SENCO, reply, 'Go to the agenda'))).toContain(
      'Agenda of the review meeting',
    );
  });
});

describe('an action for the meeting', () => {
  const add = (talk: Talk, values: Record<string, string>) =>
    talk.sends(SENCO, press.submit('action', 'review-1', 'once1'), {
      ...SAMPLES.action?.answered,
      ...values,
    });

  it.each([
    ['owner', 'sam.stranger@elsewhere.example', /one colleague from the staff list/],
    ['owner', 'Ann Assistant', /one colleague from the staff list/],
    ['owner', `${ASSISTANT},${TEACHER}`, /one colleague from the staff list/],
    ['owner', '', /one colleague from the staff list/],
    ['due', '2026-11-01', /1 November 2026 has passed/],
    ['due', '2028-01-01', /more than a year away/],
    ['due', 'Friday', /choose the day/],
    ['what', '', /what will be done/],
  ])('needs a right %s: “%s” is none', async (id, value, sentence) => {
    const talk = await aTalkAbout({ stage: 'meeting' });
    const reply = await add(talk, { [id]: value });
    if (reply.kind !== 'invalid') throw new Error(textOf(reply));
    expect(reply.errors).toEqual({ [id]: expect.stringMatching(sentence) });
    if (id !== 'what') expect(standingIn(reply.show).what).toBe('Order large-print books');
    expect(talk.commits()).toBe(0);
  });

  it('for a target that was taken back meanwhile asks again', async () => {
    const talk = await aTalkAbout({ stage: 'meeting' });
    const reply = await add(talk, { targetId: 'gone' });
    if (reply.kind !== 'invalid') throw new Error(textOf(reply));
    expect(Object.keys(reply.errors)).toEqual(['targetId']);
  });

  it('is added, said, and shown on the agenda', async () => {
    const talk = await aTalkAbout({ stage: 'meeting' });
    const reply = await add(talk, {});
    expect(textOf(reply)).toContain('Added: due Fri 11 Dec 2026.');
    expect(textOf(reply)).not.toContain('Its owner is told');
    expect(textOf(reply)).toContain('Order large-print books');
  });

  it('added after the outcome goes to its owner', async () => {
    const talk = await aTalkAbout({ stage: 'acting' });
    expect(textOf(await add(talk, {}))).toContain('Added: due Fri 11 Dec 2026. Its owner is told now.');
  });
});

describe('taking back', () => {
  const NOTED: Partial<Review> = {
    stage: 'meeting',
    actions: [anAction({ targetId: 'target-9' })],
    newTargets: [{ id: 'target-9', text: 'Finds a friend', measure: 'Three days', setOn: '2026-11-24' }],
    disagreements: [{ id: 'dis-1', who: 'Mum', words: 'Too little' }],
  };
  const undo = (talk: Talk, what: 'action' | 'target' | 'disagreement', id: string, who = SENCO) =>
    talk.sends(who, press.takeBack('review-1', what, id, true));

  it('asks first, with what would go, and keeps it where that was not meant', async () => {
    const talk = await aTalkAbout(NOTED);
    const asked = await talk.sends(SENCO, press.takeBack('review-1', 'disagreement', 'dis-1'));
    expect(textOf(asked)).toContain('Take this back?');
    expect(textOf(asked)).toContain('Too little');
    expect(textOf(await talk.presses(SENCO, asked, 'Keep it'))).toContain('Too little');
    expect(talk.commits()).toBe(0);
    expect(textOf(await talk.presses(SENCO, asked, 'Take it back'))).toContain('Taken back.');
    expect((await talk.review()).disagreements).toEqual([]);
  });

  it.each([
    ['an action', 'action', 'action-1', 'Put the reading pen'],
    ['support', 'provision', 'provision-1', 'Paired reading'],
    ['a target', 'target', 'target-8', 'Asks a friend to play'],
    ['a note', 'agenda-note', 'wellbeing', 'Sleeps badly on Sundays'],
  ] as const)('shows the words of %s before it goes', async (_what, what, id, words) => {
    const talk = await aTalkAbout({
      ...NOTED,
      provision: [aProvision()],
      newTargets: [{ id: 'target-8', text: 'Asks a friend to play', measure: 'Daily', setOn: '2026-11-24' }],
      agendaNotes: [{ point: 'wellbeing', words: 'Sleeps badly on Sundays' }],
    });
    expect(textOf(await talk.sends(SENCO, press.takeBack('review-1', what, id)))).toContain(words);
  });

  it('removes what was noted by mistake; again, it says that it is gone', async () => {
    const talk = await aTalkAbout(NOTED);
    const reply = await undo(talk, 'disagreement', 'dis-1');
    expect(reply.kind).toBe('replace');
    expect(textOf(reply)).toContain('Taken back.');
    expect((await talk.review()).disagreements).toEqual([]);
    expect(textOf(await undo(talk, 'disagreement', 'dis-1'))).toContain(
      'is not, or no longer, part of this review',
    );
  });

  it('a target that an action is for waits for the action', async () => {
    const talk = await aTalkAbout(NOTED);
    expect(textOf(await undo(talk, 'target', 'target-9'))).toContain('Take that action back first.');
    await undo(talk, 'action', 'action-1');
    expect(textOf(await undo(talk, 'target', 'target-9'))).toContain('Taken back.');
  });

  it('is not for others, nor for when the outcome is recorded, nor of nonsense', async () => {
    const talk = await aTalkAbout(NOTED);
    for (const who of [LEADER, TEACHER]) {
      expect(textOf(await undo(talk, 'action', 'action-1', who))).toContain('Only the SENCO can do this.');
    }
    const nonsense = { ...press.takeBack('review-1', 'action', 'action-1'), what: 'outcome' };
    expect(textOf(await talk.sends(SENCO, nonsense))).toContain('That isn’t one of yours');
    const decided = await aTalkAbout({ stage: 'acting' });
    expect(textOf(await undo(decided, 'action', 'action-1'))).toContain(
      'Add a correction to the record instead.',
    );
    expect(talk.commits() + decided.commits()).toBe(0);
  });
});

describe('afterwards', () => {
  it.each(['acting', 'closed'] as const)('the record can be corrected: %s', async (stage) => {
    const talk = await aTalkAbout({ stage });
    const form = await talk.presses(
      SENCO,
      await talk.sends(SENCO, press.show('record', 'review-1')),
      'Correct the record',
    );
    const typed = { part: 'provision', words: 'It is four times, not three' };
    const reply = await talk.presses(SENCO, form, 'Add the correction', typed);
    expect(textOf(reply)).toContain(
      'The correction is in the record. Colleagues who have the record are told now.',
    );
    expect(textOf(reply)).toMatch(/Mel Senco, \w+ \d+ Dec 2026, on: Provision/);
    const { corrections, messages } = await talk.review();
    expect(corrections).toMatchObject([{ by: SENCO, part: 'Provision', words: typed.words }]);
    expect(messages.filter(({ kind }) => kind === 'record-corrected')).toHaveLength(2);
  });

  it('a review that will not be held is cancelled with its reason, and can be started anew', async () => {
    const talk = await aTalkAbout();
    const form = await talk.presses(SENCO, await talk.says(SENCO, 'status Ada'), 'Cancel the review');
    const empty = await talk.presses(SENCO, form, 'Cancel the review');
    expect(empty.kind).toBe('invalid');
    const reply = await talk.presses(SENCO, empty, 'Cancel the review', { why: 'She is moving school' });
    expect(textOf(reply)).toContain(
      'The review is cancelled. Everybody who was asked or invited is told now.',
    );
    expect(textOf(reply)).toContain('She is moving school');
    const anew = await talk.says(SENCO, 'start Ada');
    expect(textOf(await talk.presses(SENCO, anew, 'Set it and ask'))).toContain('The meeting is set');
    expect(await talk.store.reviewsOfPupil(aPupil().id)).toHaveLength(2);
  });

  it('views recorded at the meeting count', async () => {
    const talk = await aTalkAbout(without(READY, 'parentViews'));
    const form = await talk.presses(SENCO, await open(talk), 'Record parents’ views');
    const said = parentViews();
    const reply = await talk.presses(
      SENCO,
      form,
      'Save their views',
      said.given ? { goingWell: said.said.goingWell } : {},
    );
    expect(textOf(reply)).toContain('Saved: the parents’ or carers’ views.');
    expect((await open(talk)).show.form?.title).toBe('Outcome of the review');
  });
});
