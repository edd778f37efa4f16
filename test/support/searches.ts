import type { Find, Search } from '../../src/channels/channel.ts';

/** What a bot was asked to look up, in order; and who it finds from now on: at first, nobody. */
export interface Searches {
  readonly heard: readonly Search[];
  finds(find: Find): void;
}
