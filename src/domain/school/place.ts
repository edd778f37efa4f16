import { z } from 'zod';
import { storedFields } from '../questions/stored-answers.ts';
import { fields, optional } from '../stored.ts';
import { type LocalDate, localDateSchema } from '../time.ts';
import { PLACE } from './questions/place.ts';
import { recordedFields } from './school.ts';

/**
 * Where a pupil is educated, as it was said once: `by` and `at` say by whom, and when. `listed`: a list said it that was brought
 * in then; `by` is '' where that was done at the command line.
 */
export const saidPlaceSchema = fields({
  ...storedFields(PLACE),
  ...recordedFields,
  listed: optional(z.literal(true)),
});
export interface SaidPlace extends z.infer<typeof saidPlaceSchema> {}

/**
 * A time in which nothing is asked of a pupil's reviews, `until` not included: they are in custody (the plan is kept, and
 * reviewed on release: Children and Families Act 2014, ss.48, 70 and 74), or have moved to another school or left.
 */
export const quietSchema = fields({
  why: z.enum(['custody', 'moved-on', 'left']),
  from: localDateSchema,
  /** Left out, it lasts. */
  until: optional(localDateSchema),
});
export interface Quiet extends z.infer<typeof quietSchema> {}

export type WithPlaces = { readonly places?: readonly SaidPlace[] };

/** Where the pupil is educated, as it was said last; undefined where nobody has said: then at this school. */
export const placeOf = ({ places = [] }: WithPlaces): SaidPlace | undefined => places.at(-1);

/** Whether the pupil's plan names no school, and they are in none. */
export const hasNoSchool = (pupil: WithPlaces): boolean => placeOf(pupil)?.place === 'no-school';

/** The places in which nothing is asked here. */
const QUIET: Readonly<Partial<Record<SaidPlace['place'], Quiet['why']>>> = {
  custody: 'custody',
  'moved-on': 'moved-on',
  left: 'left',
};

/** Whether the pupil is this school's no more: they owe nothing, and stand in no list of what is due. */
export const hasGone = (quiet: Quiet | undefined): boolean => quiet !== undefined && quiet.why !== 'custody';

/** The last time in which nothing was to be asked, or is; undefined where there was none. */
export function quietOf({ places = [] }: WithPlaces): Quiet | undefined {
  const at = places.findLastIndex(({ place }) => QUIET[place] !== undefined);
  const last = places[at];
  const why = last && QUIET[last.place];
  if (!last || !why) return undefined;
  const ends = [last.releasedOn, places[at + 1]?.since ?? ''].filter((day) => day !== '').sort();
  const [until] = ends;
  // Said by mistake, and put right since.
  if (until !== undefined && until <= last.since) return undefined;
  return { why, from: last.since, ...(until !== undefined && { until }) };
}

/** Whether the pupil is at another school or has left, as far as is known, and has not come back. */
export function hasLeft(pupil: WithPlaces): boolean {
  const quiet = quietOf(pupil);
  return hasGone(quiet) && isQuiet(quiet, undefined);
}

/** Whether nothing is asked on `day`; without a day, whether that lasts as far as is known. */
export function isQuiet(quiet: Quiet | undefined, day: LocalDate | undefined): boolean {
  if (!quiet) return false;
  return quiet.until === undefined || (day !== undefined && day < quiet.until);
}

/** The day of release, of a pupil who was in custody last and is not on `today`. */
export function releasedOn(pupil: WithPlaces, today: LocalDate): LocalDate | undefined {
  const quiet = quietOf(pupil);
  return quiet?.why === 'custody' && !isQuiet(quiet, today) ? quiet.until : undefined;
}
