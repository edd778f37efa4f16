import { moveThrough } from '../../src/app/clocks.ts';
import { makeLog } from '../../src/app/log.ts';
import { importMadeUpSchool } from '../../src/app/sandbox.ts';
import { makeTurn } from '../../src/conversation/conversation.ts';
import { makeWording } from '../../src/conversation/message-wording.ts';
import { nextSchoolMorning } from '../../src/domain/school/calendar.ts';
import type { School } from '../../src/domain/school/school.ts';
import { type Instant, instantAt, localDate, plusDays } from '../../src/domain/time.ts';
import type { Store } from '../../src/store/store.ts';
import { Standing } from '../../src/worker/standing.ts';
import { makeWorker } from '../../src/worker/worker.ts';
import { aContact } from '../support/builders.ts';
import { testClock } from '../support/clock.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { testIds } from '../support/ids.ts';
import { settleMoves } from '../support/moves-settled.ts';
import { temporaryStore } from '../support/store.ts';
import { type TurnPlayer, turnPlayer } from '../support/turn-player.ts';
import type { LongStage } from './story.ts';

/** Something that arrived: to whom, when, and what a locked phone showed of it. */
interface Sent {
  readonly to: string;
  readonly at: Instant;
  readonly shown: string;
}

/** The made-up school at no chat in particular: the real conversation, worker and store, and cards that arrive. */
export interface SchoolAtNoChat extends LongStage {
  readonly store: Store;
  readonly school: School;
  /** All that was sent to anybody, in order. */
  readonly sent: readonly Sent[];
  player(name: string): TurnPlayer;
  /** Somebody at another account with a colleague's address. */
  account(name: string, account: string): TurnPlayer;
}

/** The school on Tuesday 10 November 2026, at ten; with `moves` open, nobody has said that a pupil’s move is settled. */
export async function schoolAtNoChat(moves: 'open' | 'settled' = 'settled'): Promise<SchoolAtNoChat> {
  const store = await temporaryStore();
  const clock = testClock();
  const school = await importMadeUpSchool(store, localDate(clock.now()));
  if (moves === 'settled') await settleMoves(store, school, clock.now());
  for (const { email } of school.staff) {
    await store.put('contacts', aContact({ email, userId: email }));
  }
  const channel = fakeChannel();
  const wording = makeWording({ store, clock });
  const log = makeLog('silent');
  const cards = new Standing(store, [channel], log, clock);
  const worker = makeWorker({
    store,
    channels: [channel],
    clock,
    log,
    wording,
    standing: cards,
    timing: { gather: 0 },
  });
  const committed = (...changed: readonly string[]) => {
    for (const id of changed) worker.changed(id);
  };
  const turn = makeTurn({ store, clock, ids: testIds(), committed, cards });
  const sent: Sent[] = [];
  const settle = async () => {
    const before = channel.arrived.length;
    await worker.tick();
    for (const { contact, message } of channel.arrived.slice(before)) {
      sent.push({ to: contact.email ?? '', at: clock.now(), shown: message.notification });
    }
  };
  const moveTo = (instant: Instant) => moveThrough(clock, instant, school, settle);
  const players = new Map<string, TurnPlayer>();
  const arrive = (name: string, account?: string): TurnPlayer => {
    const one = school.staff.find((each) => each.name === name);
    if (!one) throw new Error(`nobody is called ${name}`);
    return turnPlayer(one.email, turn, settle, channel, account);
  };
  return {
    store,
    school,
    sent,
    player(name) {
      const player = players.get(name) ?? arrive(name);
      players.set(name, player);
      return player;
    },
    account: arrive,
    day: (days) => plusDays(localDate(clock.now()), days),
    nextSchoolMorning: () => moveTo(nextSchoolMorning(school, clock.now())),
    until: (date) => moveTo(instantAt(date, '09:00')),
  };
}
