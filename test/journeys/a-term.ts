import { makeLog } from '../../src/app/log.ts';
import { makeTurn } from '../../src/conversation/conversation.ts';
import { makeWording } from '../../src/conversation/message-wording.ts';
import type { PersonId } from '../../src/domain/school/school.ts';
import { type Instant, instantAt, type LocalDate, type LocalTime } from '../../src/domain/time.ts';
import type { Store } from '../../src/store/store.ts';
import { makeWorker, type Worker } from '../../src/worker/worker.ts';
import { AT_ONCE } from '../support/at-once.ts';
import {
  ASSISTANT,
  aContact,
  aPupil,
  aSchool,
  BYSTANDER,
  LEADER,
  SENCO,
  STAFF,
  TEACHER,
} from '../support/builders.ts';
import { HOUR, type TestClock, testClock } from '../support/clock.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { testIds } from '../support/ids.ts';
import { quickFolder, storeIn } from '../support/store.ts';
import { turnPlayer } from '../support/turn-player.ts';
import type { Player } from './story.ts';

/** Something that arrived: to whom, when, and what a locked phone showed of it. */
interface Sent {
  readonly to: PersonId | undefined;
  readonly at: Instant;
  readonly shown: string;
}

/** A school with ten pupils and all its people, whose time passes an hour at a time. */
export interface Term {
  readonly clock: TestClock;
  readonly sent: readonly Sent[];
  readonly senco: Player;
  readonly tom: Player;
  readonly ann: Player;
  store(): Store;
  /** Lets time pass until then, hour by hour, with the worker working in each; restarted in the night to each Monday. */
  until(date: LocalDate, time: LocalTime): Promise<void>;
  /** As when the process is ended and started again. */
  restart(): Promise<void>;
  /** Bo is no longer on the staff list from `day` on. */
  boLeaves(day: LocalDate): Promise<void>;
}

export const PUPILS = ['Ada', 'Ben', 'Cal', 'Dee', 'Eli', 'Fay', 'Gus', 'Hal', 'Ivy', 'Joy'];

async function fillStore(store: Store): Promise<void> {
  await store.put('schools', aSchool());
  for (const [index, firstName] of PUPILS.entries()) {
    const ref = `P0${index + 10}`;
    const lastReviewed = index < 4 ? '2026-02-10' : '2026-05-12';
    await store.put('pupils', aPupil({ id: `oakfield-${ref}`, ref, firstName, lastReviewed }));
  }
  for (const { email } of STAFF) {
    await store.put('contacts', aContact({ email, userId: email.replace(/\W/g, '-') }));
  }
}

/** Begins the school year: Sunday 6 September 2026, in the evening. */
export async function beginTerm(): Promise<Term> {
  const folder = await quickFolder();
  const clock = testClock();
  clock.at('2026-09-06', '19:00');
  const channel = fakeChannel();
  const sent: Sent[] = [];
  const ids = testIds();
  const log = makeLog('silent');
  let store = await storeIn(folder, { files: AT_ONCE });
  await fillStore(store);
  const startWorker = (): Worker =>
    makeWorker({
      ...{ store, channels: [channel], clock, log },
      ...{ wording: makeWording({ store, clock }), timing: { gather: 0 } },
    });
  let worker = startWorker();

  const deliver = async () => {
    const before = channel.arrived.length;
    await worker.tick();
    for (const { contact, message } of channel.arrived.slice(before)) {
      sent.push({ to: contact.email, at: clock.now(), shown: message.notification });
    }
  };
  const restart = async () => {
    await worker.stop();
    await store.close();
    store = await storeIn(folder, { files: AT_ONCE });
    worker = startWorker();
  };
  const person = (email: PersonId) =>
    turnPlayer(
      email,
      (inbound) => makeTurn({ store, clock, ids, committed: () => {} })(inbound),
      async () => {},
      channel,
    );

  return {
    clock,
    sent,
    senco: person(SENCO),
    tom: person(TEACHER),
    ann: person(ASSISTANT),
    store: () => store,
    restart,
    async until(date, time) {
      await deliver();
      for (const then = instantAt(date, time); clock.now() < then; ) {
        const next = new Date(Math.floor(Date.parse(clock.now()) / HOUR + 1) * HOUR).toISOString();
        clock.set(next < then ? next : then);
        if (new Date(clock.now()).getUTCDay() === 1 && clock.now().endsWith('T03:00:00.000Z'))
          await restart();
        await deliver();
      }
    },
    async boLeaves(day) {
      const school = await store.get('schools', 'oakfield');
      if (!school) throw new Error('no school');
      const staff = school.staff.map((one) => (one.email === BYSTANDER ? { ...one, left: day } : one));
      await store.put('schools', { ...school, staff });
    },
  };
}

export const WHO = { SENCO, LEADER, TOM: TEACHER, ANN: ASSISTANT, BO: BYSTANDER } as const;
