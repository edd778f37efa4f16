import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { count } from '../../domain/language/words.ts';
import { meetingIsOver } from '../../domain/review/obligations/meeting-day.ts';
import type { EvidenceRequest, Review } from '../../domain/review/review.ts';
import { isQuiet } from '../../domain/school/place.ts';
import { type LocalDate, localDate } from '../../domain/time.ts';
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

const IN_DOUBT = 'We cannot tell whether our message arrived: ask them to open the app and say hello.';

/** What to do where it is not known whether the last request for evidence to this person arrived. */
function reachNote(review: Review, who: string): string {
  const sent = review.messages.filter(({ kind, to }) => kind === 'evidence-request' && to === who);
  return sent.at(-1)?.state.is === 'unconfirmed' ? IN_DOUBT : '';
}

function answerRun({ answer, dueBy }: EvidenceRequest, review: Review, today: LocalDate): Run {
  const { stage, quiet } = review;
  if (answer) {
    const what = answer.said === 'nothing-to-add' ? 'Nothing to add' : 'Answered';
    return plain(` · ${what} ${dayWords(localDate(answer.at))}${answer.late ? ', late' : ''}`);
  }
  if (stage !== 'gathering' && stage !== 'meeting') return subtle(' · No evidence received');
  if (isQuiet(quiet, today)) return subtle(' · No evidence yet; not asked for now');
  // As its obligation has it: nobody is reminded once the meeting is open or its day is over.
  if (stage === 'meeting' || meetingIsOver(review, today))
    return subtle(' · Not yet; not reminded any more. It can be given until the outcome is recorded');
  if (dueBy < today) return urgent(` · Not yet; was wanted by ${dayWords(dueBy)}`);
  return subtle(` · Not yet; wanted by ${dayWords(dueBy)}`);
}

/** Who has answered what they were asked, and who has not. */
export function evidenceSection({ review, school, today }: OfReview): Section {
  const answered = review.evidence.filter(({ answer }) => answer).length;
  const people = review.evidence.map((request) => {
    const note = request.answer || review.stage !== 'gathering' ? '' : reachNote(review, request.who);
    const line = [bold(nameOf(school, request.who)), answerRun(request, review, today)];
    return part([line, ...(note ? [[urgent(note)]] : [])]);
  });
  return section(`Evidence: ${answered} of ${count(review.evidence.length, 'answer')} in`, people);
}
