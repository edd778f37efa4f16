import type { Review } from '../src/domain/review/review.ts';
import type { Pupil } from '../src/domain/school/pupil.ts';
import type { School } from '../src/domain/school/school.ts';
import { frozenCopy } from '../src/store/lowdb/frozen.ts';
import { Memory } from '../src/store/lowdb/memory.ts';
import { type Collection, Conflict, type Documents, type First, type Store } from '../src/store/store.ts';

/** A school, its reviews and pupils, in the lowdb store's own memory, with its indexes; on no disk. */
export function remember(school: School, reviews: readonly Review[], pupils: readonly Pupil[] = []): Memory {
  const memory = new Memory();
  memory.shelves.schools.publish(school);
  for (const review of reviews) memory.shelves.reviews.publish(review);
  for (const pupil of pupils) memory.shelves.pupils.publish(pupil);
  return memory;
}

const nextOf = <C extends Collection>(_: C, document: Documents[C]): Documents[C] =>
  frozenCopy({ ...document, version: document.version + 1 });

/**
 * A store that finds schools, reviews and pupils in `memory`, and keeps the rest apart: so each begins the day anew. `next` makes of
 * what is put what is kept, of the next version.
 */
export function storeOver(memory: Memory, next = nextOf): Store {
  const own = new Memory();
  const of = (collection: Collection) =>
    ['schools', 'reviews', 'pupils'].includes(collection) ? memory : own;
  return {
    get: async (collection, id) => of(collection).shelves[collection].get(id),
    put: async <C extends Collection>(collection: C, document: Documents[C], first?: First) => {
      const shelf = of(collection).shelves[collection];
      if ((shelf.get(document.id)?.version ?? 0) !== document.version)
        throw new Conflict(collection, document.id);
      const kept = next(collection, document);
      await first?.(kept);
      shelf.publish(kept);
      return kept;
    },
    remove: async (collection, { id }) => of(collection).shelves[collection].withdraw(id),
    all: async (collection) => of(collection).shelves[collection].all(),
    schools: async () => memory.schools(),
    pupilsOf: async (schoolId) => memory.pupilsOf(schoolId),
    reviewsOf: async (schoolId) => memory.reviewsOf(schoolId),
    reviewsOfPupil: async (pupilId) => memory.reviewsOfPupil(pupilId),
    reviewsConcerning: async (person) => memory.reviewsConcerning(person),
    reviewsDueBy: async (schoolId, last) => memory.reviewsDueBy(schoolId, last),
    reviewsUnreached: async () => memory.reviewsUnreached(),
    reviewsToDeliver: async (now) => memory.reviewsToDeliver(now),
    digestsOf: async (day) => own.digestsOf(day),
    digestsEscalating: async (id) => own.digestsEscalating(id),
    digestsToDeliver: async (now) => own.digestsToDeliver(now),
    contactsOf: async (email) => own.contactsOf(email),
    rekey: async () => ({ key: '', files: 0, closed: [] }),
    trouble: async () => undefined,
    close: async () => undefined,
  };
}
