import type { Review } from '../src/domain/review/review.ts';
import type { PersonId } from '../src/domain/school/school.ts';
import { Ledger } from './store-ledger.ts';

/** Something a person sends: their evidence, or that an action of theirs is done. */
export interface Answer {
  /** The review's id. */
  readonly review: string;
  readonly who: PersonId;
  /** The action that is done; without one, it is evidence. */
  readonly action?: string;
  /** The token of the form it stands in. */
  readonly token: string;
  /** What is in it: no other answer has these words. */
  readonly words: string;
}

/** What is wrong with a review, in words for a developer. */
export type Fault = string;

/** One thing that can be answered: by whom, in which review. */
interface Place {
  readonly review: string;
  readonly who: PersonId;
  readonly action?: string;
  /** What is acknowledged to stand there, and how often it was answered. */
  readonly words?: string;
  readonly revision: number;
  /** What was sent, and nobody heard yet what became of it. */
  readonly sent?: Answer;
}

const placeOf = ({ review, who, action }: Pick<Answer, 'review' | 'who' | 'action'>) =>
  [review, who, action].join(' ');

/**
 * Everything that was sent and acknowledged, kept outside the process that is killed; and what must be found of it
 * in the reviews from then on: no more and no less.
 */
export class Answers {
  readonly #ledger = new Ledger();
  readonly #places = new Map<string, Place>();
  /** Of each review: the forms that were sent, and how it was before the first. */
  readonly #tokens = new Map<string, Set<string>>();
  readonly #before = new Map<string, Review>();

  /** `reviews`: as they are before anything is sent. */
  constructor(reviews: readonly Review[]) {
    for (const review of reviews) {
      this.#before.set(review.id, review);
      this.#tokens.set(review.id, new Set());
    }
  }

  /** How many answers have been acknowledged. */
  get acknowledged(): number {
    return this.#ledger.count;
  }

  /** Notes that `answer` is about to be sent. */
  sending(answer: Answer): void {
    const { review, who, action, token } = answer;
    const place = this.#places.get(placeOf(answer)) ?? {
      review,
      who,
      revision: 0,
      ...(action && { action }),
    };
    this.#places.set(placeOf(answer), { ...place, sent: answer });
    this.#tokens.get(review)?.add(token);
  }

  /** Notes that its sender was shown that it is saved. */
  acknowledge(answer: Answer): void {
    const place = this.#places.get(placeOf(answer));
    if (place?.sent?.token !== answer.token) throw new Error('acknowledged, but not sent');
    const { sent: _, ...rest } = place;
    const revision = place.revision + 1;
    this.#places.set(placeOf(answer), { ...rest, words: answer.words, revision });
    this.#ledger.acknowledge({ id: answer.review, token: answer.token });
  }

  /** What of all this is not as it must be. `find` reads a review as it is stored now. */
  async check(find: (id: string) => Promise<Review | undefined>): Promise<Found> {
    const gone = await this.#ledger.lost(async (id) => ((await find(id))?.taken ?? []).map(formOf));
    const lost = gone.map(({ id, token }) => `${id}: the form ${token} was acknowledged and is not taken`);
    const wrong: Fault[] = [];
    for (const place of this.#places.values()) {
      const review = await find(place.review);
      if (!review || !holds(review, place)) lost.push(`${placeOf(place)}: not what was acknowledged`);
    }
    for (const [id, before] of this.#before) {
      const review = await find(id);
      if (review) wrong.push(...this.#twice(before, review));
    }
    return { lost, twice: wrong };
  }

  /** Each form that was taken left one entry in the history, and nothing else did. */
  #twice(before: Review, { id, taken, history, evidence }: Review): Fault[] {
    const forms = taken.slice(before.taken.length).map(formOf);
    const entries = history.slice(before.history.length);
    const unsent = forms.filter((token) => !this.#tokens.get(id)?.has(token));
    const counts = evidence.filter(
      ({ who, revision }) => entries.filter((entry) => isEvidenceOf(entry, who)).length !== revision,
    );
    return [
      ...(new Set(forms).size === forms.length ? [] : [`${id}: a form is taken twice`]),
      ...(entries.length === forms.length ? [] : [`${id}: ${forms.length} forms, ${entries.length} entries`]),
      ...unsent.map((token) => `${id}: the form ${token} is taken, and nobody sent it`),
      ...counts.map(
        ({ who, revision }) => `${id} ${who}: ${revision} answers, and another number of entries`,
      ),
    ];
  }
}

/** The token a form was shown with; a review keeps a fingerprint of the answers behind it. */
const formOf = (taken: string) => taken.split('#')[0] ?? '';

/** What a check found. */
export interface Found {
  /** Acknowledged answers that are not there as they were given. */
  readonly lost: readonly Fault[];
  /** Answers that had more than one effect. */
  readonly twice: readonly Fault[];
}

const isEvidenceOf = ({ what, by }: Review['history'][number], who: PersonId) =>
  what === 'evidence-submitted' && by === who;

/** Whether what stands in a place is what was acknowledged, or else what was sent after it. */
function holds(review: Review, place: Place): boolean {
  const { words, revision } = standingIn(review, place);
  if (revision === place.revision && words === place.words) return true;
  return place.sent !== undefined && revision === place.revision + 1 && words === place.sent.words;
}

function standingIn(
  review: Review,
  { who, action }: Place,
): { words: string | undefined; revision: number | undefined } {
  if (action !== undefined) {
    const found = review.actions.find(({ id }) => id === action);
    return { words: found?.done?.what, revision: found && (found.done ? 1 : 0) };
  }
  const request = review.evidence.find((one) => one.who === who);
  const said = request?.answer?.said;
  return { words: typeof said === 'object' ? said.strengths : said, revision: request?.revision };
}
