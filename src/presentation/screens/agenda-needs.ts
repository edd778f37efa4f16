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
  const many = (what: Missing['what']) => missing.filter((one) => one.what === what).length;
  const [goals, support, reworded] = [
    many('target-review'),
    many('provision-review'),
    many('provision-change'),
  ];
  const parts = [
    ...missingInBrief(missing, terms, given.review),
    ...missing.flatMap((one) => known[one.what] ?? []),
    ...(support ? [`${count(support, 'piece of support', 'pieces of support')} to look at`] : []),
    ...(reworded ? [`${count(reworded, 'new wording', 'new wordings')} of support`] : []),
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
    case 'provision-review':
      return [
        button('Look at the next support', press.form('provision-review', id, first.about), 'positive'),
      ];
    case 'provision-change':
      return [button('Write how it is to be', press.form('provision', id, first.about), 'positive')];
    case 'attendance':
      return [button('Record who took part', press.form('attendance', id), 'positive')];
    case 'action':
      return [button('Add an action', press.form('action', id), 'positive')];
    default:
      return first ? recordButton(given, first.what).map(asMain) : [];
  }
}
