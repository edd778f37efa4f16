import { describe, expect, test } from 'vitest';
import { makeTurn } from '../../src/conversation/conversation.ts';
import { Moved } from '../../src/conversation/form-home.ts';
import { NotThere } from '../../src/domain/questions/not-there.ts';
import { press } from '../../src/presentation/buttons.ts';
import type { ActionData } from '../../src/presentation/message.ts';
import { NotStored } from '../../src/store/store.ts';
import { PUPIL_SAMPLES } from '../presentation/forms/pupil-samples.ts';
import { SAMPLES } from '../presentation/forms/samples.ts';
import { buttonsOf } from '../support/adaptive.ts';
import { anAnnualReview, anEhcpPupil } from '../support/annual-builders.ts';
import { aPupil, aReview, aSchool, SENCO } from '../support/builders.ts';
import { testClock } from '../support/clock.ts';
import { testIds } from '../support/ids.ts';
import { overlaid, temporaryStore } from '../support/store.ts';
import { aTalk, textOf } from './talk.ts';

const NOW = '2026-11-10T10:00:00.000Z';

/** Whatever the screen after it may run into: a fault, a thing that is gone, a store that takes nothing more, others who were first. */
const AFTERWARDS: Readonly<Record<string, Error>> = {
  'a fault': new Error('no screen today'),
  'a thing that is gone': new NotThere('no such target'),
  'a full disk': new NotStored('reviews', 'review-1', new Error('ENOSPC')),
  'somebody else’s change': new Moved(),
};

describe('given an answer that was stored, when the screen after it can’t be made for', () => {
  test.each(Object.entries(AFTERWARDS))('%s, then the person is told that it is saved', async (_, fault) => {
    const store = await temporaryStore();
    await store.put('schools', aSchool());
    await store.put('pupils', aPupil());
    await store.put('reviews', aReview({ stage: 'gathering' }));
    const clock = testClock(NOW);
    let isStored = false;
    const failed: unknown[] = [];
    const turn = makeTurn({
      store,
      clock: {
        now: () => {
          if (isStored) throw fault;
          return clock.now();
        },
      },
      ids: testIds(),
      committed: () => {
        isStored = true;
      },
      failed: (error) => failed.push(error),
    });
    const from = { channel: 'sandbox', tenant: 'sandbox', account: SENCO, email: SENCO };
    const does = (data: ActionData, values = {}) => turn({ ...from, said: { kind: 'press', data, values } });
    const form = await does(press.form('parent-views', 'review-1'));
    const [send] = buttonsOf(form.show.card).filter(({ title }) => title === 'Save their views');
    const values = SAMPLES['parent-views']?.answered ?? {};
    const reply = await does(send?.send as unknown as ActionData, values);
    expect(textOf(reply)).toContain('Saved');
    expect(textOf(reply)).not.toContain('Not saved');
    expect(reply).toMatchObject({ kind: 'replace', saved: true });
    expect(failed).toEqual([fault]);
    expect((await store.get('reviews', 'review-1'))?.parentViews).toBeDefined();
  });
});

test('given a pupil’s details that were stored, when what follows in their review can’t be, then they are told that it is saved', async () => {
  const kept = await temporaryStore();
  await kept.put('schools', aSchool());
  await kept.put('pupils', anEhcpPupil());
  await kept.put('reviews', anAnnualReview({ stage: 'gathering' }));
  const full = overlaid(kept, {
    put: (collection, document, first) =>
      collection === 'reviews'
        ? Promise.reject(new NotStored(collection, document.id, new Error('ENOSPC')))
        : kept.put(collection, document, first),
  });
  const talk = await aTalk({ kept: full, now: NOW });
  const form = await talk.sends(SENCO, press.pupilForm('place', anEhcpPupil().id));
  const reply = await talk.presses(SENCO, form, 'Save', PUPIL_SAMPLES.place.answered);
  expect(textOf(reply)).toContain('Saved');
  expect((await kept.get('pupils', anEhcpPupil().id))?.places).toBeDefined();
});

test('given an answer that was stored, when it is shown, then it is known to be saved; a screen that was only looked at is not', async () => {
  const talk = await aTalk({ reviews: [aReview({ stage: 'gathering' })], now: NOW });
  const form = await talk.sends(SENCO, press.form('parent-views', 'review-1'));
  expect(form.saved).toBeUndefined();
  const values = SAMPLES['parent-views']?.answered ?? {};
  expect((await talk.presses(SENCO, form, 'Save their views', values)).saved).toBe(true);
});

test('given a window from before an upgrade, when it is sent with a box that is gone, then nothing typed is lost', async () => {
  const talk = await aTalk({ reviews: [aReview({ stage: 'gathering' })], now: NOW });
  const form = await talk.sends(SENCO, press.form('parent-views', 'review-1'));
  const typed = { ...SAMPLES['parent-views']?.answered, boxOfBefore: 'She sleeps badly on Sundays.' };
  const reply = await talk.presses(SENCO, form, 'Save their views', typed);
  expect(textOf(reply)).toContain('This form has changed since you opened it');
  expect(textOf(reply)).toContain('She sleeps badly on Sundays.');
  expect((await talk.review()).parentViews).toBeUndefined();
});
