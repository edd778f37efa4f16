import { part, subtle } from '../../parts.ts';
import { peopleParts } from '../people.ts';
import type { PupilSection } from './section.ts';

/** The people around a pupil, as a SENCO has said. */
export const people: PupilSection = {
  about: 'pupil',
  title: 'Family and people',
  forms: ['people'],
  parts({ pupil, today }) {
    const parts = peopleParts(pupil, today);
    return parts.length ? parts : [part([[subtle('Nothing said yet')]])];
  },
};
