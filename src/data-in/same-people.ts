import type { Terminal } from '../command-line/command.ts';
import { isYes } from '../command-line/is-yes.ts';
import { addressOf } from '../domain/school/membership.ts';
import { maybeSame } from '../domain/school/same-person.ts';
import type { PersonId, School } from '../domain/school/school.ts';
import type { PersonSaid } from './plan-staff.ts';

/** Somebody new on the staff list, and whoever left and may be them: by address, and by name. */
export interface MaybeSamePeople {
  readonly now: string;
  readonly nowName: string;
  readonly before: string;
  readonly beforeName: string;
  /** Who they are, whatever their address. */
  readonly beforeId: PersonId;
}

/** Those who would be new on the staff list, and may be colleagues who left or would have. */
export function newAndMaybeSame(
  after: School | undefined,
  before: School | undefined,
): readonly MaybeSamePeople[] {
  const known = new Set(before?.staff.map(({ email }) => email));
  const pairs = after ? maybeSame(after).filter(({ now }) => !known.has(now.email)) : [];
  return pairs.map((pair) => ({
    ...{ now: addressOf(pair.now), nowName: pair.now.name },
    ...{ before: addressOf(pair.before), beforeName: pair.before.name, beforeId: pair.before.email },
  }));
}

/**
 * Asks of each, where a person is there to answer, whether the two are one. Of whom they leave it open nothing is said: they are
 * asked on “review staff”.
 */
export async function askSamePeople(
  all: readonly MaybeSamePeople[],
  asker: Pick<Terminal, 'ask'>,
): Promise<readonly PersonSaid[]> {
  const said: PersonSaid[] = [];
  for (const { now, nowName, before, beforeName, beforeId } of all) {
    if (said.some((one) => one.is === 'same' && (one.now === now || one.before === beforeId))) continue;
    const answer = await asker.ask(
      `Is ${nowName} (${now}), who is new, the same person as ${beforeName} (${before}), who has left? Then what was asked of them stays theirs. (yes or no; anything else leaves it for later, on “review staff”)`,
    );
    if (answer === undefined) break;
    if (isYes(answer)) said.push({ now, before: beforeId, is: 'same' });
    else if (['n', 'no'].includes(answer.trim().toLowerCase()))
      said.push({ now, before: beforeId, is: 'another' });
  }
  return said;
}
