import type { PupilDetails } from './school.ts';

/** SEND Regulations 2014, reg 20(6). */
const YEAR_OF_ADULTHOOD = 9;

/** Whether preparing for adulthood belongs to an annual review of this pupil: from Year 9 on. */
export const preparesForAdulthood = ({ yearGroup }: PupilDetails): boolean =>
  /^\d+$/.test(yearGroup.trim()) && Number(yearGroup) >= YEAR_OF_ADULTHOOD;
