import { expect } from 'vitest';
import { makeLog } from '../../src/app/log.ts';
import { makeWording } from '../../src/conversation/message-wording.ts';
import { run } from '../../src/domain/review/run.ts';
import type { PersonId, StaffMember } from '../../src/domain/school/school.ts';
import type { Instant, LocalDate } from '../../src/domain/time.ts';
import type { Store } from '../../src/store/store.ts';
import { makeWorker } from '../../src/worker/worker.ts';
import { remember, storeOver } from '../../tools/memory-store.ts';
import { aContact, anAction, aPupil, aReview, SENCO } from '../support/builders.ts';
import { type TestClock, testClock } from '../support/clock.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { testIds } from '../support/ids.ts';
import { CALENDAR, DOWN, yearSchool } from './year-calendar.ts';
import { COLLEAGUES, LEADERS } from './year-facts.ts';
import { type Hands, type Life, makeLife, reviewOf } from './year-life.ts';
import { type Expected, makeOracle } from './year-oracle.ts';
import { differences, type Received, readDigest } from './year-received.ts';

export interface Year {
  readonly life: Life;
  readonly wrong: readonly string[];
  readonly expected: readonly { readonly day: LocalDate; readonly of: ReadonlyMap<PersonId, Expected> }[];
  readonly sent: readonly { readonly to: PersonId; readonly at: Instant; readonly digest: boolean }[];
}

const person = (email: PersonId, role: StaffMember['role']): StaffMember => ({ email, name: email, role });
const STAFF = [
  person(SENCO, 'senco'),
  ...LEADERS.map((one) => person(one, 'leader')),
  ...COLLEAGUES.map((one) => person(one, 'staff')),
];

/** Each pupil's parents were met three times in September, so that the year's digests are of what reviews owe alone. */
const MET = ['2026-09-03', '2026-09-10', '2026-09-17'].map((on) => ({
  ...{ id: `met-${on}`, on, who: 'The class teacher, and the parents', agreed: 'To meet again' },
  ...{ by: SENCO, at: `${on}T15:00:00.000Z` },
}));

/** Does to the stored reviews what people do, by the commands that forms become. */
function handsOn(store: Store, clock: TestClock): Hands {
  const ids = testIds();
  const theSchool = async () => (await store.get('schools', 'oakfield')) ?? expect.fail('no school');
  return {
    async begin(pupil, day, actions) {
      const at = clock.now();
      const id = `oakfield-${pupil.toLowerCase()}`;
      await store.put(
        'pupils',
        aPupil({ id, ref: pupil, firstName: 'Pip', lastName: pupil, keyStaff: [], meetings: MET }),
      );
      const own = actions.map((one) =>
        anAction({ id: one.id, what: one.id, owner: one.owner, due: one.due, addedAt: at }),
      );
      await store.put(
        'reviews',
        aReview({
          ...{ id: reviewOf(pupil), pupilId: id, ref: pupil, targets: [], startedAt: at },
          ...(actions.length > 0
            ? {
                stage: 'acting',
                actions: own,
                evidence: [],
                meeting: { date: day, time: '10:00', invitees: [] },
              }
            : { stage: 'preparing' }),
        }),
      );
    },
    async say(pupil, who, commands) {
      const review = (await store.get('reviews', reviewOf(pupil))) ?? expect.fail(`no review of ${pupil}`);
      const school = await theSchool();
      const after = commands.reduce((so, each) => {
        const ran = run(so, each, { who, at: clock.now() }, school, ids.unique);
        return ran.ok ? ran.review : expect.fail(`${pupil} ${each.type}: ${ran.refusal.say}`);
      }, review);
      await store.put('reviews', after);
    },
    async mark(who, { absent, left }) {
      const school = await theSchool();
      const away = absent && { absent: { from: absent.from, until: absent.until } };
      const staff = school.staff.map((one) =>
        one.email === who ? { ...one, ...away, ...(left !== undefined && { left }) } : one,
      );
      await store.put('schools', { ...school, staff });
    },
  };
}

/** Lives the year, and holds each morning against the oracle. */
export async function playYear(): Promise<Year> {
  // In memory: that the disk keeps what it is given is shown elsewhere, and here it would take half the time.
  const store = storeOver(remember({ ...yearSchool(STAFF), version: 1 }, []));
  const clock = testClock();
  const channel = fakeChannel();
  const worker = makeWorker({
    ...{ store, channels: [channel], clock, log: makeLog('silent') },
    wording: makeWording({ store, clock }),
    timing: { gather: 0 },
  });
  for (const { email } of STAFF) {
    await store.put('contacts', aContact({ email, userId: email.replace(/\W/g, '-') }));
  }

  const life = makeLife(handsOn(store, clock), 2026);
  const oracle = makeOracle();
  const wrong: string[] = [];
  const expected: Year['expected'][number][] = [];
  const sent: Year['sent'][number][] = [];
  let seen = 0;
  const tick = async (day: LocalDate, time: string): Promise<ReadonlyMap<PersonId, readonly Received[]>> => {
    clock.at(day, time);
    await worker.tick();
    const arrived = channel.arrived.slice(seen).map(({ contact, message, key }) => {
      const digest = /^\d{4}-\d{2}-\d{2}\./.test(key);
      sent.push({ to: contact.email ?? '', at: clock.now(), digest });
      return { to: contact.email ?? '', message, digest };
    });
    seen = channel.arrived.length;
    const digests = Map.groupBy(
      arrived.filter(({ digest }) => digest),
      ({ to }) => to,
    );
    return new Map([...digests].map(([to, all]) => [to, all.map(({ message }) => readDigest(message))]));
  };
  const nothing = async (day: LocalDate, time: string) => {
    wrong.push(...differences(`${day} ${time}`, new Map(), await tick(day, time)));
  };

  for (const [n, day] of CALENDAR.entries()) {
    if (DOWN.includes(day)) continue;
    if (n % 5 === 0) await nothing(day, '07:59');
    const must = oracle.morning(life.facts, day);
    expected.push({ day, of: must });
    wrong.push(...differences(day, must, await tick(day, '08:00')));
    clock.at(day, '10:00');
    await life.live(day);
    if (n % 3 === 0) await nothing(day, '12:00');
    if (n % 7 === 0) await nothing(day, '18:00');
  }
  return { life, wrong, expected, sent };
}
