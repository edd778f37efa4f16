import type { ChannelRates } from '../../src/worker/rates.ts';

const none: ChannelRates = { conversation: [], tenant: [] };

/** For tests in which nobody waits: each chat as fast as one can. */
export const NO_RATES = { teams: none, slack: none, sandbox: none };
