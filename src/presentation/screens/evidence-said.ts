import { dayWords } from '../../domain/language/days.ts';
import { staffAmong } from '../../domain/review/invitees.ts';
import { isTakenLate } from '../../domain/review/steps/late.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import { isQuiet } from '../../domain/school/place.ts';
import type { PersonId } from '../../domain/school/school.ts';
import { localDate, localTime } from '../../domain/time.ts';
import { type Button, button, press } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import { whereRuns } from '../meeting-place.ts';
import type { CardMessage } from '../message.ts';
import { onPage } from '../paging.ts';
import { noticed, type OfReview, part, plain, type Section, section, sheetCard, subtle } from '../parts.ts';
import { NOTHING_ASKED } from '../place.ts';
import { evidenceParts } from './gathered.ts';

type Given = OfReview & { readonly who: PersonId; readonly about?: string | undefined };

const requestOf = ({ review, who }: Given) => review.evidence.find((one) => one.who === who);

/** Nothing is asked of the review now: why is no matter of a colleague's. */
const isResting = ({ review, today }: Given) => isQuiet(review.quiet, today);

function askOf(given: Given): string {
  const { review } = given;
  const request = requestOf(given);
  const open = review.stage === 'gathering';
  if (!request) return 'You were not asked for evidence in this review.';
  if (!request.answer) {
    if (isResting(given)) return NOTHING_ASKED;
    if (isTakenLate(review))
      return `Your evidence was wanted by ${dayWords(request.dueBy)}. The meeting was held, and it still helps.`;
    return open || review.stage === 'meeting'
      ? `Your evidence is wanted by ${dayWords(request.dueBy)}.`
      : 'This review takes no more evidence.';
  }
  const { at, late, said } = request.answer;
  const when = `${dayWords(localDate(at))} at ${localTime(at)}${late ? ', after the day asked for' : ''}`;
  const what = said === 'nothing-to-add' ? 'You said that you had nothing to add' : 'You answered';
  const after = open
    ? 'You can change it until the meeting opens.'
    : 'The meeting has opened, so it stays as it is.';
  return `${what} on ${when}. ${after}`;
}

function buttonsOf(given: Given): Button[] {
  const { review } = given;
  const request = requestOf(given);
  const form = press.form('evidence', review.id);
  if (!request || (isResting(given) && !request.answer)) return [];
  if (request.answer) return review.stage === 'gathering' ? [button('Change my answer', form)] : [];
  const takes = review.stage === 'gathering' || review.stage === 'meeting' || isTakenLate(review);
  return takes ? [button('Give your evidence', form, 'positive')] : [];
}

/** The meeting that is to come, to those among them who are invited to it. */
function meetingSection(given: Given): Section[] {
  const { review, who, today } = given;
  const { meeting, stage } = review;
  if (!meeting || isResting(given) || stage !== 'gathering' || !staffAmong(meeting.invitees).includes(who))
    return [];
  const day = `${dayWords(meeting.date)} at ${meeting.time}`;
  // The card stays in the chat when the meeting moves: of that they hear in a message of its own.
  const asOf = subtle(`As of ${dayWords(today)}: you hear of any change.`);
  return [section('The meeting you are invited to', [part([[plain(day)], ...whereRuns(review), [asOf]])])];
}

/** What a colleague said as evidence, to themselves; to be changed until the meeting opens. `about` is the page. */
export function evidenceSaidCard(given: Given): CardMessage {
  const { review, pupil, today } = given;
  const said = requestOf(given)?.answer?.said;
  const parts =
    said && said !== 'nothing-to-add' ? evidenceParts(said, review, termsOf(review, pupil, today)) : [];
  const page = onPage([...meetingSection(given), section('', parts)], given.about, (number: number) =>
    press.show('my-evidence', review.id, `page-${number}`),
  );
  const card = sheetCard({
    frame: {
      title: 'Your evidence',
      line: lineOf(review, pupil),
      ask: page.numbered(askOf(given)),
      ...noticed(given.notice),
    },
    sections: page.sections,
    paging: page.paging,
    buttons: buttonsOf(given),
  });
  return { card, notification: `Your evidence: review ${review.ref}` };
}
