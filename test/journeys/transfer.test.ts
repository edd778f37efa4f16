import { beforeAll, describe, expect, it } from 'vitest';
import { digestId } from '../../src/domain/nudges/digest.ts';
import type { School } from '../../src/domain/school/school.ts';
import { plusDays } from '../../src/domain/time.ts';
import type { Store } from '../../src/store/store.ts';
import { inEveryChat } from './in-chats.ts';
import { type SchoolAtNoChat, schoolAtNoChat } from './no-chat.ts';
import type { LongStage } from './story.ts';
import { reviewedInYearFive, transferYear } from './transfer-story.ts';

async function told(stage: LongStage, store: Store, school: School): Promise<void> {
  await reviewedInYearFive(store, school);
  await transferYear(stage);
}

/** What is kept: the review of Year 6 with both decisions and both final plans, and the SENCO's word that was taken back. */
async function expectItsEffects(store: Store, { id }: School): Promise<void> {
  const niamh = (await store.pupilsOf(id)).find(({ firstName }) => firstName === 'Niamh');
  const [first, second, ...more] = await store.reviewsOfPupil(niamh?.id ?? '');
  expect(more).toEqual([]);
  expect(first).toMatchObject({ ref: 'Y5RV', annual: { decision: { kind: 'keep', on: '2026-02-27' } } });
  expect(first?.annual?.transfer).toBeUndefined();
  expect(second).toMatchObject({
    stage: 'closed',
    outcome: { kind: 'recommend-keep' },
    annual: {
      transfer: { kind: 'primary-secondary', year: 2027 },
      decision: { kind: 'amend', on: '2027-01-05' },
      finalPlan: { on: '2027-02-04', nextPlace: 'named' },
      corrected: [
        { which: 'decision', was: { kind: 'keep', on: '2026-12-10' } },
        { which: 'finalPlan', was: { on: '2027-02-01', nextPlace: 'not-named' } },
      ],
    },
  });
  const [plan] = niamh?.plans ?? [];
  expect(plan?.transferSettled).toBeUndefined();
  expect(plan?.settledBefore).toMatchObject([
    { settled: { year: 2027, why: 'Hill School rang, and has the plan.' } },
  ]);
}

let school: SchoolAtNoChat;
beforeAll(async () => {
  school = await schoolAtNoChat('open');
  await told(school, school.store, school.school);
});

describe('a transfer year, with a review in Year 5 first', () => {
  it('is settled by the name of the next school alone, whatever was decided before', async () => {
    await expectItsEffects(school.store, school.school);
  });

  it('stands in the SENCO’s digests while it is open, and in none once the final plan names the school', async () => {
    await school.until('2027-02-26');
    const days = Array.from({ length: 110 }, (_, n) => plusDays('2026-11-10', n));
    const told = await Promise.all(
      days.map(async (day) => {
        const digest = await school.store.get('digests', digestId(day, 'priya.shah@oakfield.example'));
        return digest?.items.some((item) => item.includes('next-place')) ? [day] : [];
      }),
    );
    // Seven school days before 20 November. Once the review is closed without the name another is overdue: on Tuesdays and
    // Thursdays, until the decision is to amend (6 January), and again after the final plan without it (1 February): the name is to be
    // there by Sunday 14 February, and seven school days before Friday the 12th is the 3rd. Settled on 5 February.
    expect(told.flat()).toEqual(['2026-11-11', '2026-12-15', '2026-12-17', '2027-01-05', '2027-02-03']);
  });
});

describe('the same in a chat', () => {
  inEveryChat({ tell: told, effects: expectItsEffects });
});
