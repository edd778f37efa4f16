import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { count } from '../../domain/language/words.ts';
import { planRow } from '../../domain/plans/index.ts';
import { meetingIsOver } from '../../domain/review/obligations/meeting-day.ts';
import type { EvidenceRequest, Review } from '../../domain/review/review.ts';
import { membership } from '../../domain/school/membership.ts';
import { isQuiet } from '../../domain/school/place.ts';
import { localDate } from '../../domain/time.ts';
import { button, press } from '../buttons.ts';
import {
  bold,
  type OfReview,
  part,
  plain,
  type Run,
  type Section,
  section,
  subtle,
  urgent,
} from '../parts.ts';
import { lateWords } from './advice.ts';

const IN_DOUBT = 'We cannot tell whether our message arrived: ask them to open the app and say hello.';

/** What to do where it is not known whether the last request for evidence to this person arrived. */
function reachNote(review: Review, who: string): string {
  const sent = review.messages.filter(({ kind, to }) => kind === 'evidence-request' && to === who);
  return sent.at(-1)?.state.is === 'unconfirmed' ? IN_DOUBT : '';
}

/** Whether they were cut off or left before they answered: nobody can answer as them any more. */
const leftFirst = ({ who, answer }: EvidenceRequest, { school }: OfReview): boolean =>
  !answer && !membership(school, who);

/** Whether somebody else can still be asked in the place of who is awaited. */
const canStillAsk = ({ review, today }: OfReview): boolean =>
  review.stage === 'gathering' && !isQuiet(review.quiet, today) && !meetingIsOver(review, today);

function answerRun(request: EvidenceRequest, given: OfReview): Run {
  const { answer, dueBy } = request;
  const { review, today } = given;
  const { stage, quiet } = review;
  if (answer) {
    const what = answer.said === 'nothing-to-add' ? 'Nothing to add' : 'Answered';
    return plain(
      ` · ${what} ${dayWords(localDate(answer.at))}${lateWords(review, answer) || (answer.late ? ', late' : '')}`,
    );
  }
  if (leftFirst(request, given) && canStillAsk(given)) return urgent(' · Has left: ask somebody else');
  if (stage !== 'gathering' && stage !== 'meeting') return subtle(' · No evidence received');
  if (leftFirst(request, given)) return subtle(' · Has left; no evidence received');
  if (isQuiet(quiet, today)) return subtle(' · No evidence yet; not asked for now');
  // As its obligation has it: nobody is reminded once the meeting is open or its day is over.
  if (stage === 'meeting' || meetingIsOver(review, today))
    return subtle(' · Not yet; not reminded any more. It can be given until the outcome is recorded');
  if (dueBy < today) return urgent(` · Not yet; was wanted by ${dayWords(dueBy)}`);
  return subtle(` · Not yet; wanted by ${dayWords(dueBy)}`);
}

/** What was asked of colleagues, a line each; with the way to ask somebody else, for who runs the review, where one has left. */
export function evidenceSection(given: OfReview & { readonly mayRun: boolean }): Section {
  const { review, school } = given;
  const answered = review.evidence.filter(({ answer }) => answer).length;
  const people = review.evidence.map((request) => {
    const gone = leftFirst(request, given);
    const note = gone || request.answer || review.stage !== 'gathering' ? '' : reachNote(review, request.who);
    const line = [bold(nameOf(school, request.who)), answerRun(request, given)];
    const beside = gone && given.mayRun && canStillAsk(given) ? [askAnotherButton(review)] : [];
    return part([line, ...(note ? [[urgent(note)]] : [])], { beside });
  });
  return section(`Evidence: ${answered} of ${count(review.evidence.length, 'answer')} in`, people);
}

/** To the form of the meeting, which says whom to ask. */
const askAnotherButton = (review: Review) =>
  button('Ask somebody else', press.form(planRow(review.kind).forms.plan, review.id));
