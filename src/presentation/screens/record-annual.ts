import { planRow } from '../../domain/plans/index.ts';
import { saidTo } from '../../domain/questions/said.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import { REPORT } from '../../domain/review/questions/annual-after.ts';
import type { PlanSection } from '../../domain/review/questions/annual-options.ts';
import { REPORT_PARTS } from '../../domain/review/questions/report-parts.ts';
import { letterPart } from '../letter.ts';
import { type OfReview, part, plain, type Section, section } from '../parts.ts';
import { readSections } from '../read-out.ts';
import { attendanceParts, sectionChangePart } from './annual-met.ts';
import { appealSection } from './appeal-section.ts';
import { decisionRuns, laSection } from './la-section.ts';

/*
 * Staff concerned are shown of an annual review what they are to carry out. What is proposed on health, care, home, the
 * placement or a budget stays with the SENCO and the leaders, and so does what speaks for a change.
 */
const SHARED_SECTIONS: ReadonlySet<PlanSection> = new Set(['B', 'E', 'F']);

/** What an annual review's record has besides, for all who may see everything. */
export function annualRecord(given: OfReview): Section[] {
  const { review, school } = given;
  const annual = annualPartOf(review);
  return [
    section(
      'Changes to the plan that the meeting proposes',
      annual.sectionChanges.map((one) => sectionChangePart(one, 'all')),
    ),
    ...readSections(saidTo<OfReview>(REPORT_PARTS, { ...review.outcome?.report }, given, {}, 'all')),
    section('Who took part', planRow(review.kind).invitesOutsiders ? attendanceParts(review, school) : []),
    section('The report', letterPart(REPORT, annual.report, given)),
    ...laSection(given),
    ...appealSection(given),
  ];
}

/** What an annual review's record has besides, for staff concerned. */
export function sharedAnnualRecord(given: OfReview): Section[] {
  const { sectionChanges, decision } = annualPartOf(given.review);
  const shared = sectionChanges.filter((one) => SHARED_SECTIONS.has(one.section));
  const decided = decision ? [part([decisionRuns(decision, given, plain)])] : [];
  return [
    section(
      'Changes to the plan that the meeting proposes',
      shared.map((one) => sectionChangePart(one, 'shared')),
    ),
    section('What the local authority decided', decided),
  ];
}
