import { expect, test } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import { openLowdbStore } from '../../src/store/lowdb/store.ts';
import { UPGRADES } from '../../src/store/upgrades/index.ts';
import { SAMPLES } from '../presentation/forms/samples.ts';
import { anAction, aPupil, aReview, aSchool, SENCO, TEACHER, withSupport } from '../support/builders.ts';
import { quickFolder, storeIn } from '../support/store.ts';
import { aTalk, textOf } from './talk.ts';

// As they were called up to format 3: the reference stands in them.
const OLD = { pupil: 'oakfield.1001', review: 'oakfield.1001.1' };
const UP_TO_3 = UPGRADES.filter(({ to }) => to <= 3);
const NOW = '2026-11-10T10:00:00.000Z';

/** A school whose reviews were stored by an older version, which has sent cards about them. */
async function olderSchool(stage: 'gathering' | 'acting') {
  const folder = await quickFolder();
  const store = await openLowdbStore(folder, { upgrades: UP_TO_3 });
  await store.put('schools', aSchool());
  await store.put('pupils', aPupil({ id: OLD.pupil, ref: '1001' }));
  await store.put(
    'reviews',
    aReview({ ...withSupport(), id: OLD.review, pupilId: OLD.pupil, stage, actions: [anAction()] }),
  );
  const before = await aTalk({ kept: store, now: NOW });
  return {
    before,
    /** The newer version, on the same data. */
    after: async () => {
      await store.close();
      const kept = await storeIn(folder);
      const [pupil] = await kept.pupilsOf('oakfield');
      expect(pupil?.id).toMatch(/^[0-9a-f]{32}$/);
      const talk = await aTalk({ kept, now: NOW });
      return { talk, pupil: pupil?.id ?? '' };
    },
  };
}

test('given a form shown before ids were changed, when it is sent afterwards, then nothing typed is lost', async () => {
  const { before, after } = await olderSchool('gathering');
  const form = await before.sends(TEACHER, press.form('evidence', OLD.review));
  const { talk, pupil } = await after();
  await talk.presses(TEACHER, form, 'Send my evidence', SAMPLES.evidence?.answered ?? {});
  const [review] = await talk.store.reviewsOfPupil(pupil);
  expect(review?.id).toBe(`${pupil}.1`);
  expect(review?.evidence.find(({ who }) => who === TEACHER)?.answer?.said).toMatchObject({
    worked: 'Short books',
  });
});

test('given buttons of old cards, when they are pressed, then each leads where it led, and its answer names no reference', async () => {
  const { after } = await olderSchool('acting');
  const { talk } = await after();
  const buttons = [
    press.show('status', OLD.review),
    press.pupil(OLD.pupil),
    press.aboutPupil(OLD.pupil),
    press.form('action', OLD.review),
    press.pupilForm('met', OLD.pupil),
    press.actions({ which: 'open', by: 'owner', who: OLD.pupil, page: 1 }),
    press.start(OLD.pupil),
  ];
  for (const button of buttons) {
    const reply = await talk.sends(SENCO, button);
    expect(textOf(reply), JSON.stringify(button)).not.toMatch(/Sorry|No such|does not concern/);
    expect(JSON.stringify(reply), JSON.stringify(button)).not.toContain('oakfield.1001');
  }
});
