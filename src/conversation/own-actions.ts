import { digestId } from '../domain/nudges/digest.ts';
import { rowOfKind } from '../domain/review/obligations/index.ts';
import { isOpen } from '../domain/review/open-actions.ts';
import { maySeeReview } from '../domain/review/permissions.ts';
import type { Action } from '../domain/review/review.ts';
import type { School } from '../domain/school/school.ts';
import { localDate, plusDays } from '../domain/time.ts';
import type { Whose } from '../presentation/labels.ts';
import type { Deps } from './deps.ts';
import { owedIn } from './lists.ts';
import type { Person } from './people.ts';
import { whoseReview } from './review-access.ts';

/** An action of somebody's own, with what it is about. */
export interface Own extends Whose {
  readonly action: Action;
  readonly school: School;
}

/** Somebody's actions: those to be done, the most urgent first, and those of these that their last digest named. */
export interface OwnActions {
  readonly open: readonly Own[];
  readonly inDigest: readonly Own[];
  /** Ended, handed back, or with the SENCO to decide. */
  readonly settled: readonly Own[];
}

/** No holiday is longer: whose last digest is older has forgotten it. */
const DIGEST_DAYS = 50;

async function lastDigestItems({ store, clock }: Deps, { email }: Person): Promise<ReadonlySet<string>> {
  const today = localDate(clock.now());
  for (let back = 0; back < DIGEST_DAYS; back++) {
    const digest = await store.get('digests', digestId(plusDays(today, -back), email));
    if (digest) return new Set(digest.items);
  }
  return new Set();
}

/** This person's own actions, in all schools they are at. */
export async function ownActions(deps: Deps, person: Person): Promise<OwnActions> {
  const { store, clock } = deps;
  const schools = person.places.map(({ school }) => school);
  const owed = (await owedIn(store, person.email, schools, localDate(clock.now()))).filter(
    ({ obligation }) => rowOfKind(obligation.kind).action === 'to-do',
  );
  const items = await lastDigestItems(deps, person);
  const open = owed.flatMap(({ obligation, ...of }) =>
    of.review.actions
      .filter(({ id }) => id === obligation.about)
      .map((action) => ({ ...of, action, listed: items.has(obligation.id) })),
  );
  return { open, inDigest: open.filter(({ listed }) => listed), settled: await settledOf(deps, person) };
}

/** Of what is settled, what they may still see: some is of reviews that are long over. */
async function settledOf({ store, clock }: Deps, person: Person): Promise<Own[]> {
  const schools = new Map(person.places.map(({ school }) => [school.id, school]));
  const reviews = await store.reviewsConcerning(person.email);
  const today = localDate(clock.now());
  const all = reviews.map(async (review) => {
    const school = schools.get(review.schoolId);
    const whose = await whoseReview(store, review);
    if (!school || !whose || !['acting', 'closed'].includes(review.stage)) return [];
    if (!maySeeReview(review, person.email, school, { ...whose, today })) return [];
    const theirs = review.actions.filter(({ owner }) => owner === person.email);
    const settled = theirs.filter((one) => !isOpen(one) || one.disowned || one.cannotBeDone);
    return settled.map((action) => ({ ...whose, action, school }));
  });
  return (await Promise.all(all)).flat();
}
