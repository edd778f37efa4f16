import { meetingIsOver } from './meeting-day.ts';
import type { ObligationRow } from './row.ts';

/** Ask somebody else for the evidence of a colleague who is away. */
export const askAnother: ObligationRow<'ask-another'> = {
  kind: 'ask-another',
  stages: ['gathering'],
  owed: ({ review, lead, hasLeft, missedFrom, today }) =>
    review.evidence.flatMap(({ who, dueBy, answer }) => {
      if (answer || hasLeft(who) || who === lead || meetingIsOver(review, today)) return [];
      const missed = missedFrom(who, dueBy);
      return missed ? [{ who: lead, due: missed, about: who }] : [];
    }),
  words: () => 'Ask somebody else for evidence',
  help: () => 'asking somebody else for evidence',
  answers: [{ opens: 'form', name: 'plan-meeting', title: 'Ask somebody else' }],
  forSomebodyAway: true,
  settled: () => ({ is: 'over' }),
};
