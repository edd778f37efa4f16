import { randomIds } from '../src/app/ids.ts';
import { importMadeUpSchool } from '../src/app/sandbox.ts';
import type { Turn } from '../src/channels/channel.ts';
import { makeTurn } from '../src/conversation/conversation.ts';
import type { Review } from '../src/domain/review/review.ts';
import type { Pupil } from '../src/domain/school/pupil.ts';
import type { PersonId, School, StaffMember } from '../src/domain/school/school.ts';
import { type Instant, localDate, plusDays } from '../src/domain/time.ts';
import { press } from '../src/presentation/buttons.ts';
import type { ActionData, CardMessage } from '../src/presentation/message.ts';
import type { Store } from '../src/store/store.ts';
import { formIn } from './crash-turns.ts';
import { openStore } from './open-store.ts';

/** A school in the middle of its reviews. */
export interface SchoolAtWork {
  readonly writers: readonly StaffMember[];
  /** Gathering, each writer asked in each; and acting, with actions of each writer's. As they are stored. */
  readonly reviews: readonly Review[];
}

/** So many reviews share the actions: several people work on one at the same time. */
const ACTING = 4;

/**
 * Makes a data folder in which the made-up school has talked to the bot: every review under way, `writers` members of
 * staff asked for evidence in all, and at least `actions` actions of theirs to do. `now`: what the clock shows.
 */
export async function prepareSchool(
  folder: string,
  writers: number,
  actions: number,
  now: Instant,
): Promise<SchoolAtWork> {
  const store = await openStore(folder);
  try {
    const school = await importMadeUpSchool(store, localDate(now));
    const teachers = school.staff.filter(({ role }) => role === 'staff').slice(0, writers);
    if (teachers.length < writers) throw new Error(`the school has ${teachers.length} teachers, no more`);
    const pupils = (await store.pupilsOf(school.id)).filter(
      ({ plans: [plan] }) => plan?.kind === 'sen-support',
    );
    const senco = new Senco(store, school, now);
    for (const pupil of pupils) await senco.plan(pupil, teachers);
    for (let n = 0; n < ACTING; n++) {
      await senco.hold(reviewId(pupils[n]), teachers, Math.ceil(actions / ACTING / writers));
    }
    return { writers: teachers, reviews: await store.reviewsOf(school.id) };
  } finally {
    await store.close();
  }
}

const reviewId = (pupil: Pupil | undefined) => `${pupil?.id}.1`;

/** The school's SENCO, at the conversation itself. */
class Senco {
  readonly #turn: Turn;
  readonly #store: Store;
  readonly #who: PersonId;
  readonly #today: string;

  constructor(store: Store, school: School, now: Instant) {
    this.#turn = makeTurn({ store, clock: { now: () => now }, ids: randomIds, committed: () => undefined });
    this.#store = store;
    this.#who = school.staff.find(({ role }) => role === 'senco')?.email ?? '';
    this.#today = localDate(now);
  }

  async plan(pupil: Pupil, ask: readonly StaffMember[]): Promise<void> {
    const show = await this.#press(press.start(pupil.id));
    await this.#send(show, 'plan-meeting', { ask: ask.map(({ email }) => email).join(',') });
  }

  /** Holds the meeting of a review: each of `owners` leaves it with so many actions, and the SENCO with one. */
  async hold(review: string, owners: readonly StaffMember[], actionsEach: number): Promise<void> {
    for (const whose of ['parent', 'pupil']) {
      await this.#fill(
        review,
        'views-not-given',
        { soughtOn: this.#today, howSought: 'In a letter.' },
        whose,
      );
    }
    await this.#press(press.openMeeting(review, true, true));
    const targets = (await this.#store.get('reviews', review))?.targets ?? [];
    for (const { id } of targets) await this.#fill(review, 'target-review', TARGET_REVIEW, id);
    for (const owner of [this.#who, ...owners.flatMap(({ email }) => Array(actionsEach).fill(email))]) {
      const due = plusDays(this.#today, 30);
      await this.#fill(review, 'action', { what: 'One more thing.', owner, due, howWeWillKnow: 'We ask.' });
    }
    await this.#fill(review, 'outcome', OUTCOME);
    const { stage } = (await this.#store.get('reviews', review)) ?? {};
    if (stage !== 'acting') throw new Error(`the review is ${stage}, not acting`);
  }

  async #fill(
    review: string,
    form: Parameters<typeof press.form>[0],
    values: Record<string, string>,
    about?: string,
  ): Promise<void> {
    await this.#send(await this.#press(press.form(form, review, about)), form, values);
  }

  async #send(show: CardMessage, form: string, values: Record<string, string>): Promise<void> {
    const open = formIn(show.card, form);
    if (!open) throw new Error(`there is no form ${form}`);
    await this.#press(open.send, { ...open.values, ...values });
  }

  async #press(data: ActionData, values: Record<string, string> = {}): Promise<CardMessage> {
    const reply = await this.#turn({
      channel: 'teams',
      tenant: '',
      account: this.#who,
      email: this.#who,
      said: { kind: 'press', data, values },
    });
    if (reply.kind === 'invalid') throw new Error(`not taken: ${JSON.stringify(reply.errors)}`);
    return reply.show;
  }
}

const TARGET_REVIEW = {
  progress: 'good',
  evidence: 'The weekly check.',
  delivered: 'yes',
  stillRight: 'keep',
};
const OUTCOME = { kind: 'continues', inWords: 'It works.', whatWillChange: 'A quieter place to read.' };
