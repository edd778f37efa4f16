import { beforeAll, describe, expect, it } from 'vitest';
import type { School } from '../../src/domain/school/school.ts';
import { dueList } from '../../src/domain/statute/due.ts';
import { instantAt } from '../../src/domain/time.ts';
import type { Store } from '../../src/store/store.ts';
import { settleMoves } from '../support/moves-settled.ts';
import { inEveryChat } from './in-chats.ts';
import { type SchoolAtNoChat, schoolAtNoChat } from './no-chat.ts';
import type { LongStage } from './story.ts';
import { heldAYearAgo, silentForTwoYears } from './two-years-story.ts';

async function told(stage: LongStage, store: Store, school: School): Promise<void> {
  await settleMoves(store, school, instantAt('2026-11-10', '10:00'));
  await heldAYearAgo(store, school);
  await silentForTwoYears(stage);
}

/** Both reviews are closed, each for its own reason; the next is counted from the one decision there is. */
async function expectItsEffects(store: Store, school: School): Promise<void> {
  const david = (await store.pupilsOf(school.id)).find(({ firstName }) => firstName === 'David');
  const reviews = await store.reviewsOfPupil(david?.id ?? '');
  expect(reviews).toMatchObject([
    { stage: 'closed', annual: { neverDecided: { why: 'They decided on the review after it.' } } },
    { stage: 'closed', annual: { decision: { kind: 'keep', on: '2027-01-11' } } },
  ]);
  expect(reviews[0]?.annual?.decision).toBeUndefined();
  expect(reviews.map(({ annual }) => annual?.report?.on)).toEqual(['2025-11-28', '2026-12-04']);
  const { coming } = dueList(david ? [david] : [], reviews, '2027-01-12', school);
  // Twelve months beginning with 11 January 2027.
  expect(coming.map(({ due }) => [due.dueBy, due.awaiting])).toEqual([['2028-01-10', undefined]]);
}

let school: SchoolAtNoChat;
beforeAll(async () => {
  school = await schoolAtNoChat('open');
  await told(school, school.store, school.school);
});

describe('a local authority that is silent across two years', () => {
  it('keeps neither review from its end, and each shows with a clock of its own', async () => {
    await expectItsEffects(school.store, school.school);
  });

  it('has terms to count school days in that reach back to the first review', () => {
    const [first] = school.school.terms.toSorted((a, b) => a.start.localeCompare(b.start));
    expect(first?.start.slice(0, 7)).toBe('2025-09');
  });

  it('names the child on no locked phone', () => {
    expect(school.sent.length).toBeGreaterThan(0);
    for (const { shown } of school.sent) expect(shown).not.toMatch(/David|Okonkwo/);
  });
});

describe('the same in a chat', () => {
  inEveryChat({ tell: told, effects: expectItsEffects });
});
