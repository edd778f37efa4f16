import { refusedSection } from '../background.ts';
import type { PupilSection } from './section.ts';

/** Requests for an early review that were refused, with both reasons. */
export const refusedRequests: PupilSection = {
  about: 'pupil',
  title: 'Early reviews asked for and refused',
  forms: [],
  parts: ({ pupil, school }) => refusedSection(pupil, school).flatMap(({ parts }) => parts),
};
