import type { Activity, TurnContext } from 'botbuilder';
import type { Find, Match, Turn } from '../channel.ts';
import { isForeign, isPrivate, searchIn } from './activity.ts';
import { type Consents, isConsent } from './consent.ts';
import type { Conversations } from './conversation.ts';
import { answered } from './faults.ts';
import { greetingIn } from './greeting.ts';
import type { TeamsLog } from './options.ts';
import type { People } from './people.ts';
import { matchesAnswer, textActivity, textAnswer } from './render.ts';
import type { Rosters } from './rosters.ts';

/** What Teams' request is answered with. */
export interface Answer {
  readonly status: number;
  readonly body?: object | undefined;
}

const OTHER_TENANT =
  'Sorry, I can only help people in the school’s own Microsoft 365. If you work there, please use your school account.';

/** One activity, verified and seen for the first time: a turn, something to learn, or nothing of ours. */
export class Events {
  readonly #tenant: string | undefined;
  readonly #people: People;
  readonly #rosters: Rosters;
  readonly #conversations: Conversations;
  readonly #consents: Consents;
  readonly #log: TeamsLog;

  /** `tenant` undefined: any (the playground's is made up). */
  constructor(
    tenant: string | undefined,
    people: People,
    rosters: Rosters,
    conversations: Conversations,
    consents: Consents,
    log: TeamsLog,
  ) {
    this.#tenant = tenant;
    this.#people = people;
    this.#rosters = rosters;
    this.#conversations = conversations;
    this.#consents = consents;
    this.#log = log;
  }

  /** @throws when somebody is waiting for a reply and could not be given one. */
  async handle(context: TurnContext, turn: Turn, find: Find): Promise<Answer> {
    const { activity } = context;
    if (isSearch(activity)) return { status: 200, body: matchesAnswer(await this.#matches(context, find)) };
    const spoken = activity.type === 'message' || isExecute(activity);
    if (this.#isForeign(activity)) return this.#refuse(context, spoken);
    if (spoken) return { status: 200, body: await this.#conversations.answer(context, turn) };
    if (isConsent(activity) && isPrivate(activity)) {
      await this.#consents.answer(context);
      return { status: 200 };
    }
    if (activity.type === 'invoke') return { status: 501 };
    try {
      await this.#learn(context, turn);
    } catch (error) {
      // Nobody asked and nobody waits; what was missed is learned the next time.
      this.#log('warn', 'not learned', { ...answered(error), error });
    }
    return { status: 200 };
  }

  /** Nobody, where that can't be said: then the card stays as it is. */
  async #matches(context: TurnContext, find: Find): Promise<readonly Match[]> {
    const { activity } = context;
    const search = searchIn(activity);
    // A form of ours stands in a private chat only.
    if (!search || !isPrivate(activity) || this.#isForeign(activity)) return [];
    try {
      const { userId: account, email, tenant } = await this.#people.who(context);
      return await find({ channel: 'teams', account, email, tenant, ...search });
    } catch (error) {
      this.#log('error', 'search not answered', { ...answered(error), error });
      return [];
    }
  }

  #isForeign(activity: Activity): boolean {
    return this.#tenant !== undefined && isForeign(activity, this.#tenant);
  }

  async #refuse(context: TurnContext, spoken: boolean): Promise<Answer> {
    this.#log('warn', 'of another tenant', {});
    if (!spoken) return { status: 200 };
    if (context.activity.type === 'invoke') return { status: 200, body: textAnswer(OTHER_TENANT) };
    await context.sendActivity(textActivity(OTHER_TENANT));
    return { status: 200 };
  }

  async #learn(context: TurnContext, turn: Turn): Promise<void> {
    const { activity } = context;
    const { type, action = '', membersAdded = [], recipient } = activity;
    const installed = type === 'installationUpdate' && action.startsWith('add');
    const joined = type === 'conversationUpdate' && membersAdded.length > 0;
    if (type === 'installationUpdate' && action.startsWith('remove') && isPrivate(activity)) {
      return this.#people.removed(context);
    }
    if (!installed && !joined) return;
    if (!isPrivate(activity)) {
      // Teams tells of an installation in two ways; only of one of them it is certain that the bot is new there.
      const isNew = joined && membersAdded.some(({ id }) => id === recipient.id);
      if (isNew) await this.#greet(context);
      return this.#rosters.learn(context);
    }
    // An upgrade ('add-upgrade') is nothing the person did: learn where they are, and stay quiet.
    if (installed && action === 'add') return this.#conversations.welcome(context, turn);
    await this.#people.who(context);
  }

  async #greet(context: TurnContext): Promise<void> {
    try {
      await context.sendActivity(textActivity(greetingIn(context.activity.recipient.name)));
    } catch (error) {
      // Who is there is learned all the same.
      this.#log('warn', 'greeting not sent', answered(error));
    }
  }
}

const isExecute = ({ type, name }: Activity) => type === 'invoke' && name === 'adaptiveCard/action';
const isSearch = ({ type, name }: Activity) => type === 'invoke' && name === 'application/search';
