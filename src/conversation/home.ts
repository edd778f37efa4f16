import type { Reply } from '../channels/channel.ts';
import type { Deps } from './deps.ts';
import { dueScreen, mineScreen } from './lists.ts';
import { knowing } from './navigation.ts';
import { type Person, schoolsOverseen } from './people.ts';

/** The page a person has of the bot's in their chat: what waits on them, and below it, for who oversees a school, what is due. */
export async function homeShown(deps: Deps, person: Person): Promise<Reply> {
  const mine = await mineScreen(deps, person, 1);
  if (schoolsOverseen(person).length === 0) return { kind: 'new', show: mine };
  return { kind: 'new', show: mine, more: [knowing(await dueScreen(deps, person, 1, {}, false))] };
}
