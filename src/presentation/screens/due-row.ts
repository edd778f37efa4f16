import { dayWords } from '../../domain/language/days.ts';
import { pupilName } from '../../domain/language/people.ts';
import { yearWords } from '../../domain/language/year-words.ts';
import { type PlanKind, planRow } from '../../domain/plans/index.ts';
import type { Review } from '../../domain/review/review.ts';
import { STAGE_WORDS } from '../../domain/review/stage-words.ts';
import { kindToSay, type Pupil } from '../../domain/school/pupil.ts';
import type { Due, DuePupil } from '../../domain/statute/due.ts';
import { isToChase } from '../../domain/statute/pressing.ts';
import type { LocalDate } from '../../domain/time.ts';
import { type Button, button, press } from '../buttons.ts';
import { dueInShort } from '../due-in-short.ts';
import { dueLines, lastWords } from '../due-labels.ts';
import { behindRuns } from '../parents-met.ts';
import { bold, plain, type Run, subtle } from '../parts.ts';
import { placeRuns, releasedRuns } from '../place.ts';

/** A pupil's plan in the list: a line, more below it where that is asked for, and what to do. */
export interface DueRow {
  readonly head: readonly Run[];
  readonly lines: readonly { readonly runs: readonly Run[] }[];
  readonly beside: readonly Button[];
}

/** A review that stands by itself, and whose it is. */
export interface AloneReview {
  readonly pupil: Pupil;
  readonly review: Review;
}

/** What of a school's reviews a row is made from. */
export interface RowsFrom {
  readonly reviews: readonly Review[];
  /** Whether the person runs reviews here (a SENCO), or only looks. */
  readonly mayRun: boolean;
  /** Whether every date is to be there with its reason. */
  readonly why: boolean;
}

/** A row about a pupil's plan: name, year and plan, then `short`; its buttons say whom they are about when they are read out. */
export function dueRowOf(
  { pupil, kind }: { readonly pupil: Pupil; readonly kind: PlanKind },
  lines: readonly (readonly Run[])[],
  beside: readonly Button[],
  short?: Run,
): DueRow {
  const [name, plan] = [pupilName(pupil), planRow(kind).name];
  const about = subtle(` · ${yearWords(pupil.yearGroup)} · ${plan}${short ? ' · ' : ''}`);
  return {
    head: [bold(name), about, ...(short ? [short] : [])],
    lines: lines.map((runs) => ({ runs })),
    beside: beside.map((one) => ({ ...one, says: `${one.title}: ${name}, ${plan}` })),
  };
}

function underWay(due: Due, reviews: readonly Review[]): Review | undefined {
  return reviews.find((review) => review.id === due.current);
}

/** The review to go on with or, where the local authority is late with it, to chase; else one to start. */
function rowButton({ pupil, due }: DuePupil, { reviews, mayRun }: RowsFrom, today: LocalDate): Button[] {
  if (due.quiet) return [button('About the pupil', press.aboutPupil(pupil.id))];
  const review = underWay(due, reviews);
  const late = isToChase(due, today);
  if (mayRun && review && late) return [button('Chase', press.show('chase', review.id))];
  if (review) return [button(mayRun ? 'Continue' : 'Look', press.show('status', review.id))];
  if (!mayRun) return [];
  const { unsaid, finalUnsaid, sayIn } = due.transfer ?? {};
  if (unsaid)
    return [
      button(
        'Say what was decided',
        sayIn ? press.show('status', sayIn) : press.pupilForm('la-decided', pupil.id, due.kind),
      ),
    ];
  if (finalUnsaid)
    return [button('Say whether it does', press.pupilForm('next-place-named', pupil.id, due.kind))];
  if (due.unrecorded) return [button('Say what was decided', press.show('status', due.unrecorded.review))];
  if (late) return [button('Chase', press.pupil(pupil.id, 'chase', due.kind))];
  return [button('Start', press.start(pupil.id, kindToSay(pupil, due)))];
}

/** How far it is; where the plan took the review over from another, also of which plan it is. */
const stageWords = ({ kind, stage }: Review, due: Due) =>
  `Under way: ${kind === due.kind ? '' : `${planRow(kind).name} · `}${STAGE_WORDS[stage]}`;

/** What was last, and how the review stands that is under way; nothing where neither is to be said. */
function stateWords({ due }: DuePupil, reviews: readonly Review[]): string {
  const review = underWay(due, reviews);
  const state = review ? [stageWords(review, due)] : [];
  return [lastWords(due), ...state].filter((words) => words !== '').join(' · ');
}

/** How a plan's next review stands; where the pupil is elsewhere that, in its place where nothing is asked of the plan now. */
export function whereLines({ pupil, due }: DuePupil, today: LocalDate): Run[][] {
  const place = placeRuns(pupil, today, planRow(due.kind).decidedElsewhere);
  if (due.quiet)
    return [...place, [subtle(`Next review due by ${dayWords(due.dueBy)} as the plan’s dates stand`)]];
  return [...place, ...(due.released ? [releasedRuns(due.released)] : []), ...dueLines(due, today)];
}

function whyLines(one: DuePupil, from: RowsFrom, today: LocalDate): Run[][] {
  const state = stateWords(one, from.reviews);
  return [
    ...whereLines(one, today),
    ...behindRuns(one.due.parents, one.pupil, today),
    ...(state ? [[subtle(state)]] : []),
  ];
}

/** How a pupil's next review stands: in one line, or with every date and the reason for it. */
export function dueRow(one: DuePupil, from: RowsFrom, today: LocalDate): DueRow {
  const of = { pupil: one.pupil, kind: one.due.kind };
  const beside = rowButton(one, from, today);
  if (from.why) return dueRowOf(of, whyLines(one, from, today), beside);
  return dueRowOf(of, [], beside, dueInShort(one.due, today));
}

/** A review of a plan that is gone: nothing is due of it, but it is to be finished or cancelled. */
export function aloneRow({ pupil, review }: AloneReview, { mayRun, why }: RowsFrom): DueRow {
  const beside = [button(mayRun ? 'Continue' : 'Look', press.show('status', review.id))];
  const of = { pupil, kind: review.kind };
  if (!why) return dueRowOf(of, [], beside, plain('finish or cancel its review'));
  const gone = [plain('The pupil’s data has this plan no longer: finish its review, or cancel it.')];
  return dueRowOf(of, [gone, [subtle(`Under way: ${STAGE_WORDS[review.stage]}`)]], beside);
}
