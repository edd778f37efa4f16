import { expect, it } from 'vitest';
import { bringAllUpToDate } from '../../src/conversation/up-to-date.ts';
import { asOfPupil } from '../../src/domain/review/as-of-pupil.ts';
import type { Store } from '../../src/store/store.ts';
import { aPupil, aReview, aSchool, SENCO } from '../support/builders.ts';
import { memoryStore } from '../support/memory-store.ts';

const LEFT = {
  places: [
    {
      place: 'left',
      since: '2026-10-01',
      school: '',
      releasedOn: '',
      by: SENCO,
      at: '2026-10-01T09:00:00.000Z',
    },
  ],
} as const;

it('at the start only reviews that hold something else than their pupil’s data says are written; one that can’t be stops no other', async () => {
  const store = memoryStore();
  await store.put('schools', aSchool());
  const gone = (n: number) => aPupil({ id: `gone-${n}`, ref: `G${n}`, firstName: `G${n}`, ...LEFT });
  const pupils = [aPupil(), gone(1), gone(2)];
  for (const pupil of pupils) await store.put('pupils', pupil);
  for (const [n, pupil] of pupils.entries())
    await store.put('reviews', { ...aReview({ id: `r${n}`, ref: `R${n}` }), pupilId: pupil.id });
  const written: string[] = [];
  const counting: Store = {
    ...store,
    schools: () => store.schools(),
    pupilsOf: (id) => store.pupilsOf(id),
    reviewsOf: (id) => store.reviewsOf(id),
    get: (collection, id) => store.get(collection, id),
    put: async (collection, document) => {
      if (document.id === 'r1') throw new Error('no room');
      written.push(document.id);
      return store.put(collection, document);
    },
  };
  const faults: string[] = [];
  const once = () =>
    bringAllUpToDate(
      {
        store: counting,
        committed: () => undefined,
        clock: { now: () => '2026-11-03T09:00:00.000Z' },
        ids: { unique: () => 'x', short: () => 'X' },
      },
      (review) => faults.push(review),
    );
  await once();
  expect({ written, faults }).toEqual({ written: ['r2'], faults: ['r1'] });
  const [kept] = await store.reviewsOfPupil('gone-2');
  expect(kept && asOfPupil(kept, gone(2))).toBe(kept);
  await once();
  expect(written).toEqual(['r2']);
});
