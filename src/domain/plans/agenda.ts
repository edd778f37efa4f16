import { preparesForAdulthood } from '../school/adulthood.ts';
import type { PupilDetails } from '../school/school.ts';

/** What a SEND review meeting goes through, in order (Guide to SEND review meetings for parents, “What is usually discussed”). */
export const AGENDA_POINTS: readonly string[] = [
  'Strengths and interests',
  'What the parents and the child say',
  'Progress since the last review',
  'Needs now',
  'Support in place',
  'Whether it is working',
  'New concerns',
  'Attendance, behaviour and wellbeing',
  'Friendships and social communication',
  'Independence and confidence',
  'Reasonable adjustments',
  'Targets',
  'Next steps, and who does what',
];

/** The same of an EHC plan, which has outcomes and may be amended (SEND Regulations 2014, reg 20(5)). */
const ANNUAL_POINTS: readonly string[] = AGENDA_POINTS.map((point) =>
  point === 'Targets' ? 'Outcomes, and whether the plan still fits' : point,
);

/** From Year 9 on (SEND Regulations 2014, reg 20(6); Code of Practice 8.9–8.10). */
const ADULTHOOD_POINTS: readonly string[] = [
  'Preparing for adulthood: further study and work',
  'Preparing for adulthood: living independently',
  'Preparing for adulthood: friends, relationships and community',
  'Preparing for adulthood: good health',
];

/** What an annual review meeting of this pupil goes through. */
export const annualPoints = (pupil: PupilDetails): readonly string[] =>
  preparesForAdulthood(pupil) ? [...ANNUAL_POINTS, ...ADULTHOOD_POINTS] : ANNUAL_POINTS;
