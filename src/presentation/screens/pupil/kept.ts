import { dayWords } from '../../../domain/language/days.ts';
import { nameOf } from '../../../domain/language/people.ts';
import { isOnHold, keptUntil } from '../../../domain/school/retention.ts';
import { localDate } from '../../../domain/time.ts';
import { part, plain, subtle } from '../../parts.ts';
import type { PupilSection } from './section.ts';

/** How long what is stored of the pupil is kept, and whether something holds it for longer. */
export const kept: PupilSection = {
  about: 'pupil',
  title: 'How long it is kept',
  forms: ['legal-hold'],
  parts({ pupil, school, today }) {
    const until = dayWords(keptUntil(pupil, school));
    const { legalHold: hold } = pupil;
    if (!hold || !isOnHold(pupil, today)) return [part([[subtle(`To ${until}`)]])];
    const end = hold.until ? `to ${dayWords(hold.until)}` : 'until this is lifted';
    const by = `${nameOf(school, hold.by)} on ${dayWords(localDate(hold.at))}`;
    return [
      part([
        [plain(`Everything is kept ${end}, whatever the rule says`)],
        [plain(hold.why)],
        [subtle(`Said by ${by}`)],
      ]),
    ];
  },
};
