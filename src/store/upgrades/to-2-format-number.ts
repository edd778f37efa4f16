import { eachDocument, type Upgrade } from './upgrade.ts';

/** Format 2: each document says at its top which format it is of. Nothing else about it changes. */
export const toFormat2: Upgrade = {
  to: 2,
  run: eachDocument((document) => ({ format: 2, ...document })),
};
