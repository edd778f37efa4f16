import { nameOf } from '../../../domain/language/people.ts';
import { part, plain, subtle } from '../../parts.ts';
import type { PupilSection } from './section.ts';

/** The colleagues who are asked for evidence. */
export const keyStaff: PupilSection = {
  about: 'pupil',
  title: 'Asked for evidence',
  forms: ['key-staff'],
  parts({ pupil, school }) {
    const names = pupil.keyStaff.map((who) => nameOf(school, who)).join(', ');
    return [part([[names ? plain(names) : subtle('Nobody yet')]])];
  },
};
