import { isDeepStrictEqual } from 'node:util';
import { pointsFor } from '../../plans/agenda.ts';
import { planRow } from '../../plans/index.ts';
import { NotThere } from '../../questions/not-there.ts';
import { checkWords } from '../checks.ts';
import { ASITIS, unless } from '../decision.ts';
import { AGENDA_NOTE } from '../questions/agenda-note.ts';
import type { AgendaNote } from '../review.ts';
import { vagueIn } from '../vague-wording.ts';
import { atMeeting, recordStands } from './instead.ts';
import { checkKnown } from './meeting-notes.ts';
import type { Step } from './step.ts';
import { type FormSubject, stepForm } from './step-form.ts';

interface NoteAgendaPoint extends AgendaNote {
  readonly type: 'note-agenda-point';
}

interface AgendaPointNoted extends AgendaNote {
  readonly type: 'agenda-point-noted';
}

/** What was said on a point of the agenda; said again, it takes the place of what was said before. */
export const noteAgendaPoint: Step<NoteAgendaPoint, AgendaPointNoted> = {
  type: 'note-agenda-point',
  giver: 'senco',
  stages: atMeeting(recordStands),
  decide: ({ review }, { point, words }) => {
    const note = { point, words };
    if (review.agendaNotes?.some((before) => isDeepStrictEqual(before, note))) return ASITIS;
    return unless(
      checkKnown(planRow(review.kind).agenda, point, 'point of the agenda') ??
        checkWords(words, 'words', 'Please write the note.'),
      { type: 'agenda-point-noted', ...note },
    );
  },
  facts: {
    'agenda-point-noted': {
      evolve: (review, { point, words }) => ({
        ...review,
        agendaNotes: withNote(review.agendaNotes ?? [], { point, words }),
      }),
    },
  },
  forms: [
    stepForm({
      name: 'agenda-note',
      title: 'A note on the agenda',
      open: 'Note what was said',
      send: 'Save the note',
      ask: () => 'A few words are enough.',
      notification: ({ review }) => `Note what was said: review ${review.ref}`,
      questions: AGENDA_NOTE,
      values: ({ review, pupil, about }): Record<string, string> => {
        if (
          about !== undefined &&
          !pointsFor(planRow(review.kind).agenda, pupil).some(({ id }) => id === about)
        )
          throw new NotThere('no such point');
        const before = review.agendaNotes?.find(({ point }) => point === about);
        return before ? { words: before.words } : {};
      },
      isKept: ({ review: { agendaNotes = [] }, about }) => agendaNotes.some(({ point }) => point === about),
      written: ({ agendaNotes = [], kind }, about) => {
        const note = about ? agendaNotes.find(({ point }) => point === about) : agendaNotes.at(-1);
        if (!note) return undefined;
        const exact = planRow(kind).agenda.find(({ id }) => id === note.point)?.exact;
        const change = { title: 'Change this note', opens: 'agenda-note', about: note.point };
        return { answers: note, vague: exact ? vagueIn(note.words) : [], change };
      },
      command: ({ point, words }, { about }: FormSubject) => ({
        type: 'note-agenda-point',
        point: about ?? point,
        words,
      }),
      said: () => 'The note is saved.',
    }),
  ],
};

/** A second note on the same point takes the place of the first, where that stood. */
function withNote(all: readonly AgendaNote[], one: AgendaNote): readonly AgendaNote[] {
  const seen = all.some(({ point }) => point === one.point);
  return seen ? all.map((each) => (each.point === one.point ? one : each)) : [...all, one];
}
