import type { FormName, PupilFormName, SchoolFormName } from '../buttons.ts';
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

/** Every form about a school, by name. */
export const SCHOOL_FORMS: Readonly<Record<SchoolFormName, SchoolForm>> = {
  absence,
  'bulk-reassign': bulkReassign,
};

/** Every form about a pupil, by name. */
export const PUPIL_FORMS: Readonly<Record<PupilFormName, PupilForm>> = { 'early-review': earlyReview };

/** All there are, by what they are about. */
const FORMS_ABOUT = { review: FORMS, pupil: PUPIL_FORMS, school: SCHOOL_FORMS };

/** What a form can be about. */
export type FormKind = keyof typeof FORMS_ABOUT;

const among =
  <Form>(forms: Readonly<Record<string, Form>>) =>
  (name: string): Form | undefined =>
    Object.hasOwn(forms, name) ? forms[name] : undefined;

/** The form about a review of this name, if there is one. */
export const formNamed = among(FORMS);
/** The form about a pupil of this name, if there is one. */
export const pupilFormNamed = among(PUPIL_FORMS);
/** The form about a school of this name, if there is one. */
export const schoolFormNamed = among(SCHOOL_FORMS);

/** What the form of this name is about; a review, as most are, where there is no such form. */
export function whatFormIsAbout(name: string): FormKind {
  const kinds: readonly FormKind[] = ['pupil', 'school'];
  return kinds.find((kind) => Object.hasOwn(FORMS_ABOUT[kind], name)) ?? 'review';
}
