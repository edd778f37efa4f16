import pTimeout from 'p-timeout';
import { after, timingOf, type WorkerDeps } from './deps.ts';
import type { DeliveryState, Parcel, Sending } from './parcel.ts';
import { backOff, settled } from './states.ts';

/**
 * Finds out what became of a parcel whose lease has run out: a lost connection, or a process that died while sending.
 * Where the channel cannot be asked it is left unconfirmed, and not sent again: a doubled message to somebody is worse
 * than one that the SENCO is shown as unsure. @throws {NotStored} the state could not be stored
 */
export async function reconcile(parcel: Parcel, lease: Sending, deps: WorkerDeps): Promise<void> {
  const became = await parcel.became?.();
  if (became === 'later') return;
  if (became) {
    await parcel.change(settled(lease, became));
    return;
  }
  let arrived: boolean | undefined;
  try {
    arrived = await hasArrived(parcel, lease, deps);
  } catch (error) {
    deps.log.warn('delivery could not be looked up', { ...parcel.about, tries: lease.tries, error });
    const until = after(deps, Math.max(backOff(lease.tries), timingOf(deps).lease));
    await parcel.change(settled(lease, { ...lease, until, tries: lease.tries + 1 }));
    return;
  }
  const changed = await parcel.change(settled(lease, outcome(arrived, lease, deps)));
  if (!changed) return;
  const code = arrived === undefined ? 'unconfirmed' : arrived ? 'arrived' : 'lost';
  deps.log.info('delivery looked up', { ...parcel.about, code });
}

async function hasArrived(parcel: Parcel, lease: Sending, deps: WorkerDeps): Promise<boolean | undefined> {
  const contact = await deps.store.get('contacts', lease.contactId);
  const channel = deps.channels.find(({ name }) => name === contact?.channel);
  if (!contact || !channel?.delivered) return undefined;
  return pTimeout(channel.delivered(contact, parcel.key), { milliseconds: timingOf(deps).call });
}

function outcome(arrived: boolean | undefined, lease: Sending, deps: WorkerDeps): DeliveryState {
  const at = deps.clock.now();
  if (arrived === undefined) return { is: 'unconfirmed', at };
  if (arrived) return { is: 'sent', at };
  // What a channel refuses in a way we don't know is lost each time: so not at once again, and ever more slowly.
  return { is: 'waiting', after: after(deps, backOff(lease.tries)), tries: lease.tries };
}
