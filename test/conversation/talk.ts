import { expect } from 'vitest';
import { furtherOf, type Inbound, type Reply } from '../../src/channels/channel.ts';
import type { SentFile } from '../../src/channels/sent-file.ts';
import { toMessage, toModal } from '../../src/channels/slack/translate.ts';
import { makeTurn } from '../../src/conversation/conversation.ts';
import type { Imports } from '../../src/conversation/import-port.ts';
import type { Records } from '../../src/conversation/records-port.ts';
import type { Waiting } from '../../src/conversation/waiting.ts';
import type { Review } from '../../src/domain/review/review.ts';
import type { Pupil } from '../../src/domain/school/pupil.ts';
import type { PersonId, School } from '../../src/domain/school/school.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { ActionData, CardMessage } from '../../src/presentation/message.ts';
import { inputsOf } from '../../src/presentation/render.ts';
import { auditedStores } from '../../src/records/audit/audited-store.ts';
import { NotStored, type Store } from '../../src/store/store.ts';
import { buttonsOf, lettersOf, ourWordsOf, validateAdaptive } from '../support/adaptive.ts';
import { auditInMemory, type NotedEntry } from '../support/audit.ts';
import { aPupil, aReview, aSchool } from '../support/builders.ts';
import { type TestClock, testClock } from '../support/clock.ts';
import { AT } from '../support/deciding.ts';
import { testIds } from '../support/ids.ts';
import { memoryStore } from '../support/memory-store.ts';
import { onceEach } from '../support/once-each.ts';
import { checkMessage, checkModal } from '../support/slack-block-kit.ts';
import { overlaid } from '../support/store.ts';

type Values = Readonly<Record<string, string>>;
/** Where it is said, where that is not the sandbox. */
type From = Partial<Pick<Inbound, 'channel' | 'tenant' | 'account'>> & {
  readonly openly?: boolean;
  readonly shownNowhere?: boolean;
};

/** A conversation with the bot, on a store in memory unless another is given; every card it shows is checked against both chats. */
export interface Talk {
  readonly store: Store;
  readonly clock: TestClock;
  /** All that was noted in the audit. */
  readonly noted: readonly NotedEntry[];
  /** How often something was committed. */
  commits(): number;
  says(who: PersonId | undefined, text: string, from?: From): Promise<Reply>;
  /** Sends files, with what is typed beside them; in the private chat, unless something else is said. */
  sendsFiles(
    who: PersonId | undefined,
    files: readonly SentFile[],
    beside?: { readonly text?: string; readonly privately?: boolean },
  ): Promise<Reply>;
  /** Anything else that a chat can hand over. */
  does(who: PersonId | undefined, said: Inbound['said']): Promise<Reply>;
  /** Presses a button by its data. */
  sends(who: PersonId | undefined, data: ActionData, values?: Values, from?: From): Promise<Reply>;
  /** Presses the button of that title on a card; a form's with what stands in it, changed by `typed`. */
  presses(who: PersonId, on: Reply | CardMessage, title: string, typed?: Values): Promise<Reply>;
  /** The review as it is stored; by default the builders' one. */
  review(id?: string): Promise<Review>;
  /** From now on the store takes no write: its disk is full. */
  full(): void;
  /** From now on each write is rejected with such an error. */
  rejects(error: (...written: Parameters<Store['put']>) => Error): void;
  /** It takes writes again. */
  emptied(): void;
}

interface Given {
  readonly schools?: readonly School[];
  readonly pupils?: readonly Pupil[];
  readonly reviews?: readonly Review[];
  readonly now?: Instant;
  /** A store that holds all of it already. */
  readonly kept?: Store;
  readonly imports?: Imports;
  readonly records?: Records;
  /** What empties all places where typed words wait. */
  readonly waiting?: Waiting;
}

/** All cards of a reply. */
export const cardsOf = (reply: Reply): CardMessage[] => [reply.show, ...furtherOf(reply)];

/** Everything a reply says, as one text. */
export const textOf = (reply: Reply | CardMessage): string =>
  ('card' in reply ? [reply] : cardsOf(reply))
    .flatMap(({ card }) => [...ourWordsOf(card), ...lettersOf(card)])
    .join('\n');

export const titlesOf = (reply: Reply): string[] =>
  cardsOf(reply).flatMap(({ card }) => buttonsOf(card).map(({ title }) => title));

/** The same with what is under its "More" in sight, where it has one. */
export async function unfolded(talk: Talk, who: PersonId, on: Reply): Promise<Reply> {
  const more = cardsOf(on)
    .flatMap(({ card }) => buttonsOf(card))
    .find(({ title }) => title === 'More');
  return more ? talk.sends(who, more.send as unknown as ActionData) : on;
}

/** What stands in a card's inputs, by input id, as a client sends it. */
export const standingIn = ({ card }: CardMessage): Record<string, string> =>
  Object.fromEntries(inputsOf(card).map(({ id, value }) => [String(id), String(value ?? '')]));

const checkCard = onceEach((message: CardMessage, typed: readonly string[], names: readonly string[]) => {
  validateAdaptive(message.card, typed);
  checkMessage(toMessage(message));
  if (message.form) checkModal(toModal(message, { origin: {} }));
  const words = [message.notification, ...ourWordsOf(message.card)].join('\n');
  for (const name of names) expect(words).not.toMatch(new RegExp(`\\b${name}\\b`));
});

/** Whoever is named on what somebody is shown is in the audit as shown, whichever screen it is: a new one can't forget to say so. */
async function checkNoted(
  reply: Reply,
  pupils: readonly Pupil[],
  noted: readonly NotedEntry[],
  store: Store,
): Promise<void> {
  const text = textOf(reply);
  const inAudit = new Set(noted.flatMap((entry) => entry.pupils ?? []));
  const nameOf = ({ firstName, lastName }: Pupil) => `${firstName} ${lastName}`.trim();
  for (const pupil of pupils) {
    const name = nameOf(pupil);
    // Which of two of one name is shown, the name alone does not say.
    if (name === '' || pupils.filter((one) => nameOf(one) === name).length > 1) continue;
    if (!new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, 'u').test(text)) continue;
    const now = await store.get('pupils', pupil.id);
    if (now) expect([...inAudit], 'who is shown is noted').toContain(now.id);
  }
}

/** A conversation in the builders' school, with its one pupil, unless other documents are given. */
export async function aTalk(given: Given = {}): Promise<Talk> {
  const kept = given.kept ?? memoryStore();
  const clock = testClock(given.now);
  const pupils = given.pupils ?? [aPupil()];
  if (!given.kept) {
    for (const school of given.schools ?? [aSchool()]) await kept.put('schools', school);
    for (const pupil of pupils) await kept.put('pupils', pupil);
    for (const review of given.reviews ?? []) await kept.put('reviews', review);
  }
  const names = pupils.flatMap(({ firstName, lastName }) => [firstName, lastName]);

  let committed = 0;
  let put: Store['put'] | undefined;
  const store = overlaid(kept, {
    put: (...what) => (put ?? kept.put.bind(kept))(...what),
  });
  const noted = auditInMemory(clock);
  const turn = makeTurn({
    store,
    clock,
    ids: testIds(),
    audit: noted,
    storeFor: auditedStores(store, noted, clock),
    committed: () => committed++,
    ...(given.imports && { imports: given.imports }),
    ...(given.records && { records: given.records }),
    ...(given.waiting && { waiting: given.waiting }),
  });

  const take = async (who: PersonId | undefined, said: Inbound['said'], from: From = {}): Promise<Reply> => {
    const before = noted.entries.length;
    const reply = await turn({
      ...{ channel: 'sandbox', tenant: 'sandbox', account: who ?? 'nobody', ...from },
      ...{ email: who, said },
    });
    const typed = said.kind === 'press' ? Object.values(said.values) : 'text' in said ? [said.text] : [];
    for (const card of cardsOf(reply)) checkCard(card, typed, names);
    await checkNoted(reply, pupils, noted.entries.slice(before), kept);
    return reply;
  };
  const talk: Talk = {
    store: kept,
    clock,
    noted: noted.entries,
    commits: () => committed,
    sendsFiles: (who, files, { text = '', privately = true } = {}) =>
      take(who, { kind: 'files', files, text, privately }),
    says: (who, text, { openly, shownNowhere, ...from } = {}) =>
      take(
        who,
        { kind: 'text', text, ...(openly && { openly }), ...(shownNowhere && { shownNowhere }) },
        from,
      ),
    does: (who, said) => take(who, said),
    sends: (who, data, values = {}, from = {}) => take(who, { kind: 'press', data, values }, from),
    presses: async (who, on, title, typed = {}) => {
      const shown = 'card' in on ? [on] : cardsOf(on);
      const card = shown.find((one) => buttonsOf(one.card).some((button) => button.title === title));
      const pressed = card && buttonsOf(card.card).find((button) => button.title === title);
      const all = shown.flatMap((one) => buttonsOf(one.card));
      const more =
        all.find((button) => button.title === 'More') ?? all.find((button) => button.title === 'Add…');
      // What is not in sight is looked for under "More", then in what can be added.
      if (!pressed && more)
        return talk.presses(who, await talk.sends(who, more.send as unknown as ActionData), title, typed);
      if (!card || !pressed)
        throw new Error(
          `no button “${title}” among: ${shown.flatMap((one) => buttonsOf(one.card).map((b) => b.title))}`,
        );
      return talk.sends(who, pressed.send as unknown as ActionData, { ...standingIn(card), ...typed });
    },
    review: async (id = 'review-1') => {
      const review = await kept.get('reviews', id);
      if (!review) throw new Error(`no review ${id}`);
      return review;
    },
    full: () => talk.rejects((collection, { id }) => new NotStored(collection, id, new Error('ENOSPC'))),
    rejects: (error) => {
      put = (...written) => Promise.reject(error(...written));
    },
    emptied: () => {
      put = undefined;
    },
  };
  return talk;
}

/** A conversation about the builders' review, changed as the test needs it, at a likely moment of its stage. */
export async function aTalkAbout(review: Partial<Review> = {}, more: Given = {}): Promise<Talk> {
  const whole = aReview(review);
  return aTalk({ now: AT[whole.stage], reviews: [whole], ...more });
}

/** Everybody has got the messages about the review that waited for them. */
export async function hasHeard(talk: Talk, review: Review): Promise<void> {
  const now = await talk.review(review.id);
  const messages = now.messages.map((message) => ({
    ...message,
    state: { is: 'sent', at: message.queuedAt } as const,
  }));
  await talk.store.put('reviews', { ...now, messages });
}
