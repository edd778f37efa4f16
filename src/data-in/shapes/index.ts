import { ownList } from './own.ts';
import { arbor, bromcom, integris, progresso, scholarPack, sims } from './school-systems.ts';
import type { Shape } from './shape.ts';
import { ctf, oneRoster11, oneRoster12, sds1, sds21, sen2 } from './standards.ts';

/** Every shape in which a list of pupils is known to come; of two that fit as well as each other, the first. */
export const SHAPES: readonly Shape[] = [
  ownList,
  ctf,
  sen2,
  sds21,
  sds1,
  oneRoster12,
  oneRoster11,
  sims,
  arbor,
  bromcom,
  scholarPack,
  integris,
  progresso,
];
