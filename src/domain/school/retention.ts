import { dayWords } from '../language/days.ts';
import { type LocalDate, plusMonths } from '../time.ts';
import { birthday } from './birthday.ts';
import type { LegalHold } from './legal-hold.ts';
import type { School } from './school.ts';

/**
 * How long a school keeps what it has of a child with SEN: to the birthday on which they turn 31, where it has not set another.
 * An EHC plan can last until 25, and claims can be made for six years after it (Limitation Act 1980 s.2).
 * Source: IRMS Information Management Toolkit for Schools, "SEND files, reviews and EHCPs: date of birth + 31 years". It is guidance:
 * no law names a number.
 */
export const KEPT_TO_AGE = 31;

/**
 * For how many years the trail of who saw and did what is kept, where a school has not set others. It is this program's own rule: no law
 * names a number. Six, since whoever was wronged can claim for so long (Limitation Act 1980 ss.2 and 9), and one more, since a claim that
 * is made on the last day is served up to four months later (Civil Procedure Rules 7.5), and comes to the school after that.
 */
export const TRAIL_KEPT_YEARS = 7;

/** A child, as far as what is kept of them goes by it. */
export interface KeptChild {
  readonly dateOfBirth: LocalDate;
  readonly legalHold?: LegalHold;
}

type Keeping = Pick<School, 'retention'>;

/** To which birthday a school keeps what it has of a child. */
export const keptToAge = ({ retention }: Keeping): number => retention?.age ?? KEPT_TO_AGE;

/** For how many years a school keeps the trail of who saw and did what; of what belongs to no school, the longest of all. */
export const trailYears = (schools: readonly Keeping[]): number =>
  schools.length === 0
    ? TRAIL_KEPT_YEARS
    : Math.max(...schools.map(({ retention }) => retention?.trailYears ?? TRAIL_KEPT_YEARS));

/** The first day of the trail that is kept: that of so many years ago; from 29 February's, where there is none, 28 February. */
export const trailKeptFrom = (schools: readonly Keeping[], today: LocalDate): LocalDate =>
  plusMonths(today, -12 * trailYears(schools));

/** The last day on which a child's data is kept by rule: the day they turn so old. */
export const keptUntil = ({ dateOfBirth }: KeptChild, school: Keeping): LocalDate =>
  birthday(dateOfBirth, keptToAge(school));

/** Whether the child's data must stay whatever the rule says: a claim, an inquiry. The hold's last day is part of it. */
export const isOnHold = ({ legalHold }: KeptChild, today: LocalDate): boolean =>
  legalHold !== undefined && (legalHold.until === undefined || today <= legalHold.until);

/** What becomes of a child's data on a day: it is kept by rule, kept by a hold though its time is over, or it goes. */
export type Keep = 'kept' | 'on-hold' | 'goes';

/** What the rule makes of a child's data on a day. */
export function keepOn(child: KeptChild, school: Keeping, today: LocalDate): Keep {
  if (today <= keptUntil(child, school)) return 'kept';
  return isOnHold(child, today) ? 'on-hold' : 'goes';
}

/** Why it goes, in words that name no child: "kept to the 31st birthday, Wed 3 Feb 2049". */
export const whyGone = (child: KeptChild, school: Keeping): string =>
  `kept to the birthday at ${keptToAge(school)}, ${dayWords(keptUntil(child, school))}`;
