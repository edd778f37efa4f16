import { describe, expect, it } from 'vitest';
import type { Review } from '../../src/domain/review/review.ts';
import { press } from '../../src/presentation/buttons.ts';
import { Conflict } from '../../src/store/store.ts';
import { SAMPLES } from '../presentation/forms/samples.ts';
import { aPupil, SENCO, TEACHER, withSupport } from '../support/builders.ts';
import { aTalk, aTalkAbout, standingIn, textOf } from './talk.ts';

const FORMS: readonly [string, Partial<Review>, string, string?][] = [
  ['evidence', {}, TEACHER],
  ['parent-views', {}, SENCO],
  ['disagreement', { stage: 'meeting' }, SENCO],
  ['action-done', { stage: 'acting' }, TEACHER, 'action-1'],
  ['cancel', {}, SENCO],
];

describe('when nothing can be written', () => {
  it.each(FORMS)(
    'a form says so, keeps what was typed, and works afterwards: %s',
    async (form, review, who, about) => {
      const talk = await aTalkAbout({ ...withSupport(), ...review });
      const before = await talk.review();
      const shown = await talk.sends(who, press.form(form, 'review-1', about));
      const send = Object.values(shown.show.card.actions ?? []).map(({ title }) => String(title))[0] ?? '';
      const values = SAMPLES[form]?.answered ?? {};
      talk.full();
      const failed = await talk.presses(who, shown, send, values);
      expect(failed.kind).toBe('invalid');
      expect(textOf(failed)).toContain('I couldn’t save that just now, and nothing has changed.');
      expect(standingIn(failed.show)).toEqual(values);
      expect(await talk.review()).toEqual(before);
      expect(talk.commits()).toBe(0);

      const still = await talk.presses(who, failed, send);
      expect(textOf(still)).toContain('I couldn’t save that just now');
      talk.emptied();
      const saved = await talk.presses(who, still, send);
      expect(saved.kind).toBe('replace');
      expect(textOf(saved)).not.toContain('already recorded');
      expect((await talk.review()).version).toBe(before.version + 1);
      expect(talk.commits()).toBe(1);
    },
  );

  it.each([
    ['opening the meeting', press.openMeeting('review-1', true, true), SENCO],
    ['nothing to add', press.special('nothing-to-add', 'review-1', 'once1', 0), TEACHER],
  ])('a button says so, and works afterwards: %s', async (_name, data, who) => {
    const talk = await aTalkAbout(withSupport());
    talk.full();
    const failed = await talk.sends(who, data);
    expect(failed.kind).toBe('new');
    expect(textOf(failed)).toContain('Something went wrong on our side and nothing was changed.');
    expect(talk.commits()).toBe(0);
    talk.emptied();
    expect(textOf(await talk.sends(who, data))).not.toContain('Something went wrong');
    expect(talk.commits()).toBe(1);
  });

  it('the form a review begins with says so, keeps what was typed, and begins it afterwards', async () => {
    const talk = await aTalk();
    const form = await talk.sends(SENCO, press.start(aPupil().id));
    talk.full();
    const failed = await talk.presses(SENCO, form, 'Set it and ask', { where: 'The library' });
    expect(textOf(failed)).toContain('I couldn’t save that just now');
    expect(standingIn(failed.show).where).toBe('The library');
    expect(talk.commits()).toBe(0);
    talk.emptied();
    expect(textOf(await talk.presses(SENCO, failed, 'Set it and ask'))).toContain('The meeting is set');
    expect(talk.commits()).toBe(1);
  });

  it('looking still works', async () => {
    const talk = await aTalkAbout(withSupport());
    talk.full();
    expect(textOf(await talk.says(SENCO, 'status Ada'))).toContain('How the review stands');
    expect(textOf(await talk.says(SENCO, 'due'))).toContain('Reviews that are due');
    expect((await talk.sends(TEACHER, press.form('evidence', 'review-1'))).show.form).toBeDefined();
  });

  it('and others are first for ever, a form says so and keeps what was typed', async () => {
    const talk = await aTalkAbout(withSupport());
    talk.rejects((collection, { id }) => new Conflict(collection, id));
    const values = SAMPLES.evidence?.answered ?? {};
    const reply = await talk.sends(
      TEACHER,
      press.submit('evidence', 'review-1', 'once1', undefined, 0),
      values,
    );
    expect(textOf(reply)).toContain('I couldn’t save that just now');
    expect(standingIn(reply.show)).toEqual(values);
  });

  it('a fault of ours is not taken for it', async () => {
    const talk = await aTalkAbout(withSupport());
    talk.rejects(() => new TypeError('a fault'));
    await expect(talk.sends(SENCO, press.openMeeting('review-1', true, true))).rejects.toThrow(TypeError);
    await expect(
      talk.sends(SENCO, press.submit('cancel', 'review-1', 'once1'), { why: 'x' }),
    ).rejects.toThrow(TypeError);
  });
});
