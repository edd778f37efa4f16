import { authority } from './authority.ts';
import { details } from './details.ts';
import { familySays } from './family-says.ts';
import { kept } from './kept.ts';
import { keyStaff } from './key-staff.ts';
import { meetings } from './meetings.ts';
import { nextPlace } from './next-place.ts';
import { people } from './people.ts';
import { place } from './place.ts';
import { planDays } from './plan-days.ts';
import { profile } from './profile.ts';
import { refusedRequests } from './refused.ts';
import type { PupilSection } from './section.ts';
import { support } from './support.ts';

/** What stands on the screen about a pupil, in this order: those of a plan together, plan by plan, then those of the pupil. */
export const PUPIL_SECTIONS: readonly PupilSection[] = [
  details,
  planDays,
  support,
  authority,
  nextPlace,
  place,
  profile,
  meetings,
  people,
  keyStaff,
  refusedRequests,
  familySays,
  kept,
];
