import { didYouMean } from '../../language/nearest.ts';
import { pastDay } from '../../questions/days.ts';
import { shortText } from '../../questions/text.ts';
import type { School } from '../school.ts';

type AtSchool = { readonly school: Pick<School, 'localAuthorities'> };

/** A name that is nearly that of an authority in the school's data: its lead and its SENDIASS would be lost by a slip. */
function notKnownHere(name: string, { school: { localAuthorities = [] } }: AtSchool): string | undefined {
  const known = localAuthorities.map((one) => one.name);
  const near = known.includes(name) ? '' : didYouMean(name, known);
  return near === ''
    ? undefined
    : `The school’s data has no “${name}”.${near} If it is as you wrote it, send as it stands.`;
}

/** The family has moved, and another local authority keeps the plan: which, and since when. */
export const LA_MOVED = {
  to: shortText<AtSchool>({
    label: 'Which local authority keeps the plan now?',
    longest: 60,
    needed: 'Please write the local authority’s name.',
    pointsOut: notKnownHere,
  }),
  since: pastDay({
    label: 'On which day did it take the plan over?',
    needed: 'Please choose the day it took the plan over.',
  }),
} as const;
