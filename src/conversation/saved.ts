import type { Reply } from '../channels/channel.ts';
import { button, press } from '../presentation/buttons.ts';
import type { Deps } from './deps.ts';
import { noticeScreen } from './plain-screens.ts';
import { SAY } from './refusals.ts';
import { inPlace } from './turn.ts';

/** What is said of what is stored, where only the screen after it could not be made, whatever `error` that was. */
export function savedNotShown(deps: Pick<Deps, 'failed'>, error: unknown): Reply {
  deps.failed?.(error);
  const show = noticeScreen('Saved', SAY.savedNotShown, [button('What’s waiting on me', press.mine(1))]);
  return { ...inPlace(show), saved: true };
}

/** The same parts of a turn, and whether anything has been stored by them. */
export function watched(deps: Deps): { readonly deps: Deps; isStored(): boolean } {
  let stored = false;
  const committed = (...changed: readonly string[]) => {
    stored = true;
    deps.committed(...changed);
  };
  return { deps: { ...deps, committed }, isStored: () => stored };
}
