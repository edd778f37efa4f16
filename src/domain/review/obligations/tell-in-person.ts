import { earlier, plusDays } from '../../time.ts';
import { unreachedOf } from '../unreached.ts';
import { meetingIsOver } from './meeting-day.ts';
import type { ObligationRow } from './row.ts';

/** How many days a SENCO has to tell a colleague whom no message reached. Our own choice, no statute. */
const TELL_DAYS = 1;

/** Tell a colleague of the meeting whom no message about it reached. */
export const tellInPerson: ObligationRow<'tell-in-person'> = {
  kind: 'tell-in-person',
  forFamily: 'To tell a colleague about the meeting',
  stages: ['gathering'],
  owed: ({ review, lead, hasLeft, today }) => {
    if (meetingIsOver(review, today)) return [];
    return unreachedOf(review)
      .filter(({ who }) => who !== lead && !hasLeft(who))
      .map(({ who, since }) => {
        const due = plusDays(since, TELL_DAYS);
        return { who: lead, due: review.meeting ? earlier(due, review.meeting.date) : due, about: who };
      });
  },
  words: () => 'Tell a colleague about the meeting yourself',
  brief: () => 'Tell them of the meeting',
  help: () => 'telling a colleague about the meeting',
  answers: [{ opens: 'nothing', press: 'told-in-person', title: 'I have told them' }],
  notReached: true,
  settled: ({ review, about }) => {
    const told = review.toldInPerson?.findLast(({ who }) => who === about);
    return told ? { is: 'done', by: told.by } : { is: 'over' };
  },
};
