import type { Dated } from '../domain/annual.ts';
import { annualPartOf } from '../domain/annual-part.ts';
import type { Review } from '../domain/review.ts';
import { LA_DECISION } from './annual-words.ts';
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
} from './parts.ts';
import { stepRuns, stepsOf, stepWhy } from './steps.ts';
import { voiceOf } from './voice.ts';
import { capital, dayWords } from './words.ts';

const dated = (label: string, one: Dated | undefined): Part[] =>
  one ? [part([[plain(`${label} ${dayWords(one.on)}`)], ...typed(one.words)])] : [];

function decisionPart(review: Review): Part[] {
  const { decision } = annualPartOf(review);
  if (!decision) return [];
  const words = [bold(LA_DECISION[decision.kind]), subtle(` · letter of ${dayWords(decision.on)}`)];
  return [part([words, ...typed(decision.words)])];
}

/** What the local authority has decided and sent, and what was answered to it; nothing before its decision. */
export function laSection({ review, pupil, today }: OfReview): Section[] {
  const annual = annualPartOf(review);
  if (!annual.decision) return [];
  const { addressed } = voiceOf(review, pupil, today);
  const la = annual.la ? [part([[subtle('Local authority: '), plain(annual.la)]])] : [];
  return [
    section('What the local authority decided', [
      ...la,
      ...decisionPart(review),
      ...dated('Proposed changes sent', annual.notice),
      ...dated(`${capital(addressed)} answered`, annual.comments),
      ...dated('Final plan of', annual.finalPlan),
      ...dated('Mediation certificate of', annual.mediation),
    ]),
  ];
}

/** Who may appeal against the decision, until when, and why then; nothing while there is nothing to appeal against. */
export function appealSection(given: OfReview): Section[] {
  const { review, pupil, today } = given;
  const appeal = stepsOf(review, today).find(({ step }) => step === 'appeal');
  if (!appeal) return [];
  const { addressed } = voiceOf(review, pupil, today);
  const right = `${capital(addressed)} may appeal to the First-tier Tribunal (SEND) if they disagree.`;
  return [
    section('The right to appeal', [part([[plain(right)], stepRuns(appeal, today), [stepWhy(appeal)]])]),
  ];
}
