import type { Digest } from '../../domain/nudges/digest.ts';
import { hasCome, type PendingMessage } from '../../domain/nudges/message.ts';
import { firstDue } from '../../domain/nudges/obligations.ts';
import { staffAmong } from '../../domain/review/invitees.ts';
import { requestsOf } from '../../domain/review/requests.ts';
import type { Review } from '../../domain/review/review.ts';
import type { Contact } from '../../domain/school/contact.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { School } from '../../domain/school/school.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import type { Collection, Documents } from '../store.ts';
import { Ordered } from './ordered.ts';
import { compare, Shelf, View } from './shelf.ts';

const names = new Intl.Collator('en-GB');
const ALL = 'all';

/** Everything in the store, in memory, with a view for each of the store's finders. */
export class Memory {
  readonly shelves: { readonly [C in Collection]: Shelf<Documents[C]> };
  readonly #schools = new View<School>(
    () => [ALL],
    (a, b) => names.compare(a.name, b.name),
  );
  readonly #pupilsOf = new View<Pupil>((pupil) => [pupil.schoolId], byName);
  readonly #reviewsOf = new View<Review>((review) => [review.schoolId], oldestFirst);
  readonly #reviewsOfPupil = new View<Review>((review) => [review.pupilId], oldestFirst);
  readonly #reviewsConcerning = new View<Review>(peopleIn, oldestFirst);
  readonly #reviewsUnsent = new View<Review>((review) => when(review.messages.some(isUnsent)), oldestFirst);
  readonly #reviewsDue = new Ordered<Review>((review) => {
    const at = firstDue(review);
    return at === undefined ? undefined : { key: review.schoolId, at };
  });
  readonly #reviewsUnreached = new View<Review>(
    (review) => when(review.messages.some(({ state }) => state.is === 'undeliverable')),
    oldestFirst,
  );
  readonly #digestsOf = new View<Digest>(({ day }) => [day], byDay);
  readonly #digestsEscalating = new View<Digest>(
    ({ escalations = [] }) => [...new Set(escalations.map((each) => each.obligationId))],
    byDay,
  );
  readonly #digestsUnsent = new View<Digest>((digest) => when(isUnsent(digest)), byDay);
  readonly #contactsOf = new View<Contact>(
    ({ person, email }) => [person ?? email].filter((key) => key !== undefined),
    seenLastFirst,
  );

  constructor() {
    this.shelves = {
      schools: new Shelf([this.#schools]),
      pupils: new Shelf([this.#pupilsOf]),
      reviews: new Shelf([
        this.#reviewsOf,
        this.#reviewsOfPupil,
        this.#reviewsConcerning,
        this.#reviewsUnsent,
        this.#reviewsDue,
        this.#reviewsUnreached,
      ]),
      digests: new Shelf([this.#digestsUnsent, this.#digestsOf, this.#digestsEscalating]),
      mornings: new Shelf([]),
      contacts: new Shelf([this.#contactsOf]),
    };
  }

  /** Puts a document in the place of the one with its id. */
  publish<C extends Collection>(collection: C, document: Documents[C]): void {
    this.shelves[collection].publish(document);
  }

  /** Whether something that is stored is of this document: reviews of a pupil, pupils of a school. */
  isNeeded(collection: Collection, id: string): boolean {
    if (collection === 'pupils') return this.reviewsOfPupil(id).length > 0;
    return collection === 'schools' && this.pupilsOf(id).length + this.reviewsOf(id).length > 0;
  }

  schools = (): readonly School[] => this.#schools.of(ALL);
  pupilsOf = (schoolId: string): readonly Pupil[] => this.#pupilsOf.of(schoolId);
  reviewsOf = (schoolId: string): readonly Review[] => this.#reviewsOf.of(schoolId);
  reviewsOfPupil = (pupilId: string): readonly Review[] => this.#reviewsOfPupil.of(pupilId);
  reviewsConcerning = (person: string): readonly Review[] => this.#reviewsConcerning.of(person);
  reviewsDueBy = (schoolId: string, last: LocalDate): readonly Review[] =>
    this.#reviewsDue.upTo(schoolId, last);
  reviewsUnreached = (): readonly Review[] => this.#reviewsUnreached.of(ALL);
  digestsOf = (day: LocalDate): readonly Digest[] => this.#digestsOf.of(day);
  digestsEscalating = (obligationId: string): readonly Digest[] => this.#digestsEscalating.of(obligationId);
  contactsOf = (email: string): readonly Contact[] => this.#contactsOf.of(email);

  reviewsToDeliver(now: Instant): readonly Review[] {
    return this.#reviewsUnsent
      .of(ALL)
      .filter((review) => review.messages.some((message) => isDue(message, now)));
  }

  digestsToDeliver(now: Instant): readonly Digest[] {
    return this.#digestsUnsent.of(ALL).filter((digest) => isDue(digest, now));
  }
}

type Sendable = { readonly state: PendingMessage['state'] };
const when = (it: boolean): readonly string[] => (it ? [ALL] : []);

function isUnsent({ state }: Sendable): boolean {
  return state.is === 'waiting' || state.is === 'sending';
}

// Waiting until a later time is not yet due; a lease that ends at `now` has run out.
function isDue({ state }: Sendable, now: Instant): boolean {
  if (state.is === 'waiting') return state.after === undefined || hasCome(state.after, now);
  return state.is === 'sending' && hasCome(state.until, now);
}

function peopleIn(review: Review): readonly string[] {
  const invited = staffAmong(review.meeting?.invitees);
  const asked = review.evidence.map((request) => request.who);
  const owners = review.actions.map((action) => action.owner);
  const senders = requestsOf(review).map((request) => request.owner);
  const seeing = review.provision.flatMap(({ owner }) => owner ?? []);
  return [...new Set([review.lead, ...asked, ...invited, ...owners, ...senders, ...seeing])];
}

function oldestFirst(a: Review, b: Review): number {
  return compare(a.startedAt, b.startedAt);
}

function byDay(a: Digest, b: Digest): number {
  return compare(a.day, b.day);
}

function byName(a: Pupil, b: Pupil): number {
  return names.compare(a.lastName, b.lastName) || names.compare(a.firstName, b.firstName);
}

function seenLastFirst(a: Contact, b: Contact): number {
  return compare(b.seenAt ?? '', a.seenAt ?? '');
}
