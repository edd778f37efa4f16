import type { FormName, PupilFormName, SchoolFormName } from '../cards/buttons.ts';
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
import { comments, finalPlan, laDecision, mediation, notice, report } from './annual-after.ts';
import { advice, circulate } from './annual-before.ts';
import { attendance, recommendation, sectionChange } from './annual-meeting.ts';
import { bulkReassign } from './bulk-reassign.ts';
import { earlyReview } from './early-review.ts';
import { evidence } from './evidence.ts';
import type { Form } from './form.ts';
import { disagreement, provision, target, targetReview } from './meeting.ts';
import { cancel, correction, outcome } from './outcome.ts';
import { planAnnual } from './plan-annual.ts';
import { cancelMeeting, planMeeting } from './plan-meeting.ts';
import type { PupilForm } from './pupil-form.ts';
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
  'cancel-meeting': cancelMeeting,
  'plan-annual': planAnnual,
  advice,
  circulate,
  attendance,
  'section-change': sectionChange,
  recommendation,
  report,
  'la-decision': laDecision,
  notice,
  comments,
  'final-plan': finalPlan,
  mediation,
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

/** Every form about a pupil, by name. */
export const PUPIL_FORMS: Readonly<Record<PupilFormName, PupilForm>> = { 'early-review': earlyReview };

/** The form about a pupil of this name, if there is one. */
export function pupilFormNamed(name: string): PupilForm | undefined {
  return Object.hasOwn(PUPIL_FORMS, name) ? PUPIL_FORMS[name as PupilFormName] : undefined;
}
