import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { capital, count } from '../../domain/language/words.ts';
import { laOf } from '../../domain/pupil/la-of.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import { isNeverDecidedOffered } from '../../domain/review/steps/never-decided.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import type { PersonId } from '../../domain/school/school.ts';
import type { DueTransfer } from '../../domain/statute/due.ts';
import { daysBetween } from '../../domain/time.ts';
import { asMain, type Button, button, press } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { onPage } from '../paging.ts';
import {
  bold,
  explained,
  noticed,
  type OfReview,
  type Part,
  part,
  plain,
  type Section,
  section,
  subtle,
  typed,
} from '../parts.ts';
import { alsoWaitingSection } from './also-waiting.ts';
import { chaseText, laOwesWords } from './chase-text.ts';
import { moveSection, moveSentence } from './move-section.ts';
import { recordButton } from './record-button.ts';
import { laOwes, type StepStands, stepRuns, stepWhy } from './steps.ts';

type Given = OfReview & {
  /** Who reads it: a chasing text is from them. */
  readonly who: PersonId;
  readonly mayRun: boolean;
  /** The move between phases of education that is near and not settled. */
  readonly transfer?: DueTransfer | undefined;
  readonly about?: string | undefined;
};

const owedPart = (one: StepStands, { review, today }: Given): Part =>
  part([[bold(capital(laOwesWords(review, one.step)))], stepRuns(one, today), [stepWhy(one)]]);

/** What to do with a text that chases. */
export const HOW_TO_SEND =
  'It has initials and your reference, no name. Copy it and send it by the local authority’s own secure route, not through this chat.';

function textSection(given: Given, owed: readonly StepStands[]): Section {
  const { review, pupil, school, today, who } = given;
  const terms = termsOf(review, pupil, today);
  const also = moveSentence(given.transfer, today);
  const lines = chaseText({ review, pupil, school, owed, terms, also, from: who }).flatMap(typed);
  return section('A text to send', [part([[subtle(HOW_TO_SEND)]]), part(lines)]);
}

function chasesSection({ review, school }: Given): Section {
  const parts = annualPartOf(review)
    .chases.toReversed()
    .map((one) => {
      const by = `Asked on ${dayWords(one.on)}, noted by ${nameOf(school, one.by)}`;
      return part([[subtle(by)], ...typed(one.words)]);
    });
  return section('Asked before', parts);
}

function sectionsOf(given: Given, owed: readonly StepStands[]): Section[] {
  const la = laOf(given.review, given.pupil);
  const who = la ? [part([[subtle('Local authority: '), plain(la)]])] : [];
  return [
    section('What it owes', [...who, ...owed.map((one) => owedPart(one, given))]),
    ...moveSection(given.transfer, given.today),
    ...((owed.length || isPlaceOwed(given)) && given.mayRun ? [textSection(given, owed)] : []),
    chasesSection(given),
    ...alsoWaitingSection(given),
  ].filter(({ parts }) => parts.length > 0);
}

/** A final plan came that does not name the next place: then that is owed, and no step of the review. */
const isPlaceOwed = ({ transfer }: Given): boolean => transfer?.finalOn !== undefined;

function askOf(given: Given, owed: readonly StepStands[]): string {
  const { transfer, today } = given;
  const move = transfer && isPlaceOwed(given) ? daysBetween(transfer.deadline.date, today) : 0;
  const late = Math.max(0, move, ...owed.map((one) => one.late));
  if (owed.length === 0 && !isPlaceOwed(given)) return 'The local authority owes nothing at the moment.';
  if (late === 0) return 'Nothing is late yet.';
  return `The local authority is ${count(late, 'day')} late.`;
}

/** To record what has come, in order, and that it was asked for. */
function recordButtons(given: Given, owed: readonly StepStands[]): Button[] {
  const { review, today, mayRun } = given;
  const [first] = owed;
  if (!mayRun || !first) return [];
  const asked = { kind: 'not-yet', on: today, words: '' };
  return [
    // The final plan follows the notice.
    ...recordButton(given, first.step).map(asMain),
    button('Record that you asked', press.form('la-decision', review.id, undefined, asked)),
    ...(isNeverDecidedOffered(review, today)
      ? [button('No decision ever came', press.form('never-decided', review.id))]
      : []),
  ];
}

/**
 * What the local authority owes in an annual review, how late it is, a text to chase it with, and when it was asked
 * before. `about` is the page ("page-2").
 */
export function chaseCard(given: Given): CardMessage {
  const { review, pupil, today } = given;
  const owed = laOwes(review, today);
  const page = onPage(sectionsOf(given, owed), given.about, (to) =>
    press.show('chase', review.id, `page-${to}`),
  );
  const shown = explained({
    frame: {
      title: 'What the local authority owes',
      line: lineOf(review, pupil),
      ask: page.numbered(askOf(given, owed)),
      ...noticed(given.notice),
    },
    sections: page.sections,
    paging: page.paging,
    buttons: [
      ...recordButtons(given, owed),
      button('How the review stands', press.show('status', review.id)),
    ],
  });
  return { ...shown, notification: `What the local authority owes: review ${review.ref}` };
}
