import { staffChoices } from '../../language/people.ts';
import { oneOf, oneOrNone, optionsIn } from '../../questions/choice.ts';
import { orByName } from '../../questions/colleague.ts';
import { pastDay, schoolDay } from '../../questions/days.ts';
import { NotThere } from '../../questions/not-there.ts';
import type { Option } from '../../questions/question.ts';
import { longText } from '../../questions/text.ts';
import type { School } from '../../school/school.ts';
import type { LaRequest } from '../requests.ts';
import { EXCEPTION, REQUEST, REQUEST_NOTE, REQUEST_RESULT, type RequestResult } from './request-options.ts';

/* What is asked of a request to the local authority: who sends it, that it was sent, and what comes. */

type OfSchool = { readonly school: School };
interface OfRequest {
  readonly review: { readonly requests?: readonly LaRequest[] };
  readonly about?: string;
  readonly today: string;
}

/** The request a form is about. @throws {NotThere} when the review has none of that kind */
export function requestAbout({ review, about }: Omit<OfRequest, 'today'>): LaRequest {
  const request = review.requests?.find(({ kind }) => kind === about);
  if (!request) throw new NotThere('no such request');
  return request;
}

const bySix = (subject: OfRequest) => requestAbout(subject).kind === 'ehc-assessment';

const isOpen = (subject: OfRequest) => !requestAbout(subject).answer;

/** Who sends a request, and by when. */
export const SENDING = {
  owner: orByName(
    oneOf({
      options: ({ school }: OfSchool): readonly Option[] => staffChoices(school),
      label: 'Who sends it?',
      list: 'compact',
      needed: 'Please choose one colleague from the staff list.',
    }),
  ),
  sendBy: schoolDay({
    label: 'By when is it to be sent?',
    needed: 'Please choose the day it is to be sent by.',
  }),
} as const;

/** What is asked for. */
export const REQUEST_KIND = {
  label: 'What is asked for?',
  needed: 'Please choose what is asked for.',
} as const;

/** What is asked of the local authority after the outcome, who sends it and by when. */
export const REQUEST_ADDED = {
  kind: oneOf({ options: REQUEST, ...REQUEST_KIND }),
  ...SENDING,
} as const;

/** A request was sent. */
export const REQUEST_SENT = {
  on: pastDay<OfRequest>({ label: 'The day it was sent', needed: 'Please choose the day it was sent.' }),
  received: pastDay<OfRequest>({
    asked: bySix,
    label: 'The day the local authority had it, if not the same day',
  }),
  answerBy: schoolDay<OfRequest & OfSchool>({
    asked: (subject) => !bySix(subject),
    label: 'The day the local authority names for its answer, or the day you will ask',
    needed: 'Please choose a day, so that it is not forgotten.',
  }),
  words: longText<OfRequest>({ label: 'How it was sent, and where the copy is' }),
} as const;

const resultsOf = (subject: OfRequest): readonly Option<RequestResult>[] =>
  optionsIn<RequestResult>(REQUEST_RESULT).filter(({ value }) => value !== 'part' || !bySix(subject));

/** What the local authority answers. */
export const REQUEST_ANSWER = {
  result: oneOf({
    options: resultsOf,
    label: 'What does the local authority answer?',
    needed: 'Please choose what it answers.',
  }),
  on: pastDay<OfRequest>({ label: 'The day on the letter', needed: 'Please choose the day on the letter.' }),
  words: longText<OfRequest>({ label: 'What the letter says, in short' }),
} as const;

/** It was asked for, it will come later, or there is a mediation certificate. */
export const REQUEST_NOTED = {
  note: oneOf({
    // After the answer there is only a certificate to note.
    asked: isOpen,
    options: (_subject: OfRequest) =>
      optionsIn<'asked' | 'later'>({ asked: REQUEST_NOTE.asked, later: REQUEST_NOTE.later }),
    label: 'What is to be noted?',
    needed: 'Please choose what is to be noted.',
  }),
  on: pastDay<OfRequest>({
    label: (subject) => (isOpen(subject) ? 'The day you asked, or were told' : 'The day on the certificate'),
    needed: 'Please choose the day.',
  }),
  exception: oneOrNone({
    asked: (subject: OfRequest) => bySix(subject) && isOpen(subject),
    options: EXCEPTION,
    label: 'If later: the exception to the six weeks it relies on',
    neededWhen: {
      question: 'note',
      is: ['later'],
      say: 'Please choose the exception: longer than six weeks is only by one of these. If it names none, note that you asked.',
    },
  }),
  answerBy: schoolDay<OfRequest & OfSchool>({
    asked: isOpen,
    label: 'If later: the day it names',
    neededWhen: { question: 'note', is: ['later'], say: 'Please choose the day it names.' },
  }),
  words: longText<OfRequest>({ label: 'What was said, in short' }),
} as const;
