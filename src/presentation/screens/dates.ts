import { dayWords } from '../../domain/language/days.ts';
import { count } from '../../domain/language/words.ts';
import { planRow } from '../../domain/plans/index.ts';
import { annualPartOf, isPlanToCome } from '../../domain/review/annual-part.ts';
import { isUnderWay } from '../../domain/review/held.ts';
import { rowNamed } from '../../domain/review/obligations/index.ts';
import { LETTER_NAME, type LetterName } from '../../domain/review/questions/annual-options.ts';
import type { Review } from '../../domain/review/review.ts';
import { isQuiet } from '../../domain/school/place.ts';
import type { Step } from '../../domain/statute/clock.ts';
import type { Due } from '../../domain/statute/due.ts';
import type { LateMeeting } from '../../domain/statute/late-meeting.ts';
import { type Button, button, press } from '../buttons.ts';
import { datesAhead } from '../due-labels.ts';
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
} from '../parts.ts';
import { NOTHING_ASKED, placeSection } from '../place.ts';
import { lateMeetingSection } from './late-meeting.ts';
import { laOwes, type StepStands, stepRuns, stepsOf, stepWhy } from './steps.ts';

type Given = OfReview & {
  readonly mayRun: boolean;
  readonly about?: string | undefined;
  /** The meeting that is set, where its day is after the last one for it. */
  readonly late?: LateMeeting | undefined;
  /** When the next review of its plan is due. */
  readonly due?: Due | undefined;
};

/** What records a step or, where it is recorded, puts right what was: for whoever runs the review, while it can be. */
function besideOf({ step, done, inData }: StepStands, { review, mayRun }: Given): Button[] {
  const record = rowNamed(step)?.record;
  if (!mayRun || !record?.takes(review)) return [];
  return [button(done && !inData ? 'Change' : 'Record', press.form(record.form, review.id))];
}

const stepPart = (one: StepStands, given: Given): Part =>
  part([[bold(one.date.rule.what)], stepRuns(one, given.today), [stepWhy(one)]], {
    beside: besideOf(one, given),
  });

/** By when the review is due as a whole, and met for; nothing of a plan that is gone. */
const aheadSection = ({ due, today }: Pick<Given, 'due' | 'today'>): Section[] =>
  due ? [section('The next review', [part(datesAhead(due, today))])] : [];

/** What is recorded after the meeting and owed by nobody, with the way to put it right. */
const UNOWED: readonly { readonly which: LetterName; readonly form: string }[] = [
  { which: 'ceaseConsulted', form: 'cease-consultation' },
  { which: 'notAmending', form: 'not-amending' },
  { which: 'orderedPlan', form: 'ordered-plan' },
  { which: 'mediation', form: 'mediation' },
  { which: 'appeal', form: 'appeal' },
  { which: 'appealEnded', form: 'appeal-end' },
];

/** Appeals that had ended when another was lodged: they are kept as they were. */
function earlierAppeals({ review }: Given): Part[] {
  return (annualPartOf(review).earlierAppeals ?? []).map(({ lodged, ended }) =>
    part([[bold('An earlier appeal')], [plain(`${dayWords(lodged.on)}, ended ${dayWords(ended.on)}`)]]),
  );
}

function alsoRecorded(given: Given): Part[] {
  const { review, mayRun } = given;
  const now = UNOWED.flatMap(({ which, form }) => {
    const letter = annualPartOf(review)[which];
    if (!letter) return [];
    const beside = mayRun ? [button('Change', press.form(form, review.id))] : [];
    return [part([[bold(LETTER_NAME[which])], [plain(dayWords(letter.on))]], { beside })];
  });
  return [...earlierAppeals(given), ...now];
}

/** Whether a step is something to be done: no right to appeal, nor comments on amendments that are in the plan already. */
const isToDo = (review: Review, step: Step): boolean =>
  step !== 'appeal' && (step !== 'comments' || isPlanToCome(review));

function askOf({ review, due, today }: Given, steps: readonly StepStands[]): string {
  if (isUnderWay(review) && isQuiet(review.quiet, today)) return NOTHING_ASKED;
  if (steps.length === 0) return 'The dates follow once the meeting is set.';
  // What is shown below as to be done, also what can only be done once the meeting was held.
  const open = steps.filter(
    ({ step, done, inData, toTell, over }) => (!done || inData || toTell) && !over && isToDo(review, step),
  );
  const late = open.filter((one) => one.late > 0 && !one.done).length;
  if (open.length === 0 && due?.transfer?.finalOn)
    return `The plan is still to name the next school or college, by ${dayWords(due.transfer.deadline.date)}.`;
  if (open.length === 0) return 'Every step that has a date by now is done.';
  return `${count(open.length, 'step')} still to do${late ? `, ${late} late` : ''}. Days are calendar days: school holidays count.`;
}

function buttonsOf({ review, today, mayRun }: Given, steps: readonly StepStands[]): Button[] {
  const set = steps.length === 0 && mayRun && isBeforeMeeting(review);
  return [
    ...(set
      ? [button('Set the meeting', press.form(planRow(review.kind).forms.plan, review.id), 'positive')]
      : []),
    ...(laOwes(review, today).length
      ? [button('What the local authority owes', press.show('chase', review.id))]
      : []),
    button('How the review stands', press.show('status', review.id)),
  ];
}

const isBeforeMeeting = ({ stage }: Review) => stage === 'preparing' || stage === 'gathering';

/** Every step of an annual review: by when, why then, and when it was done. `about` is the page ("page-2"). */
export function datesCard(given: Given): CardMessage {
  const { review, pupil, today } = given;
  const steps = stepsOf(review, today);
  const page = onPage(
    [
      ...placeSection(pupil, today, planRow(review.kind).decidedElsewhere),
      ...lateMeetingSection(given),
      ...aheadSection(given),
      section(
        '',
        steps.map((one) => stepPart(one, given)),
      ),
      section('Also recorded', alsoRecorded(given)),
    ].filter(({ parts }) => parts.length > 0),
    given.about,
    (to) => press.show('dates', review.id, `page-${to}`),
  );
  const shown = explained({
    frame: {
      title: 'The dates of the annual review',
      line: lineOf(review, pupil),
      ask: page.numbered(askOf(given, steps)),
      ...noticed(given.notice),
    },
    sections: page.sections,
    paging: page.paging,
    buttons: buttonsOf(given, steps),
  });
  return { ...shown, notification: `The dates of review ${review.ref}` };
}
