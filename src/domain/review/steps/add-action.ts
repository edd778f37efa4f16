import { dayWords } from '../../language/days.ts';
import type { Terms } from '../../language/terms.ts';
import { planRow } from '../../plans/index.ts';
import { schoolDayFrom } from '../../school/calendar.ts';
import { plusDays } from '../../time.ts';
import { checkAhead, checkStaff, checkWords } from '../checks.ts';
import { unless } from '../decision.ts';
import { ACTION } from '../questions/actions.ts';
import type { AgreedAction } from '../review.ts';
import { termsIn } from '../terms-of.ts';
import { cancelled, instead, openFirst, planFirst } from './instead.ts';
import { allTargets, checkKnown, checkNew } from './meeting-notes.ts';
import { type Step, TAKES, tell } from './step.ts';
import { stepForm, TAKE_BACK } from './step-form.ts';

interface AddAction extends AgreedAction {
  readonly type: 'add-action';
}

interface ActionAdded extends AgreedAction {
  readonly type: 'action-added';
}

/** One agreed next step: what, one owner on the staff list, by when, and how we shall know. */
export const addAction: Step<AddAction, ActionAdded> = {
  type: 'add-action',
  giver: 'senco',
  stages: {
    preparing: planFirst,
    gathering: openFirst,
    meeting: TAKES,
    acting: TAKES,
    closed: instead(
      'This review is closed, so no action can be added. Bring it to the next review, or add a correction to the record.',
      'correction',
    ),
    cancelled,
  },
  decide: ({ review, school, today }, { type: _, ...action }) =>
    unless(
      checkNew(review.actions, action.id) ??
        checkWords(action.what, 'what', 'Please say what will be done.') ??
        (action.targetId === undefined
          ? undefined
          : checkKnown(allTargets(review), action.targetId, planRow(review.kind).goal)) ??
        checkStaff([action.owner], school, 'owner') ??
        (action.onBehalfOf === undefined
          ? undefined
          : checkWords(action.onBehalfOf, 'onBehalfOf', 'Please say who does it, or leave this empty.')) ??
        checkAhead(action.due, today, 'due'),
      { type: 'action-added', ...action },
    ),
  facts: {
    'action-added': {
      evolve: (review, { type: _, ...action }, { at }) => ({
        ...review,
        actions: [...review.actions, { ...action, addedAt: at, extensions: [] }],
      }),
      // Until the outcome is recorded it can be taken back; then all owners are told.
      tells: ({ review, fact: { owner, id } }) =>
        review.stage === 'acting' ? tell('action-given', [owner], id) : [],
    },
  },
  forms: [
    stepForm({
      name: 'action',
      title: 'Add an action',
      open: 'Add an action',
      send: 'Add it',
      ask: () => 'One thing, one owner, one day.',
      notification: ({ review }) => `Add an action: review ${review.ref}`,
      questions: ACTION,
      values: ({ school, today }) => ({ due: schoolDayFrom(school, plusDays(today, DUE_IN_DAYS)) }),
      written: ({ actions, stage }) => {
        const answers = actions.at(-1);
        return answers && { answers, change: stage === 'meeting' ? TAKE_BACK : '' };
      },
      command: ({ targetId, doneBy, onBehalfOf: named, ...rest }, subject, newId) => {
        const onBehalfOf = named || doerWords(doneBy, termsIn(subject));
        const more = {
          ...(targetId && { targetId }),
          ...(doneBy && { doneBy }),
          ...(onBehalfOf && { onBehalfOf }),
        };
        return { type: 'add-action', id: newId(), ...rest, ...more };
      },
      goesOn: ({ actions }) => (actions.length === 0 ? 'agreeing' : undefined),
      said: ({ review, told, whenTold }) => {
        const last = review.actions.at(-1);
        const added = last ? `Added: due ${dayWords(last.due)}.` : 'Added.';
        return told['action-given'] ? `${added} Its owner is told ${whenTold}.` : added;
      },
    }),
  ],
};

/** Who does it where nobody is named: no name of the pupil's is needed, and none is put in. */
function doerWords(doneBy: string | undefined, { child }: Terms): string {
  if (doneBy === 'parent') return 'the parents or carers';
  return doneBy === 'pupil' ? `the ${child}` : '';
}

/** Soon enough to matter, long enough to be done. */
const DUE_IN_DAYS = 14;
