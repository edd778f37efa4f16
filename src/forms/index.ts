import type { FormName, SchoolFormName } from '../cards/buttons.ts';
import { absence } from './absence.ts';
import {
  action,
  actionCannot,
  actionDone,
  actionExtend,
  actionNotMine,
  actionReassign,
  actionWithdraw,
} from './actions.ts';
import { bulkReassign } from './bulk-reassign.ts';
import { evidence } from './evidence.ts';
import type { Form } from './form.ts';
import { disagreement, provision, target, targetReview } from './meeting.ts';
import { cancel, correction, outcome } from './outcome.ts';
import { planMeeting } from './plan-meeting.ts';
import type { SchoolForm } from './school-form.ts';
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
  'action-cannot': actionCannot,
  'action-reassign': actionReassign,
  'action-withdraw': actionWithdraw,
  cancel,
};

/** The form of this name, if there is one. */
export function formNamed(name: string): Form | undefined {
  return Object.hasOwn(FORMS, name) ? FORMS[name as FormName] : undefined;
}

/** Every form about a school, by name. */
export const SCHOOL_FORMS: Readonly<Record<SchoolFormName, SchoolForm>> = {
  absence,
  'bulk-reassign': bulkReassign,
};

/** The form about a school of this name, if there is one. */
export function schoolFormNamed(name: string): SchoolForm | undefined {
  return Object.hasOwn(SCHOOL_FORMS, name) ? SCHOOL_FORMS[name as SchoolFormName] : undefined;
}
