import type { Ids } from '../../src/app/ports.ts';

/** Names in order: "id1", "id2", …; and short ones: "R001", "R002", … */
export function testIds(): Ids {
  let unique = 0;
  let short = 0;
  return {
    unique: () => `id${++unique}`,
    short: () => `R${String(++short).padStart(3, '0')}`,
  };
}
