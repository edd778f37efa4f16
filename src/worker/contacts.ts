import pTimeout from 'p-timeout';
import type { Channel } from '../channels/channel.ts';
import { admits } from '../channels/index.ts';
import type { Contact, UnreachableReason } from '../domain/school/contact.ts';
import type { PersonId, School } from '../domain/school/school.ts';
import { accountsIn, addressIn } from '../store/accounts.ts';
import { update } from '../store/update.ts';
import { timingOf, type WorkerDeps } from './deps.ts';

/** Somebody who can be written to, through the channel they were last seen on. */
export interface Reachable {
  readonly contact: Contact;
  readonly channel: Channel;
}

/**
 * The contact to write to `person` by, as somebody of all of `schools`: the one seen last of those known.
 * `tried` are ids of contacts that were found not to work.
 */
export async function knownContact(
  person: PersonId,
  schools: readonly School[],
  deps: WorkerDeps,
  tried: ReadonlySet<string> = new Set(),
): Promise<Reachable | undefined> {
  for (const contact of await accountsIn(deps.store, person, schools)) {
    const channel = usableOn(contact, schools, deps);
    if (channel && !tried.has(contact.id)) return { contact, channel };
  }
  return undefined;
}

/**
 * Asks the channels' directories for `person`, and keeps what they say. 'later' when a directory could not be asked,
 * and no other knew them.
 */
export async function locatedContact(
  person: PersonId,
  schools: readonly School[],
  deps: WorkerDeps,
  tried: ReadonlySet<string>,
): Promise<Reachable | 'later' | undefined> {
  let failed = false;
  const address = addressIn(schools, person);
  if (address === undefined) return undefined;
  for (const channel of deps.channels) {
    try {
      const found: Contact | undefined = await pTimeout(Promise.resolve(channel.locate?.(address)), {
        milliseconds: timingOf(deps).call,
      });
      // Somebody else's address is nobody we were asked to write to.
      if (found?.email !== address) continue;
      const contact = await remember(found, address, deps);
      if (!contact || !usableOn(contact, schools, deps) || tried.has(contact.id)) continue;
      // Nor is it them where the account is somebody's already, or theirs is another.
      const theirs = await accountsIn(deps.store, person, schools);
      if (theirs.some(({ id }) => id === contact.id)) return { contact, channel };
    } catch (error) {
      failed = true;
      deps.log.warn('directory could not be asked', { channel: channel.name, error });
    }
  }
  return failed ? 'later' : undefined;
}

/** Notes that `contact` could not be reached, unless they have been heard from since it was read. */
export async function markUnreachable(contact: Contact, why: UnreachableReason, deps: WorkerDeps) {
  await update(deps.store, 'contacts', contact.id, (current) => {
    if (!current || (current.seenAt ?? '') > (contact.seenAt ?? '')) return undefined;
    // Without `checkedAt` the directory is asked again when they next do something.
    const { checkedAt: _, ...rest } = current;
    return { ...rest, unreachable: { since: deps.clock.now(), why } };
  });
}

/** The channel to write to them on, when they can be written to as somebody of all of `schools`. */
function usableOn(contact: Contact, schools: readonly School[], deps: WorkerDeps): Channel | undefined {
  if (contact.unreachable || !schools.every((school) => admits(school, contact))) return undefined;
  return deps.channels.find((channel) => channel.name === contact.channel);
}

/** Keeps what a directory said, beside what is known of them already. */
function remember(found: Contact, email: string, deps: WorkerDeps): Promise<Contact | undefined> {
  return update(deps.store, 'contacts', found.id, (known) => {
    const checked = { ...found, checkedAt: deps.clock.now() };
    if (!known) return { ...checked, version: 0 };
    const { unreachable, ...rest } = known;
    return {
      ...checked,
      ...rest,
      email,
      checkedAt: checked.checkedAt,
      // In the directory again: so not gone. Having blocked the bot, or never installed it, is another matter.
      ...(unreachable && !GONE.has(unreachable.why) && { unreachable }),
    };
  });
}

const GONE: ReadonlySet<UnreachableReason> = new Set(['left', 'not-found']);
