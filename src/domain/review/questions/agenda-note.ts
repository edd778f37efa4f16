import { type AgendaPoint, pointsFor } from '../../plans/agenda.ts';
import { oneOf } from '../../questions/choice.ts';
import { lines } from '../../questions/groups.ts';
import type { Option, ShownLine } from '../../questions/question.ts';
import { forOverseers } from '../../questions/said.ts';
import { longText } from '../../questions/text.ts';
import type { PupilDetails } from '../../school/school.ts';

interface OfAgenda {
  readonly plan: { readonly agenda: readonly AgendaPoint[] };
  readonly pupil: PupilDetails;
  readonly review: { readonly agendaNotes?: readonly { readonly point: string }[] };
  readonly about?: string;
}

/** The point a form is about: its number, what it is, and what can be asked under it. */
function pointLines({ plan, pupil, about }: OfAgenda): readonly ShownLine[] {
  const points = pointsFor(plan.agenda, pupil);
  const at = points.findIndex(({ id }) => id === about);
  const point = points[at];
  if (!point) return [];
  return [
    [{ text: `${at + 1}. ${point.title}`, weight: 'bold' }],
    ...point.prompts.map((text): ShownLine => [{ text, weight: 'subtle' }]),
  ];
}

/** The points that have no note yet: a note that is there is changed beside it, so that none is lost by another. */
function freePoints({ plan, pupil, review }: OfAgenda): readonly Option[] {
  return pointsFor(plan.agenda, pupil)
    .map(({ id, title }, at) => ({ value: id, title: `${at + 1}. ${title}` }))
    .filter(({ value }) => !review.agendaNotes?.some(({ point }) => point === value));
}

const AGENDA_NOTE_ROWS = {
  itself: lines(pointLines, 'passage'),
  point: oneOf({
    asked: ({ about }: OfAgenda) => about === undefined,
    options: freePoints,
    label: 'On which point?',
    list: 'compact',
    needed: 'Please choose a point that has no note yet.',
    called: '',
  }),
  words: longText({
    label: 'What was said',
    hint: 'Put the words of the family in quotation marks',
    needed: 'Please write the note.',
    called: '',
  }),
} as const;
/** A note on a point of the agenda: it may be about home or health, so it stays with who oversees reviews. */
export const AGENDA_NOTE = forOverseers(AGENDA_NOTE_ROWS);
