import { count } from '../../domain/language/words.ts';
import { type PlanKindRow, planRow } from '../../domain/plans/index.ts';
import type { Missing } from '../../domain/review/missing.ts';
import { termsIn } from '../../domain/review/terms-of.ts';
import { asMain, type Button, button, press } from '../buttons.ts';
import type { OfReview } from '../parts.ts';
import { missingInBrief } from './missing-in-brief.ts';
import { recordButton } from './record-button.ts';

/** What the meeting itself does before its outcome, in the middle of a sentence. */
const needs = ({
  unlessItEnds,
}: PlanKindRow['words']): Readonly<Partial<Record<Missing['what'], string>>> => ({
  attendance: 'who took part',
  action: `an action (${unlessItEnds})`,
});

/** What still stands between the meeting and its outcome, as one sentence. */
export function neededWords(given: OfReview, missing: readonly Missing[]): string {
  const terms = termsIn(given);
  const { words } = planRow(given.review.kind);
  const what = words.conclusion;
  const known = needs(words);
  const goals = missing.filter((one) => one.what === 'target-review').length;
  const parts = [
    ...missingInBrief(missing, terms),
    ...missing.flatMap((one) => known[one.what] ?? []),
    ...(goals ? [`${count(goals, terms.goal)} to review`] : []),
  ];
  if (parts.length === 0) return `Everything the ${what} needs is here.`;
  return `Before the ${what} you still need: ${parts.join(', ')}.`;
}

/** The form that puts right the first thing missing. */
export function nextNeeded(given: OfReview, missing: readonly Missing[]): Button[] {
  const { id } = given.review;
  const terms = termsIn(given);
  const [first] = missing;
  switch (first?.what) {
    case 'target-review':
      return [
        button(`Review the next ${terms.goal}`, press.form('target-review', id, first.about), 'positive'),
      ];
    case 'attendance':
      return [button('Record who took part', press.form('attendance', id), 'positive')];
    case 'action':
      return [button('Add an action', press.form('action', id), 'positive')];
    default:
      return first ? recordButton(given, first.what).map(asMain) : [];
  }
}
