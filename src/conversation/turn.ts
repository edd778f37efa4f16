import type { Reply } from '../channels/channel.ts';
import type { CardMessage } from '../presentation/message.ts';
import type { Deps } from './deps.ts';
import type { Person } from './people.ts';

/** What one command or button is given: who, and what they typed or pressed. */
export interface Asked {
  readonly person: Person;
  readonly data: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
}

/** The page a button asks for: from 1, which is also what nonsense comes to. */
export const pageIn = (data: Asked['data']): number => Math.max(1, Math.trunc(Number(data.page)) || 1);

/** Answers one command or one kind of button. */
export type Handler = (deps: Deps, asked: Asked) => Promise<Reply>;

/** All that a reply shows, in order. */
export const shownIn = (reply: Reply): readonly [CardMessage, ...CardMessage[]] => [
  reply.show,
  ...(reply.kind === 'invalid' ? [] : (reply.more ?? [])),
];

/** A card below what is there. */
export const below = (show: CardMessage): Reply => ({ kind: 'new', show });
/** A card in place of the one acted on. */
export const inPlace = (show: CardMessage): Reply => ({ kind: 'replace', show });
