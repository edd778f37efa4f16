import { countedBy } from '../../statute/clock-words.ts';
import { ruleOn } from '../../statute/statute.ts';
import { type LocalDate, localDate } from '../../time.ts';
import { checkHasBeen, checkNotBefore } from '../days.ts';
import { ASITIS, type Refusal, refusal, unless } from '../decision.ts';
import type { EXCEPTION, REQUEST_NOTE } from '../questions/request-options.ts';
import { REQUEST_NOTED, requestAbout } from '../questions/requests.ts';
import type { LaRequest, RequestKind } from '../review.ts';
import { asksTheLa, OF_REQUEST, ofRequest, withRequest } from './of-request.ts';
import type { Given, Step } from './step.ts';
import { type FormSubject, sentences, stepForm } from './step-form.ts';

interface Noted {
  readonly kind: RequestKind;
  readonly note: keyof typeof REQUEST_NOTE;
  readonly on: LocalDate;
  readonly words: string;
  /** The later day the local authority names and, of an EHC needs assessment, the exception it relies on. */
  readonly answerBy?: LocalDate;
  readonly exception?: keyof typeof EXCEPTION;
}
interface NoteRequest extends Noted {
  readonly type: 'note-request';
}
interface RequestNoted extends Noted {
  readonly type: 'request-noted';
}

/** It was asked when the answer comes, a later day was named, or there is a mediation certificate after a refusal. */
export const noteRequest: Step<NoteRequest, RequestNoted> = {
  type: 'note-request',
  giver: 'senco',
  plans: asksTheLa,
  stages: OF_REQUEST,
  decide: (given, { type: _, ...command }) =>
    ofRequest(given, command.kind, (request) => {
      if (isNoted(request, command)) return ASITIS;
      return unless(checkNote(given, request, command), { type: 'request-noted', ...command });
    }),
  facts: {
    'request-noted': {
      evolve: (review, { kind, note, on, words, answerBy, exception }, { who: by, at }) =>
        withRequest(review, kind, (request) => {
          const letter = { on, words, by, at };
          if (note === 'certificate') return { ...request, mediation: letter };
          const later =
            note === 'later' ? { ...(answerBy && { answerBy }), ...(exception && { exception }) } : {};
          return { ...request, ...later, notes: [...request.notes, letter] };
        }),
    },
  },
  forms: [
    stepForm({
      name: 'request-note',
      title: 'Note on the request',
      open: 'Note on the request',
      send: 'Save',
      ask: (subject) => {
        const { kind, answer } = requestAbout(subject);
        if (answer) return 'A certificate may give longer to appeal: 1 month from its day.';
        return kind === 'ehc-assessment'
          ? 'It has six weeks to answer; longer only by an exception.'
          : 'That you asked, or that the answer comes later.';
      },
      why: (subject) => {
        const { kind, answer } = requestAbout(subject);
        if (answer)
          return `An appeal can be made until ${countedBy(subject.review, 'appeal-mediation')}, where that is later.`;
        if (kind !== 'ehc-assessment') return '';
        const { source, note = '' } = ruleOn('ehc-request-answer', localDate(subject.review.startedAt));
        return sentences(`The regulations require an answer within six weeks (${source}).`, note);
      },
      notification: ({ review }) => `A note on the request: review ${review.ref}`,
      questions: REQUEST_NOTED,
      values: (subject): Record<string, string> => {
        const { on, words } = certificateOf(subject) ?? {};
        return { note: 'asked', on: on ?? subject.today, ...(words && { words }) };
      },
      isKept: (subject) => certificateOf(subject) !== undefined,
      command: ({ note, answerBy, exception, ...answer }, subject) => ({
        type: 'note-request',
        kind: requestAbout(subject).kind,
        note: requestAbout(subject).answer ? 'certificate' : note,
        ...answer,
        ...(answerBy && { answerBy }),
        ...(exception && { exception }),
      }),
      said: () => 'Noted.',
      leadsTo: 'requests',
    }),
  ],
};

/** The mediation certificate that is noted already: after the answer nothing else can be. */
function certificateOf(subject: FormSubject) {
  const { answer, mediation } = requestAbout(subject);
  return answer && mediation;
}

/** Pressed twice, or recorded by two: nothing is noted a second time. */
function isNoted({ notes, mediation, answerBy, exception }: LaRequest, command: Noted): boolean {
  const same = (one: { readonly on: string; readonly words: string } | undefined) =>
    one?.on === command.on && one.words === command.words;
  if (command.note === 'certificate') return same(mediation);
  if (command.note === 'later' && (answerBy !== command.answerBy || exception !== command.exception))
    return false;
  return notes.some(same);
}

function checkNote({ today }: Given, request: LaRequest, command: Noted): Refusal | undefined {
  const { kind, sent, answer } = request;
  const { note, on, answerBy } = command;
  if (note === 'certificate') {
    if (answer?.result !== 'refused') {
      const say = 'Mediation comes after a refusal. Record the local authority’s answer first.';
      return refusal('things-missing', say, { offer: { what: 'request-answer', about: kind } });
    }
    return checkHasBeen(on, today) ?? checkNotBefore(on, answer.on, 'the letter with the refusal');
  }
  if (answer) {
    const say = 'The answer is recorded already, so it is not waited for any more.';
    return refusal('already-done', say, { offer: { what: 'status' } });
  }
  if (!sent) {
    const say = 'It is not recorded yet that it was sent. Record that first.';
    return refusal('things-missing', say, { offer: { what: 'request-sent', about: kind } });
  }
  return (
    checkHasBeen(on, today) ??
    checkNotBefore(on, sent.on, 'the day it was sent') ??
    checkLater(request, command, answerBy)
  );
}

/** A later day, after the request, and of an EHC needs assessment by one of the law's exceptions only. */
function checkLater(
  { kind, sent }: LaRequest,
  { note, exception }: Noted,
  answerBy: LocalDate | undefined,
): Refusal | undefined {
  if (note !== 'later') return undefined;
  if (kind === 'ehc-assessment' && !exception) {
    const say =
      'Longer than six weeks is only by one of the exceptions. If it names none, note that you asked.';
    return refusal('things-missing', say, { field: 'exception' });
  }
  if (answerBy === undefined || (sent && answerBy <= sent.on))
    return refusal('date-order', 'Please choose the day it names, after the day it was sent.', {
      field: 'answerBy',
    });
  return undefined;
}
