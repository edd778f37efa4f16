import { dayWords } from '../../domain/language/days.ts';
import { capital } from '../../domain/language/words.ts';
import { calledOf, except, saidTo } from '../../domain/questions/said.ts';
import type { LaDecision } from '../../domain/review/annual.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import {
  COMMENTS,
  DECISION,
  FINAL_PLAN,
  MEDIATION,
  NOTICE,
} from '../../domain/review/questions/annual-after.ts';
import { LA_DECISION } from '../../domain/review/questions/annual-options.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import { letterPart } from '../letter.ts';
import {
  bold,
  type OfReview,
  type Part,
  part,
  plain,
  type Run,
  type Section,
  section,
  subtle,
} from '../parts.ts';
import { readLines } from '../read-out.ts';
import { stepRuns, stepsOf, stepWhy } from './steps.ts';

function decisionPart(given: OfReview): Part[] {
  const { decision } = annualPartOf(given.review);
  if (!decision) return [];
  const said = except(saidTo<OfReview>(DECISION, { ...decision }, given, {}, 'all'), 'kind', 'on');
  return [part([decisionRuns(decision, given), ...readLines(said)])];
}

/** What was decided, and the day on the letter. */
export function decisionRuns({ kind, on }: LaDecision, given: OfReview, style: typeof bold = bold): Run[] {
  return [style(LA_DECISION[kind]), subtle(` · ${calledOf(DECISION.on, given, {})} ${dayWords(on)}`)];
}

/** What the local authority has decided and sent, and what was answered to it; nothing before its decision. */
export function laSection(given: OfReview): Section[] {
  const annual = annualPartOf(given.review);
  if (!annual.decision) return [];
  const la = annual.la ? [part([[subtle('Local authority: '), plain(annual.la)]])] : [];
  return [
    section('What the local authority decided', [
      ...la,
      ...decisionPart(given),
      ...letterPart(NOTICE, annual.notice, given),
      ...letterPart(COMMENTS, annual.comments, given),
      ...letterPart(FINAL_PLAN, annual.finalPlan, given),
      ...letterPart(MEDIATION, annual.mediation, given),
    ]),
  ];
}

/** Who may appeal against the decision, until when, and why then; nothing while there is nothing to appeal against. */
export function appealSection(given: OfReview): Section[] {
  const { review, pupil, today } = given;
  const appeal = stepsOf(review, today).find(({ step }) => step === 'appeal');
  if (!appeal) return [];
  const { addressed } = termsOf(review, pupil, today);
  const right = `${capital(addressed)} may appeal to the First-tier Tribunal (SEND) if they disagree.`;
  return [
    section('The right to appeal', [part([[plain(right)], stepRuns(appeal, today), [stepWhy(appeal)]])]),
  ];
}
