import type { PupilStep } from '../step.ts';
import { details } from './details.ts';
import { earlyReview } from './early-review.ts';
import { familyAnswer } from './family-answer.ts';
import { familySays } from './family-says.ts';
import { keyStaff } from './key-staff.ts';
import { laAmended } from './la-amended.ts';
import { laDecided } from './la-decided.ts';
import { laMoved } from './la-moved.ts';
import { laWrote } from './la-wrote.ts';
import { legalHold } from './legal-hold.ts';
import { met } from './met.ts';
import { metAgain } from './met-again.ts';
import { nextMove } from './next-move.ts';
import { nextPlaceNamed } from './next-place-named.ts';
import { people } from './people.ts';
import { place } from './place.ts';
import { planDates } from './plan-dates.ts';
import { plans } from './plans.ts';
import { profile } from './profile.ts';
import { supportAdd } from './support-add.ts';
import { supportOut } from './support-out.ts';
import { takeOver } from './take-over.ts';
import { targetAdd } from './target-add.ts';
import { targetAgain } from './target-again.ts';

/** Everything that can be said about a pupil, by the names of the forms. */
export const PUPIL_STEPS = {
  people,
  'early-review': earlyReview,
  'next-place-named': nextPlaceNamed,
  met,
  'met-again': metAgain,
  profile,
  'next-move': nextMove,
  'la-moved': laMoved,
  'la-wrote': laWrote,
  'la-decided': laDecided,
  'la-amended': laAmended,
  place,
  'take-over': takeOver,
  details,
  plans,
  'plan-dates': planDates,
  'target-add': targetAdd,
  'target-again': targetAgain,
  'key-staff': keyStaff,
  'support-add': supportAdd,
  'support-out': supportOut,
  'family-says': familySays,
  'family-answer': familyAnswer,
  'legal-hold': legalHold,
} as const satisfies Readonly<Record<string, PupilStep>>;

/** The name of a form about a pupil. */
export type PupilStepName = keyof typeof PUPIL_STEPS;
