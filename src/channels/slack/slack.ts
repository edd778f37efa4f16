import type { Receiver } from '@slack/bolt';
import type { Route } from '../../app/http.ts';
import type { Find, Turn } from '../channel.ts';
import type { RoutedChannel } from '../definition.ts';
import { Doorstep } from '../doorstep.ts';
import { Answers } from './answer.ts';
import { slackClient } from './client.ts';
import { makeEndpoint } from './endpoint.ts';
import { codeOf } from './faults.ts';
import { filesWith } from './files.ts';
import { uploadHosts } from './give-file.ts';
import { Homes } from './home.ts';
import { Inbox } from './inbox.ts';
import { listen } from './listeners.ts';
import { PATIENCE, type SlackOptions } from './options.ts';
import { People } from './people.ts';
import { answerHosts, Desk } from './place.ts';
import { Searches } from './searches.ts';
import { Sender } from './sender.ts';
import { Socket } from './socket.ts';
import { Submissions } from './submission.ts';
import { Team } from './team.ts';

/**
 * The bot in one Slack workspace, over HTTP with `signingSecret` or over Socket Mode with `appToken`, which needs no `routes`.
 * Slack being away, or refusing the bot, is no reason not to start: `trouble()` says so until it is over.
 * @throws {Error} when neither a signing secret nor an app token is given: what comes in could not be trusted.
 */
export function slackChannel(options: SlackOptions): RoutedChannel {
  const { contacts, clock, log } = options;
  const patience = { ...PATIENCE, ...options.patience };
  const client = slackClient(options, patience.requestMs);
  const team = new Team(client, clock);
  const people = new People(client, team, contacts, clock, log);
  const desk = new Desk(client, people, log, patience.requestMs, answerHosts(options.apiUrl));
  const answers = new Answers(client, desk, log, patience.openMs);
  const submissions = new Submissions(client, answers, log, patience.saveMs);
  const upload = { hosts: uploadHosts(options.apiUrl), timeoutMs: patience.fileMs };
  const sender = new Sender(slackClient(options, patience.requestMs), people, team, log, upload);

  let turn: Turn | undefined;
  let find: Find | undefined;
  let open = false;
  const take: Turn = async (inbound) => {
    if (!turn) throw new Error('the channel was not started');
    return turn(inbound);
  };
  const homes = new Homes(client, take, log);
  const files = filesWith(options, patience.fileMs);
  const inbox = new Inbox(people, answers, submissions, take, log, files, homes);

  const searches = new Searches(people, async (search) => (await find?.(search)) ?? [], log);

  const inHand = new Set<Promise<unknown>>();
  /** Keeps count of `work`, so that stopping can wait for it. It never rejects: Slack was answered already. */
  const counted = (work: Promise<void>): Promise<void> => {
    const safe = work.catch((error: unknown) => log.error('not answered', { code: codeOf(error), error }));
    inHand.add(safe);
    return safe.finally(() => inHand.delete(safe));
  };
  const { receiver, routes, socket } = wayIn(options, patience.requestMs, () => open, counted);
  listen(receiver, options, team, { inbox, searches }, counted);

  return {
    name: 'slack',
    routes,
    async start(given, looks) {
      turn = given;
      find = looks;
      open = true;
      socket?.start();
    },
    async stop() {
      open = false;
      socket?.deafen();
      while (inHand.size > 0) await Promise.all(inHand);
      await socket?.stop();
    },
    send: (contact, message, key) => sender.send(contact, message, key),
    update: (contact, ref, message) => sender.update(contact, ref, message),
    sendFile: (contact, file) => sender.sendFile(contact, file),
    forget() {
      submissions.forget();
      // A Home may show what is kept no more.
      void counted(homes.showAnew((userId) => people.identify(userId)));
    },
    delivered: (contact, key) => sender.delivered(contact, key),
    locate: (email) => people.locate(email),
    async trouble() {
      if (!open) return 'is not taking messages';
      return (await team.trouble()) ?? socket?.trouble();
    },
  };
}

interface WayIn {
  readonly receiver: Receiver;
  readonly routes: readonly Route[];
  readonly socket?: Socket;
}

function wayIn(
  options: SlackOptions,
  requestMs: number,
  open: () => boolean,
  counted: (work: Promise<void>) => Promise<void>,
): WayIn {
  const { appToken, signingSecret, log, doorstep = new Doorstep() } = options;
  if (appToken) {
    const socket = new Socket(options, appToken, requestMs);
    return { receiver: socket.receiver, routes: [], socket };
  }
  if (!signingSecret) throw new Error('Slack needs a signing secret or an app token');
  const { receiver, route } = makeEndpoint({ signingSecret, log, doorstep }, open, counted);
  return { receiver, routes: [route] };
}
