import { writeSync } from 'node:fs';
import type { Review } from '../src/domain/review/review.ts';
import { begin } from '../src/domain/review/review-started.ts';
import { Conflict } from '../src/store/store.ts';
import { openStore } from './open-store.ts';

// The process that store-crash kills. Several writers at once put tokens into reviews, some of their own, some
// shared, some new, and each says so the moment the store has acknowledged it. It never stops by itself.
const [folder = '', round = '0', writers = '8'] = process.argv.slice(2);
const store = await openStore(folder);
await beginOnce();
writeSync(1, 'ready\n');
await Promise.all(Array.from({ length: Number(writers) }, (_, writer) => writeForEver(writer)));

async function writeForEver(writer: number): Promise<never> {
  for (let n = 0; ; n++) {
    const id = [`own-${writer}`, `shared-${n % 2}`, `new-${round}-${writer}-${n}`][n % 3] as string;
    const token = `${round}.${writer}.${n}`;
    await add(id, token);
    // Straight into the pipe, which outlives this process: so what was said is heard, however soon it is killed.
    writeSync(1, `${JSON.stringify({ id, token })}\n`);
  }
}

/** Puts a token into a review, reading it again for as long as others are quicker. */
async function add(id: string, token: string): Promise<void> {
  for (;;) {
    const review = (await store.get('reviews', id)) ?? blank(id);
    try {
      await store.put('reviews', { ...review, taken: [...review.taken, token] });
      return;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

/** Reviews are of a pupil, and pupils of a school: without them the next start would be refused. */
async function beginOnce(): Promise<void> {
  const [school] = await store.schools();
  if (!school)
    await store.put('schools', {
      ...{ id: 'elm', version: 0, name: 'Elm', terms: [], insetDays: [], closures: [], staff: [] },
    });
  if (await store.get('pupils', 'p1')) return;
  await store.put('pupils', {
    ...{ id: 'p1', version: 0, schoolId: 'elm', ref: '1', firstName: 'Ada', lastName: 'Example' },
    ...{
      dateOfBirth: '2016-02-29',
      yearGroup: '5',
      keyStaff: [],
      plans: [{ kind: 'sen-support', targets: [] }],
    },
  });
}

function blank(id: string): Review {
  return begin({
    ...{ type: 'review-started', id, schoolId: 'elm', pupilId: 'p1', ref: 'K7Q4', kind: 'sen-support' },
    ...{ lead: 'senco@elm.example', targets: [], at: '2026-09-10T09:00:00.000Z' },
  });
}
