import type { Reply } from '../channels/channel.ts';
import { isOpen } from '../domain/review/open-actions.ts';
import type { Action, Review } from '../domain/review/review.ts';
import type { School } from '../domain/school/school.ts';
import { localDate } from '../domain/time.ts';
import { dayForOverdue } from '../presentation/forms/bulk-reassign.ts';
import type { SchoolCommand } from '../presentation/forms/school-form.ts';
import { givenAwayCards, type NotMoved } from '../presentation/screens/given-away.ts';
import { changeSchool } from './change.ts';
import { commit } from './commit.ts';
import type { Deps } from './deps.ts';
import { whenTold } from './form-confirmation.ts';
import { alreadyTaken, type Sending } from './form-token.ts';
import { good, notCommitted, SAY } from './refusals.ts';
import type { Asked } from './turn.ts';

type GiveAway = Extract<SchoolCommand, { type: 'give-away' }>;

/** All that giving away is done with. */
interface Giving {
  readonly deps: Deps;
  readonly asked: Asked;
  readonly school: School;
  readonly command: GiveAway;
  readonly sending: Sending;
}

/** The form's part in one action: each is a commit of its own, so each knows whether it was done. */
function partOf({ once, token }: Sending, action: Action): Sending {
  const part = `${once}.${action.id}`;
  return { once: part, token: `${part}${token.slice(once.length)}` };
}

function dueOf({ deps, school, command }: Giving, { due }: Action): { due?: string } {
  if (command.due) return { due: command.due };
  const today = localDate(deps.clock.now());
  return due < today ? { due: dayForOverdue(school, today) } : {};
}

/** Gives one action; 'moved', now or before, or why not; undefined where it is not one of those to be given. */
async function giveOne(
  giving: Giving,
  review: Review,
  action: Action,
): Promise<'moved' | { why: string; again: boolean } | undefined> {
  const { deps, asked, school, command, sending } = giving;
  const part = partOf(sending, action);
  if (alreadyTaken(review, part) === 'the-same') return 'moved';
  if (review.stage !== 'acting' || action.owner !== command.from || !isOpen(action)) return undefined;
  const reassign = {
    type: 'reassign-action',
    id: action.id,
    owner: command.to,
    ...dueOf(giving, action),
  } as const;
  try {
    const who = asked.person.email;
    const result = await commit(deps, { seen: review, school, command: reassign, who, sending: part });
    if (result.is === 'refused') return { why: result.refusal.say, again: false };
    return result.is === 'sent-before' ? undefined : 'moved';
  } catch (error) {
    if (!notCommitted(error)) throw error;
    return { why: SAY.trouble, again: true };
  }
}

/** The whole of it, one review after another; what was done in part before is completed. */
async function giveAll(giving: Giving) {
  const { store } = giving.deps;
  const notMoved: NotMoved[] = [];
  let moved = 0;
  let again = false;
  for (const { id, actions } of await store.reviewsOf(giving.school.id)) {
    for (const action of actions) {
      const review = await store.get('reviews', id);
      const current = review?.actions.find((one) => one.id === action.id);
      const result = review && current && (await giveOne(giving, review, current));
      if (result === 'moved') moved += 1;
      else if (result) {
        const pupil = await store.get('pupils', review.pupilId);
        notMoved.push({ action: current, reviewId: id, pupil, why: result.why });
        again ||= result.again;
      }
    }
  }
  return { moved, notMoved, again };
}

/**
 * Gives all open actions of one colleague in the school to another, each by its own command on its own review. One that
 * was cut off is completed when the same form is sent again.
 */
export async function giveAway(giving: Giving): Promise<Reply> {
  const given = await giveAll(giving);
  if (!given.again) await remember(giving);
  return told(giving, given);
}

/** What came of a form that gave actions away before. Nothing is given again, nor what came to that colleague since. */
export async function givenBefore(giving: Giving): Promise<Reply> {
  const { deps, school, sending } = giving;
  const reviews = await deps.store.reviewsOf(school.id);
  const moved = reviews.flatMap((review) =>
    review.actions.filter((action) => alreadyTaken(review, partOf(sending, action)) === 'the-same'),
  ).length;
  return told(giving, { moved, notMoved: [], notice: good(SAY.alreadyGiven) });
}

/** What came of it so far, and what stayed where it was. */
interface Given {
  readonly moved: number;
  readonly notMoved: readonly NotMoved[];
  readonly notice?: ReturnType<typeof good>;
}

function told({ deps, school, command: { from, to } }: Giving, { moved, notMoved, notice }: Given): Reply {
  const when = whenTold(deps, { school });
  const [show, ...more] = givenAwayCards({ school, from, to, moved, notMoved, told: when, notice });
  return { kind: 'replace', show, ...(more.length ? { more } : {}) };
}

/** Notes in the school that the form was taken. If it can't be, each action still knows it of itself. */
async function remember({ deps, school, sending }: Giving): Promise<void> {
  try {
    await changeSchool(deps, school, (now) => ({ ok: true, school: now }), sending);
  } catch (error) {
    if (!notCommitted(error)) throw error;
  }
}
