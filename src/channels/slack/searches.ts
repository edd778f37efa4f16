import type { PlainTextOption } from '@slack/types';
import { asksWho } from '../../presentation/asks-who.ts';
import type { Find } from '../channel.ts';
import type { ChannelLog } from '../parts.ts';
import { codeOf } from './faults.ts';
import { suggestionPayload } from './payloads.ts';
import type { People } from './people.ts';
import { matchesIn } from './translate-inputs.ts';

/** Says who fits what somebody has typed so far into a search of a window: nobody, where that can't be said. */
export class Searches {
  readonly #people: People;
  readonly #find: Find;
  readonly #log: ChannelLog;

  constructor(people: People, find: Find, log: ChannelLog) {
    this.#people = people;
    this.#find = find;
    this.#log = log;
  }

  /** Never rejects: Slack then lists nobody, and the window stays as it is. */
  async answer(body: unknown): Promise<PlainTextOption[]> {
    const payload = suggestionPayload.safeParse(body);
    if (!payload.success) {
      this.#log.warn('malformed slack payload', { kind: 'search' });
      return [];
    }
    const { user, action_id: input, value: typed, view } = payload.data;
    try {
      const { userId: account, email, tenant } = await this.#people.identify(user.id);
      const asks = asksWho(view.private_metadata.send, input);
      return matchesIn(await this.#find({ channel: 'slack', account, email, tenant, asks, typed }));
    } catch (error) {
      this.#log.error('search not answered', { contact: user.id, code: codeOf(error), error });
      return [];
    }
  }
}
