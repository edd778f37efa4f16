import { dayWords } from '../../../domain/language/days.ts';
import type { OfPupil } from '../../../domain/pupil/step.ts';
import { placeOf, releasedOn } from '../../../domain/school/place.ts';
import { part, plain, type Run } from '../../parts.ts';
import { placeRuns, saidBy } from '../../place.ts';
import type { PupilSection } from './section.ts';

function stands({ pupil, today }: OfPupil): Run[][] {
  const away = placeRuns(pupil, today, true);
  if (away.length > 0) return away;
  const released = releasedOn(pupil, today);
  return [[plain(released ? `Released from custody on ${dayWords(released)}` : 'At this school')]];
}

/** Where the pupil is educated, as a SENCO has said; who said it. */
export const place: PupilSection = {
  about: 'pupil',
  title: 'Where the pupil is educated',
  forms: ['place', 'take-over'],
  parts(of) {
    const said = placeOf(of.pupil);
    return [part([...stands(of), ...(said ? [[saidBy(said, of.school)]] : [])])];
  },
};
