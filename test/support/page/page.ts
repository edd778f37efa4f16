import { diff } from 'node:util';
import { toMessage, toModal } from '../../../src/channels/slack/translate.ts';
import type { CardElement, CardMessage } from '../../../src/presentation/message.ts';
import { mapButtons } from '../../../src/presentation/render.ts';
import { looksOf as cardLooks } from '../adaptive.ts';
import { adaptiveLines } from './adaptive.ts';
import { messageLines, windowLines } from './slack.ts';

/** What Slack is sent of a card: a message, and of a form the window it opens. */
export interface SlackCard {
  readonly message: unknown;
  readonly modal?: unknown;
}

/** What Slack is sent of a card. */
export function slackOf(message: CardMessage): SlackCard {
  if (!message.form) return { message: toMessage(message) };
  return { message: toMessage(message), modal: toModal(message, { origin: {} }) };
}

/** The message as it is first shown, and with what is under its "More", where it has one. */
export function looksOf(message: CardMessage): readonly [CardMessage, ...CardMessage[]] {
  const [first, ...others] = cardLooks(message.card);
  return [{ ...message, card: first }, ...others.map((card) => ({ ...message, card }))];
}

/** A line for each button under "More", in their order there. */
function underMore({ card }: CardMessage): string[] {
  const all: CardElement[] = [];
  mapButtons(card, (action) => {
    if (action.mode === 'secondary') all.push({ ...action, mode: 'primary' });
    return action;
  });
  if (all.length === 0) return [];
  const body = [{ type: 'ActionSet', actions: all }];
  return ['Under “More”:', ...adaptiveLines({ type: 'AdaptiveCard', version: '1.5', body })];
}

const TEAMS = 'Teams │ ';
const SLACK = 'Slack │ ';

/** Both chats' lines in one column: what both show is said once, and what one shows is marked, Teams first. */
function sideBySide(teams: readonly string[], slack: readonly string[]): string[] {
  const page: string[] = [];
  let onlyTeams: string[] = [];
  let onlySlack: string[] = [];
  const close = () => {
    page.push(...onlyTeams.map((line) => TEAMS + line), ...onlySlack.map((line) => SLACK + line));
    [onlyTeams, onlySlack] = [[], []];
  };
  for (const [where, line] of diff(teams, slack)) {
    if (where === 1) onlyTeams.push(line);
    else if (where === -1) onlySlack.push(line);
    else {
      close();
      page.push(line);
    }
  }
  close();
  return page;
}

const WITH_MARK = '^(?:(?:Teams|Slack) │ )?';
const SET_OFF = new RegExp(`${WITH_MARK}[#?] `);
const BUTTON = new RegExp(`${WITH_MARK}\\[.* → `);
const OF_QUESTION = new RegExp(`${WITH_MARK}    `);

/** A blank line before each heading and question, and after questions and buttons, so that a page reads as its card. */
function spaced(lines: readonly string[]): string[] {
  return lines.flatMap((line, at) => {
    const before = lines[at - 1] ?? '';
    const ends = [BUTTON, OF_QUESTION].some((kind) => kind.test(before) && !kind.test(line));
    return SET_OFF.test(line) || ends ? ['', line] : [line];
  });
}

/**
 * A card as a page of text that a person can review: all that each chat shows, asks and sends back. A line without a
 * mark is the same in every chat; `Teams` stands for the sandbox too, which shows the same card. The signs are
 * explained in docs/cards.md.
 * @param slack what Slack is sent of it, where that is not to be made from the card
 * @throws {Error} for anything in either chat that no line would show
 */
export function pageOf(message: CardMessage, slack: SlackCard = slackOf(looksOf(message)[0])): string {
  const teams = adaptiveLines(looksOf(message)[0].card);
  const sent = messageLines(slack.message);
  const lines = [
    ...sideBySide([`Notification: ${message.notification}`], [`Notification: ${sent.notification}`]),
    ...sideBySide(teams, slack.modal ? windowLines(slack.modal) : sent.lines),
    ...(slack.modal
      ? ['In Slack a message opens that window:', ...sent.lines.map((line) => SLACK + line)]
      : []),
    ...underMore(message),
  ];
  return `${spaced(lines).join('\n')}\n`;
}
