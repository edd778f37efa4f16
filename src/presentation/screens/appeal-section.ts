import { helpersWords } from '../../domain/guide/routes.ts';
import { dayWords } from '../../domain/language/days.ts';
import { capital } from '../../domain/language/words.ts';
import { laOf } from '../../domain/pupil/la-of.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import { APPEAL_END } from '../../domain/review/questions/annual-options.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import { localAuthorityOf } from '../../domain/school/local-authority.ts';
import { isAsOrdered, lodgedAppeal } from '../../domain/statute/appeal.ts';
import { AGAINST_THE_TRIBUNAL } from '../../domain/statute/rules/appeal.ts';
import { type OfReview, part, plain, type Run, reason, type Section, section, subtle } from '../parts.ts';
import { stepRuns, stepsOf, stepWhy } from './steps.ts';

const ALONE = 'Section I alone is appealed against: no certificate is needed, and the two months stand.';

/** That only a point of law is left, and where that is said. */
const ONLY_LAW: Run[] = [subtle(AGAINST_THE_TRIBUNAL.words), reason(`; ${AGAINST_THE_TRIBUNAL.source}`)];

/** How an appeal stands that was lodged against what can be appealed against; undefined where there is none. */
export function lodgedWords({ review }: Pick<OfReview, 'review'>): string | undefined {
  const annual = annualPartOf(review);
  const { appealEnded } = annual;
  const lodged = lodgedAppeal(annual);
  if (!lodged) return undefined;
  if (!appealEnded)
    return `An appeal was lodged on ${dayWords(lodged.on)}. What was decided stands as it is until it has ended.`;
  return `The appeal ended on ${dayWords(appealEnded.on)}: ${APPEAL_END[appealEnded.how]}.`;
}

const BY_THE_TRIBUNAL: ReadonlySet<string> = new Set(['allowed', 'dismissed']);

/** What is left once an appeal was lodged, or the Tribunal has ordered the plan; undefined where one can still be lodged. */
function appealedRuns(given: OfReview): Run[][] | undefined {
  const annual = annualPartOf(given.review);
  const words = lodgedWords(given);
  if (!words && !isAsOrdered(annual)) return undefined;
  const decided = isAsOrdered(annual) || BY_THE_TRIBUNAL.has(annual.appealEnded?.how ?? '');
  const ordered = words ?? 'The Tribunal ordered the plan as it is now.';
  const alone = lodgedAppeal(annual)?.alone === 'yes' && !annual.appealEnded;
  return [[plain(ordered)], ...(alone ? [[subtle(ALONE)]] : []), ...(decided ? [ONLY_LAW] : [])];
}

/** Who may appeal, until when, and why then; nothing while there is nothing to appeal against. */
function rightRuns(given: OfReview): Run[][] | undefined {
  const { review, pupil, today } = given;
  const appeal = stepsOf(review, today).find(({ step }) => step === 'appeal');
  if (!appeal) return undefined;
  const { addressed } = termsOf(review, pupil, today);
  const right =
    appeal.date.date < today
      ? 'The last day to appeal has passed; the Tribunal may still take a late appeal, with the reason for it.'
      : `${capital(addressed)} may appeal to the First-tier Tribunal (SEND) if they disagree.`;
  return [[plain(right)], stepRuns(appeal, today), [stepWhy(appeal)]];
}

/** The right to appeal as it stands, or what became of an appeal, with who helps beside it. */
export function appealSection(given: OfReview): Section[] {
  const lines = appealedRuns(given) ?? rightRuns(given);
  if (!lines) return [];
  const la = localAuthorityOf(given.school, laOf(given.review, given.pupil));
  return [section('The right to appeal', [part([...lines, [subtle(helpersWords(la))]])])];
}
