import { userInfo } from 'node:os';
import { TERMINAL } from './entry.ts';

/** A user's name is no longer on any system that we know. */
const LONGEST = 64;

/**
 * Whoever runs a script in this process, as entries have them: by the name they are logged in under, also where they have it done as the
 * bot's user with sudo; TERMINAL alone where the system knows none.
 */
export function terminalWho(
  env: NodeJS.ProcessEnv = process.env,
  nameHere: () => string = () => userInfo().username,
): string {
  const name = env.SUDO_USER || loggedIn(nameHere);
  return name ? `${TERMINAL}:${encodeURIComponent(name).slice(0, LONGEST)}` : TERMINAL;
}

function loggedIn(nameHere: () => string): string {
  try {
    return nameHere();
  } catch {
    // A user without a name, as in a container.
    return '';
  }
}

const ONE = /^terminal:[A-Za-z0-9%_!~*'().-]{1,64}$/;

/** What another process says of who runs it: TERMINAL alone where that is no name. */
export const readTerminalWho = (said: string | undefined): string =>
  said !== undefined && ONE.test(said) ? said : TERMINAL;
