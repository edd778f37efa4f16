import { type AgendaPoint, pointsFor } from '../../domain/plans/agenda.ts';
import { planRow } from '../../domain/plans/index.ts';
import type { AgendaNote, Review } from '../../domain/review/review.ts';
import { button, press } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { onPage } from '../paging.ts';
import {
  bold,
  noticed,
  type OfReview,
  type Part,
  part,
  plain,
  type Section,
  section,
  sheetCard,
  subtle,
  typed,
} from '../parts.ts';

interface NumberedPoint extends AgendaPoint {
  readonly number: number;
  readonly note: AgendaNote | undefined;
}

function pointsOf({ review, pupil }: OfReview): readonly NumberedPoint[] {
  return pointsFor(planRow(review.kind).agenda, pupil).map((point, at) => ({
    ...point,
    number: at + 1,
    note: review.agendaNotes?.find((one) => one.point === point.id),
  }));
}

/** A point and its note, each paragraph a line. */
const noteLines = ({ number, title, note }: NumberedPoint) => [
  [bold(`${number}. ${title}`)],
  ...typed(note?.words ?? ''),
];

const noteButton = ({ id }: Review, { id: point, note }: NumberedPoint) =>
  button(note ? 'Change' : 'Add a note', press.form('agenda-note', id, point));

/** What the meeting goes through, and the notes there are; `mayNote`: with what adds and changes them. */
export function agendaSection(given: OfReview, mayNote: boolean): Section {
  const { review } = given;
  const points = pointsOf(given);
  // One passage: as a list it would push what is to be filled in out of sight, each time the card is shown. No line
  // ends between a number and its point.
  const all = points.map(({ number, title }) => `${number}.\u00a0${title}`).join(' · ');
  const free = points.some(({ note }) => !note);
  const below = [
    ...(free ? [button('Add a note', press.form('agenda-note', review.id))] : []),
    button('Each point, with what to ask', press.show('agenda', review.id, 'points-1')),
  ];
  const notes = points.filter(({ note }) => note);
  return section('To talk about', [
    part([[plain(all)]], { below: mayNote ? below : [] }),
    ...notes.map((point) => notePart(review, point, mayNote)),
  ]);
}

function notePart(review: Review, point: NumberedPoint, mayNote: boolean): Part {
  const undo = button('Take back', press.takeBack(review.id, 'agenda-note', point.id));
  return part(noteLines(point), { below: mayNote ? [noteButton(review, point), undo] : [] });
}

/** The notes there are, each below its point. */
export const notesSection = (given: OfReview): Section =>
  section(
    'What was said on the agenda',
    pointsOf(given)
      .filter(({ note }) => note)
      .map((point) => part(noteLines(point))),
  );

/** Each point by itself, with what can be asked under it and its note. `about` is the page ("points-2"). */
export function pointsCard(
  given: OfReview & { readonly about?: string | undefined },
  mayNote: boolean,
): CardMessage {
  const { review, pupil } = given;
  const parts = pointsOf(given).map((point) => {
    const { number, title, prompts, note } = point;
    const asks = prompts.length > 0 ? [[subtle(prompts.join(' '))]] : [];
    return part([[bold(`${number}. ${title}`)], ...asks, ...typed(note?.words ?? '')], {
      beside: mayNote ? [noteButton(review, point)] : [],
    });
  });
  const page = onPage([section('', parts)], given.about, (number: number) =>
    press.show('agenda', review.id, `points-${number}`),
  );
  const card = sheetCard({
    frame: {
      title: 'The agenda, point by point',
      line: lineOf(review, pupil),
      ask: page.numbered('What can be asked under each point. A note stays beside its point.'),
      ...noticed(given.notice),
    },
    sections: page.sections,
    buttons: [...page.paging, button('Back to the agenda', press.show('agenda', review.id), 'positive')],
  });
  return { card, notification: `The agenda: review ${review.ref}` };
}
