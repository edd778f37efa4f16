import type { Inbound, Reply } from '../channels/channel.ts';
import { contactId } from '../domain/school/contact.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import { localDate } from '../domain/time.ts';
import type { CardMessage } from '../presentation/message.ts';
import type { AuditEntry } from '../records/audit/entry.ts';
import { methodsOf } from '../store/methods.ts';
import type { Store } from '../store/store.ts';
import { type ChildrenShown, childrenShown } from './children-shown.ts';
import type { Deps } from './deps.ts';
import { fieldsShown } from './fields-shown.ts';
import type { Person } from './people.ts';
import { saidBy } from './said-by.ts';
import { shownIn } from './turn.ts';

/** A turn whose every change and every view is in the audit. */
export interface NotedTurn {
  /** What the turn works with: what it changes is known for this person's. */
  readonly deps: Deps;
  /**
   * Notes which children the reply shows, or whose it refuses: one entry a school. Resolves to those it shows, by id.
   * @throws {NotKept} it could not be noted: the reply must not be shown
   */
  note(reply: Reply): Promise<readonly string[]>;
}

/** Has noted what a person is shown and does in a turn; where there is no audit, it is only looked whom they are shown. */
export function noted(deps: Deps, person: Person, { channel, said }: Inbound): NotedTurn {
  const { audit, storeFor } = deps;
  const by = saidBy(said);
  const doer = { who: person.email, chat: channel, by };
  const read = new Set<readonly Pupil[]>();
  const store = reading(storeFor?.(doer) ?? deps.store, (pupils) => read.add(pupils));
  return {
    deps: { ...deps, store },
    async note(reply) {
      const { show } = reply;
      const behind = reply.kind === 'replace' && reply.behind ? [reply.behind] : [];
      const cards = [...shownIn(reply), ...behind];
      const shown = await childrenShown(cards, onceEach(read), deps.store);
      const ids = shown.pupils.map(({ id }) => id);
      if (!audit) return ids;
      const { refused } = show;
      const whose = refused === undefined ? shown : await asked({ said, show, shown }, deps.store);
      const kind = refused === undefined ? ('viewed' as const) : ('refused' as const);
      const today = localDate(deps.clock.now());
      const what = refused === undefined ? by : `${by}:${refused}`;
      for (const here of bySchool(whose, person, kind === 'refused')) {
        const entry = { who: person.email, chat: channel, kind, what, ...idsOf(here) };
        const fields = () => named(fieldsShown(cards, here, today));
        audit.record(here.school, entry, kind === 'viewed' ? fields : undefined);
      }
      return ids;
    },
  };
}

/** Notes that somebody was told nothing: a stranger, or an account that is not let in. */
export function noteStranger(
  { audit }: Pick<Deps, 'audit'>,
  { channel, tenant, account }: Inbound,
  what: string,
): void {
  audit?.record(undefined, {
    who: contactId(channel, tenant, account),
    chat: channel,
    kind: 'refused',
    what,
  });
}

function* onceEach(lists: Iterable<readonly Pupil[]>): Iterable<Pupil> {
  const met = new Set<Pupil>();
  for (const list of lists)
    for (const pupil of list) {
      if (met.has(pupil)) continue;
      met.add(pupil);
      yield pupil;
    }
}

interface Refused {
  readonly said: Inbound['said'];
  readonly show: CardMessage;
  readonly shown: ChildrenShown;
}

/** Those shown, and those who were asked for: by the button, or by what was typed. */
async function asked({ said, show, shown }: Refused, store: Pick<Store, 'get'>): Promise<ChildrenShown> {
  const data = said.kind === 'press' ? said.data : undefined;
  const review = await store.get('reviews', data?.review ?? '');
  const ids = [review?.pupilId ?? data?.pupil ?? '', ...(show.meant ?? [])];
  const pupils = await Promise.all(ids.map((one) => store.get('pupils', one)));
  return {
    pupils: onceById([...shown.pupils, ...pupils.filter((one) => one !== undefined)]),
    reviews: onceById([...shown.reviews, ...(review ? [review] : [])]),
  };
}

const onceById = <One extends { readonly id: string }>(all: readonly One[]): readonly One[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];

/** More than these whom a few letters mean are not looked for one by one: how many they are is noted. */
const MOST_MEANT = 10;

/** The children of one school among them; of none, where it is noted even so. */
interface Here extends ChildrenShown {
  readonly school: string | undefined;
  /** How many they are, where they are not named. */
  readonly count?: number;
}

function bySchool(
  { pupils, reviews }: ChildrenShown,
  { places }: Person,
  evenOfNobody: boolean,
): readonly Here[] {
  const schools = Map.groupBy(pupils, ({ schoolId }) => schoolId);
  if (schools.size === 0)
    return evenOfNobody ? [{ school: places[0]?.school.id, pupils: [], reviews: [] }] : [];
  return [...schools].map(([school, here]) => {
    if (evenOfNobody && here.length > MOST_MEANT)
      return { school, pupils: [], reviews: [], count: here.length };
    const ids = new Set(here.map(({ id }) => id));
    return { school, pupils: here, reviews: reviews.filter(({ pupilId }) => ids.has(pupilId)) };
  });
}

const idsOf = ({ pupils, reviews, count }: Here): Pick<AuditEntry, 'pupils' | 'reviews' | 'count'> => ({
  ...(pupils.length > 0 && { pupils: [...new Set(pupils.map(({ id }) => id))] }),
  ...(reviews.length > 0 && { reviews: reviews.map(({ id }) => id) }),
  ...(count !== undefined && { count }),
});

const named = (fields: readonly string[]) => (fields.length > 0 ? { fields } : {});

/** The store, which tells of each pupil that is looked up in it. */
function reading(store: Store, met: (pupils: readonly Pupil[]) => void): Store {
  return {
    ...methodsOf(store),
    async get(collection, id) {
      const found = await store.get(collection, id);
      if (found && collection === 'pupils') met([found as unknown as Pupil]);
      return found;
    },
    async pupilsOf(school) {
      const found = await store.pupilsOf(school);
      met(found);
      return found;
    },
  };
}
