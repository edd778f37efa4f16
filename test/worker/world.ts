import type { Log } from '../../src/app/log.ts';
import type { Digest } from '../../src/domain/nudges/digest.ts';
import { digestId } from '../../src/domain/nudges/digest.ts';
import type { PendingMessage } from '../../src/domain/nudges/message.ts';
import { owedBy } from '../../src/domain/nudges/obligations.ts';
import { inDigest, mayBeNudged } from '../../src/domain/nudges/policy.ts';
import type { Review } from '../../src/domain/review/review.ts';
import type { Contact } from '../../src/domain/school/contact.ts';
import { contactId } from '../../src/domain/school/contact.ts';
import { isSenco } from '../../src/domain/school/membership.ts';
import type { PersonId, School } from '../../src/domain/school/school.ts';
import type { LocalDate } from '../../src/domain/time.ts';
import type { CardMessage } from '../../src/presentation/message.ts';
import { peopleNoticesIn } from '../../src/store/people-notices.ts';
import { schoolNoticesIn } from '../../src/store/school-notices.ts';
import { lateStill } from '../../src/store/still-escalated.ts';
import type { Store } from '../../src/store/store.ts';
import type { Timing } from '../../src/worker/deps.ts';
import { Standing } from '../../src/worker/standing.ts';
import type { Wording } from '../../src/worker/wording.ts';
import { makeWorker, type Worker } from '../../src/worker/worker.ts';
import {
  ASSISTANT,
  aContact,
  anEvidenceRequest,
  aPupil,
  aReview,
  aSchool,
  TEACHER,
} from '../support/builders.ts';
import { type TestClock, testClock } from '../support/clock.ts';
import { type FakeChannel, fakeChannel } from '../support/fake-channel.ts';
import { memoryStore } from '../support/memory-store.ts';

export interface World {
  readonly store: Store;
  readonly clock: TestClock;
  readonly channel: FakeChannel;
  readonly worker: Worker;
  readonly standing: Standing;
  /** What was logged, as text. */
  readonly logged: string[];
  /** Another worker on the same data: as after a restart, or beside this one. */
  another(): Worker;
  keep(review: Review): Promise<Review>;
  knows(person: PersonId, given?: Partial<Contact>): Promise<Contact>;
  /** The state of the only message of a review. */
  stateOf(review: Review, key?: string): Promise<PendingMessage['state'] | undefined>;
  digest(day: LocalDate, to?: PersonId): Promise<Digest | undefined>;
  /** What a person was sent, by the text of its card. */
  received(person: PersonId): string[];
}

export interface Given {
  readonly store?: Store;
  readonly channels?: readonly FakeChannel[];
  readonly schools?: readonly School[];
  readonly wording?: Partial<Wording>;
  readonly timing?: Partial<Timing>;
  readonly random?: () => number;
}

/** A school that the worker delivers for, in which the teacher is known to the one channel there is. */
export async function aWorld(given: Given = {}): Promise<World> {
  const store = given.store ?? memoryStore();
  const clock = testClock();
  const channels = given.channels ?? [fakeChannel()];
  const [channel = fakeChannel()] = channels;
  const logged: string[] = [];
  const wording = { ...plainWording(store), ...given.wording };
  const log = logTo(logged);
  const standing = new Standing(store, channels, log, clock);
  const another = () =>
    makeWorker({
      ...{ store, channels, clock, log, wording, standing },
      random: given.random ?? (() => 0),
      timing: { gather: 0, ...given.timing },
    });
  const world: World = {
    store,
    clock,
    channel,
    worker: another(),
    standing,
    logged,
    another,
    keep: (review) => store.put('reviews', review),
    knows: (person, contact = {}) => {
      const userId = contact.userId ?? `u-${person.replace(/\W/g, '-')}`;
      return store.put('contacts', aContact({ ...contact, email: person, userId }));
    },
    stateOf: async (review, key = 'message-1') => {
      const stored = await store.get('reviews', review.id);
      return stored?.messages.find((message) => message.key === key)?.state;
    },
    digest: (day, to = TEACHER) => store.get('digests', digestId(day, to)),
    received: (person) =>
      channels.flatMap(({ arrived }) =>
        arrived.filter(({ contact }) => contact.email === person).map(({ message }) => textOf(message)),
      ),
  };
  for (const school of given.schools ?? [aSchool()]) {
    if (!(await store.get('schools', school.id))) await store.put('schools', school);
  }
  if (!(await store.get('pupils', aPupil().id))) await store.put('pupils', aPupil());
  return world;
}

/** Says what it is about, so that tests can tell; a digest names the actions that are open at that moment. */
function plainWording(store: Store): Wording {
  return {
    message: async (_, pending) => card(`${pending.kind}${pending.about ? ` ${pending.about}` : ''}`),
    together: async (messages) =>
      card(messages.map(({ review, pending }) => `${review.ref}: ${pending.about}`).join(', ')),
    standing: async () => undefined,
    overtaken: ({ day }) => card(`overtaken: ${day}`),
    settled: (_, pending) => card(`settled: ${pending.kind}`),
    digest: async (digest) => {
      const { to, day, items } = digest;
      const schools = await store.schools();
      const open = schools.filter((school) => mayBeNudged(school, to, day));
      const listed = open.map(async (school) =>
        inDigest(owedBy(to, await store.reviewsOf(school.id), [school], day), school, day, items),
      );
      const owed = (await Promise.all(listed))
        .flat()
        .map(({ due, about, kind }) => ({ due, name: about ?? kind }))
        .sort((a, b) => `${a.due} ${a.name}`.localeCompare(`${b.due} ${b.name}`));
      const late = await lateStill(digest, schools, store);
      const said = [
        ...owed.map(({ name }) => name),
        ...late.inReviews.map(
          ({ obligation, step }) => `late(${step}):${obligation.about ?? obligation.kind}`,
        ),
        ...late.ofPupils.map(({ obligation, step }) => `late(${step}):${obligation.about}`),
      ];
      for (const school of schools.filter((one) => isSenco(one, to))) {
        const notices = await peopleNoticesIn(school, day, store);
        said.push(...notices.map(({ is }) => `staff:${is}`));
        const ofSchool = await schoolNoticesIn(school, day, store);
        said.push(...ofSchool.map(({ is, year }) => `school:${is} ${year}`));
      }
      return said.length > 0 ? card(said.join(' ')) : undefined;
    },
  };
}

export function card(text: string): CardMessage {
  const body = [{ type: 'TextBlock', text }];
  return { card: { type: 'AdaptiveCard', version: '1.5', body }, notification: 'Something for you' };
}

export const textOf = ({ card }: CardMessage) => String(card.body[0]?.text);

function logTo(lines: string[]): Log {
  const write = (event: string, fields: object = {}) => {
    lines.push(
      `${event} ${JSON.stringify(fields, (_, value) => (value instanceof Error ? value.name : value))}`,
    );
  };
  return { info: write, warn: write, error: write };
}

/** A review that owes the teacher the request for evidence, with so much time left that no digest is due yet. */
export function aReviewOwing(message: PendingMessage, given: Partial<Review> = {}): Review {
  const dueBy = '2028-12-01';
  const evidence = [anEvidenceRequest({ dueBy }), anEvidenceRequest({ who: ASSISTANT, dueBy })];
  const meeting = { date: '2028-12-08', time: '14:30', invitees: [] };
  return aReview({ messages: [message], evidence, meeting, ...given });
}

/** The teacher's contact on `channel`. */
export function teacherOn(channel: Contact['channel'], given: Partial<Contact> = {}): Contact {
  const tenant = given.tenant ?? `${channel}-tenant`;
  return aContact({ channel, tenant, id: contactId(channel, tenant, 'u-teacher'), ...given });
}
