/** An Adaptive Card 1.5, as JSON. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardElement[];
  readonly [key: string]: unknown;
}

/** An element or action of a card: its type, and what that type has. */
export interface CardElement {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** What a button carries: what to do (`do`) and to what. Strings only, and nothing secret: it passes through the chat. */
export interface ActionData {
  readonly do: string;
  readonly [argument: string]: string;
}

/** The card, as a screen that `here` shows again. */
export const placedAt = (here: ActionData, show: CardMessage): CardMessage => ({ ...show, here });

/** The card, as one that stands for the screen that `here` shows, in whose place it asks something. */
export const inPlaceOf = (standsFor: ActionData, show: CardMessage): CardMessage => ({ ...show, standsFor });

/** A card, and what goes around it. */
export interface CardMessage {
  readonly card: AdaptiveCard;
  /** What a locked phone shows: never a pupil's name, never a need. */
  readonly notification: string;
  /**
   * Set on every card with inputs. `title` (at most 24 characters) heads the window it opens in; `open` is the
   * button to it, pressed with `data`, for a chat that shows forms in a window of their own.
   */
  readonly form?: { readonly title: string; readonly open: string; readonly data: ActionData };
  /** The same card with the reasons of its dates, where it leaves those out. */
  readonly inFull?: AdaptiveCard;
  /** Set where it says that something is not done, or not shown: why, as one of the program's own words. */
  readonly refused?: string;
  /** The pupils whom somebody meant who is refused, by their ids: they are noted, and go out on no card. */
  readonly meant?: readonly string[];
  /** The screen in whose place it asks something: shown anew elsewhere, that overtakes it as it would itself. */
  readonly standsFor?: ActionData;
  /** What shows this screen again: set where one can come back to it. */
  readonly here?: ActionData;
}
