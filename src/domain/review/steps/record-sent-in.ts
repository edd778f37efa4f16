import { isDeepStrictEqual } from 'node:util';
import { planRow } from '../../plans/index.ts';
import { NotThere } from '../../questions/not-there.ts';
import { checkWords } from '../checks.ts';
import { checkHasBeen } from '../days.ts';
import { ASITIS, unless } from '../decision.ts';
import type { SentIn } from '../from-families.ts';
import { SENT_IN, type SentInAnswer } from '../questions/from-families.ts';
import type { Review } from '../review.ts';
import { termsIn } from '../terms-of.ts';
import { recordStands } from './instead.ts';
import { checkLate, isTakenLate, untilClosed } from './late.ts';
import type { Step } from './step.ts';
import { type FormSubject, sentences, stepForm } from './step-form.ts';

interface RecordSentIn extends SentInAnswer {
  readonly type: 'record-sent-in';
  /** New, or that of what is said anew. */
  readonly id: string;
}

interface SentInRecorded extends SentInAnswer {
  readonly type: 'sent-in-recorded';
  readonly id: string;
}

/** The family, or a professional, sent something in for the meeting: what, from whom, when, and where it is kept; said again, it takes its place. */
export const recordSentIn: Step<RecordSentIn, SentInRecorded> = {
  type: 'record-sent-in',
  giver: 'senco',
  stages: untilClosed(recordStands),
  decide: ({ review, today }, { type: _, id, ...said }) => {
    const known = review.sentIn?.find((one) => one.id === id);
    const { by: _by, at: _at, id: _id, ...before } = known ?? {};
    if (isDeepStrictEqual(before, said)) return ASITIS;
    return unless(
      checkLate(review, known) ??
        checkWords(said.what, 'what', 'Please say what it is.') ??
        checkWords(said.from, 'from', 'Please say from whom it is.') ??
        checkHasBeen(said.on, today) ??
        checkWords(said.kept, 'kept', 'Please say where it is kept.'),
      { type: 'sent-in-recorded', id, ...said },
    );
  },
  facts: {
    'sent-in-recorded': {
      evolve: (review, { type: _, ...said }, { who: by, at }) => withSentIn(review, { ...said, by, at }),
    },
  },
  forms: [
    stepForm({
      name: 'sent-in',
      title: 'Sent in',
      open: 'Something was sent in',
      send: 'Add it to the list',
      ask: (subject) =>
        sentences(
          `What the family sends in, and what professionals who know the ${termsIn(subject).child} write (an educational psychologist, a therapist), is listed for the meeting; the thing itself stays where the school keeps it.`,
          planRow(subject.review.kind).invitesOutsiders
            ? 'Written advice of those invited is recorded as theirs, not here.'
            : '',
        ),
      notification: ({ review }) => `Sent in: review ${review.ref}`,
      questions: SENT_IN,
      values: (subject) => {
        if (subject.about === undefined) return { on: subject.today };
        const { what, from, on, kept } = oneSentIn(subject);
        return { what, from, on, kept };
      },
      isKept: ({ about }) => about !== undefined,
      command: (said, subject, newId) => ({
        type: 'record-sent-in',
        id: subject.about === undefined ? newId() : oneSentIn(subject).id,
        ...said,
      }),
      said: () => 'It is on the list of what was sent in.',
      onStatus: 'Something was sent in',
      offeredWhen: ({ review }) => review.stage !== 'acting' || isTakenLate(review),
    }),
  ],
};

function oneSentIn({ review, about }: FormSubject): SentIn {
  const found = review.sentIn?.find(({ id }) => id === about);
  if (!found) throw new NotThere('nothing of that id was sent in');
  return found;
}

function withSentIn(review: Review, now: SentIn): Review {
  const { sentIn = [] } = review;
  const isThere = sentIn.some(({ id }) => id === now.id);
  return {
    ...review,
    sentIn: isThere ? sentIn.map((one) => (one.id === now.id ? now : one)) : [...sentIn, now],
  };
}
