import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { type FamilyViews, familyViews } from '../../domain/review/addressee.ts';
import type { Views } from '../../domain/review/review.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import { localDate } from '../../domain/time.ts';
import {
  bold,
  type OfReview,
  type Part,
  part,
  plain,
  type Section,
  section,
  subtle,
  typed,
  urgent,
} from '../parts.ts';
import { lateWords } from './advice.ts';
import { WELCOME } from './gathered.ts';

type Whose = Pick<FamilyViews, 'who' | 'required'>;

function viewsLine(
  { who: whose, required }: Whose,
  views: Views<unknown> | undefined,
  { review, school }: OfReview,
): Part {
  if (!views) return part([[bold(whose), required ? urgent(' · Not recorded yet') : subtle(WELCOME)]]);
  const by = `${dayWords(localDate(views.at))} by ${nameOf(school, views.recordedBy)}`;
  if (views.given) return part([[bold(whose), plain(` · Recorded ${by}${lateWords(review, views)}`)]]);
  const sought = ` · Asked ${dayWords(views.soughtOn)}, no views received (noted ${by}): `;
  const [first = [], ...rest] = typed(views.howSought);
  return part([[bold(whose), plain(sought), ...first], ...rest]);
}

/** Whose views are recorded, since when, and whose are still wanted. */
export function viewsSection(given: OfReview): Section {
  const { review, pupil, today } = given;
  return section('Views', [
    viewsLine(familyViews(review), review.parentViews, given),
    viewsLine(
      { who: `The ${termsOf(review, pupil, today).child}`, required: true },
      review.pupilViews,
      given,
    ),
  ]);
}
