import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { laOf } from '../../domain/pupil/la-of.ts';
import { calledOf, except, saidTo } from '../../domain/questions/said.ts';
import type { LaDecision } from '../../domain/review/annual.ts';
import { annualPartOf, isToCease } from '../../domain/review/annual-part.ts';
import {
  COMMENTS,
  DECISION,
  FINAL_PLAN,
  MEDIATION,
  NOTICE,
} from '../../domain/review/questions/annual-after.ts';
import { LA_DECISION } from '../../domain/review/questions/annual-options.ts';
import {
  APPEAL,
  APPEAL_ENDED,
  CEASE_CONSULTED,
  NOT_AMENDING,
  ORDERED_PLAN,
} from '../../domain/review/questions/annual-since.ts';
import { ceasingRuleFor } from '../../domain/review/steps/ceasing-words.ts';
import { localDate } from '../../domain/time.ts';
import { letterPart } from '../letter.ts';
import {
  bold,
  type OfReview,
  type Part,
  part,
  plain,
  type Run,
  reason,
  type Section,
  section,
  subtle,
  typed,
} from '../parts.ts';
import { readLines } from '../read-out.ts';
import { correctedSection } from './corrected-letters.ts';

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
  const since = [
    ...letterPart(CEASE_CONSULTED, annual.ceaseConsulted, given),
    ...decisionPart(given),
    ...neverDecidedPart(given),
    ...letterPart(NOTICE, annual.notice, given),
    ...letterPart(COMMENTS, annual.comments, given),
    ...letterPart(NOT_AMENDING, annual.notAmending, given),
    ...letterPart(FINAL_PLAN, annual.finalPlan, given),
    ...letterPart(ORDERED_PLAN, annual.orderedPlan, given),
    ...letterPart(MEDIATION, annual.mediation, given),
    ...(annual.earlierAppeals ?? []).flatMap(({ lodged, ended }) => [
      ...letterPart(APPEAL, lodged, given),
      ...letterPart(APPEAL_ENDED, ended, given),
    ]),
    ...letterPart(APPEAL, annual.appeal, given),
    ...letterPart(APPEAL_ENDED, annual.appealEnded, given),
  ];
  if (since.length === 0) return correctedSection(given);
  const name = laOf(given.review, given.pupil, annual.decision?.on);
  const la = name ? [part([[subtle('Local authority: '), plain(name)]])] : [];
  return [
    section('What the local authority decided', [...la, ...since, ...standsPart(given)]),
    ...correctedSection(given),
  ];
}

/** That no decision came, who said so and why. */
function neverDecidedPart({ review, school }: OfReview): Part[] {
  const { neverDecided } = annualPartOf(review);
  if (!neverDecided) return [];
  const by = ` · noted ${dayWords(localDate(neverDecided.at))} by ${nameOf(school, neverDecided.by)}`;
  return [part([[bold('No decision came'), subtle(by)], ...typed(neverDecided.why)])];
}

/** Of a plan that is to cease: that it stands meanwhile, and whether it is recorded that the law's first step was taken. */
function standsPart({ review, pupil, today }: OfReview): Part[] {
  if (!isToCease(review)) return [];
  const { ceaseConsulted, appealEnded } = annualPartOf(review);
  const rule = ceasingRuleFor({ pupil, today });
  const lines = [
    ...(appealEnded
      ? []
      : [
          [
            subtle('The plan stands until any appeal has ended'),
            reason('; Children and Families Act 2014 s.45(4)'),
          ],
        ]),
    ...(ceaseConsulted
      ? []
      : [
          [
            subtle('It is not recorded that the family and the head were consulted first'),
            reason(', as the regulations require (SEND Regulations 2014, reg 31)'),
          ],
        ]),
    ...(rule ? [[subtle(rule.words), reason(`; ${rule.source}`)]] : []),
  ];
  return lines.length ? [part(lines)] : [];
}
