import { annualPartOf } from '../../domain/review/annual-part.ts';
import type { Noted, Review } from '../../domain/review/review.ts';
import { button, press } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { type OfReview, part, section, sheetCard, typed } from '../parts.ts';

/** What was noted at the meeting, in the words it was noted in; '' where it is not there any more. */
function textOf(review: Review, what: Noted, about: string): string {
  const named = <One extends { readonly id: string }>(all: readonly One[]) =>
    all.find(({ id }) => id === about);
  switch (what) {
    case 'action':
      return named(review.actions)?.what ?? '';
    case 'provision':
      return named(review.provision)?.what ?? '';
    case 'target':
      return named(review.newTargets)?.text ?? '';
    case 'disagreement':
      return named(review.disagreements)?.words ?? '';
    case 'section-change':
      return named(annualPartOf(review).sectionChanges)?.change ?? '';
    case 'agenda-note':
      return review.agendaNotes?.find(({ point }) => point === about)?.words ?? '';
  }
}

/** Whether something noted is really to be taken back: what it is stands there, for it is kept nowhere else. */
export function takeBackCard(
  given: OfReview & { readonly what: Noted; readonly about: string },
): CardMessage {
  const { review, pupil, what, about } = given;
  const card = sheetCard({
    frame: {
      title: 'Take this back?',
      line: lineOf(review, pupil),
      ask: 'It goes from the review, and would have to be written anew.',
    },
    sections: [section('', [part(typed(textOf(review, what, about)))])],
    buttons: [
      button('Take it back', press.takeBack(review.id, what, about, true), 'destructive'),
      button('Keep it', press.show('agenda', review.id), 'positive'),
    ],
  });
  return { card, notification: `Take something back? Review ${review.ref}` };
}
