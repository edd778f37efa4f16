import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { saidTo } from '../../domain/questions/said.ts';
import { lookedAtProfile, profileIn } from '../../domain/review/profile-looked.ts';
import { formerProfiles, type Profile, profileOf } from '../../domain/school/profile.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import { PROFILE } from '../../domain/school/questions/profile.ts';
import type { School } from '../../domain/school/school.ts';
import { localDate } from '../../domain/time.ts';
import { type Button, button, press } from '../buttons.ts';
import { away } from '../more.ts';
import { type OfReview, type Part, part, plain, type Section, section, subtle } from '../parts.ts';
import { readOut } from '../read-out.ts';

const HEADING = 'One-page profile';

type Shown = OfReview & { readonly mayRun: boolean };

const writtenWords = ({ by, at }: Profile, school: School) =>
  `Written ${dayWords(localDate(at))} by ${nameOf(school, by)}`;

/** What it says, in whose words, and who wrote it when. */
export function profileParts(profile: Profile, school: School): Part[] {
  const { id: _id, by: _by, at: _at, ...said } = profile;
  return [...readOut(saidTo(PROFILE, said, {}, {})), part([[subtle(writtenWords(profile, school))]])];
}

/** When the profiles before it were written, and by whom; nothing where there were none. */
export function formerParts(pupil: Pupil, school: School): Part[] {
  const former = formerProfiles(pupil).map(({ by, on }) => `${dayWords(on)} by ${nameOf(school, by)}`);
  return former.length ? [part([[subtle(`Before that: ${former.join('; ')}`)]])] : [];
}

const writeButton = ({ pupil }: Shown, title: string) => button(title, press.pupilForm('profile', pupil.id));

/** What the meeting says of it: that it is right as it stands, or what is to be changed. */
function lookButtons(given: Shown): Button[] {
  if (!given.mayRun) return [];
  if (!profileOf(given.pupil)) return [away(writeButton(given, 'Write it'))];
  return [button('Still right', press.profileRight(given.review.id)), writeButton(given, 'Bring up to date')];
}

/** On the agenda: the profile, to be looked at; once it has been, only that it was. */
export function profileToLookAt(given: Shown): Section[] {
  const { review, pupil, school } = given;
  const profile = profileOf(pupil);
  const below = lookButtons(given);
  if (!profile) return [section(HEADING, [part([[subtle('There is none yet.')]], { below })])];
  if (lookedAtProfile(review, pupil))
    return [
      section(HEADING, [
        part([[plain('Looked at in this review.'), subtle(` ${writtenWords(profile, school)}`)]]),
      ]),
    ];
  const buttons = below.length ? [part([], { below })] : [];
  return [section(HEADING, [...profileParts(profile, school), ...buttons])];
}

/** After the meeting: that it was not looked at, which stops nothing; nothing where it was. */
export function profileNotLookedAt(given: Shown): Section[] {
  const { review, pupil } = given;
  if (review.stage !== 'acting' || lookedAtProfile(review, pupil)) return [];
  const say = profileOf(pupil)
    ? 'It was not looked at in this review. Is it still right?'
    : 'There is none yet: it tells staff how best to support them.';
  return [section(HEADING, [part([[plain(say)]], { below: lookButtons(given) })])];
}

/** In the record: the profile as it stood in the review; nothing where there was none. */
export function profileRecord({ review, pupil, school }: OfReview): Section[] {
  const profile = profileIn(review, pupil);
  return profile ? [section(HEADING, profileParts(profile, school))] : [];
}
