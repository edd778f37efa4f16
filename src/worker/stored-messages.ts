import type { MessageId } from '../domain/nudges/message.ts';
import type { Kept } from '../domain/nudges/together.ts';
import type { Store } from '../store/store.ts';

/** The messages as they are stored now, with their reviews; those that are stored no more are left out. */
export async function asStored(ids: readonly MessageId[], store: Store): Promise<readonly Kept[]> {
  const found: Kept[] = [];
  for (const { review: id, key } of ids) {
    const review = await store.get('reviews', id);
    const pending = review?.messages.find((each) => each.key === key);
    if (review && pending) found.push({ review, pending });
  }
  return found;
}

/** All messages that went as one with this one, itself too, the one that carries the others first. */
export async function sentWith({ review, pending }: Kept, store: Store): Promise<readonly Kept[]> {
  const [carrier = { review, pending }] = pending.with ? await asStored([pending.with], store) : [];
  const others = await asStored(carrier.pending.carries ?? [], store);
  const all = [carrier, ...others];
  // One whose carrier is gone, with the child it was about, stands by itself.
  return all.some((one) => one.pending.key === pending.key) ? all : [{ review, pending }];
}
