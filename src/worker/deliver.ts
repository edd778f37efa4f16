import pTimeout from 'p-timeout';
import { type MessageRef, TryLater, Unreachable } from '../channels/channel.ts';
import { hasCome, type Where } from '../domain/nudges/message.ts';
import type { UnreachableReason } from '../domain/school/contact.ts';
import type { CardMessage } from '../presentation/message.ts';
import { knownContact, locatedContact, markUnreachable, type Reachable } from './contacts.ts';
import { after, timingOf, type WorkerDeps } from './deps.ts';
import type { DeliveryState, Parcel, Sending } from './parcel.ts';
import { reconcile } from './reconcile.ts';
import { backOff, settled, tried } from './states.ts';
import { itsTurnIsNow, noFaster, putOff, turnComes } from './turns.ts';

/**
 * Takes a parcel one step on, so that it is sent once, or known not to be:
 * what is waiting is claimed with a lease, checked again, sent, and only then marked as sent; what was being sent when
 * nobody learned how it ended is looked for; what could not be delivered is tried when there is somebody to send it to.
 * Does nothing for a parcel whose time has not come. @throws {NotStored} the state could not be stored
 */
export async function deliver(parcel: Parcel, deps: WorkerDeps): Promise<void> {
  const { state } = parcel;
  const now = deps.clock.now();
  if (state.is === 'sending' && hasCome(state.until, now)) return reconcile(parcel, state, deps);
  if (state.is === 'waiting' && hasCome(state.after ?? now, now)) return attempt(parcel, deps);
  if (state.is === 'undeliverable') return attempt(parcel, deps, after(deps, -timingOf(deps).tryAgain));
}

/**
 * Tries each contact there is for the person until one works. Directories are not asked again about what has been
 * undeliverable since later than `askedBefore`.
 */
async function attempt(parcel: Parcel, deps: WorkerDeps, askedBefore?: string): Promise<void> {
  const failed = new Map<string, UnreachableReason>();
  for (;;) {
    const standing = await parcel.standing();
    if (standing.is === 'held') return;
    if (standing.is === 'unwanted') return drop(parcel, deps);
    const ids = new Set(failed.keys());
    const known = await knownContact(parcel.to, standing.schools, deps, ids);
    if (!known && isTooSoon(parcel.state, askedBefore, deps.clock.now())) return;
    const found = known ?? (await locatedContact(parcel.to, standing.schools, deps, ids));
    if (found === 'later') return wait(parcel, deps);
    if (!found) return giveUp(parcel, [...failed.values()].at(-1) ?? 'not-found', deps);
    if (!(await turnComes(found, deps))) return;
    const lease = await claim(parcel, found, deps);
    const why = lease && (await sendClaimed(parcel, lease, found, deps));
    if (!why) return;
    failed.set(found.contact.id, why);
  }
}

const isTooSoon = (state: DeliveryState, askedBefore: string | undefined, now: string) =>
  askedBefore !== undefined && state.is === 'undeliverable' && state.at > askedBefore && state.at <= now;

/** Claims it, so that no other process sends it as well; undefined when another has been quicker. */
async function claim(parcel: Parcel, { contact }: Reachable, deps: WorkerDeps): Promise<Sending | undefined> {
  let lease: Sending | undefined;
  const claimed = await parcel.change((state) => {
    if (state.is !== 'waiting' && state.is !== 'undeliverable') return undefined;
    const until = after(deps, timingOf(deps).lease);
    lease = { is: 'sending', until, tries: state.tries + 1, contactId: contact.id };
    return lease;
  });
  return claimed ? lease : undefined;
}

/** Sends what was claimed. Resolves to why it could not be, when another contact may do. */
async function sendClaimed(
  parcel: Parcel,
  lease: Sending,
  to: Reachable,
  deps: WorkerDeps,
): Promise<UnreachableReason | undefined> {
  const message = await wordClaimed(parcel, lease, deps);
  if (!message) return undefined;
  const about = { ...parcel.about, channel: to.channel.name, tries: lease.tries };
  let ref: MessageRef;
  itsTurnIsNow(to, deps);
  try {
    const sending = to.channel.send(to.contact, message, parcel.key);
    ref = await pTimeout(sending, { milliseconds: timingOf(deps).call });
  } catch (error) {
    if (error instanceof Unreachable) {
      deps.log.warn('message not delivered', { ...about, code: error.why });
      await markUnreachable(to.contact, error.why, deps);
      await parcel.change(settled(lease, { is: 'waiting', tries: lease.tries }));
      return error.why;
    }
    if (error instanceof TryLater) {
      deps.log.info('message put off', { ...about, ms: error.afterMs });
      const again = after(deps, putOff(error.afterMs, deps));
      noFaster(to, error.afterMs, deps);
      await parcel.change(settled(lease, { is: 'waiting', after: again, tries: lease.tries }));
      return undefined;
    }
    // Nobody knows whether it was sent: the claim stays until the lease has run out, then it is looked for.
    deps.log.warn('message uncertain', { ...about, error });
    return undefined;
  }
  // What somebody may be typing into is theirs: it is not changed under their hands, and answers kindly when it is sent.
  const isTypedIn = message.form !== undefined && to.channel.formsInMessages === true;
  const at = { contactId: to.contact.id, ref };
  const where = parcel.updatable && (isTypedIn ? { formAt: at } : { where: at });
  await parcel.change(
    (state) => (state.is === 'sent' ? undefined : { is: 'sent', at: deps.clock.now(), ...where }),
    message,
  );
  await countOrphan(parcel, at, message, deps);
  deps.log.info('message sent', about);
  await parcel.overtakes?.();
  return undefined;
}

/**
 * Where a review that it tells of was erased while it was sent, none says where it stands: the count of that chat does, so that it is
 * taken back. Nothing is overtaken by it.
 */
async function countOrphan(
  { tells = [] }: Parcel,
  { contactId, ref }: Where,
  message: CardMessage,
  { store, standing }: WorkerDeps,
): Promise<void> {
  const stored = await Promise.all(tells.map(({ review }) => store.get('reviews', review)));
  if (stored.every((one) => one !== undefined)) return;
  const of = [...new Set(tells.map(({ pupil }) => pupil))];
  await standing?.stands(contactId, { purpose: '', of }, { first: ref, others: [] }, message);
}

/** The words of what was claimed, if it is still wanted now; else it is dropped, held or put off. */
async function wordClaimed(
  parcel: Parcel,
  lease: Sending,
  deps: WorkerDeps,
): Promise<CardMessage | undefined> {
  try {
    const standing = await parcel.standing();
    if (standing.is === 'held') {
      await parcel.change(settled(lease, { is: 'waiting', tries: lease.tries }));
      return undefined;
    }
    const message = standing.is === 'ready' ? await parcel.compose() : undefined;
    if (!message) await parcel.change(settled(lease, { is: 'dropped', at: deps.clock.now() }));
    return message;
  } catch (error) {
    // Nothing was sent, and that is certain.
    deps.log.error('message could not be worded', { ...parcel.about, tries: lease.tries, error });
    const again = after(deps, backOff(lease.tries));
    await parcel.change(settled(lease, { is: 'waiting', after: again, tries: lease.tries }));
    return undefined;
  }
}

async function drop(parcel: Parcel, deps: WorkerDeps): Promise<void> {
  await parcel.change((state) =>
    state.is === 'waiting' || state.is === 'undeliverable'
      ? { is: 'dropped', at: deps.clock.now() }
      : undefined,
  );
}

/** A directory could not be asked: nothing was sent. What is shown as undeliverable stays so until it is known better. */
async function wait(parcel: Parcel, deps: WorkerDeps): Promise<void> {
  await parcel.change((state) => {
    const tries = tried(state) + 1;
    if (state.is === 'undeliverable') return { ...state, at: deps.clock.now(), tries };
    return state.is === 'waiting' ? { is: 'waiting', after: after(deps, backOff(tries)), tries } : undefined;
  });
}

async function giveUp(parcel: Parcel, why: UnreachableReason, deps: WorkerDeps): Promise<void> {
  const changed = await parcel.change((state) =>
    state.is === 'waiting' || state.is === 'undeliverable'
      ? { is: 'undeliverable', at: deps.clock.now(), why, tries: tried(state) + 1 }
      : undefined,
  );
  if (changed) deps.log.warn('message undeliverable', { ...parcel.about, code: why });
}
