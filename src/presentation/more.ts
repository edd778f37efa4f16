import { type Button, button } from './buttons.ts';
import type { ActionData, AdaptiveCard, CardElement } from './message.ts';
import { buttonsOn, mapButtons } from './render.ts';

/*
 * One obvious button: a card shows its main one and two beside it. The rest stands under "More", which shows the same card
 * again with all of it. An action that is put away has the mode that Adaptive Cards have for it, `secondary`.
 */

const SHOWN = 3;

/** The button, to be found under "More". */
export const away = (one: Button): Button => ({ ...one, away: true });

/**
 * The buttons at the foot of a card, its main one first: three are shown; the others are put away, what undoes something
 * last of all. Of three or fewer none is.
 */
export function arranged(given: readonly Button[]): Button[] {
  const isMain = ({ style }: Button) => style === 'positive';
  const buttons = [...given.filter(isMain), ...given.filter((one) => !isMain(one))];
  if (buttons.length <= SHOWN) return buttons;
  const undoes = ({ style }: Button) => style === 'destructive';
  const [first, rest] = [buttons.filter((one) => !undoes(one)), buttons.filter(undoes)];
  return [...first.slice(0, SHOWN), ...[...first.slice(SHOWN), ...rest].map(away)];
}

const isAway = ({ mode }: CardElement) => mode === 'secondary';
const isHeading = ({ type, style }: CardElement) => type === 'TextBlock' && style === 'heading';
const list = (value: unknown) => (value ?? []) as readonly CardElement[];

/** The element without what is put away in it; nothing where only its heading would be left. */
function shownOf(element: CardElement): CardElement[] {
  const inside = (['actions', 'items', 'columns'] as const).find((key) => Array.isArray(element[key]));
  if (!inside) return [element];
  const before = list(element[inside]);
  const after = inside === 'actions' ? before.filter((one) => !isAway(one)) : before.flatMap(shownOf);
  const changed = after.length < before.length;
  return changed && after.every(isHeading) ? [] : [{ ...element, [inside]: after }];
}

/** Whether anything on the card is put away. */
export const hasMore = (card: AdaptiveCard): boolean => buttonsOn(card).some(isAway);

/** The card with what is put away out of sight, and "More" in its place, which sends `send`. */
export function closed(card: AdaptiveCard, send: ActionData): AdaptiveCard {
  const { title, style } = button('More', send);
  const more = {
    type: 'Action.Submit',
    ...{ title, style, tooltip: 'More: all else that can be done here', data: { send } },
  };
  const actions = [...list(card.actions).filter((one) => !isAway(one)), more];
  return { ...card, body: card.body.flatMap(shownOf), actions };
}

const IN_A_ROW = 5;

const rowsOf = (actions: readonly CardElement[]): CardElement[] =>
  Array.from({ length: Math.ceil(actions.length / IN_A_ROW) }, (_, at) => ({
    type: 'ActionSet',
    actions: actions.slice(at * IN_A_ROW, (at + 1) * IN_A_ROW),
  }));

const inSight = ({ mode: _, ...action }: CardElement): CardElement => action as CardElement;

/** The card with all that is put away in sight: below its main buttons, a few in a row. */
export function opened(card: AdaptiveCard): AdaptiveCard {
  const { actions = [], ...whole } = card;
  const rows = [...rowsOf(actions.filter((one) => !isAway(one))), ...rowsOf(actions.filter(isAway))];
  return mapButtons({ ...whole, body: [...card.body, ...rows] }, inSight);
}
