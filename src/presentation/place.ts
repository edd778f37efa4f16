import { dayWords } from '../domain/language/days.ts';
import { nameOf } from '../domain/language/people.ts';
import { hasNoSchool, isQuiet, placeOf, quietOf, type SaidPlace } from '../domain/school/place.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { School } from '../domain/school/school.ts';
import { NO_SCHOOL, RELEASE } from '../domain/statute/rules/places.ts';
import { type LocalDate, localDate } from '../domain/time.ts';
import { bold, part, plain, type Run, reason, type Section, section, subtle } from './parts.ts';

/** How the new school comes to know when the plan is to be reviewed. */
const HANDED_ON =
  'If it uses this bot, its SENCO may have the plan’s dates from here; the record goes with the pupil’s file.';
const HAND_ON = 'Send the dates and the record with the pupil’s file.';

/** Where a pupil is who is not at this school, and what that means for the review: nothing of one who is here. */
function awayRuns({ place, since, school, releasedOn: release, passOn }: SaidPlace): Run[][] {
  const from = dayWords(since);
  if (place === 'moved-on')
    return [
      [bold(`At another school since ${from}: `), plain(school)],
      [
        subtle(
          `Nobody is reminded here, and what is recorded is kept. The day by which the plan is to be reviewed stays the same at the new school. ${passOn === 'yes' ? HANDED_ON : HAND_ON}`,
        ),
      ],
    ];
  if (place === 'left')
    return [
      school ? [bold(`Left on ${from}: `), plain(school)] : [bold(`Left on ${from}`)],
      [subtle('What is recorded here is kept. Nobody is reminded. An EHC plan stands until it is ceased.')],
    ];
  if (place === 'custody')
    return [
      [
        bold(`In custody since ${from}`),
        ...(release ? [plain(` · to be released on ${dayWords(release)}`)] : []),
      ],
      [
        subtle('The plan is kept, nothing is asked meanwhile, and it is reviewed on release'),
        reason(`: ${RELEASE}`),
      ],
    ];
  if (place === 'no-school')
    return [
      [bold(`Not in a school since ${from}`)],
      [
        subtle('The local authority holds the review, within the same days'),
        reason(`: the plan names no school, so the regulations require it (${NO_SCHOOL})`),
      ],
    ];
  return [];
}

/** Released, and to be reviewed: shown until it is. */
export const releasedRuns = (released: LocalDate): Run[] => [
  bold(`Released from custody on ${dayWords(released)}`),
  plain(': review as soon as can be'),
  reason(`; the Act requires it as soon as reasonably practicable (${RELEASE})`),
];

/**
 * Where the pupil is, where that is not this school, and what it means, line by line; for those who oversee reviews. Of a plan
 * that the school itself keeps, `ofTheLa` is false: without a school means nothing for it.
 */
export function placeRuns(pupil: Pupil, today: LocalDate, ofTheLa: boolean): Run[][] {
  const said = placeOf(pupil);
  if (!said || (hasNoSchool(pupil) && !ofTheLa)) return [];
  if (said.place === 'custody' && !isQuiet(quietOf(pupil), today)) return [];
  return awayRuns(said);
}

/** The same on a screen about a review, where there is something to say. */
export function placeSection(pupil: Pupil, today: LocalDate, ofTheLa: boolean): Section[] {
  const lines = placeRuns(pupil, today, ofTheLa);
  return lines.length ? [section('Where the pupil is', [part(lines)])] : [];
}

/** Who said it, and when. */
export function saidBy({ by, at, listed }: SaidPlace, school: School): Run {
  const who = by ? ` by ${nameOf(school, by)}` : '';
  const said = listed ? `From a list of the school’s, brought in${who}` : `Said${who}`;
  return subtle(`${said}, ${dayWords(localDate(at))}`);
}

/** Of a review whose pupil is in custody, at another school or gone. */
export const NOTHING_ASKED = 'Nothing is asked of this review now. All that is recorded is kept.';
