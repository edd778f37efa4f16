import { NOTHING_APART } from '../app/ports.ts';
import type { Find } from '../channels/channel.ts';
import { recognise } from './accounts.ts';
import type { Deps } from './deps.ts';
import { offersIn } from './form-presses.ts';
import { LONGEST_TYPED } from './too-much.ts';

/**
 * Who fits what somebody types into a search of a form: those the form would take, of the school it is about. Nobody for strangers,
 * for second accounts, and for whom the form is not to be filled in by; nobody where it goes too fast, or what is typed
 * is longer than what is read of a message.
 */
export function makeFind(deps: Deps): Find {
  return async ({ asks, typed, ...from }) => {
    if (typed.length > LONGEST_TYPED || deps.pace?.looksTooFast(from)) return [];
    const who = await recognise(deps, from);
    if (who.is !== 'known') return [];
    const { apart = NOTHING_APART } = deps;
    return apart.run(() => offersIn(deps, { person: who.person, data: asks, values: {} }, typed));
  };
}
