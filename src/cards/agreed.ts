import type { Disagreement, Provision, TargetReview } from '../domain/review.ts';
import type { Target } from '../domain/school.ts';
import { bold, headed, type Part, part, plain, type Run, subtle, typed } from './parts.ts';
import { DELIVERED, PROGRESS, STILL_RIGHT } from './words.ts';

/** "Label: text", the text by paragraphs; nothing where there is none. */
function labelled(label: string, text: string): Run[][] {
  const [first, ...rest] = typed(text);
  return first ? [[subtle(`${label}: `), ...first], ...rest] : [];
}

function reviewLines(reviewed: TargetReview): Run[][] {
  const { newText = '', newMeasure = '' } = reviewed;
  return [
    [
      subtle('Progress: '),
      bold(PROGRESS[reviewed.progress]),
      plain(` · ${STILL_RIGHT[reviewed.stillRight]}`),
    ],
    ...typed(reviewed.evidence),
    [subtle('Was the support given as planned? '), plain(DELIVERED[reviewed.delivered])],
    ...labelled('The difference it made', reviewed.difference),
    ...labelled('It now reads', newText),
    ...labelled('How it is measured now', newMeasure),
  ];
}

/** A target of the plan, and what the meeting made of it; `unreviewed` says that it made nothing. */
export function reviewedTargetPart(
  number: number,
  { text, measure }: Target,
  reviewed: TargetReview | undefined,
  unreviewed: Run,
): Part {
  return part([
    ...headed(`${number}. `, text),
    ...labelled('How it is measured', measure),
    ...(reviewed ? reviewLines(reviewed) : [[unreviewed]]),
  ]);
}

/** A target agreed at the meeting. */
export const newTargetPart = ({ text, measure }: Target): Part =>
  part([...headed('', text), ...labelled('How it is measured', measure)]);

/** Provision by its parts. */
export const provisionPart = (one: Provision): Part =>
  part([
    ...headed('', one.what),
    ...labelled('Who gives it', one.who),
    ...labelled('How often', one.howOften),
    ...labelled('How long', one.howLong),
    ...labelled('Group', one.groupSize),
    ...labelled('How it is checked', one.howReviewed),
  ]);

/** A disagreement in the words of the person who disagrees. */
export const disagreementPart = ({ who, words }: Disagreement): Part =>
  part([...headed('', who), ...typed(words)]);
