import { dayWords } from '../domain/language/days.ts';
import { planRow } from '../domain/plans/index.ts';
import type { Review } from '../domain/review/review.ts';
import type { FormName } from '../presentation/buttons.ts';
import type { Section } from '../presentation/parts.ts';
import { tellOutside } from '../presentation/screens/tell-outside.ts';

/** Whether what was done last moved the meeting or called it off. */
function lastMoved({ earlierMeetings, history }: Review): boolean {
  return earlierMeetings !== undefined && earlierMeetings.at(-1)?.at === history.at(-1)?.at;
}

/**
 * Who of those invited must be told of what a form did by whoever runs the review, since they are in no chat: of a
 * meeting that was moved or called off and, for an annual review, of every invitation and change to it.
 */
export function toldOutside(form: FormName, review: Review): readonly Section[] {
  const { meeting } = review;
  if (form === 'cancel-meeting')
    return tellOutside(review, 'They are not in this chat: the meeting is called off.');
  if (form !== 'plan-meeting' && form !== 'plan-annual') return [];
  if (!meeting || (!planRow(review.kind).invitesOutsiders && !lastMoved(review))) return [];
  const when = `${dayWords(meeting.date)} at ${meeting.time}`;
  const moved = lastMoved(review)
    ? 'The meeting is now on'
    : 'They are not in this chat: please invite them to';
  return tellOutside(review, `${moved} ${when}.`);
}
