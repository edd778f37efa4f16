import { planRow } from '../../domain/plans/index.ts';
import { familyViews } from '../../domain/review/addressee.ts';
import { adviceAwaited } from '../../domain/review/annual.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import type { Review } from '../../domain/review/review.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import { asMain, type Button, button, press } from '../buttons.ts';
import type { OfReview } from '../parts.ts';
import { hasCome } from './gathered.ts';
import { recordButton } from './record-button.ts';
import { packButton } from './status-annual.ts';

/* What a review offers before its meeting: the next thing that is missing first, and the meeting itself on its day. */

/** The buttons with the first as the main one. */
export const withMain = ([first, ...others]: readonly Button[]): Button[] =>
  first ? [asMain(first), ...others] : [];

export const cancelButton = (review: Review): Button =>
  button('Cancel the review', press.form('cancel', review.id), 'destructive');

/** Sets the meeting; another one, where it was called off. */
export const setButton = (review: Review): Button =>
  button(
    review.stage === 'preparing' ? 'Set the meeting' : 'Set a new meeting',
    press.form(planRow(review.kind).forms.plan, review.id),
  );

export const changeButton = (review: Review): Button =>
  button('Change the meeting', press.form(planRow(review.kind).forms.plan, review.id));

const openButton = (review: Review) => button('Open the meeting', press.openMeeting(review.id, false));
/** What has come so far, from the first answer on; nothing before it. */
export const readButtons = (review: Review): Button[] =>
  hasCome(review) ? [button('Read what has come', press.show('agenda', review.id, 'gathered-1'))] : [];

/** The buttons for the views, those first that are still to be recorded and that something waits for. */
function viewsButtons({ review, pupil, today }: OfReview): {
  readonly wanting: readonly Button[];
  readonly there: readonly Button[];
  /** Each by itself, where one form asks for both. */
  readonly alone: readonly Button[];
} {
  const { child } = termsOf(review, pupil, today);
  const family = familyViews(review);
  const all = [
    {
      title: `${review.parentViews ? 'Change' : 'Record'} ${family.brief}`,
      form: 'parent-views',
      isWanting: !review.parentViews && family.required,
    },
    {
      title: `${review.pupilViews ? 'Change' : 'Record'} the ${child}’s views`,
      form: 'pupil-views',
      isWanting: !review.pupilViews,
    },
  ];
  const buttons = (some: typeof all) =>
    some.map(({ title, form }) => button(title, press.form(form, review.id)));
  // Where both are wanted, one form asks for both; each by itself is still at hand.
  if (all.every(({ isWanting }) => isWanting))
    return {
      wanting: [button('Record both views', press.form('views', review.id))],
      there: [],
      alone: buttons(all),
    };
  return {
    wanting: buttons(all.filter(({ isWanting }) => isWanting)),
    there: buttons(all.filter(({ isWanting }) => !isWanting)),
    alone: [],
  };
}

/** The advice, then sending it round; nothing once that is done, or where the plan's reviews invite nobody from outside. */
function packButtons(given: OfReview): {
  readonly wanting: readonly Button[];
  readonly there: readonly Button[];
} {
  const { review } = given;
  if (!planRow(review.kind).invitesOutsiders) return { wanting: [], there: [] };
  const { outsiders, circulated } = annualPartOf(review);
  const pack = packButton(review);
  if (circulated) return { wanting: [], there: [pack] };
  const send = recordButton(given, 'circulate');
  return { wanting: adviceAwaited(outsiders).length ? [pack, ...send] : [...send, pack], there: [] };
}

/**
 * The main thing is what is missing and can be put right here; where nothing is, to look at what was gathered; and from the
 * day of the meeting on, to open it.
 */
export function gatheringButtons(given: OfReview): Button[] {
  const { review, today } = given;
  const { meeting, kind } = review;
  const views = viewsButtons(given);
  const read = readButtons(review);
  if (!meeting)
    return withMain([
      setButton(review),
      ...views.wanting,
      ...read,
      ...views.there,
      ...views.alone,
      cancelButton(review),
    ]);
  const pack = packButtons(given);
  const open = openButton(review);
  const wanting = [...pack.wanting, ...views.wanting];
  // What is there already is changed seldom: it stands behind the meeting, which comes next.
  const there = [...pack.there, ...views.there];
  // To change the meeting, and what an annual review offers besides, stands below, among what else there is.
  const cancel = planRow(kind).invitesOutsiders ? [] : [cancelButton(review)];
  if (meeting.date <= today)
    return withMain([open, ...wanting, ...read, ...there, ...views.alone, ...cancel]);
  return withMain([...wanting, ...read, open, ...there, ...views.alone, ...cancel]);
}

/** While nothing is asked of it: the meeting, where its day has come and it may have been held, and to give it up. */
export function restingButtons({ review, today }: OfReview): Button[] {
  const { meeting, kind } = review;
  const read = readButtons(review);
  if (!meeting) return [setButton(review), ...read, cancelButton(review)];
  const open = meeting.date <= today ? [openButton(review)] : [];
  return [...open, ...read, ...(planRow(kind).invitesOutsiders ? [] : [cancelButton(review)])];
}
