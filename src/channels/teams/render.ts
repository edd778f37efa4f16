import { type Activity, ActivityTypes, CardFactory } from 'botbuilder';
import type { CardMessage } from '../../presentation/message.ts';
import type { Match } from '../channel.ts';

/**
 * A card as an activity. It has no text, since Teams splits text and card into two messages and then gives no id;
 * the summary is what a notification shows.
 */
export function cardActivity(message: CardMessage): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    summary: message.notification,
    attachments: [CardFactory.adaptiveCard(message.card)],
  };
}

/** A sentence as an activity. */
export function textActivity(text: string): Partial<Activity> {
  return { type: ActivityTypes.Message, text, textFormat: 'plain' };
}

/** The answer to an Action.Execute that puts a card in the place of the one acted on. */
export function cardAnswer(message: CardMessage): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: message.card };
}

/** The answer to an Action.Execute that shows a sentence. */
export function textAnswer(text: string): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
}

/** The answer to a search: who fits what was typed. */
export function matchesAnswer(results: readonly Match[]): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results } };
}

/** How large a card is for Teams, which counts it as UTF-16, in bytes. */
export const sizeOf = ({ card }: CardMessage): number => JSON.stringify(card).length * 2;
