import type { PlanSection } from '../domain/annual.ts';
import { annualPartOf } from '../domain/annual-part.ts';
import { planOf } from '../domain/plans/index.ts';
import type { Review } from '../domain/review.ts';
import { attendanceParts, sectionChangePart } from './annual-met.ts';
import { LA_DECISION } from './annual-words.ts';
import { appealSection, laSection } from './la-section.ts';
import { type OfReview, part, plain, type Section, section, subtle, typed } from './parts.ts';
import { dayWords } from './words.ts';

/*
 * Staff concerned are shown of an annual review what they are to carry out. What is proposed on health, care, home, the
 * placement or a budget stays with the SENCO and the leaders, and so does what speaks for a change.
 */
const SHARED_SECTIONS: ReadonlySet<PlanSection> = new Set(['B', 'E', 'F']);

/** What an annual review's record has besides, for all who may see everything. */
export function annualRecord(given: OfReview): Section[] {
  const { review, school } = given;
  const report = review.outcome?.report;
  return [
    section(
      'Changes to the plan that the meeting proposes',
      annualPartOf(review).sectionChanges.map((one) => sectionChangePart(one)),
    ),
    ...said('Health and care', report?.healthAndCare),
    ...said('Preparing for adulthood', report?.adulthood),
    ...said('Personal budget', report?.personalBudget),
    section('Who took part', planOf(review).invitesOutsiders ? attendanceParts(review, school) : []),
    ...reportSection(review),
    ...laSection(given),
    ...appealSection(given),
  ];
}

const said = (heading: string, words = ''): Section[] =>
  words ? [section(heading, [part(typed(words))])] : [];

function reportSection(review: Review): Section[] {
  const { report } = annualPartOf(review);
  if (!report) return [];
  const sent = part([[plain(`Sent ${dayWords(report.on)}`)], ...typed(report.words)]);
  return [section('The report', [sent])];
}

/** What an annual review's record has besides, for staff concerned. */
export function sharedAnnualRecord({ review }: OfReview): Section[] {
  const { sectionChanges, decision } = annualPartOf(review);
  const shared = sectionChanges.filter((one) => SHARED_SECTIONS.has(one.section));
  const decided = decision
    ? [part([[plain(LA_DECISION[decision.kind]), subtle(` · letter of ${dayWords(decision.on)}`)]])]
    : [];
  return [
    section(
      'Changes to the plan that the meeting proposes',
      shared.map((one) => sectionChangePart(one, false)),
    ),
    section('What the local authority decided', decided),
  ];
}
