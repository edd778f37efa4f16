import type { ChannelRates } from '../../src/channels/definition.ts';

const none: ChannelRates = { conversation: [], tenant: [] };

/** For tests in which nobody waits: each chat as fast as one can. */
export const NO_RATES = () => none;
