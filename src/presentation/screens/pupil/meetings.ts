import { dayWords } from '../../../domain/language/days.ts';
import type { OfPupil } from '../../../domain/pupil/step.ts';
import { meetingsOf } from '../../../domain/school/pupil-meetings.ts';
import { parentsMet } from '../../../domain/statute/parents-met.ts';
import { metRuns } from '../../parents-met.ts';
import { type Part, part, plain, subtle, typed } from '../../parts.ts';
import type { PupilSection } from './section.ts';

/** So many are shown: a school year's, and some. */
const SHOWN = 6;

function counted({ pupil, reviews, today, school }: OfPupil): Part[] {
  return pupil.plans.flatMap((plan) => {
    const met = parentsMet(pupil, plan, reviews, today, school);
    return met ? [part(metRuns(met, pupil, today))] : [];
  });
}

/** How often the family was met in the school year, and the meetings besides reviews, the last first. */
export const meetings: PupilSection = {
  about: 'pupil',
  title: 'Meetings with the family',
  forms: ['met', 'met-again'],
  parts: (of) => [
    ...counted(of),
    ...meetingsOf(of.pupil)
      .toReversed()
      .slice(0, SHOWN)
      .map(({ on, who, agreed }) =>
        part([[plain(dayWords(on)), subtle(' · '), plain(who)], ...typed(agreed)]),
      ),
  ],
};
