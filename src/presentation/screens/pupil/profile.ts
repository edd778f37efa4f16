import { profileOf } from '../../../domain/school/profile.ts';
import { part, subtle } from '../../parts.ts';
import { formerParts, profileParts } from '../profile.ts';
import type { PupilSection } from './section.ts';

/** The one-page profile that stands, and when those before it were written. */
export const profile: PupilSection = {
  about: 'pupil',
  title: 'One-page profile',
  forms: ['profile'],
  parts({ pupil, school }) {
    const stands = profileOf(pupil);
    if (!stands) return [part([[subtle('There is none yet.')]])];
    return [...profileParts(stands, school), ...formerParts(pupil, school)];
  },
};
