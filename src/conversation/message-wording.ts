import { NOTHING_APART } from '../app/ports.ts';
import type { Digest } from '../domain/nudges/digest.ts';
import { allAbout, type MessageKind, type PendingMessage } from '../domain/nudges/message.ts';
import { stillToSay } from '../domain/nudges/messages.ts';
import type { Kept } from '../domain/nudges/together.ts';
import { refusalFor } from '../domain/review/flow.ts';
import { meetingAsItIsSince } from '../domain/review/meeting-shown.ts';
import { supportNamed } from '../domain/review/obligations/support.ts';
import { maySeeReview } from '../domain/review/permissions.ts';
import { requestOf } from '../domain/review/requests.ts';
import type { Action, Provision, Review } from '../domain/review/review.ts';
import type { StandingCard } from '../domain/school/contact.ts';
import { isSenco } from '../domain/school/membership.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { PersonId, School } from '../domain/school/school.ts';
import { dueWith, nextReviewOf } from '../domain/statute/due.ts';
import { type LocalDate, localDate } from '../domain/time.ts';
import { press } from '../presentation/buttons.ts';
import { formNamed, formOf } from '../presentation/forms/index.ts';
import { type CardMessage, placedAt } from '../presentation/message.ts';
import { actionCard } from '../presentation/screens/action.ts';
import { evidenceSaidCard } from '../presentation/screens/evidence-said.ts';
import { actionsGivenCard, supportsGivenCard } from '../presentation/screens/given-together.ts';
import {
  meetingCalledOffCard,
  meetingMovedCard,
  meetingSetCard,
  meetingWithoutYouCard,
  noLongerAskedCard,
  type ToOne,
} from '../presentation/screens/meeting-messages.ts';
import {
  actionCannotBeDoneCard,
  actionExtendedAgainCard,
  actionNotMineCard,
  actionPassedOnCard,
  actionWithdrawnCard,
  allAnsweredCard,
  laDecidedCard,
  recordCorrectedCard,
  reviewCancelledCard,
  reviewClosedCard,
  reviewReopenedCard,
} from '../presentation/screens/message-cards.ts';
import { recordCard } from '../presentation/screens/record.ts';
import { requestGivenCard } from '../presentation/screens/request-given.ts';
import { formOverCard, overtakenCard, settledCard } from '../presentation/screens/settled.ts';
import { supportCard } from '../presentation/screens/support.ts';
import {
  supportEndedCard,
  supportNotHappeningCard,
  supportPassedOnCard,
} from '../presentation/screens/support-messages.ts';
import type { Deps } from './deps.ts';
import { knowing, staying } from './navigation.ts';
import { formIn, purposeOf } from './purpose.ts';
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
    return (
      action && placedAt(press.show('action', telling.review.id, action.id), card({ ...telling, action }))
    );
  };

const aboutSupport =
  (card: (telling: Telling & { readonly provision: Provision }) => CardMessage) =>
  (telling: Telling): CardMessage | undefined => {
    const provision = supportNamed(telling.review, telling.pending.about);
    const here = press.show('support', telling.review.id, provision?.id);
    return provision && placedAt(here, card({ ...telling, provision }));
  };

// What was given alone changes as it is answered; of several, the others stay to be pressed.
const oneAction = aboutAction((telling) =>
  actionCard({ ...telling, mine: true, mayRun: false, given: true }),
);
const oneSupport = aboutSupport((telling) =>
  supportCard({ ...telling, mine: true, mayRun: false, given: true }),
);

const aboutRequest = (telling: Telling): CardMessage | undefined => {
  const request = requestOf(telling.review, telling.pending.about);
  return request && requestGivenCard({ ...telling, request });
};

const aboutMeeting =
  (card: (given: ToOne) => CardMessage) =>
  (telling: Telling): CardMessage =>
    card({ ...telling, who: telling.pending.to });

const scopeOf = ({ review, pending, school, pupil, reviewsOfPupil: reviews, today }: Telling) =>
  maySeeReview(review, pending.to, school, { pupil, reviews, today });

const namedIn = <One extends { readonly id: string }>(all: readonly One[], pending: PendingMessage) =>
  all.filter(({ id }) => allAbout(pending).includes(id));

/** What somebody is given by one review or by several, as one message: each of it stays to be pressed. */
const GIVEN: Readonly<Partial<Record<MessageKind, (tellings: readonly Telling[]) => CardMessage>>> = {
  'action-given': (tellings) => {
    const all = tellings.map((one) => ({ ...one, actions: namedIn(one.review.actions, one.pending) }));
    return staying('digest', actionsGivenCard(all));
  },
  'support-given': (tellings) => {
    const all = tellings.map((one) => ({ ...one, supports: namedIn(one.review.provision, one.pending) }));
    return staying('digest', supportsGivenCard(all));
  },
};

const CARDS: Readonly<Record<MessageKind, (telling: Telling) => CardMessage | undefined>> = {
  // The message's own key is the form's token: however often it arrives, it is one form.
  'evidence-request': (telling) =>
    formOf('evidence').show({ ...telling, who: telling.pending.to }, telling.pending.key),
  'meeting-set': aboutMeeting(meetingSetCard),
  'meeting-moved': aboutMeeting(meetingMovedCard),
  'meeting-called-off': aboutMeeting(meetingCalledOffCard),
  'meeting-without-you': aboutMeeting(meetingWithoutYouCard),
  'no-longer-asked': aboutMeeting(noLongerAskedCard),
  'request-given': aboutRequest,
  'la-decided': laDecidedCard,
  'all-answered': allAnsweredCard,
  record: (telling) => {
    const { school, pending } = telling;
    const scope = scopeOf(telling) === 'all' ? 'all' : 'record';
    const show = recordCard({ ...telling, scope, mayRun: isSenco(school, pending.to) });
    return placedAt(press.show('record', telling.review.id), show);
  },
  // Whose need to know of it has ended hears no more of it.
  'record-corrected': (telling) => (scopeOf(telling) ? recordCorrectedCard(telling) : undefined),
  'action-given': (telling) =>
    telling.pending.also ? GIVEN['action-given']?.([telling]) : oneAction(telling),
  'action-passed-on': aboutAction(actionPassedOnCard),
  'action-not-mine': aboutAction(actionNotMineCard),
  'action-cannot-be-done': aboutAction(actionCannotBeDoneCard),
  'action-withdrawn': aboutAction(actionWithdrawnCard),
  'action-extended-again': aboutAction(actionExtendedAgainCard),
  'support-given': (telling) =>
    telling.pending.also ? GIVEN['support-given']?.([telling]) : oneSupport(telling),
  'support-passed-on': aboutSupport(supportPassedOnCard),
  'support-ended': aboutSupport(supportEndedCard),
  'support-not-happening': aboutSupport(supportNotHappeningCard),
  'review-closed': (telling) => {
    const { review, pupil, reviewsOfPupil, today, school } = telling;
    const due = dueWith(review, pupil, reviewsOfPupil, today, school);
    return reviewClosedCard({ ...telling, next: due && nextReviewOf(due) });
  },
  'review-reopened': reviewReopenedCard,
  'review-cancelled': reviewCancelledCard,
};

/**
 * Why a form about the review that `who` has open can't be sent any more, where they did what is in its way themselves. Anybody
 * else may be typing into it: theirs stays, and what was typed is given back when it is sent.
 */
function formOver(review: Review, who: PersonId, purpose: string): string | undefined {
  const name = formIn(purpose, review.id);
  const form = name === undefined ? undefined : formNamed(name);
  if (!form || review.history.at(-1)?.by !== who) return undefined;
  return refusalFor(review, form.row.step)?.say;
}

/**
 * Words the messages that reviews owe people, and the day's digests, from what is true at the moment of sending.
 * Undefined: there is nothing to say any more, or nobody who may still hear it.
 */
export function makeWording({
  store,
  clock,
  apart = NOTHING_APART,
}: Pick<Deps, 'store' | 'clock' | 'apart'>) {
  /** What there is to say of a message now; undefined where there is nothing any more. */
  async function tell({ review, pending }: Kept): Promise<Telling | undefined> {
    const school = await store.get('schools', review.schoolId);
    const pupil = await store.get('pupils', review.pupilId);
    const today = localDate(clock.now());
    const left = school && stillToSay(review, pending, school, today);
    if (!left || !pupil) return undefined;
    const reviewsOfPupil = await store.reviewsOfPupil(pupil.id);
    return { review, pupil, school, today, pending: left, reviewsOfPupil };
  }

  function worded(telling: Telling): CardMessage | undefined {
    const { review, pending } = telling;
    const show = CARDS[pending.kind](telling);
    if (show && pending.also) return show;
    return show && knowing({ here: press.show('status', review.id), ...show });
  }

  return {
    async message(review: Review, pending: PendingMessage): Promise<CardMessage | undefined> {
      const telling = await tell({ review, pending });
      return telling && worded(telling);
    },

    async together(messages: readonly Kept[]): Promise<CardMessage | undefined> {
      const tellings = (await Promise.all(messages.map(tell))).flatMap((one) => one ?? []);
      const [first, ...more] = tellings;
      return first && (more.length === 0 ? worded(first) : GIVEN[first.pending.kind]?.(tellings));
    },

    async standing(review: Review, who: PersonId, card: StandingCard): Promise<CardMessage | undefined> {
      const over = formOver(review, who, card.is);
      if (over) return formOverCard(over);
      const here = press.show('my-evidence', review.id);
      const since = meetingAsItIsSince(review);
      if (card.is !== purposeOf({ here }) || since === undefined || (card.at ?? '') >= since)
        return undefined;
      const school = await store.get('schools', review.schoolId);
      const pupil = await store.get('pupils', review.pupilId);
      if (!school || !pupil) return undefined;
      const today = localDate(clock.now());
      return knowing(placedAt(here, evidenceSaidCard({ review, pupil, school, today, who })));
    },

    overtaken: (digest: Digest) => overtakenCard(digest.day),

    settled: (review: Review, pending: PendingMessage) => settledCard({ review, pending }),

    digest: (digest: Digest): Promise<CardMessage | undefined> => apart.run(() => wordDigest(store, digest)),
  };
}
