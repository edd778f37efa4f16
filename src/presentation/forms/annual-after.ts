import { capital, namesThatFit } from '../../domain/language/words.ts';
import { LONGEST } from '../../domain/questions/text.ts';
import type { Dated } from '../../domain/review/annual.ts';
import { invitedTo } from '../../domain/review/invited.ts';
import {
  COMMENTS,
  DECISION,
  FINAL_PLAN,
  MEDIATION,
  NOTICE,
  REPORT,
} from '../../domain/review/questions/annual-after.ts';
import { type FormSubject, questionForm } from './form.ts';
import { annualOf } from './invited.ts';
import { countedBy, dueSentence } from './lawful.ts';
import { voiceIn } from './voice.ts';

/** What stands in a form that was sent before. */
const asBefore = (dated: Dated | undefined): Record<string, string> =>
  dated ? { on: dated.on, words: dated.words } : {};

const addressedOf = (subject: FormSubject) => voiceIn(subject).addressed;

/** Everybody invited, by name. */
const toEverybody = (subject: FormSubject) =>
  namesThatFit(
    invitedTo(subject).map(({ name }) => name),
    LONGEST,
  );

/** The report of the meeting was sent (Code of Practice 9.176). */
export const report = questionForm({
  name: 'report',
  does: 'record-report',
  title: 'Report sent',
  open: 'Record that the report was sent',
  send: 'Save',
  ask: ({ review }) =>
    `The report goes to everybody invited, with the recommendation and every difference of view.${dueSentence(review, 'report', 'It is to be sent by')}`,
  notification: ({ review }) => `The report is to be sent: review ${review.ref}`,
  questions: REPORT,
  values: (subject) => ({
    on: subject.today,
    words: toEverybody(subject),
    ...asBefore(annualOf(subject).report),
  }),
  command: (answer) => ({ type: 'record-report', ...answer }),
});

/** Whether it was opened to note that the local authority was asked. */
const isChase = ({ said }: FormSubject) => said?.kind === 'not-yet';

/** The local authority's decision, or that it was asked for and has not come. */
export const laDecision = questionForm({
  name: 'la-decision',
  does: 'record-la-decision',
  title: 'Decision of the LA',
  open: 'The local authority’s decision',
  send: 'Save the decision',
  // Opened to note that it was asked for, there is no decision to save.
  words: (subject) =>
    isChase(subject)
      ? { title: 'Record that you asked', open: 'The local authority was asked', send: 'Save' }
      : {},
  ask: (subject) => {
    const say = isChase(subject)
      ? 'The day you asked, and what came of it. If the decision has come meanwhile, choose it.'
      : 'The day on the letter counts: the next review and the right of appeal go by it.';
    return `${say}${dueSentence(subject.review, 'la-decision', 'It is due by')}`;
  },
  notification: ({ review }) => `The local authority’s decision: review ${review.ref}`,
  questions: DECISION,
  values: (subject) => {
    const before = annualOf(subject).decision;
    return before ? { kind: before.kind, on: before.on, words: before.words } : {};
  },
  command: ({ kind, on, words }) =>
    kind === 'not-yet' ? { type: 'chase-la', on, words } : { type: 'record-la-decision', kind, on, words },
});

/** The local authority's notice of the amendments it proposes (SEND Regulations 2014, reg 22). */
export const notice = questionForm({
  name: 'notice',
  does: 'record-notice',
  title: 'Proposed amendments',
  open: 'Record the proposed amendments',
  send: 'Save',
  ask: (subject) =>
    `The local authority’s notice says what it would change.${dueSentence(subject.review, 'notice', 'It is due by')} ${capital(addressedOf(subject))} must be given until at least ${countedBy(subject, 'comments')} to answer.`,
  notification: ({ review }) => `The proposed amendments: review ${review.ref}`,
  questions: NOTICE,
  values: (subject) => asBefore(annualOf(subject).notice),
  command: (answer) => ({ type: 'record-notice', ...answer }),
});

/** What the parents or the young person answer to the proposed amendments. */
export const comments = questionForm({
  name: 'comments',
  does: 'record-comments',
  title: 'Their answer',
  open: 'Record the answer to the amendments',
  send: 'Save their answer',
  ask: (subject) =>
    `What ${addressedOf(subject)} answered, in their words where you can; or that they had nothing to say.${dueSentence(subject.review, 'comments', 'They have at least until')} They may ask the local authority for a meeting.`,
  notification: ({ review }) => `The answer to the amendments: review ${review.ref}`,
  questions: COMMENTS,
  values: (subject) => ({ on: subject.today, ...asBefore(annualOf(subject).comments) }),
  command: (answer) => ({ type: 'record-comments', ...answer }),
});

/** The amended plan in its final form (SEND Regulations 2014, reg 22(3)). */
export const finalPlan = questionForm({
  name: 'final-plan',
  does: 'record-final-plan',
  title: 'Final plan',
  open: 'Record the final plan',
  send: 'Save',
  ask: (subject) =>
    `From the day on it, ${addressedOf(subject)} may appeal against what it says.${dueSentence(subject.review, 'final-plan', 'It is due by')}`,
  notification: ({ review }) => `The final plan: review ${review.ref}`,
  questions: FINAL_PLAN,
  values: (subject) => asBefore(annualOf(subject).finalPlan),
  command: (answer) => ({ type: 'record-final-plan', ...answer }),
});

/** A mediation certificate, which may give longer to appeal (Children and Families Act 2014, s.51). */
export const mediation = questionForm({
  name: 'mediation',
  does: 'record-mediation',
  title: 'Mediation certificate',
  open: 'Record a mediation certificate',
  send: 'Save',
  ask: (subject) =>
    `It may give longer to appeal: until ${countedBy(subject, 'appeal-mediation')}, where that is later.${dueSentence(subject.review, 'appeal', 'As it stands, the last day is')}`,
  notification: ({ review }) => `A mediation certificate: review ${review.ref}`,
  questions: MEDIATION,
  values: (subject) => asBefore(annualOf(subject).mediation),
  command: (answer) => ({ type: 'record-mediation', ...answer }),
});
