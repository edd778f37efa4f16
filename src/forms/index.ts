import type { FormName } from '../cards/buttons.ts';
import { action, actionDone, actionExtend, actionNotMine, actionReassign } from './actions.ts';
import { evidence } from './evidence.ts';
import type { Form } from './form.ts';
import { disagreement, provision, target, targetReview } from './meeting.ts';
import { cancel, correction, outcome } from './outcome.ts';
import { planMeeting } from './plan-meeting.ts';
import { parentViews, pupilViews, viewsNotGiven } from './views.ts';

/** Every form, by name: a form that is missing here does not compile. */
export const FORMS: Readonly<Record<FormName, Form>> = {
  'plan-meeting': planMeeting,
  evidence,
  'parent-views': parentViews,
  'pupil-views': pupilViews,
  'views-not-given': viewsNotGiven,
  'target-review': targetReview,
  target,
  provision,
  disagreement,
  action,
  outcome,
  correction,
  'action-done': actionDone,
  'action-extend': actionExtend,
  'action-not-mine': actionNotMine,
  'action-reassign': actionReassign,
  cancel,
};

/** The form of this name, if there is one. */
export function formNamed(name: string): Form | undefined {
  return Object.hasOwn(FORMS, name) ? FORMS[name as FormName] : undefined;
}
