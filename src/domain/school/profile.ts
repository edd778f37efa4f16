import { z } from 'zod';
import { storedFields } from '../questions/stored-answers.ts';
import { fields } from '../stored.ts';
import { type Instant, type LocalDate, localDate } from '../time.ts';
import { PROFILE } from './questions/profile.ts';
import { recordedFields } from './school.ts';

/** A one-page profile as it was written once: `by` and `at` say who did, and when. */
export const profileSchema = fields({ id: z.string(), ...storedFields(PROFILE), ...recordedFields });
export interface Profile extends z.infer<typeof profileSchema> {}

type WithProfiles = { readonly profiles?: readonly Profile[] };

/** The profile that stands; with `at`, the one that stood then. Undefined where there is none. */
export function profileOf({ profiles = [] }: WithProfiles, at?: Instant): Profile | undefined {
  return profiles.findLast((one) => at === undefined || one.at <= at);
}

/** The days on which the profiles before the one that stands were written, and by whom: the last first. */
export function formerProfiles({
  profiles = [],
}: WithProfiles): readonly { readonly by: string; readonly on: LocalDate }[] {
  return profiles
    .slice(0, -1)
    .toReversed()
    .map(({ by, at }) => ({ by, on: localDate(at) }));
}

/** The pupil with a profile in the place of the one that stood, which is kept. The same one again changes nothing. */
export function withProfile<P extends WithProfiles>(
  pupil: P,
  { id, by, at, like, matters, support, words }: Profile,
): P {
  const { profiles = [] } = pupil;
  if (profiles.some((one) => one.id === id)) return pupil;
  const before = profiles.at(-1);
  const said = { like: like.trim(), matters: matters.trim(), support: support.trim(), words };
  // Sent as it stands, it is no new version.
  const same =
    before &&
    before.like === said.like &&
    before.matters === said.matters &&
    before.support === said.support &&
    before.words === words;
  return same ? pupil : { ...pupil, profiles: [...profiles, { id, ...said, by, at }] };
}
