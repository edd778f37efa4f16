import { planRow } from '../../plans/index.ts';
import { addSchoolDays } from '../../school/calendar.ts';
import type { School } from '../../school/school.ts';
import { type LocalDate, localDate } from '../../time.ts';
import { checkWords } from '../checks.ts';
import { runningIt, staffToldOfOutcome } from '../concerned.ts';
import { type Actor, refusal, unless } from '../decision.ts';
import { REOPEN } from '../questions/reopen.ts';
import type { Action, Outcome, Review } from '../review.ts';
import { beforeMeeting, cancelled, instead } from './instead.ts';
import { type Step, TAKES, tell } from './step.ts';
import { stepForm } from './step-form.ts';

interface ReopenReview {
  readonly type: 'reopen-review';
  readonly why: string;
}

interface ReviewReopened {
  readonly type: 'review-reopened';
  readonly why: string;
}

/** For so many school days a closing can be undone. Our own choice, no statute. */
const SCHOOL_DAYS = 10;

const BY_LETTER =
  'It was closed by a letter or an answer that was recorded. Put that right in its own form: nothing need be opened again.';
const notClosed = instead('This review is not closed.', 'status', 'already-done');

/** Whether a closed review can still be opened again on `today`. */
const isInTime = ({ closedAt }: Review, school: School, today: LocalDate): boolean =>
  closedAt !== undefined && today <= addSchoolDays(school, localDate(closedAt), SCHOOL_DAYS);

/**
 * A review that was closed by mistake is opened again, and what closed it is undone: the outcome is decided anew, or the last
 * action is open again. What a letter or an answer closed stays closed: that is put right by its own form.
 */
export const reopenReview: Step<ReopenReview, ReviewReopened> = {
  type: 'reopen-review',
  giver: 'senco',
  stages: { ...beforeMeeting(notClosed), meeting: notClosed, acting: notClosed, closed: TAKES, cancelled },
  moves: [
    { from: 'closed', to: 'acting', when: 'within 10 school days' },
    { from: 'closed', to: 'meeting', when: 'within 10 school days, where its outcome closed it' },
  ],
  decide: ({ review, school, today }, { why }) => {
    const late =
      'It was closed more than 10 school days ago, so it stays closed. Add a correction to the record, or start the next review.';
    return unless(
      (isInTime(review, school, today)
        ? undefined
        : refusal('not-now', late, { offer: { what: 'correction' } })) ??
        (isUndone(review) ? undefined : refusal('not-now', BY_LETTER, { offer: { what: 'status' } })) ??
        checkWords(why, 'why', 'Please say why it is opened again.'),
      { type: 'review-reopened', why },
    );
  },
  facts: {
    'review-reopened': {
      evolve: reopened,
      tells: ({ review, school }) => {
        const last = review.reopened?.at(-1);
        const action = review.actions.find(({ id }) => id === last?.action?.id);
        // To do again: that is asked of its owner anew, where it is not for the SENCO to decide on.
        const toDo = action && !action.disowned && !action.cannotBeDone ? [action] : [];
        const told = [
          ...runningIt(review, school),
          ...(last?.outcome ? staffToldOfOutcome(review) : []),
          ...(action ? [action.owner] : []),
        ];
        const others = [...new Set(told)].filter((who) => toDo.every(({ owner }) => owner !== who));
        return [
          ...toDo.map(
            ({ id, owner }) => ({ kind: 'action-given', to: owner, about: id, asks: true }) as const,
          ),
          ...tell('review-reopened', others),
        ];
      },
    },
  },
  forms: [
    stepForm({
      name: 'reopen',
      title: 'Open it again',
      open: 'Open the review again',
      send: 'Open it again',
      ask: ({ review }) =>
        closingOutcome(review)
          ? 'Its outcome closed it: the meeting is open again, and the outcome is decided anew. Everybody who has the record is told.'
          : 'The action that was done or ended last is open again, and those who were told that the review is closed are told.',
      notification: ({ review }) => `Open review ${review.ref} again`,
      questions: REOPEN,
      command: ({ why }) => ({ type: 'reopen-review', why }),
      overtakenBy: ({ review, reviews = [] }) =>
        reviews.some(({ kind, startedAt }) => kind === review.kind && startedAt > review.startedAt)
          ? { look: 'status', say: 'The next review has begun, so this one stays closed.' }
          : undefined,
      onStatus: 'Closed by mistake: open it again',
      offeredWhen: ({ review, school, today }) => isInTime(review, school, today) && isUndone(review),
      said: ({ whenTold }) => `The review is open again. Those concerned are told ${whenTold}.`,
    }),
  ],
};

/** Whether what closed it can be undone. */
const isUndone = (review: Review): boolean =>
  closingAction(review) !== undefined || closingOutcome(review) !== undefined;

/** Whether something was recorded with the closing: then it is what closed it. */
const isBy = ({ at }: { readonly at: string }, { closedAt }: Review): boolean => at === closedAt;

/** The outcome that closed the review: never where the local authority decides on it. */
const closingOutcome = ({ outcome, ...review }: Review): Outcome | undefined =>
  outcome && !planRow(review.kind).decidedElsewhere && isBy(outcome, review) ? outcome : undefined;

/** The action whose end closed the review. */
const closingAction = (review: Review): Action | undefined =>
  review.actions.find(({ done, withdrawn }) => [done, withdrawn].some((end) => end && isBy(end, review)));

function reopened(review: Review, { why }: ReviewReopened, { who: by, at }: Actor): Review {
  const { closedAt: _, outcome, ...open } = review;
  const undone = closingOutcome(review);
  const before = review.reopened ?? [];
  if (undone) return { ...open, stage: 'meeting', reopened: [...before, { by, at, why, outcome: undone }] };
  const action = closingAction(review);
  return {
    ...open,
    ...(outcome && { outcome }),
    stage: 'acting',
    actions: review.actions.map((one) => (one === action ? openAgain(one) : one)),
    reopened: [...before, { by, at, why, ...(action && { action }) }],
  };
}

const openAgain = ({ done: _done, withdrawn: _ended, ...action }: Action): Action => action;
