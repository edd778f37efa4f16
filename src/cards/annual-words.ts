import type { Attendance, LaDecisionKind, PlanSection } from '../domain/annual.ts';
import type { Asker, PhaseKind, PhaseTransfer } from '../domain/school.ts';

/* The words people read for the codes of annual reviews. One table each, used by every card and form. */

export const ATTENDANCE: Readonly<Record<Attendance, string>> = {
  present: 'Present',
  apologies: 'Sent apologies',
  'sent-advice': 'Sent advice instead',
  absent: 'Did not come',
};

export const LA_DECISION: Readonly<Record<LaDecisionKind, string>> = {
  keep: 'Keep the plan as it is',
  amend: 'Amend the plan',
  cease: 'Cease the plan',
};

/** The sections of an EHC plan (SEND Regulations 2014, reg 12). */
export const SECTION: Readonly<Record<PlanSection, string>> = {
  A: 'A: views, interests and aspirations',
  B: 'B: special educational needs',
  C: 'C: health needs',
  D: 'D: social care needs',
  E: 'E: outcomes',
  F: 'F: special educational provision',
  G: 'G: health care provision',
  H: 'H: social care provision',
  I: 'I: placement',
  J: 'J: personal budget',
  K: 'K: advice and information',
};

export const ASKER: Readonly<Record<Asker, string>> = {
  parent: 'A parent or carer',
  'young-person': 'The pupil or young person',
  school: 'The school',
  'local-authority': 'The local authority',
  other: 'Somebody else',
};

const PHASE: Readonly<Record<PhaseKind, string>> = {
  'reception-entry': 'Starts Reception',
  'infant-junior': 'Moves to junior school',
  middle: 'Moves to middle or upper school',
  'primary-secondary': 'Moves to secondary school',
  'secondary-post-16': 'Moves to post-16 education',
  'post-16-post-16': 'Moves to another post-16 place',
};

/** "Moves to secondary school in September 2027". */
export const phaseWords = ({ kind, year }: Pick<PhaseTransfer, 'kind' | 'year'>): string =>
  `${PHASE[kind]} in September ${year}`;
