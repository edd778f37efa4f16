import type { PersonId } from '../school/school.ts';
import type { Instant } from '../time.ts';
import type { Fact } from './facts.ts';
import type { Review } from './review.ts';

/** What changes what a colleague was shown of the meeting: when it is, whether they are invited, or that it is held by now. */
const CHANGES: ReadonlySet<string> = new Set<Fact['type']>([
  'meeting-planned',
  'meeting-called-off',
  'meeting-opened',
  'meeting-closed-again',
  'review-cancelled',
]);

/** Since when the meeting is as it is now; undefined where it is as it was first set, for nobody was shown it otherwise. */
export const meetingAsItIsSince = ({ history }: Pick<Review, 'history'>): Instant | undefined =>
  history
    .filter(({ what }) => CHANGES.has(what))
    .slice(1)
    .at(-1)?.at;

/** Whoever may have something in their chat that was right before: all who were asked or told anything of the review, and who acted last, each once. */
export const shownTheMeeting = ({ evidence, messages, history }: Review): readonly PersonId[] => [
  ...new Set([
    ...history.slice(-1).map(({ by }) => by),
    ...evidence.map(({ who }) => who),
    ...messages.map(({ to }) => to),
  ]),
];
