import type { Reply } from '../channels/channel.ts';
import { chargesOf } from '../domain/review/charges.ts';
import { isOpen } from '../domain/review/open-actions.ts';
import { requestsOf } from '../domain/review/requests.ts';
import type { Review } from '../domain/review/review.ts';
import type { Command } from '../domain/review/steps/index.ts';
import type { School } from '../domain/school/school.ts';
import { type LocalDate, localDate } from '../domain/time.ts';
import { dayForOverdue } from '../presentation/forms/bulk-reassign.ts';
import type { SchoolCommand } from '../presentation/forms/school-form.ts';
import { givenAwayCards, type NotMoved, type Given as What } from '../presentation/screens/given-away.ts';
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

/** One thing a colleague answers for, where it is shown, and the command by which somebody else does. */
interface Thing extends Pick<NotMoved, 'what' | 'id' | 'text'> {
  readonly command: Command;
}

/** The form's part in one thing: each is a commit of its own, so each knows whether it was done. */
function partOf({ once, token }: Sending, id: string): Sending {
  const part = `${once}.${id}`;
  return { once: part, token: `${part}${token.slice(once.length)}` };
}

/** The day somebody else has for it: the one chosen for all; else its own or, where that has passed, some days more. */
function dueOf({ deps, school, command }: Giving, due: LocalDate): LocalDate {
  const today = localDate(deps.clock.now());
  return command.due ?? (due < today ? dayForOverdue(school, today) : due);
}

/** All that the colleague answers for in a review as it stands now. */
function thingsOf(giving: Giving, review: Review): readonly Thing[] {
  const { from, to: owner } = giving.command;
  const actions = review.stage === 'acting' ? review.actions : [];
  return [
    ...actions
      .filter((action) => action.owner === from && isOpen(action))
      .map(({ id, what, due: was }): Thing => {
        const due = dueOf(giving, was);
        const command = { type: 'reassign-action', id, owner, ...(due !== was && { due }) } as const;
        return { what: 'action', id, text: what, command };
      }),
    ...chargesOf(review, from).map((charge): Thing => {
      const { what, id, text } = charge;
      const command: Command =
        charge.what === 'support'
          ? { type: 'name-support-owner', id: charge.id, owner, starts: charge.starts }
          : { type: 'change-request', kind: charge.id, owner, sendBy: dueOf(giving, charge.sendBy) };
      return { what, id, text, command };
    }),
  ];
}

/** Gives one thing; 'moved', now or before, or why not; undefined where it is not theirs any more. */
async function giveOne(
  giving: Giving,
  review: Review,
  { what, id }: Thing,
): Promise<'moved' | { why: string; again: boolean } | undefined> {
  const { deps, asked, school, sending } = giving;
  const part = partOf(sending, id);
  if (alreadyTaken(review, part) === 'the-same') return 'moved';
  const thing = thingsOf(giving, review).find((one) => one.what === what && one.id === id);
  if (!thing) return undefined;
  try {
    const who = asked.person.email;
    const { command } = thing;
    const result = await commit(deps, { seen: review, school, command, who, sending: part });
    if (result.is === 'refused') return { why: result.refusal.say, again: false };
    return result.is === 'sent-before' ? undefined : 'moved';
  } catch (error) {
    if (!notCommitted(error)) throw error;
    return { why: SAY.trouble, again: true };
  }
}

/** What the form moved in a review before. */
function movedBefore({ sending }: Giving, review: Review): readonly Pick<Thing, 'what' | 'id'>[] {
  const was = (id: string) => alreadyTaken(review, partOf(sending, id)) === 'the-same';
  return [
    ...review.actions.map(({ id }) => ({ what: 'action' as const, id })),
    ...review.provision.map(({ id }) => ({ what: 'support' as const, id })),
    ...requestsOf(review).map(({ kind }) => ({ what: 'request' as const, id: kind })),
  ].filter(({ id }) => was(id));
}

/** The whole of it, one review after another; what was done in part before is completed. */
async function giveAll(giving: Giving) {
  const { store } = giving.deps;
  const notMoved: NotMoved[] = [];
  const moved: What[] = [];
  let again = false;
  for (const seen of await store.reviewsOf(giving.school.id)) {
    const before = movedBefore(giving, seen);
    moved.push(...before.map(({ what }) => what));
    for (const thing of thingsOf(giving, seen)) {
      if (before.some(({ id }) => id === thing.id)) continue;
      const review = await store.get('reviews', seen.id);
      const result = review && (await giveOne(giving, review, thing));
      if (result === 'moved') moved.push(thing.what);
      else if (result) {
        const pupil = await store.get('pupils', seen.pupilId);
        notMoved.push({ ...thing, reviewId: seen.id, pupil, why: result.why });
        again ||= result.again;
      }
    }
  }
  return { moved, notMoved, again };
}

/**
 * Gives all that one colleague of the school answers for to another, each by its own command on its own review: open actions,
 * support they see to, requests they are to send. What was cut off is completed when the same form is sent again.
 */
export async function giveAway(giving: Giving): Promise<Reply> {
  const given = await giveAll(giving);
  if (!given.again) await remember(giving);
  return told(giving, given);
}

/** What came of a form that gave things away before. Nothing is given again, nor what came to that colleague since. */
export async function givenBefore(giving: Giving): Promise<Reply> {
  const reviews = await giving.deps.store.reviewsOf(giving.school.id);
  const moved = reviews.flatMap((review) => movedBefore(giving, review)).map(({ what }) => what);
  return told(giving, { moved, notMoved: [], notice: good(SAY.alreadyGiven) });
}

/** What came of it so far, and what stayed where it was. */
interface Given {
  readonly moved: readonly What[];
  readonly notMoved: readonly NotMoved[];
  readonly notice?: ReturnType<typeof good>;
}

function told({ deps, school, command: { from, to } }: Giving, { moved, notMoved, notice }: Given): Reply {
  const when = whenTold(deps, { school });
  const [show, ...more] = givenAwayCards({ school, from, to, moved, notMoved, told: when, notice });
  return { kind: 'replace', show, ...(more.length ? { more } : {}) };
}

/** Notes in the school that the form was taken. If it can't be, each review still knows it of itself. */
async function remember({ deps, school, sending }: Giving): Promise<void> {
  try {
    await changeSchool(deps, school, (now) => ({ ok: true, school: now }), sending);
  } catch (error) {
    if (!notCommitted(error)) throw error;
  }
}
