import { ONCE_READ, TO_PREPARE } from '../../domain/guide/for-family.ts';
import { type GuideSection, guidePage, inFull } from '../../domain/guide/guide.ts';
import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { planRow } from '../../domain/plans/index.ts';
import { familyLaOf, laOf } from '../../domain/pupil/la-of.ts';
import { isToCease } from '../../domain/review/annual-part.ts';
import { heldOn, isConcluded } from '../../domain/review/held.ts';
import { isOpen } from '../../domain/review/open-actions.ts';
import { outcomeChoice } from '../../domain/review/outcomes.ts';
import { familyTermsOf, readerOf } from '../../domain/review/terms-of.ts';
import { localAuthorityOf } from '../../domain/school/local-authority.ts';
import { hasLeft, placeOf } from '../../domain/school/place.ts';
import { isDecided } from '../../domain/statute/decided.ts';
import type { DueTransfer } from '../../domain/statute/due.ts';
import type { RuleDate } from '../../domain/statute/statute.ts';
import type { OfReview } from '../parts.ts';
import { familyLaLines } from './family-la.ts';
import { meetingLines } from './family-meeting.ts';
import { familyRequestLines } from './family-requests.ts';

/** A passage of what a family gets: its heading, and its lines, some of which people typed. */
export interface FamilyPassage {
  readonly heading: string;
  readonly lines: readonly string[];
}

const asPassage = ({ heading, lines }: GuideSection): FamilyPassage => ({
  heading,
  lines: lines.map(inFull),
});

export type OfFamily = OfReview & {
  /** By when the next review is due, where that is known. */
  readonly next?: RuleDate | undefined;
  /** The move between phases of education that is near and not settled. */
  readonly transfer?: DueTransfer | undefined;
};

/** What a family gets of a review: before the meeting how to prepare, after it what was agreed; and always where to turn. */
export function familyText(given: OfFamily): readonly FamilyPassage[] {
  const { review, pupil, school, today } = given;
  const of = {
    terms: familyTermsOf(review, pupil, today),
    reader: readerOf(pupil, today),
    la: localAuthorityOf(school, laOf(review, pupil) || familyLaOf(pupil, review.kind)),
    decidedElsewhere: planRow(review.kind).decidedElsewhere,
  };
  const about = isConcluded(review)
    ? agreed(given)
    : hasLeft(pupil)
      ? [{ heading: 'The review', lines: goneLines(given) }]
      : [
          { heading: 'The meeting', lines: meetingLines(given) },
          ...toPrepare(guidePage('family', of)),
          ...guidePage('questions', of).map(asPassage),
        ];
  const routes = guidePage('routes', of)
    .map(asPassage)
    .map(({ heading, lines }) => `${heading}. ${lines.join(' ')}`);
  return [...about, { heading: 'If you disagree, or want help', lines: routes }].filter(
    ({ lines }) => lines.length > 0,
  );
}

/** Of a pupil who is this school's no more: who goes on with the review. */
const goneLines = ({ review, pupil }: OfFamily): readonly string[] =>
  planRow(review.kind).decidedElsewhere
    ? [
        'This school does not hold the review any more. The day by which the plan is to be reviewed stays the same.',
        placeOf(pupil)?.place === 'moved-on'
          ? 'Ask the new school, or the local authority, when it is.'
          : 'Ask the local authority when it is.',
      ]
    : ['This school does not hold the review any more.'];

/** What the guide says for families, with what else helps before the meeting, which comes first in it. */
const toPrepare = ([before, ...more]: readonly GuideSection[]): readonly FamilyPassage[] =>
  before ? [{ ...before, lines: [...before.lines, ...TO_PREPARE] }, ...more].map(asPassage) : [];

function agreed(given: OfFamily): readonly FamilyPassage[] {
  const { review, school, today } = given;
  const { outcome } = review;
  const goals = familyTermsOf(review, given.pupil, today).goals;
  const byLaw = planRow(review.kind).decidedElsewhere;
  return [
    {
      heading: `The review of ${dayWords(heldOn(review))}`,
      lines: outcome ? [outcomeChoice(outcome.kind).forFamilies] : [],
    },
    { heading: 'What will change', lines: outcome?.whatWillChange ? [outcome.whatWillChange] : [] },
    {
      heading: 'Who does what, by when',
      lines: review.actions
        .filter(isOpen)
        .map(
          ({ what, owner, onBehalfOf, due }) =>
            `${what} (${onBehalfOf ?? nameOf(school, owner)}, ${due < today ? 'it was to be done by' : 'by'} ${dayWords(due)}${onBehalfOf ? `; ${nameOf(school, owner)} keeps in touch` : ''})`,
        ),
    },
    {
      heading: 'The support agreed',
      lines: review.provision.map(({ what, who, howOften, howLong, groupSize }) =>
        [what, who, howOften, howLong, groupSize].join(', '),
      ),
    },
    { heading: `New ${goals}`, lines: review.newTargets.map(({ text }) => text) },
    { heading: 'Asked of the local authority', lines: familyRequestLines(given) },
    ...(byLaw ? [{ heading: 'The local authority', lines: familyLaLines(given) }] : []),
    { heading: 'The next review', lines: nextLines(given) },
    asPassage(ONCE_READ({ byLaw })),
  ];
}

/** By when the next review is: as its plan's own rules have it, or how that will be known; nothing where the plan ends. */
function nextLines({ review, next, today }: OfFamily): readonly string[] {
  const { outcome } = review;
  if (!outcome || isToCease(review)) return [];
  const on = next?.date ?? outcome.nextReviewBy;
  if (on)
    return [
      `It ${on < today ? 'was' : 'is'} due by ${dayWords(on)}. You may ask for ${on < today ? 'one' : 'an earlier one'} at any time.`,
    ];
  if (!planRow(review.kind).decidedElsewhere || isDecided(review)) return [];
  return ['Its day follows from the local authority’s decision: within 12 months of it.'];
}
