import { fieldsShown } from '../conversation/fields-shown.ts';
import { localDate } from '../domain/time.ts';
import type { StoreFor } from '../records/audit/audited-store.ts';
import { BOT } from '../records/audit/entry.ts';
import type { WorkerDeps } from '../worker/deps.ts';
import type { Clock } from './ports.ts';

/** What the worker stores by: of each message that goes out, the trail has which fields of whom it showed, as of a screen. */
export function workerStores(
  storeFor: StoreFor,
  clock: Clock,
): Required<Pick<WorkerDeps, 'store' | 'showing'>> {
  const worker = { who: BOT, by: 'worker' };
  return {
    store: storeFor(worker),
    showing: (message) =>
      storeFor({ ...worker, shows: (children) => fieldsShown([message], children, localDate(clock.now())) }),
  };
}
