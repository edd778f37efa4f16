import type { Clock } from '../src/app/ports.ts';
import { localDate } from '../src/domain/time.ts';
import { anyFate, Tally } from './chaos-fates.ts';
import { type Chat, chatOf, type Person } from './chaos-school.ts';
import { type Service, startFaultyServer } from './chaos-server.ts';
import { slackService } from './chaos-slack.ts';
import { teamsService } from './chaos-teams.ts';
import type { Taken } from './chaos-verdict.ts';

/** Both chats, with all that they took. */
export interface Chats {
  readonly slackUrl: string;
  readonly teamsUrl: string;
  readonly taken: readonly Taken[];
  /** How many messages have come, whatever became of them. */
  readonly messages: number;
  /** How many of them are not answered at this moment. */
  readonly inHand: number;
  /** How many came before a Retry-After was over. */
  readonly tooEarly: number;
  /** What became of requests, of whatever kind. */
  readonly fates: Tally;
  close(): Promise<void>;
}

/** Starts the chats `people` are in. `clock`: the bot's. `patienceMs`: how long the bot waits for an answer. */
export async function startChats(
  people: readonly Person[],
  clock: Clock,
  patienceMs: number,
): Promise<Chats> {
  const owners = new Map(people.map((person) => [chatOf(person), person.id]));
  const taken: Taken[] = [];
  const fates = new Tally();
  let messages = 0;

  const take = (chat: Chat, into: string, message: { readonly text: string; readonly key?: string }) => {
    taken.push({ chat, to: owners.get(into) ?? into, day: localDate(clock.now()), ...message });
  };
  const serve = (chat: Chat, service: Service) =>
    startFaultyServer(service, {
      fate: anyFate,
      patienceMs,
      now: () => Date.parse(clock.now()),
      onMessage: () => {
        messages += 1;
      },
      onFate: (fate) => fates.add(`${chat} ${fate}`),
    });
  const slack = await serve(
    'slack',
    slackService(people, ({ channel, key, blocks }) => take('slack', channel, { key, text: blocks })),
  );
  const teams = await serve(
    'teams',
    teamsService(people, ({ conversation, activity }) => take('teams', conversation, { text: activity })),
  );
  return {
    slackUrl: slack.url,
    teamsUrl: teams.url,
    taken,
    fates,
    get messages() {
      return messages;
    },
    get inHand() {
      return slack.inHand + teams.inHand;
    },
    get tooEarly() {
      return slack.tooEarly + teams.tooEarly;
    },
    close: async () => {
      await Promise.all([slack.close(), teams.close()]);
    },
  };
}
