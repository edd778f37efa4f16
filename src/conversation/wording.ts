import { actionCard } from '../cards/action.ts';
import type { CardMessage } from '../cards/message.ts';
import { recordCard } from '../cards/record.ts';
import {
  actionCannotBeDoneCard,
  actionExtendedAgainCard,
  actionNotMineCard,
  actionPassedOnCard,
  actionWithdrawnCard,
  allAnsweredCard,
  laDecidedCard,
  meetingCalledOffCard,
  meetingMovedCard,
  recordCorrectedCard,
  reviewCancelledCard,
  reviewClosedCard,
} from '../cards/told.ts';
import type { Digest } from '../domain/digest.ts';
import { dueWith } from '../domain/due.ts';
import { isSenco } from '../domain/membership.ts';
import type { MessageKind, PendingMessage } from '../domain/message.ts';
import { stillWanted } from '../domain/messages.ts';
import { maySeeReview } from '../domain/permissions.ts';
import type { Pupil } from '../domain/pupil.ts';
import type { Action, Review } from '../domain/review.ts';
import type { School } from '../domain/school.ts';
import { type LocalDate, localDate } from '../domain/time.ts';
import { FORMS } from '../forms/index.ts';
import type { Deps } from './deps.ts';
import { wordDigest } from './word-digest.ts';

/** What a message is worded from. */
interface Telling {
  readonly review: Review;
  readonly pupil: Pupil;
  readonly school: School;
  readonly today: LocalDate;
  readonly pending: PendingMessage;
  readonly reviewsOfPupil: readonly Review[];
}

const aboutAction =
  (card: (telling: Telling & { readonly action: Action }) => CardMessage) =>
  (telling: Telling): CardMessage | undefined => {
    const action = telling.review.actions.find((one) => one.id === telling.pending.about);
    return action && card({ ...telling, action });
  };

const CARDS: Readonly<Record<MessageKind, (telling: Telling) => CardMessage | undefined>> = {
  // The message's own key is the form's token: however often it arrives, it is one form.
  'evidence-request': (telling) =>
    FORMS.evidence.show({ ...telling, who: telling.pending.to }, telling.pending.key),
  'meeting-moved': meetingMovedCard,
  'meeting-called-off': meetingCalledOffCard,
  'la-decided': laDecidedCard,
  'all-answered': allAnsweredCard,
  record: (telling) => {
    const { review, school, pending } = telling;
    const scope = maySeeReview(review, pending.to, school) === 'all' ? 'all' : 'record';
    return recordCard({ ...telling, scope, mayRun: isSenco(school, pending.to) });
  },
  'record-corrected': recordCorrectedCard,
  'action-given': aboutAction((telling) =>
    actionCard({ ...telling, mine: true, mayRun: false, given: true }),
  ),
  'action-passed-on': aboutAction(actionPassedOnCard),
  'action-not-mine': aboutAction(actionNotMineCard),
  'action-cannot-be-done': aboutAction(actionCannotBeDoneCard),
  'action-withdrawn': aboutAction(actionWithdrawnCard),
  'action-extended-again': aboutAction(actionExtendedAgainCard),
  'review-closed': (telling) => {
    const { review, pupil, reviewsOfPupil, today, school } = telling;
    return reviewClosedCard({ ...telling, next: dueWith(review, pupil, reviewsOfPupil, today, school)?.why });
  },
  'review-cancelled': reviewCancelledCard,
};

/**
 * Words the messages that reviews owe people, and the day's digests, from what is true at the moment of sending.
 * Undefined: there is nothing to say any more, or nobody who may still hear it.
 */
export function makeWording({ store, clock }: Pick<Deps, 'store' | 'clock'>) {
  return {
    async message(review: Review, pending: PendingMessage): Promise<CardMessage | undefined> {
      const school = await store.get('schools', review.schoolId);
      const pupil = await store.get('pupils', review.pupilId);
      if (!school || !pupil || !stillWanted(review, pending, school)) return undefined;
      const reviewsOfPupil = await store.reviewsOfPupil(pupil.id);
      const today = localDate(clock.now());
      return CARDS[pending.kind]({ review, pupil, school, today, pending, reviewsOfPupil });
    },

    digest: (digest: Digest): Promise<CardMessage | undefined> => wordDigest(store, digest),
  };
}
