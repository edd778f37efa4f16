import type { Inbound, Reply, Turn } from '../../src/channels/channel.ts';
import { furtherOf } from '../../src/channels/channel.ts';
import { makeTurn } from '../../src/conversation/conversation.ts';
import { PRESS_HANDLERS } from '../../src/conversation/presses.ts';
import { COMMANDS } from '../../src/conversation/typed-words.ts';
import { PUPIL_STEPS } from '../../src/domain/pupil/steps/index.ts';
import { FORMS } from '../../src/domain/review/forms.ts';
import type { Review } from '../../src/domain/review/review.ts';
import type { Pupil } from '../../src/domain/school/pupil.ts';
import type { PersonId, School } from '../../src/domain/school/school.ts';
import { SETTINGS } from '../../src/domain/school/settings/index.ts';
import type { ActionData, CardElement } from '../../src/presentation/message.ts';
import { buttonsOn, inputsOf } from '../../src/presentation/render.ts';
import type { Collection, Documents, Store } from '../../src/store/store.ts';
import { remember, storeOver } from '../../tools/memory-store.ts';
import { everyReview } from '../store/every-review.ts';
import { ASSISTANT, aSchool, LEADER, SENCO, STAFF, STRANGER, TEACHER } from './builders.ts';
import { testClock } from './clock.ts';
import { testIds } from './ids.ts';
import { overlaid } from './store.ts';

/*
 * Everything that can be typed, pressed and sent about some reviews, found by pressing whatever the SENCO is shown, so that it
 * grows by itself with every step; and anybody's attempt at any of it, in a world that is as it was for each.
 */

/** What somebody attempts, as a chat hands it over. */
export type Attempt = Extract<Inbound['said'], { kind: 'text' } | { kind: 'press' }>;

/** Where somebody comes from. */
export interface From {
  readonly email: PersonId | undefined;
  readonly channel?: string;
  readonly tenant?: string;
  readonly account?: string;
}

/** What came of an attempt: all that was shown, and each document that was written. */
export interface CameOf {
  readonly shown: string;
  readonly reply: Reply;
  readonly wrote: readonly { readonly collection: Collection; readonly document: Documents[Collection] }[];
}

const NOW = '2026-12-09T10:00:00.000Z';
export const OTHER_SENCO: PersonId = 'sol.senco@hillside.example';
const LEAVER: PersonId = 'lou.leaver@oakfield.example';
const CUT_OFF: PersonId = 'cas.cutoff@oakfield.example';

/** The reviews that are attempted: each kind of plan, at the stages where most can be done. */
const ATTEMPTED = [
  'sen-support-gathering',
  'sen-support-meeting',
  'sen-support-acting',
  'early-years-iep-preparing',
  'ehcp-gathering',
  'asked-of-the-la',
];

/** The Microsoft 365 tenant of both schools. */
export const TENANT = 'school-tenant';

const oakfield: School = aSchool({
  teamsTenantId: TENANT,
  staff: [
    ...STAFF,
    { email: LEAVER, name: 'Lou Leaver', role: 'senco', left: '2026-11-01' },
    {
      email: CUT_OFF,
      name: 'Cas Cutoff',
      role: 'senco',
      left: '2026-12-01',
      cutOff: { at: '2026-12-01T09:00:00.000Z' },
    },
  ],
});
const elsewhere: School = aSchool({
  ...{ id: 'hillside', name: 'Hillside School', teamsTenantId: TENANT },
  staff: [{ email: OTHER_SENCO, name: 'Sol Senco', role: 'senco' }],
});

/** Whether a text is a sentence that somebody wrote: not an id, a day or a choice. */
const isSentence = (text: string) => text.length >= 12 && /\s\S+\s/.test(text);

/** The sentences that people wrote, in whatever is stored. */
export function sentencesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return isSentence(value) ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(sentencesIn);
}

/** What was said of the child in a review. */
export function wordsOf({ evidence, parentViews, pupilViews, actions, provision }: Review) {
  const views = { ...(parentViews && { parentViews }), ...(pupilViews && { pupilViews }) };
  return { evidence, actions, provision, ...views };
}

/** Stands in every sentence about a child, so that where none of them is shown that is quickly seen. */
export const MARK = '⁂';
/** Begins every child's number. */
export const UPN = 'Z82343211600';
/** Begins every child's first name. */
export const CHILD = 'Quill';

/** The same with every sentence unlike those of any other review. */
function marked<T>(value: T, n: number): T {
  if (typeof value === 'string') return (isSentence(value) ? `${value} ${MARK}${n}` : value) as T;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one) => marked(one, n)) as T;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, marked(one, n)])) as T;
}

/** A world with these reviews, in which each attempt finds everything as it was at the beginning. */
export class World {
  readonly reviews: readonly Review[];
  readonly pupils: readonly Pupil[];
  readonly school: School;
  #store: Store;
  #wrote: CameOf['wrote'][number][] = [];

  /** @param given what is different of the school */
  constructor(attempted: readonly string[] = ATTEMPTED, given: Partial<School> = {}) {
    this.school = { ...oakfield, ...given };
    const all = everyReview().filter(({ review }) => attempted.includes(review.id));
    // Each child has a name of their own that is no other word, so that where it turns up, that child has.
    this.pupils = all.map(({ pupil }, n) => ({
      ...pupil,
      // A school without numbers of its own knows them by the national one.
      ...{ ref: `${UPN}${n}`, upn: `${UPN}${n}` },
      ...{ firstName: `${CHILD}${'abcdefghijklmnop'[n]}`, lastName: `Zephyr${'abcdefghijklmnop'[n]}` },
    }));
    this.reviews = all.map(({ review }, n) => ({ ...review, ...marked(wordsOf(review), n) }));
    this.#store = this.#anew();
  }

  #anew(): Store {
    this.#wrote = [];
    const memory = remember(this.school, this.reviews, this.pupils);
    memory.shelves.schools.publish(elsewhere);
    const store = storeOver(memory);
    return overlaid(store, {
      put: async (collection, document, first) => {
        this.#wrote.push({ collection, document });
        return store.put(collection, document, first);
      },
    });
  }

  /** What was written since everything was as at the beginning. */
  get wrote(): CameOf['wrote'] {
    return this.#wrote;
  }

  /** The conversation over this world as it is now. */
  turn(): Turn {
    const parts = { store: this.#store, clock: testClock(NOW), ids: testIds(), committed: () => undefined };
    return makeTurn(parts);
  }

  /** What comes of it when somebody attempts this. */
  async attempt({ email, ...from }: From, said: Attempt): Promise<CameOf> {
    if (this.#wrote.length > 0) this.#store = this.#anew();
    const turn = this.turn();
    const where = { channel: 'sandbox', tenant: 'sandbox', account: email ?? 'nobody', ...from };
    const reply = await turn({ ...where, email, said });
    const cards = [reply.show, ...furtherOf(reply)];
    return { reply, shown: JSON.stringify(cards), wrote: this.#wrote };
  }
}

const typed = (text: string): Attempt => ({ kind: 'text', text });

/** What tells one press from another: not what is given out anew each time, nor the way it was come by. */
function kindOf(said: Attempt): string {
  if (said.kind === 'text') return said.text;
  const { once: _, back: __, here: ___, ...data } = said.data;
  return JSON.stringify(data);
}

/** From whose cards the buttons are taken: who runs reviews, who looks at them, who was asked, who has something to do. */
const WHO_HAVE_BUTTONS: readonly PersonId[] = [SENCO, LEADER, TEACHER, ASSISTANT];

/** What stands in an input; where nothing does, something that it takes. */
function filledIn({ type, value, choices }: CardElement): string {
  if (value !== undefined && value !== '') return String(value);
  if (type === 'Input.Date') return '2027-01-15';
  if (type === 'Input.Time') return '15:30';
  if (type === 'Input.ChoiceSet') return (choices as { value: string }[])[0]?.value ?? '';
  // An address, so that a link takes it, too.
  return 'https://school.example/written-by-whoever-it-is';
}

/** A button's or form's press; a form's with all of its inputs filled in. */
function pressesOn(reply: Reply): readonly Attempt[] {
  return [reply.show, ...furtherOf(reply)].flatMap(({ card }) => {
    const values = Object.fromEntries(inputsOf(card).map((input) => [String(input.id), filledIn(input)]));
    return buttonsOn(card).map((button): Attempt => {
      const { send: data } = button.data as { send: ActionData };
      return { kind: 'press', data, values: data.do === 'submit' ? values : {} };
    });
  });
}

/**
 * Every word that can be typed, and every button and form that the school's people come to from there, each once, by pressing
 * whatever is shown.
 */
export async function everythingToAttempt(world: World): Promise<readonly Attempt[]> {
  const words = Object.entries(COMMANDS).flatMap(([word, { takes }]) => [
    typed(word),
    ...(takes.includes('PUPIL') ? world.pupils.map(({ ref }) => typed(`${word} ${ref}`)) : []),
  ]);
  const found = new Map<string, Attempt>();
  for (const who of WHO_HAVE_BUTTONS) {
    const waiting: Attempt[] = [...words];
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { reply } = await world.attempt({ email: who }, next);
      for (const press of pressesOn(reply)) {
        const key = kindOf(press);
        if (found.has(key)) continue;
        found.set(key, press);
        waiting.push(press);
      }
    }
  }
  return [...words, ...found.values(), ...forged(world, [...found.values()])];
}

/**
 * What nobody's card has a button to as these reviews stand, as somebody may forge it: every form and every button besides, about
 * each review and its pupil.
 */
function forged({ reviews, school: { id } }: World, met: readonly Attempt[]): readonly Attempt[] {
  const has = new Set(met.flatMap((said) => (said.kind === 'press' ? [said.data.do, said.data.form] : [])));
  const forms = ALL_FORMS.filter((name) => !has.has(name));
  const others = Object.keys(PRESS_HANDLERS).filter((name) => !has.has(name));
  return reviews.flatMap((review) => {
    const about = {
      review: review.id,
      pupil: review.pupilId,
      school: id,
      about: review.actions[0]?.id ?? 'x',
    };
    const press = (data: ActionData): Attempt => ({ kind: 'press', data: { ...about, ...data }, values: {} });
    return [
      ...forms.flatMap((form) => [
        press({ do: 'form', form }),
        press({ do: 'submit', form, once: 'forged' }),
      ]),
      ...others.map((name) => press({ do: name, once: 'forged' })),
    ];
  });
}

/** The name of every form, about a review, a pupil or a school. */
export const ALL_FORMS: readonly string[] = [
  ...FORMS.map(({ name }) => name),
  ...Object.keys(PUPIL_STEPS),
  ...Object.keys(SETTINGS),
];

/** Who may have nothing at all, by why. */
export const NOBODIES: readonly (readonly [string, From])[] = [
  ['somebody on no staff list', { email: STRANGER }],
  ['somebody without an address', { email: undefined }],
  ['somebody who has left', { email: LEAVER }],
  ['somebody who was cut off', { email: CUT_OFF }],
  ['the SENCO’s address from another organisation', { email: SENCO, channel: 'teams', tenant: 'tenant-2' }],
  ['the SENCO’s address in a chat that is none', { email: SENCO, channel: 'carrier-pigeon' }],
];
