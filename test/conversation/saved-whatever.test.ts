import { expect, test } from 'vitest';
import { makeTurn } from '../../src/conversation/conversation.ts';
import { press } from '../../src/presentation/buttons.ts';
import type { ActionData } from '../../src/presentation/message.ts';
import { SAMPLES } from '../presentation/forms/samples.ts';
import { buttonsOf } from '../support/adaptive.ts';
import { aPupil, aReview, aSchool, SENCO } from '../support/builders.ts';
import { testClock } from '../support/clock.ts';
import { testIds } from '../support/ids.ts';
import { temporaryStore } from '../support/store.ts';
import { aTalk, textOf } from './talk.ts';

const NOW = '2026-11-10T10:00:00.000Z';

test('given an answer that was stored, when the screen after it can’t be made, then the person is told that it is saved', async () => {
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
        if (isStored) throw new Error('no screen today');
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
  expect(reply).toMatchObject({ kind: 'replace', saved: true });
  expect(failed).toHaveLength(1);
  expect((await store.get('reviews', 'review-1'))?.parentViews).toBeDefined();
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
