import { earlier } from '../../time.ts';
import { meetingIsOver } from './meeting-day.ts';
import type { ObligationRow } from './row.ts';

/** Ask somebody else for the evidence of a colleague who has left, or is away; or nobody, by leaving them out. */
export const askAnother: ObligationRow<'ask-another'> = {
  kind: 'ask-another',
  forFamily: 'To ask another colleague how the child is getting on',
  stages: ['gathering'],
  owed: ({ review, school, lead, hasLeft, missedFrom, today }) =>
    review.evidence.flatMap(({ who, dueBy, answer }) => {
      if (answer || who === lead || meetingIsOver(review, today)) return [];
      if (hasLeft(who)) {
        const left = school?.staff.find(({ email }) => email === who)?.left;
        return [{ who: lead, due: left ? earlier(left, dueBy) : dueBy, about: who }];
      }
      const missed = missedFrom(who, dueBy);
      return missed ? [{ who: lead, due: missed, about: who }] : [];
    }),
  words: () => 'Ask somebody else for evidence',
  help: () => 'asking somebody else for evidence',
  answers: [{ opens: 'form', name: 'plan-meeting', title: 'Ask somebody else' }],
  forSomebodyAway: true,
  settled: () => ({ is: 'over' }),
};
