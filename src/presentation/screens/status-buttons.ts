import { planRow } from '../../domain/plans/index.ts';
import { familyViews } from '../../domain/review/addressee.ts';
import { adviceAwaited } from '../../domain/review/annual.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import { isAllowed, isKnownTo } from '../../domain/review/flow.ts';
import { FORMS } from '../../domain/review/forms.ts';
import type { Review } from '../../domain/review/review.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import { asMain, type Button, button, press } from '../buttons.ts';
import type { OfReview } from '../parts.ts';
import { recordButton } from './record-button.ts';
import { actingButtons, annualLookButtons, datesButton, packButton } from './status-annual.ts';

const awayButton = button('Somebody is away', press.absent(1));
const cancelButton = (review: Review) =>
  button('Cancel the review', press.form('cancel', review.id), 'destructive');
const seeRecord = (review: Review) => button('See the record', press.show('record', review.id));
const withMain = ([first, ...others]: readonly Button[]): Button[] =>
  first ? [asMain(first), ...others] : [];

const setButton = (review: Review) =>
  button(
    review.stage === 'preparing' ? 'Set the meeting' : 'Set a new meeting',
    press.form(planRow(review.kind).forms.plan, review.id),
  );
const changeButton = (review: Review) =>
  button('Change the meeting', press.form(planRow(review.kind).forms.plan, review.id));
const openButton = (review: Review) => button('Open the meeting', press.openMeeting(review.id, false));
const correctButton = (review: Review) => button('Correct the record', press.form('correction', review.id));

function viewsButtons({ review, pupil, today }: OfReview): Button[] {
  const { child } = termsOf(review, pupil, today);
  return [
    button(
      `${review.parentViews ? 'Change' : 'Record'} ${familyViews(review).brief}`,
      press.form('parent-views', review.id),
    ),
    button(
      `${review.pupilViews ? 'Change' : 'Record'} the ${child}’s views`,
      press.form('pupil-views', review.id),
    ),
  ];
}

/** What puts right what a gathering review lacks, beside opening the meeting. */
function gatheringButtons(given: OfReview): Button[] {
  const { review } = given;
  if (!review.meeting) return [asMain(setButton(review)), ...viewsButtons(given), cancelButton(review)];
  if (planRow(review.kind).invitesOutsiders) return buttonsWithOutsiders(given);
  return [asMain(openButton(review)), ...viewsButtons(given), changeButton(review), cancelButton(review)];
}

/** First whatever is missing first: the advice, then sending it round, then the views. */
function buttonsWithOutsiders(given: OfReview): Button[] {
  const { review } = given;
  const { outsiders, circulated } = annualPartOf(review);
  const sent = circulated !== undefined;
  const awaited = adviceAwaited(outsiders).length;
  const pack = packButton(review);
  const send = recordButton(given, 'circulate');
  const views = viewsButtons(given);
  const open = openButton(review);
  if (awaited && !sent) return withMain([pack, ...send, ...views, open]);
  if (!sent) return withMain([...send, pack, ...views, open]);
  const theirs = review.parentViews || !familyViews(review).required;
  if (theirs && review.pupilViews) return withMain([open, pack, ...views]);
  const [parents, pupils] = views;
  const first = theirs ? [pupils, parents] : [parents, pupils];
  return withMain([...first.filter((one) => one !== undefined), open, pack]);
}

/** What the person who runs the review can do next, the main thing first: at most five. */
export function runButtons(given: OfReview): Button[] {
  const { review } = given;
  const { decidedElsewhere, invitesOutsiders } = planRow(review.kind);
  switch (review.stage) {
    case 'preparing':
      return [asMain(setButton(review)), cancelButton(review)];
    case 'gathering':
      return gatheringButtons(given);
    case 'meeting':
      return [
        button('Go to the agenda', press.show('agenda', review.id), 'positive'),
        ...(invitesOutsiders ? [packButton(review)] : []),
        ...(decidedElsewhere ? [datesButton(review)] : []),
        cancelButton(review),
      ];
    case 'acting': {
      const next = decidedElsewhere ? actingButtons(given) : [];
      const more = [
        button('Add an action', press.form('action', review.id)),
        correctButton(review),
        awayButton,
      ];
      return withMain([...next, seeRecord(review), ...(decidedElsewhere ? [] : more)]);
    }
    case 'closed':
      return [
        asMain(seeRecord(review)),
        correctButton(review),
        ...(decidedElsewhere ? [datesButton(review), mediationButton(review)] : []),
        button('Reviews that are due', press.due(1)),
      ];
    case 'cancelled':
      return [button('Reviews that are due', press.due(1))];
  }
}

const mediationButton = (review: Review) =>
  button('Record a mediation certificate', press.form('mediation', review.id));

/** What families get, and the guide: at hand in every stage that goes on. */
export const guideButtons = ({ review, pupil }: OfReview): Button[] =>
  review.stage === 'cancelled'
    ? []
    : [
        button('For the family', press.show('family', review.id)),
        button('The guide', press.guide(undefined, review.kind, pupil.id)),
      ];

/** What opens the forms that say themselves that they are offered here, of steps that the review takes as it stands. */
export const offeredButtons = ({ review, today }: OfReview): Button[] => {
  const { id, kind, stage } = review;
  return FORMS.flatMap(({ name, step, onStatus, offeredWhen }) =>
    onStatus !== undefined &&
    isAllowed(stage, step) &&
    isKnownTo(kind, step) &&
    (offeredWhen?.({ review, today }) ?? true)
      ? [button(onStatus, press.form(name, id))]
      : [],
  );
};

/** What else they can do: beside the others some clients would drop it. */
export function moreButtons({ review }: OfReview): Button[] {
  const { decidedElsewhere, invitesOutsiders } = planRow(review.kind);
  const { meeting, stage } = review;
  if (stage === 'gathering') {
    return [
      ...(decidedElsewhere && meeting ? [datesButton(review)] : []),
      ...(invitesOutsiders && meeting ? [changeButton(review)] : []),
      ...(meeting ? [button('Call the meeting off', press.form('cancel-meeting', review.id))] : []),
      awayButton,
      ...(invitesOutsiders && meeting ? [cancelButton(review)] : []),
    ];
  }
  if (stage !== 'acting' || !decidedElsewhere) return [];
  return [
    button('Add an action', press.form('action', review.id)),
    correctButton(review),
    datesButton(review),
    ...(annualPartOf(review).decision ? [mediationButton(review)] : [packButton(review)]),
    awayButton,
  ];
}

/** What somebody who only looks can open. */
export function lookButtons(given: OfReview): Button[] {
  const { review } = given;
  const annual = review.stage === 'preparing' ? [] : annualLookButtons(given);
  if (review.stage === 'meeting')
    return [button('See the agenda', press.show('agenda', review.id)), ...annual];
  return review.outcome ? [seeRecord(review), ...annual] : annual;
}
