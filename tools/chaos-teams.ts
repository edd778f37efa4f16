import { chatOf, type Person, userIdOf } from './chaos-school.ts';
import type { Answer, Service } from './chaos-server.ts';

export const TEAMS_TOKEN = 'token-of-the-bot';

/** A message Teams took. */
export interface TeamsPost {
  readonly conversation: string;
  /** The activity, as it came. */
  readonly activity: string;
}

const ACTIVITIES = /^\/v3\/conversations\/([^/]+)\/activities$/;

/** As much of Teams as the bot needs to write to people: it opens private chats and takes messages, and can't be asked. */
export function teamsService(people: readonly Person[], onPost: (post: TeamsPost) => void): Service {
  const chats = new Map(people.map((person) => [userIdOf(person), chatOf(person)]));
  const known = new Set(chats.values());
  let count = 0;

  function open(body: string): Answer {
    const { members = [] } = JSON.parse(body) as { members?: { id: string }[] };
    const id = chats.get(members[0]?.id ?? '');
    return id ? { status: 201, body: { id } } : NOT_FOUND;
  }

  function take(conversation: string, activity: string): Answer {
    if (!known.has(conversation)) return NOT_FOUND;
    count += 1;
    onPost({ conversation, activity });
    return { status: 201, body: { id: `m${count}` } };
  }

  return {
    act({ method, path, bearer, body }) {
      if (bearer !== TEAMS_TOKEN) return { status: 401, body: {} };
      if (method !== 'POST') return NOT_FOUND;
      if (path === '/v3/conversations') return open(body);
      const [, conversation] = ACTIVITIES.exec(path) ?? [];
      return conversation === undefined ? NOT_FOUND : take(conversation, body);
    },
    chatOf: ({ path }) => ACTIVITIES.exec(path)?.[1],
  };
}

const NOT_FOUND: Answer = { status: 404, body: { error: { code: 'ConversationNotFound' } } };
