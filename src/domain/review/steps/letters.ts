import type { LocalDate } from '../../time.ts';
import type { AnnualReview, Dated, Letter } from '../annual.ts';
import { annualPartOf, isAmending, withAnnual } from '../annual-part.ts';
import { checkWords } from '../checks.ts';
import { checkHasBeen, checkNotBefore } from '../days.ts';
import { type Actor, ASITIS, type Decided, type Refusal, refusal, unless } from '../decision.ts';
import { heldOn } from '../held.ts';
import type { LetterName } from '../questions/annual-options.ts';
import type { Review } from '../review.ts';
import { beforeMeeting, cancelled, instead } from './instead.ts';
import { type Given, type Stages, TAKES } from './step.ts';
import type { FormSubject, ForNothing } from './step-form.ts';

/*
 * What the steps have in common that follow the meeting of an annual review. Each day is the one on the letter; recorded
 * again, it takes the place of what was recorded, which is kept with why it was put right, as long as one day still follows
 * the other.
 */

/** In a closed review a slip in what was sent or came can still be put right: next year's counts from it. */
export const LETTERS: Stages = {
  ...beforeMeeting(
    instead('That comes after the meeting: once its recommendation is recorded, this can be done.', 'status'),
  ),
  meeting: instead(
    'That comes after the meeting. Record what it recommends; then this can be done.',
    'recommendation',
  ),
  acting: TAKES,
  closed: TAKES,
  cancelled,
};

/** A letter as a command gives it: where it puts right what is recorded, with why. */
export interface LetterGiven extends Letter {
  readonly whyCorrected?: string;
}

/**
 * What becomes of a letter: of one just as the one `before`, nothing; else its fact, unless `check` finds a fault. `more` are
 * the fields it has besides its day and words: they count as these do.
 */
export function letterRecorded<
  Type extends string,
  Command extends LetterGiven,
  Field extends Exclude<keyof Command, keyof LetterGiven | 'type'> = never,
>(
  given: Given,
  type: Type,
  command: Command,
  before: (Dated & Partial<Pick<Command, Field>>) | undefined,
  check: () => Refusal | undefined,
  more: readonly Field[] = [],
): Decided<LetterGiven & Pick<Command, Field> & { readonly type: Type }> {
  const { on, words, whyCorrected = '' } = command;
  const known: Partial<Pick<Command, Field>> = before ?? {};
  if (isSame(before, command) && more.every((field) => known[field] === command[field])) return ASITIS;
  const refused = checkHasBeen(on, given.today) ?? check() ?? (before && checkWhy(whyCorrected));
  const said = more.flatMap((field) => (command[field] === undefined ? [] : [[field, command[field]]]));
  return unless(refused, {
    ...{ type, on, words },
    ...(Object.fromEntries(said) as Pick<Command, Field>),
    ...(before && whyCorrected ? { whyCorrected } : {}),
  });
}

/** Whether a letter is recorded just so already. */
export function isSame(before: Letter | undefined, { on, words }: Letter): boolean {
  return before?.on === on && before.words === words;
}

/** Why what is recorded already is put right. */
const checkWhy = (why: string): Refusal | undefined =>
  checkWords(
    why,
    'whyCorrected',
    'It is recorded already. Please say why it is put right: what was recorded before is kept with it.',
  );

/** For a command: what was answered, and why it is put right only where that was asked. */
export function answered<A extends { readonly whyCorrected: string }>({
  whyCorrected,
  ...answer
}: A): Omit<A, 'whyCorrected'> & { readonly whyCorrected?: string } {
  return { ...answer, ...(whyCorrected && { whyCorrected }) };
}

/** A letter as it is kept: with who recorded it, and when. */
export function dated({ on, words }: Letter, { who: by, at }: Actor): Dated {
  return { on, words, by, at };
}

/** The review with a letter recorded; one that was recorded otherwise before is kept, with why it was put right. */
export function withLetter<Which extends LetterName>(
  review: Review,
  which: Which,
  letter: NonNullable<AnnualReview[Which]>,
  { whyCorrected: why = '' }: { readonly whyCorrected?: string },
): Review {
  return withAnnual(review, (annual) => {
    const { [which]: was, corrected = [] } = annual;
    const { by, at } = letter;
    return {
      ...annual,
      [which]: letter,
      ...(was && { corrected: [...corrected, { which, was, why, by, at }] }),
    };
  });
}

/** A day no earlier than the meeting's. */
export function checkAfterMeeting({ review }: Given, on: LocalDate): Refusal | undefined {
  return checkNotBefore(on, heldOn(review), 'the meeting');
}

/** The local authority's decision is recorded. */
export function checkDecided({ review }: Pick<Given, 'review'>): Refusal | undefined {
  if (annualPartOf(review).decision) return undefined;
  return refusal('things-missing', DECISION_FIRST, { offer: { what: 'la-decision' } });
}

const DECISION_FIRST = 'The local authority’s decision comes first: record it, then what follows from it.';

/** Why what follows a decision would be recorded for nothing: there is none yet. */
export function forDecidedOnly({ review }: FormSubject): ForNothing | undefined {
  return annualPartOf(review).decision ? undefined : { look: 'status', say: DECISION_FIRST };
}

/** The local authority has decided to amend the plan. */
export function checkAmending({ review }: Given): Refusal | undefined {
  const { decision } = annualPartOf(review);
  if (decision?.kind === 'amend') return undefined;
  const offer = { what: 'la-decision' };
  if (!decision) {
    const say = 'The local authority’s decision is not recorded yet. Record first that it amends the plan.';
    return refusal('things-missing', say, { offer });
  }
  const say =
    'The decision recorded is not to amend the plan. If that is wrong, record the decision again first.';
  return refusal('not-now', say, { offer });
}

/** The notice with the proposed amendments is there, and the day is no earlier than its. */
export function checkAfterNotice({ review }: Given, on: LocalDate): Refusal | undefined {
  const { notice } = annualPartOf(review);
  if (notice) return checkNotBefore(on, notice.on, 'the notice');
  const say =
    'The local authority’s notice with the proposed amendments is not recorded yet. Record it first.';
  return refusal('things-missing', say, { offer: { what: 'notice' } });
}

/** What stands in the form of a letter that was recorded before. */
export const asBefore = (letter: Dated | undefined): Record<string, string> =>
  letter ? { on: letter.on, words: letter.words } : {};

/** Said where the letter was the last thing wanted; else ''. */
export const closedByIt = ({ stage }: Review): string =>
  stage === 'closed' ? 'It was the last thing wanted, so the review is closed.' : '';

/** Why what follows a decision to amend the plan would be recorded for nothing: there is none, or none yet. */
export function forAmendingOnly({ review }: FormSubject): ForNothing | undefined {
  if (isAmending(review)) return undefined;
  const say = annualPartOf(review).decision
    ? 'The decision recorded is not to amend the plan, so nothing of this is to come.'
    : DECISION_FIRST;
  return { look: 'status', say };
}
