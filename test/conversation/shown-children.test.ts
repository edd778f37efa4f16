import { expect, it } from 'vitest';
import type { Inbound } from '../../src/channels/channel.ts';
import type { StandingCards } from '../../src/conversation/cards-port.ts';
import { makeTurn } from '../../src/conversation/conversation.ts';
import { anAction, aPupil, aReview, aSchool, SENCO, TEACHER } from '../support/builders.ts';
import { testClock } from '../support/clock.ts';
import { testIds } from '../support/ids.ts';
import { memoryStore } from '../support/memory-store.ts';

/** Two children with an action each of one teacher, and what is counted of the cards that are shown. */
async function aSchoolTalking() {
  const store = memoryStore();
  await store.put('schools', aSchool());
  for (const [id, ref, firstName] of [
    ['ada', 'P001', 'Ada'],
    ['bo', 'P002', 'Bo'],
  ] as const) {
    await store.put('pupils', aPupil({ id, ref, firstName }));
    const actions = [anAction({ id: `action-${id}`, what: `Help ${id}` })];
    await store.put('reviews', aReview({ id: `review-${id}`, pupilId: id, stage: 'acting', actions }));
  }
  const counted: (readonly string[] | undefined)[] = [];
  const cards: StandingCards = {
    stands: async (_, { of }) => void counted.push(of),
    putAway: async () => undefined,
    sent: async () => undefined,
    over: async () => undefined,
    inHand: () => () => undefined,
  };
  const parts = { store, cards, clock: testClock('2026-12-02T10:00:00.000Z'), ids: testIds() };
  const turn = makeTurn({ ...parts, committed: () => undefined });
  const whoIsOn = async (who: string, said: Inbound['said']) => {
    const from = { channel: 'sandbox', tenant: 'sandbox', account: who, email: who };
    const reply = await turn({ ...from, said });
    await reply.stands?.({ first: { message: '1' }, others: [] });
    return counted.splice(0).map((of) => [...(of ?? [])].sort());
  };
  return { says: (who: string, text: string) => whoIsOn(who, { kind: 'text', text }), whoIsOn };
}

it('whatever names children is counted with all of them: “which action?”, a list of what is due, one child’s screen', async () => {
  const { says } = await aSchoolTalking();
  expect(await says(TEACHER, 'not mine')).toEqual([['ada', 'bo']]);
  expect(await says(SENCO, 'review due')).toEqual([['ada', 'bo']]);
  expect(await says(SENCO, 'review pupil Ada')).toEqual([['ada']]);
  expect(await says(SENCO, 'thanks')).toEqual([]);
});

it('what answers a file may name children whom nobody has stored yet: it is counted as of a list', async () => {
  const { whoIsOn } = await aSchoolTalking();
  const file = { name: 'list.csv', read: async () => new Uint8Array() };
  expect(await whoIsOn(SENCO, { kind: 'files', files: [file], text: '', privately: true })).toEqual([
    ['list'],
  ]);
});
