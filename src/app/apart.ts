import { escalationsOf, thresholdsOn } from '../domain/nudges/escalation.ts';
import { obligationsOf } from '../domain/nudges/obligations.ts';
import { closedActions, openActions } from '../domain/nudges/overview.ts';
import { policyOf } from '../domain/nudges/policy.ts';
import { escalationsForPupils, owedForPupil } from '../domain/pupil/owed.ts';
import type { Review } from '../domain/review/review.ts';
import { isSchoolDay, mayNudge } from '../domain/school/calendar.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { School } from '../domain/school/school.ts';
import { duesOf } from '../domain/statute/due.ts';
import { instantAt, type LocalDate, localDate } from '../domain/time.ts';
import { methodsOf } from '../store/methods.ts';
import type { Store } from '../store/store.ts';
import type { Log } from './log.ts';
import type { Apart, Clock, SetApart } from './ports.ts';

type Kept = School | Pupil | Review;

/** A document that was set apart: just as it stood, and on that day. */
interface Held extends SetApart {
  readonly document: Kept;
  readonly day: LocalDate;
}

/** However often work fails for another reason, all documents are looked at no more often than this. */
const LOOK_AGAIN_MS = 60_000;

/**
 * Keeps one bad document from stopping everything else: what is well formed and still can't be reckoned with. Work is done as
 * it is; only where it fails is each school, review and pupil looked at by itself, and those at fault are left out of every list
 * until they are changed, or until the next day. Then the work is done again without them.
 * @returns the store to work on, whose lists leave out what is set apart, and what to do the work by.
 */
export function setApart(
  store: Store,
  clock: Clock,
  log: Log,
): { readonly store: Store; readonly apart: Apart } {
  const held = new Map<string, Held>();
  let found = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;

  const isHeld = (collection: Held['collection'], document: Kept) => {
    const known = held.get(`${collection}/${document.id}`);
    return known?.document === document && known.day === localDate(clock.now());
  };
  const without = <T extends Kept>(collection: Held['collection'], all: readonly T[]): readonly T[] =>
    // The same list where nothing is left out: what is worked out from a list is remembered by it.
    held.size === 0 || !all.some((one) => isHeld(collection, one))
      ? all
      : all.filter((one) => !isHeld(collection, one));

  function hold(collection: Held['collection'], document: Kept, error: unknown): void {
    const { id } = document;
    const schoolId = 'schoolId' in document ? document.schoolId : id;
    const day = localDate(clock.now());
    found++;
    held.set(`${collection}/${id}`, { collection, id, schoolId, document, day });
    log.error('document set apart', { collection, document: id, school: schoolId, error });
  }

  /** Looks at each document by itself; resolves to whether one is at fault that was not set apart before. */
  async function look(): Promise<boolean> {
    if (performance.now() - lookedAt < LOOK_AGAIN_MS) return false;
    const before = found;
    const today = localDate(clock.now());
    for (const school of without('schools', await store.schools())) {
      attempt(
        () => reckonSchool(school, today),
        (error) => hold('schools', school, error),
      );
      if (isHeld('schools', school)) continue;
      for (const review of without('reviews', await store.reviewsOf(school.id)))
        attempt(
          () => reckonReview(review, school, today),
          (error) => hold('reviews', review, error),
        );
      for (const pupil of without('pupils', await store.pupilsOf(school.id))) {
        const reviews = without('reviews', await store.reviewsOfPupil(pupil.id));
        attempt(
          () => reckonPupil(pupil, reviews, school, today),
          (error) => hold('pupils', pupil, error),
        );
      }
    }
    // What was found may not be all: the next failure looks again at once.
    if (found > before) return true;
    lookedAt = performance.now();
    return false;
  }

  const standing = () =>
    [...held.values()].filter(({ collection, document }) => isHeld(collection, document));
  return {
    store: listsOf(store, without),
    apart: {
      async run(work) {
        try {
          return await work();
        } catch (error) {
          if (!(await look())) throw error;
          return work();
        }
      },
      ofSchool: (schoolId) => standing().filter((one) => one.schoolId === schoolId),
      all: standing,
    },
  };
}

function attempt(work: () => unknown, failed: (error: unknown) => void): void {
  try {
    work();
  } catch (error) {
    failed(error);
  }
}

/** What lists and digests ask of a school. */
function reckonSchool(school: School, today: LocalDate): void {
  isSchoolDay(school, today);
  thresholdsOn(school, today);
  mayNudge(school, policyOf(school).hour, instantAt(today, '09:00'));
}

/** What lists and digests make of a review. */
function reckonReview(review: Review, school: School, today: LocalDate): void {
  obligationsOf(review, school, today);
  escalationsOf(review, school, today);
  openActions([review], school, today);
  closedActions([review], school, today);
}

/** What lists and digests make of a pupil. */
function reckonPupil(pupil: Pupil, reviews: readonly Review[], school: School, today: LocalDate): void {
  duesOf(pupil, reviews, today, school);
  escalationsForPupils(owedForPupil({ pupil, reviews, school, today }), school, today);
}

type Without = <T extends Kept>(collection: Held['collection'], all: readonly T[]) => readonly T[];

/** The store, but for its lists of pupils and reviews. What is asked for by its id is there all the same. */
function listsOf(store: Store, without: Without): Store {
  const reviews = async (found: Promise<readonly Review[]>) => without('reviews', await found);
  return {
    ...methodsOf(store),
    schools: async () => without('schools', await store.schools()),
    pupilsOf: async (schoolId) => without('pupils', await store.pupilsOf(schoolId)),
    reviewsOf: (schoolId) => reviews(store.reviewsOf(schoolId)),
    reviewsOfPupil: (pupilId) => reviews(store.reviewsOfPupil(pupilId)),
    reviewsConcerning: (person) => reviews(store.reviewsConcerning(person)),
    reviewsDueBy: (schoolId, last) => reviews(store.reviewsDueBy(schoolId, last)),
  };
}
