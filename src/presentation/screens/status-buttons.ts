import { planRow } from '../../domain/plans/index.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import { isAllowed, isKnownTo } from '../../domain/review/flow.ts';
import { FORMS } from '../../domain/review/forms.ts';
import { isUnderWay } from '../../domain/review/held.ts';
import type { Review } from '../../domain/review/review.ts';
import { isQuiet } from '../../domain/school/place.ts';
import { asMain, type Button, button, press } from '../buttons.ts';
import type { OfReview } from '../parts.ts';
import {
  cancelButton,
  changeButton,
  gatheringButtons,
  readButtons,
  restingButtons,
  setButton,
  withMain,
} from './gathering-buttons.ts';
import { actingButtons, annualLookButtons, datesButton, packButton } from './status-annual.ts';

const awayButton = button('Somebody is away', press.absent(1));
const seeRecord = (review: Review) => button('See the record', press.show('record', review.id));
const correctButton = (review: Review) => button('Correct the record', press.form('correction', review.id));

const notMain = (one: Button): Button => (one.style === 'positive' ? { ...one, style: 'default' } : one);

/** What the person who runs the review can do next, the main thing first: at most five. */
export function runButtons(given: OfReview): Button[] {
  const { review, today } = given;
  if (!isUnderWay(review) || !isQuiet(review.quiet, today)) return stageButtons(given);
  // Nothing is asked of it now, so nothing is the main thing: where the pupil is stands first, with the way to change it.
  return (review.stage === 'gathering' ? restingButtons(given) : stageButtons(given)).map(notMain);
}

function stageButtons(given: OfReview): Button[] {
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
export const offeredButtons = ({ review, school, today }: OfReview): Button[] => {
  const { id, kind, stage } = review;
  return FORMS.flatMap(({ name, step, onStatus, offeredWhen }) =>
    onStatus !== undefined &&
    isAllowed(stage, step) &&
    isKnownTo(kind, step) &&
    (offeredWhen?.({ review, school, today }) ?? true)
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
      ...(meeting ? [changeButton(review)] : []),
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
  if (review.stage === 'gathering') return [...readButtons(review), ...annual];
  return review.outcome ? [seeRecord(review), ...annual] : annual;
}
