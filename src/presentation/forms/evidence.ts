import { dayWords } from '../../domain/language/days.ts';
import { filledFrom } from '../../domain/questions/form-answers.ts';
import { EVIDENCE } from '../../domain/review/questions/evidence.ts';
import type { EvidenceRequest } from '../../domain/review/review.ts';
import { button, press } from '../buttons.ts';
import { type FormSubject, NotThere, questionForm } from './form.ts';
import { voiceIn } from './voice.ts';

function requestOf({ review, who }: FormSubject): EvidenceRequest {
  const request = review.evidence.find((one) => one.who === who);
  if (!request) throw new NotThere('not asked for evidence');
  return request;
}

/** A colleague's evidence: strengths first (seed 000, and DOMAIN "What the forms ask"). */
export const evidence = questionForm({
  name: 'evidence',
  does: 'submit-evidence',
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
  side: (subject, once) =>
    requestOf(subject).answer
      ? []
      : [
          button(
            `Nothing to add, or I don't ${voiceIn(subject).setting === 'nursery' ? 'work with' : 'teach'} them`,
            press.nothingToAdd(subject.review.id, once, requestOf(subject).revision),
          ),
        ],
  command: (said, subject) => ({
    type: 'submit-evidence',
    revision: subject.revision ?? requestOf(subject).revision,
    said,
  }),
});
