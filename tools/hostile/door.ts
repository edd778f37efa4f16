import { type Attempt, CHILD, everythingToAttempt, MARK, type World } from '../../test/support/matrix.ts';

/** What came of the payloads at a door. */
export interface Held {
  readonly door: string;
  readonly payloads: number;
  /** Answers that were a fault of ours: 500, or none. */
  readonly faults: readonly string[];
  /** Payloads after which something about a child went out, or was changed. */
  readonly leaks: readonly string[];
  readonly slowestMs: number;
}

/** One payload, knocking: what is answered, with everything else that went out since the last one. */
export interface Knock {
  /** What it was, to be looked at when it got through. */
  readonly payload: unknown;
  /** All that went out: the answer's status and body, and whatever the bot called. */
  knock(): Promise<{ readonly status: number; readonly out: string }>;
}

/** The platform's own word for a kind of request that is not taken here. */
const UNKNOWN_KIND = 501;

/** As much of a payload as one can look at. */
const LOOKED_AT = 400;

/**
 * Has so many payloads knock at a door, one after another.
 * @param next makes the next payload
 */
export async function holds(
  door: string,
  payloads: number,
  world: World,
  next: () => Promise<Knock> | Knock,
): Promise<Held> {
  const faults: string[] = [];
  const leaks: string[] = [];
  let slowestMs = 0;
  for (let n = 0; n < payloads; n += 1) {
    const { payload, knock } = await next();
    const as = () => `${n}: ${JSON.stringify(payload)?.slice(0, LOOKED_AT)}`;
    const begun = performance.now();
    const before = changes(world);
    const { status, out } = await knock().catch((error: unknown) => ({ status: 599, out: String(error) }));
    slowestMs = Math.max(slowestMs, performance.now() - begun);
    if (status >= 500 && status !== UNKNOWN_KIND)
      faults.push(`${status} ${out.slice(0, LOOKED_AT)} ← ${as()}`);
    if (out.includes(MARK) || out.includes(CHILD)) leaks.push(`a child is named ← ${as()}`);
    if (changes(world) > before) leaks.push(`something was changed ← ${as()}`);
  }
  return { door, payloads, faults, leaks, slowestMs };
}

/** How often something of a child or a school was written: not what is known of an account. */
const changes = ({ wrote }: World) => wrote.filter(({ collection }) => collection !== 'contacts').length;

/** Ids and references that somebody outside may have come by. */
export const knownOf = ({ reviews, pupils, school }: World): readonly string[] => [
  ...[school.id, ...school.staff.map(({ email }) => email)],
  ...[...reviews, ...pupils].flatMap(({ id, ref }) => [id, ref]),
  ...reviews.flatMap(({ actions, provision }) => [...actions, ...provision].map(({ id }) => id)),
];

/** All that can be attempted, without the words about a child that stand in forms: what comes back is then not the attacker's own. */
export async function attemptsOn(world: World): Promise<readonly Attempt[]> {
  const all = JSON.stringify(await everythingToAttempt(world));
  return JSON.parse(all.replaceAll(MARK, '*').replaceAll(CHILD, 'Child'));
}
