import { tidy } from '../language/tidy.ts';
import type { Answers } from '../questions/question.ts';
import { type Refusal, refusal } from '../review/decision.ts';
import type { Pupil } from '../school/pupil.ts';
import { UPN } from '../school/pupil-values.ts';
import type { DETAILS } from './questions/details.ts';
import { refKey, upnOf } from './who/person.ts';

/** Who a pupil is, as it is kept. */
export type Details = Pick<
  Pupil,
  'ref' | 'upn' | 'firstName' | 'lastName' | 'dateOfBirth' | 'yearGroup' | 'className'
>;

/** The details as a form's answers have them, tidied as those of a list are. */
export function detailsOf({ upn, className, ...said }: Answers<typeof DETAILS>): Details {
  const [number, group] = [UPN.read(tidy(upn)), tidy(className)];
  return {
    ref: tidy(said.ref),
    firstName: tidy(said.firstName),
    lastName: tidy(said.lastName),
    dateOfBirth: said.dateOfBirth,
    yearGroup: said.yearGroup,
    ...(number !== undefined && { upn: number }),
    ...(group !== '' && { className: group }),
  };
}

/** Why a reference or UPN can't be this pupil's: another of the school has it. Never who, for that may be in a log. */
export function isTaken(
  details: Pick<Details, 'ref' | 'upn'>,
  others: readonly Pupil[],
): Refusal | undefined {
  if (others.some(({ ref }) => refKey(ref) === refKey(details.ref)))
    return refusal(
      'number-taken',
      'Another pupil here has this number. Each pupil needs their own: please check it, or change the other’s first.',
      { field: 'ref' },
    );
  const upn = upnOf(details);
  return upn !== undefined && others.some((other) => upnOf(other) === upn)
    ? refusal(
        'number-taken',
        'Another pupil here has this UPN. Please check it, or change the other’s first.',
        {
          field: 'upn',
        },
      )
    : undefined;
}
