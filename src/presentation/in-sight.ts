import type { CardElement } from './message.ts';

/** The ids on a form's card of the button, which is gone once it is pressed; of what is not in sight; and of what is proposed. */
export const TURN = 'turn';
export const MORE = 'more';
export const PROPOSED = 'proposed';

/** What a form has on its card, with all of its questions in sight. */
export const allInSight = (body: readonly CardElement[]): readonly CardElement[] =>
  body.flatMap((one) => {
    if (one.id === MORE) return one.items as readonly CardElement[];
    return one.id === TURN || one.id === PROPOSED ? [] : [one];
  });
