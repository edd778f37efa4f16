import { nameOf } from '../../../domain/language/people.ts';
import { part, plain } from '../../parts.ts';
import type { PupilSection } from './section.ts';

/** The colleagues who are asked for evidence, as the school's data has them. */
export const keyStaff: PupilSection = {
  about: 'pupil',
  title: 'Asked for evidence',
  forms: [],
  parts({ pupil, school }) {
    const names = pupil.keyStaff.map((who) => nameOf(school, who)).join(', ');
    return names ? [part([[plain(names)]])] : [];
  },
};
