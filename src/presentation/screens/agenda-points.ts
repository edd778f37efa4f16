import { type AgendaPoint, pointsFor } from '../../domain/plans/agenda.ts';
import { planRow } from '../../domain/plans/index.ts';
import type { AgendaNote, Review } from '../../domain/review/review.ts';
import { button, press } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { away } from '../more.ts';
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

/** What the meeting goes through, a line a point, with the notes there are; `mayNote`: with what changes them. */
export function agendaSection(given: OfReview, mayNote: boolean): Section {
  const { review } = given;
  const parts = pointsOf(given).map((point) => pointPart(review, point, mayNote));
  const all = button('Each point, with what to ask', press.show('agenda', review.id, 'points-1'));
  return section('To talk about', [...joined(parts), ...(mayNote ? [part([], { below: [away(all)] })] : [])]);
}

function pointPart(review: Review, point: NumberedPoint, mayNote: boolean): Part {
  if (!point.note) return part([[plain(`${point.number}. ${point.title}`)]]);
  const undo = button('Take back', press.takeBack(review.id, 'agenda-note', point.id));
  return part(noteLines(point), { below: mayNote ? [noteButton(review, point), undo].map(away) : [] });
}

/** Those without a button of their own together: apart they would take as much room as what is to be filled in. */
function joined(parts: readonly Part[]): Part[] {
  const all: Part[] = [];
  for (const one of parts) {
    const before = all.at(-1);
    if (before && before.below.length + one.below.length === 0)
      all.splice(-1, 1, { ...before, lines: [...before.lines, ...one.lines] });
    else all.push(one);
  }
  return all;
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
      ask: page.numbered(''),
      ...noticed(given.notice),
    },
    sections: page.sections,
    paging: page.paging,
    buttons: [button('Back to the agenda', press.show('agenda', review.id), 'positive')],
  });
  return { card, notification: `The agenda: review ${review.ref}` };
}
