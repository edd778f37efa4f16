import { dayWords } from '../../language/days.ts';
import { filledFrom } from '../../questions/form-answers.ts';
import { NotThere } from '../../questions/not-there.ts';
import { EVIDENCE } from '../questions/evidence.ts';
import type { EvidenceAnswer, EvidenceRequest } from '../review.ts';
import { termsIn } from '../terms-of.ts';
import { type FormSubject, stepForm } from './step-form.ts';

/** What a colleague answers, or that they have nothing to add. */
export type EvidenceSaid = EvidenceAnswer | 'nothing-to-add';

export interface SubmitEvidence {
  readonly type: 'submit-evidence';
  /** How many answers the person had given when the form was shown. */
  readonly revision: number;
  readonly said: EvidenceSaid;
}

/** What was asked of whoever fills it in. @throws {NotThere} where they are not asked (any more) */
function requestOf({ review, who }: FormSubject): EvidenceRequest {
  const request = review.evidence.find((one) => one.who === who);
  if (!request) throw new NotThere('not asked for evidence');
  return request;
}

/** A colleague's evidence: strengths first, so that a review does not begin with what is wrong. */
export const evidenceForm = stepForm({
  name: 'evidence',
  title: 'Your evidence',
  open: 'Give your evidence',
  send: 'Send my evidence',
  ask: (subject) =>
    subject.review.stage === 'meeting'
      ? 'The meeting has opened, and your evidence still helps. Once sent, it stays as it is.'
      : `What have you seen? A few words are enough. Wanted by ${dayWords(requestOf(subject).dueBy)}; you can change it until the meeting opens.`,
  notification: (subject) =>
    `Your evidence is asked for: review ${subject.review.ref}, by ${dayWords(requestOf(subject).dueBy)}`,
  questions: EVIDENCE,
  values: (subject) => {
    const said = requestOf(subject).answer?.said;
    return said && said !== 'nothing-to-add' ? filledFrom<FormSubject, typeof EVIDENCE>(EVIDENCE, said) : {};
  },
  revision: (subject) => requestOf(subject).revision,
  command: (said, subject): SubmitEvidence => ({
    type: 'submit-evidence',
    revision: subject.revision ?? requestOf(subject).revision,
    said,
  }),
  alternatives: [
    {
      title: (subject) =>
        `Nothing to add, or I don't ${termsIn(subject).setting === 'nursery' ? 'work with' : 'teach'} them`,
      when: (subject) => !requestOf(subject).answer,
      sends: 'nothing-to-add',
      command: (revision): SubmitEvidence => ({ type: 'submit-evidence', revision, said: 'nothing-to-add' }),
      said: 'Thank you. The SENCO knows you have nothing to add.',
      leadsTo: 'my-evidence',
    },
  ],
  forNothing: ({ review, who }) =>
    review.stage === 'meeting' && review.evidence.some((one) => one.who === who && one.answer)
      ? { look: 'my-evidence', say: 'The meeting has opened, so your answer stands as it is.' }
      : undefined,
  said: () => 'Thank you. Your evidence is saved, and the SENCO can see it.',
  leadsTo: 'my-evidence',
});
