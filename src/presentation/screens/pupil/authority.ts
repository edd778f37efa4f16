import { dayWords } from '../../../domain/language/days.ts';
import { planRow } from '../../../domain/plans/index.ts';
import { part, plain, subtle } from '../../parts.ts';
import type { PupilSection } from './section.ts';

/** The local authority that keeps a plan. */
export const authority: PupilSection = {
  about: 'plan',
  title: 'Local authority',
  forms: [],
  parts({ plan: { kind, la, laSince } }) {
    if (!planRow(kind).decidedElsewhere) return [];
    const since = laSince ? [subtle(` · took the plan over on ${dayWords(laSince)}`)] : [];
    return [part([la ? [plain(la), ...since] : [subtle('Not in the school’s data')]])];
  },
};
