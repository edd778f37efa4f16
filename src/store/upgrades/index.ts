import { toFormat2 } from './to-2-format-number.ts';
import { toFormat3 } from './to-3-plans-list.ts';
import { toFormat4 } from './to-4-ids-that-say-nothing.ts';
import type { Upgrade } from './upgrade.ts';

/** Every upgrade, in order; the last makes the format of today. */
export const UPGRADES: readonly Upgrade[] = [toFormat2, toFormat3, toFormat4];
