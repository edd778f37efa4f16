import type { CardElement } from './message.ts';

/** The ids on a form's card of a button that is gone once it is pressed, and of what it brings into sight. */
export interface Fold {
  readonly turn: string;
  readonly more: string;
}
/** What stands under “Add more” or “Change”; and what stands under “Add more” in that. */
export const FOLD: Fold = { turn: 'turn', more: 'more' };
export const INNER_FOLD: Fold = { turn: 'turn-rest', more: 'rest' };
/** The id of what is proposed. */
export const PROPOSED = 'proposed';

const TURNS: readonly unknown[] = [FOLD.turn, INNER_FOLD.turn, PROPOSED];
const FOLDED: readonly unknown[] = [FOLD.more, INNER_FOLD.more];

/** What a form has on its card, with all of its questions in sight. */
export const allInSight = (body: readonly CardElement[]): readonly CardElement[] =>
  body.flatMap((one) => {
    if (FOLDED.includes(one.id)) return allInSight(one.items as readonly CardElement[]);
    return TURNS.includes(one.id) ? [] : [one];
  });
