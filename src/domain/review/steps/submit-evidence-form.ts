import { dayWords } from '../../language/days.ts';
import { filledFrom } from '../../questions/form-answers.ts';
import { NotThere } from '../../questions/not-there.ts';
import { EVIDENCE } from '../questions/evidence.ts';
import type { EvidenceAnswer, EvidenceRequest, Stage } from '../review.ts';
import { termsIn } from '../terms-of.ts';
import { instead } from './instead.ts';
import { checkLate } from './late.ts';
import { type FormSubject, stepForm } from './step-form.ts';

/** What a colleague answers, or that they have nothing to add. */
export type EvidenceSaid = EvidenceAnswer | 'nothing-to-add';

export interface SubmitEvidence {
  readonly type: 'submit-evidence';
  /** How many answers the person had given when the form was shown. */
  readonly revision: number;
  readonly said: EvidenceSaid;
}

/** Said to a colleague, who can't correct the record. */
export const EVIDENCE_OVER = instead(
  'The record of the meeting has gone out, so evidence can no longer be given here. Tell the SENCO: they can add it to the record as a correction.',
  'status',
);

/** What was asked of whoever fills it in. @throws {NotThere} where they are not asked (any more) */
function requestOf({ review, who }: FormSubject): EvidenceRequest {
  const request = review.evidence.find((one) => one.who === who);
  if (!request) throw new NotThere('not asked for evidence');
  return request;
}

/** What is said in the place of the day it was wanted by, once that is over. */
const STILL_HELPS: Readonly<Partial<Record<Stage, string>>> = {
  meeting: 'The meeting has opened, and your evidence still helps. Once sent, it stays as it is.',
  acting:
    'The meeting was held, and what you saw still helps: it stands with the record as having come afterwards. Once sent, it stays as it is.',
};

/** A colleague's evidence: strengths first, so that a review does not begin with what is wrong. */
export const evidenceForm = stepForm({
  name: 'evidence',
  title: 'Your evidence',
  open: 'Give your evidence',
  send: 'Send my evidence',
  ask: (subject) =>
    STILL_HELPS[subject.review.stage] ??
    `What have you seen? A few words are enough. Wanted by ${dayWords(requestOf(subject).dueBy)}; you can change it until the meeting opens.`,
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
        `Nothing to add, or I don’t ${termsIn(subject).setting === 'nursery' ? 'work with' : 'teach'} them`,
      when: (subject) => !requestOf(subject).answer,
      sends: 'nothing-to-add',
      command: (revision): SubmitEvidence => ({ type: 'submit-evidence', revision, said: 'nothing-to-add' }),
      said: 'Thank you. The SENCO knows you have nothing to add.',
      leadsTo: 'my-evidence',
    },
  ],
  forNothing: ({ review, who }) => {
    if (review.stage === 'gathering') return undefined;
    const answered = review.evidence.some((one) => one.who === who && one.answer);
    if (answered)
      return { look: 'my-evidence', say: 'The meeting has opened, so your answer stands as it is.' };
    return checkLate(review) && { look: 'my-evidence', say: EVIDENCE_OVER.say };
  },
  said: () => 'Thank you. Your evidence is saved, and the SENCO can see it.',
  leadsTo: 'my-evidence',
});
