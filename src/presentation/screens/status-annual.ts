import { dayWords } from '../../domain/language/days.ts';
import { count, uncapitalised } from '../../domain/language/words.ts';
import { planRow } from '../../domain/plans/index.ts';
import { adviceAwaited, isAskedForAdvice } from '../../domain/review/annual.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import { wasHeld } from '../../domain/review/held.ts';
import { staffAmong } from '../../domain/review/invitees.ts';
import type { Review } from '../../domain/review/review.ts';
import { type Button, button, press } from '../buttons.ts';
import { bold, type OfReview, part, plain, type Section, section } from '../parts.ts';
import { alsoWaitingSection } from './also-waiting.ts';
import { appealSection } from './appeal-section.ts';
import { laMovedSection } from './la-moved.ts';
import { laSection } from './la-section.ts';
import { recordButton } from './record-button.ts';
import { laOwes, nextSteps, type StepStands, stepRuns, stepWhy } from './steps.ts';

// What comes after these is seen among all dates.
const NEXT_STEPS = 4;

function nextSection({ review, today }: OfReview): Section[] {
  const steps = nextSteps(review, today).slice(0, NEXT_STEPS);
  if (steps.length === 0) return [];
  return [
    section(
      'Next dates',
      steps.map((one) => part([[bold(one.date.rule.what)], stepRuns(one, today), [stepWhy(one)]])),
    ),
  ];
}

function invitedSection({ review }: OfReview): Section[] {
  const { meeting } = review;
  const { outsiders, circulated } = annualPartOf(review);
  if (!meeting || outsiders.length === 0) return [];
  const staff = staffAmong(meeting.invitees).length;
  const asked = outsiders.filter(isAskedForAdvice).length;
  const came = asked - adviceAwaited(outsiders).length;
  const notYet = wasHeld(review) ? 'not recorded as sent round' : 'not sent round yet';
  const sent = circulated ? `sent round ${dayWords(circulated.on)}` : notYet;
  const lines = [
    `${count(outsiders.length, 'person', 'people')} from outside, ${count(staff, 'colleague')}`,
    `Written advice: ${came} of ${asked} answered, ${sent}`,
  ];
  return [section('Invited', [part(lines.map((line) => [plain(line)]))])];
}

/** What the status of an annual review has besides: what comes next and by when, whom it waits for, what was decided. */
export function annualSections(given: OfReview): Section[] {
  if (given.review.stage === 'preparing') return [...laMovedSection(given), ...alsoWaitingSection(given)];
  return [
    ...laMovedSection(given),
    ...nextSection(given),
    ...laSection(given),
    ...alsoWaitingSection(given),
    ...appealSection(given),
    ...invitedSection(given),
  ];
}

/** What was held, what comes next, and how late the local authority is, as sentences. */
export function actingAsk({ review, today }: OfReview, openActions: number): string {
  const owed = laOwes(review, today);
  const late = Math.max(0, ...owed.map((one) => one.late));
  // Of what is late it has just been said.
  const said = new Set(owed.flatMap((one) => (one.late > 0 ? [one.step] : [])));
  const next = nextSteps(review, today).find(({ step }) => !said.has(step));
  const { decidedInData } = review;
  return [
    ...(decidedInData
      ? [
          `The school’s data has the local authority’s decision of ${dayWords(decidedInData)}: record what it was.`,
        ]
      : []),
    ...(late ? [`The local authority is ${count(late, 'day')} late.`] : []),
    ...(next ? [nextWords(next)] : []),
    ...(openActions ? [`${count(openActions, 'action')} still to do.`] : []),
  ].join(' ');
}

/** What comes next and by when; or of what is late already, since when it was due. */
function nextWords({ step, date: { date, rule }, late }: StepStands): string {
  const what = uncapitalised(rule.what);
  if (late === 0) return `Next, by ${dayWords(date)}: ${what}.`;
  // A right, which nobody is late with.
  if (step === 'comments')
    return `They could answer the notice until ${dayWords(date)}: record what they said.`;
  return `Next, due since ${dayWords(date)} (${count(late, 'day')}): ${what}.`;
}

/** The button to who is invited, and what has come. */
export const packButton = (review: Review): Button =>
  button('Invited and advice', press.show('pack', review.id));
/** The button to every statutory date. */
export const datesButton = (review: Review): Button => button('All dates', press.show('dates', review.id));

function chaseButtons({ review, today }: OfReview): Button[] {
  const owed = laOwes(review, today);
  if (owed.length === 0) return [];
  const late = owed.some((one) => one.late > 0);
  const title = late ? 'Chase the local authority' : 'What the local authority owes';
  return [button(title, press.show('chase', review.id))];
}

/** What comes next after the meeting, the first thing first: to chase who is late, and to record what has come. */
export function actingButtons(given: OfReview): Button[] {
  const { review, today } = given;
  const chase = chaseButtons(given);
  const late = laOwes(review, today).some((one) => one.late > 0);
  const record = nextSteps(review, today)
    .slice(0, 2)
    .flatMap(({ step }) => recordButton(given, step));
  return (late ? [...chase, ...record] : [...record, ...chase]).slice(0, 3);
}

/** What somebody who only looks can open of an annual review. */
export function annualLookButtons(given: OfReview): Button[] {
  const { review } = given;
  const { decidedElsewhere, invitesOutsiders } = planRow(review.kind);
  return [
    ...(invitesOutsiders ? [packButton(review)] : []),
    ...(decidedElsewhere ? [datesButton(review), ...chaseButtons(given)] : []),
  ];
}
