import type { Store } from './store.ts';

/** All that a store does, as an object to put something else over part of: a store's methods may be its class's, which a spread leaves out. */
export function methodsOf(store: Store): Store {
  return {
    get: (collection, id) => store.get(collection, id),
    put: (...what) => store.put(...what),
    remove: (...what) => store.remove(...what),
    all: (collection) => store.all(collection),
    schools: () => store.schools(),
    pupilsOf: (schoolId) => store.pupilsOf(schoolId),
    reviewsOf: (schoolId) => store.reviewsOf(schoolId),
    reviewsOfPupil: (pupilId) => store.reviewsOfPupil(pupilId),
    reviewsConcerning: (person) => store.reviewsConcerning(person),
    reviewsDueBy: (schoolId, last) => store.reviewsDueBy(schoolId, last),
    reviewsToDeliver: (now) => store.reviewsToDeliver(now),
    reviewsUnreached: () => store.reviewsUnreached(),
    digestsOf: (day) => store.digestsOf(day),
    digestsEscalating: (obligationId) => store.digestsEscalating(obligationId),
    digestsToDeliver: (now) => store.digestsToDeliver(now),
    rekey: () => store.rekey(),
    contactsOf: (person) => store.contactsOf(person),
    trouble: () => store.trouble(),
    close: () => store.close(),
  };
}
