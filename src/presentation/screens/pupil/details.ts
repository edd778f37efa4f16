import { dayWords } from '../../../domain/language/days.ts';
import { nameOf } from '../../../domain/language/people.ts';
import type { OfPupil } from '../../../domain/pupil/step.ts';
import { localDate } from '../../../domain/time.ts';
import { part, plain, type Run, subtle } from '../../parts.ts';
import type { PupilSection } from './section.ts';

/** Who changed something here last, which no list has said yet. */
function changed({ pupil, school }: OfPupil): Run[][] {
  const last = pupil.changedHere?.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  if (!last) return [];
  const who = `${nameOf(school, last.by)}, ${dayWords(localDate(last.at))}`;
  return [[subtle(`Changed here by ${who}: it stays until your records system’s list says the same`)]];
}

/** Who the pupil is in the school's records, and whether they have a plan. */
export const details: PupilSection = {
  about: 'pupil',
  title: 'Details',
  forms: ['details', 'plans'],
  parts(of) {
    const { ref, upn, className, plans, senNotSaid } = of.pupil;
    const known = [
      `Number ${ref}`,
      ...(upn ? [`UPN ${upn}`] : []),
      ...(className ? [`Class ${className}`] : []),
    ];
    const none = senNotSaid ? 'Nobody has said yet whether they have SEN' : 'No plan';
    return [part([[plain(known.join(' · '))], ...(plans.length ? [] : [[subtle(none)]]), ...changed(of)])];
  },
};
