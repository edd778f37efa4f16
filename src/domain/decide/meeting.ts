import { isDeepStrictEqual } from 'node:util';
import { annualPartOf } from '../annual-part.ts';
import type { Refusal } from '../commands.ts';
import { planRow } from '../plans/index.ts';
import type { Noted, Review } from '../review.ts';
import { checkAhead, checkStaff, checkWords } from './checks.ts';
import { ASITIS, type Decider, refusal, unless } from './decision.ts';

const offer = { what: 'agenda' } as const;

/** What the meeting makes of one of the plan's targets; said again, it takes the place of what was said before. */
export const reviewTarget: Decider<'review-target'> = ({ review }, command) => {
  const said = command.review;
  if (review.targetReviews.some((before) => isDeepStrictEqual(before, said))) return ASITIS;
  const change = said.stillRight === 'change';
  const refused =
    checkKnown(review.targets, said.targetId, planRow(review.kind).goal) ??
    (change
      ? checkWords(
          said.newText ?? '',
          'newText',
          `Please write the ${planRow(review.kind).goal}’s new wording.`,
        )
      : undefined);
  return unless(refused, { type: 'target-reviewed', review: said });
};

export const addTarget: Decider<'add-target'> = ({ review }, { target }) =>
  unless(
    checkNew(targetsOf(review), target.id) ??
      checkWords(target.text, 'text', `Please write the ${planRow(review.kind).goal}.`),
    { type: 'target-added', target },
  );

export const addProvision: Decider<'add-provision'> = ({ review }, { provision }) =>
  unless(
    checkNew(review.provision, provision.id) ??
      checkWords(provision.what, 'what', 'Please say what the support is.'),
    { type: 'provision-added', provision },
  );

/** Another wording of provision noted at this meeting. */
export const changeProvision: Decider<'change-provision'> = ({ review }, { provision }) => {
  if (review.provision.some((before) => isDeepStrictEqual(before, provision))) return ASITIS;
  return unless(
    checkKnown(review.provision, provision.id, 'provision') ??
      checkWords(provision.what, 'what', 'Please say what the support is.'),
    { type: 'provision-changed', provision },
  );
};

/** Somebody disagrees, in their own words. */
export const recordDisagreement: Decider<'record-disagreement'> = ({ review }, { id, who, words }) =>
  unless(
    checkNew(review.disagreements, id) ??
      checkWords(who, 'who', 'Please say who disagrees.') ??
      checkWords(words, 'words', 'Please write it in their own words.'),
    { type: 'disagreement-recorded', id, who, words },
  );

/** One agreed next step: what, one owner on the staff list, by when, and how we shall know. */
export const addAction: Decider<'add-action'> = ({ review, school, today }, { type: _, ...action }) =>
  unless(
    checkNew(review.actions, action.id) ??
      checkWords(action.what, 'what', 'Please say what will be done.') ??
      (action.targetId === undefined
        ? undefined
        : checkKnown(targetsOf(review), action.targetId, planRow(review.kind).goal)) ??
      checkStaff([action.owner], school, 'owner') ??
      (action.onBehalfOf === undefined
        ? undefined
        : checkWords(action.onBehalfOf, 'onBehalfOf', 'Please say who does it, or leave this empty.')) ??
      checkAhead(action.due, today, 'due') ??
      checkWords(action.howWeWillKnow, 'howWeWillKnow', 'Please say how we will know it is done.'),
    { type: 'action-added', ...action },
  );

const NAMED: Readonly<Partial<Record<Noted, string>>> = {
  action: 'action',
  provision: 'provision',
  disagreement: 'disagreement',
  'section-change': 'change',
};

/** Something noted by mistake goes again. A target that an action is for stays until that action has gone. */
export const takeBack: Decider<'take-back'> = ({ review }, { what, id }) => {
  const noted = {
    action: review.actions,
    provision: review.provision,
    target: review.newTargets,
    disagreement: review.disagreements,
    'section-change': annualPartOf(review).sectionChanges,
  };
  const inUse = what === 'target' && review.actions.some(({ targetId }) => targetId === id);
  const say = `An action is for this ${planRow(review.kind).goal}. Take that action back first.`;
  return unless(
    checkKnown(noted[what], id, NAMED[what] ?? planRow(review.kind).goal) ??
      (inUse ? refusal('open-actions', say, { offer }) : undefined),
    { type: 'taken-back', what, id },
  );
};

function targetsOf({ targets, newTargets }: Review): readonly { readonly id: string }[] {
  return [...targets, ...newTargets];
}

function checkKnown(all: readonly { readonly id: string }[], id: string, name: string): Refusal | undefined {
  if (all.some((one) => one.id === id)) return undefined;
  return refusal('unknown-thing', `That ${name} is not, or no longer, part of this review.`, { offer });
}

/** What was noted under this id stays as it is: noting it again must not undo what was done to it since. */
function checkNew(all: readonly { readonly id: string }[], id: string): Refusal | undefined {
  return all.some((one) => one.id === id)
    ? refusal('already-done', 'That has been added already.', { offer })
    : undefined;
}
