import { describe, expect, it } from 'vitest';
import { toModal } from '../../src/channels/slack/translate.ts';
import { press } from '../../src/presentation/buttons.ts';
import type { ActionData, CardMessage } from '../../src/presentation/message.ts';
import {
  ASSISTANT,
  anEvidenceRequest,
  aPupil,
  aReview,
  BYSTANDER,
  SENCO,
  TEACHER,
  withSupport,
} from '../support/builders.ts';
import { aTalk, standingIn, type Talk, textOf } from './talk.ts';

/** What a window of Slack sends: it has no block for what is not in sight. */
const sentBy = (message: CardMessage): ActionData =>
  JSON.parse(toModal(message, { origin: {} }).private_metadata ?? '{}').send;
const reviewIn = async (talk: Talk) => {
  const review = await talk.store.get('reviews', 'review-1');
  if (!review) throw new Error('no review');
  return review;
};

describe('a meeting that is proposed in a window of Slack', () => {
  const preparing = () => aTalk({ reviews: [aReview({ stage: 'preparing' })] });

  it('is set as it was proposed, at one press', async () => {
    const talk = await preparing();
    const form = await talk.sends(SENCO, press.form('plan-meeting', 'review-1'));
    expect(textOf(form)).toContain('are asked for evidence by');
    const proposed = standingIn(form.show);
    await talk.sends(SENCO, sentBy(form.show));
    const { meeting, evidence } = await reviewIn(talk);
    expect(meeting).toMatchObject({ date: proposed.date, time: '15:30' });
    expect(evidence.map(({ who }) => who)).toEqual(proposed.ask?.split(','));
  });

  it('is not set otherwise than was read: another key colleague meanwhile is asked about first', async () => {
    const talk = await preparing();
    const form = await talk.sends(SENCO, press.form('plan-meeting', 'review-1'));
    const pupil = await talk.store.get('pupils', aPupil().id);
    if (!pupil) throw new Error('no pupil');
    await talk.store.put('pupils', { ...pupil, keyStaff: [ASSISTANT, BYSTANDER] });
    const again = await talk.sends(SENCO, sentBy(form.show));
    expect(again.kind).toBe('invalid');
    expect((await reviewIn(talk)).meeting).toBeUndefined();
    expect(standingIn(again.show).ask).toBe(`${ASSISTANT},${BYSTANDER}`);
    await talk.sends(SENCO, sentBy(again.show), standingIn(again.show));
    expect((await reviewIn(talk)).evidence.map(({ who }) => who)).toEqual([ASSISTANT, BYSTANDER]);
  });

  it('opens whole by “Change”, and is set as it was changed', async () => {
    const talk = await preparing();
    const form = await talk.sends(SENCO, press.form('plan-meeting', 'review-1'));
    const whole = await talk.sends(SENCO, { ...sentBy(form.show), do: 'more' });
    expect(sentBy(whole.show).folded).toBeUndefined();
    await talk.sends(SENCO, sentBy(whole.show), { ...standingIn(whole.show), time: '09:00' });
    expect((await reviewIn(talk)).meeting).toMatchObject({ time: '09:00' });
  });
});

describe('evidence that is given in a window of Slack', () => {
  const asked = () =>
    aTalk({
      reviews: [aReview({ ...withSupport(), targets: [], evidence: [anEvidenceRequest({ who: TEACHER })] })],
    });
  const said = async (talk: Talk) => (await reviewIn(talk)).evidence[0]?.answer?.said;
  const FEW = { strengths: 'Keen to read', delivered: 'yes' };

  it('is taken by its few questions, the others left empty', async () => {
    const talk = await asked();
    const form = await talk.sends(TEACHER, press.form('evidence', 'review-1'));
    await talk.sends(TEACHER, sentBy(form.show), FEW);
    expect(await said(talk)).toMatchObject({ ...FEW, worked: '', sources: [] });
  });

  it('keeps what was typed when “Add more” is pressed, and is the same form', async () => {
    const talk = await asked();
    const form = await talk.sends(TEACHER, press.form('evidence', 'review-1'));
    const more = await talk.sends(TEACHER, { ...sentBy(form.show), do: 'more' }, FEW);
    expect(standingIn(more.show)).toMatchObject(FEW);
    expect(sentBy(more.show).once).toBe(sentBy(form.show).once);
    await talk.sends(TEACHER, sentBy(more.show), { ...standingIn(more.show), worked: 'Short books' });
    expect(await said(talk)).toMatchObject({ ...FEW, worked: 'Short books' });
  });

  it('is not shown to a colleague who was not asked, by “Add more” either', async () => {
    const talk = await asked();
    const form = await talk.sends(TEACHER, press.form('evidence', 'review-1'));
    const more = await talk.sends(BYSTANDER, { ...sentBy(form.show), do: 'more' });
    expect(more.show.form).toBeUndefined();
    expect(textOf(more)).not.toContain('strengths');
  });
});
