import type { Review } from '../domain/review/review.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { PersonId, School } from '../domain/school/school.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Store } from '../store/store.ts';

/** All that is held about a child, as it is stored. */
export interface Held {
  readonly school: School;
  readonly pupil: Pupil;
  /** The oldest first. */
  readonly reviews: readonly Review[];
  /** The daily digests that had something of the child among what they listed, the oldest first. */
  readonly digests: readonly HeldDigest[];
  /** Cards of theirs that stand in colleagues' chats and can still be pressed. */
  readonly cards: readonly HeldCard[];
}

/** What of one person's digest of one day is about the child: what was owed, as the ids that are stored say it. */
interface HeldDigest {
  readonly day: LocalDate;
  readonly to: PersonId;
  readonly listed: readonly string[];
}

/** A card in a chat: what it is for; and whose account in which chat, which nobody outside the school is told. */
interface HeldCard {
  readonly channel?: string;
  readonly person?: string;
  readonly is: string;
}

/** Whether an id of something owed, or of what a card is for, is about one of these documents. */
function isAbout(ids: ReadonlySet<string>, id: string): boolean {
  return id.split('/').some((part) => ids.has(part));
}

/** The ids of a pupil's document and of the documents of their reviews. */
const idsOf = (pupil: Pick<Pupil, 'id'>, reviews: readonly Pick<Review, 'id'>[]): ReadonlySet<string> =>
  new Set([pupil.id, ...reviews.map(({ id }) => id)]);

/** Gathers all that is held about a child of a school. */
export async function heldAbout(
  store: Pick<Store, 'reviewsOfPupil' | 'all'>,
  school: School,
  pupil: Pupil,
): Promise<Held> {
  const reviews = await store.reviewsOfPupil(pupil.id);
  const ids = idsOf(pupil, reviews);
  const digests = (await store.all('digests')).flatMap(
    ({ day, to, items, escalations = [], listed = [] }) => {
      const all = [...items, ...escalations.map(({ obligationId }) => obligationId), ...listed];
      const about = [...new Set(all)].filter((id) => isAbout(ids, id));
      return about.length > 0 ? [{ day, to, listed: about }] : [];
    },
  );
  const cards = (await store.all('contacts')).flatMap(({ channel, person, email, cards: all = [] }) =>
    all
      .filter(({ is, of = [] }) => isAbout(ids, is) || of.some((one) => ids.has(one)))
      .map(({ is }) => ({ channel, person: person ?? email ?? '', is })),
  );
  return {
    school,
    pupil,
    reviews,
    digests: digests.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.to < b.to ? -1 : 1)),
    cards,
  };
}
