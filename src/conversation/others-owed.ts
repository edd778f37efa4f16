import { pupilName } from '../domain/language/people.ts';
import { rowOfKind } from '../domain/review/obligations/index.ts';
import { termsOf } from '../domain/review/terms-of.ts';
import { type LocalDate, localDate } from '../domain/time.ts';
import type { CardMessage } from '../presentation/message.ts';
import type { Owed } from '../presentation/screens/waiting.ts';
import type { Deps } from './deps.ts';
import { named } from './fuzzy-match.ts';
import { mineScreen, owedIn } from './lists.ts';
import type { Person } from './people.ts';
import { attention, SAY } from './refusals.ts';

/** What waits on somebody besides actions, which no word settles: why, and the list with its buttons. */
interface OthersOwed {
  readonly why: string;
  readonly list: CardMessage;
}

const wordsOf = ({ obligation, review, pupil }: Owed, today: LocalDate) =>
  `${rowOfKind(obligation.kind).words(termsOf(review, pupil, today), review)} ${pupilName(pupil)}`;

/**
 * What waits on them besides actions, where "done" or "snooze" can only mean that: one of `names` names it, or they have
 * no open action. Undefined where there is nothing of the kind.
 */
export async function othersOwed(
  deps: Deps,
  person: Person,
  names: readonly string[],
  hasOpenActions: boolean,
): Promise<OthersOwed | undefined> {
  const today = localDate(deps.clock.now());
  const schools = person.places.map(({ school }) => school);
  const owed = (await owedIn(deps.store, person.email, schools, today)).filter(
    ({ obligation: { kind, due, fromItsDay } }) =>
      rowOfKind(kind).action !== 'to-do' && (due <= today || !fromItsDay),
  );
  const isNamed = names.some((name) => named(name, owed, (one) => wordsOf(one, today)).found.length > 0);
  if (owed.length === 0 || (hasOpenActions && !isNamed)) return undefined;
  const why = hasOpenActions ? SAY.notAnAction : SAY.othersOwed;
  return { why, list: await mineScreen(deps, person, 1, attention(why)) };
}
