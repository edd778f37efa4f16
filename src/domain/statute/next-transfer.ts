import { schoolYearOf } from '../school/calendar.ts';
import type { PhaseKind, PhaseTransfer, PlanContent, PupilDetails, School } from '../school/school.ts';
import type { LocalDate } from '../time.ts';

/**
 * The year groups after which a phase of education ends, whether or not the pupils leave their school then: in an
 * all-through school too (SEND Regulations 2014, reg 2).
 */
const PHASES_END: readonly string[] = ['N2', '6', '11'];
/** A school that is left after one of these is a middle school, or goes before one: no phase of its ends after Year 6. */
const MIDDLE: readonly string[] = ['3', '4', '5', '7', '8', '9'];

/** By the year group that pupils leave after. */
const KIND_AFTER: Readonly<Record<string, PhaseKind>> = {
  N2: 'reception-entry',
  '2': 'infant-junior',
  '3': 'middle',
  '4': 'middle',
  '5': 'middle',
  '6': 'primary-secondary',
  '7': 'middle',
  '8': 'middle',
  '9': 'middle',
  '10': 'secondary-post-16',
  '11': 'secondary-post-16',
  '12': 'post-16-post-16',
  '13': 'post-16-post-16',
  '14': 'post-16-post-16',
};

const YEAR_GROUPS = ['N1', 'N2', 'R', ...Array.from({ length: 14 }, (_, i) => String(i + 1))];

/** The day of a transfer: 1 September, where no other is known. */
export const dayOfTransfer = ({ year, on }: PhaseTransfer): LocalDate => on ?? `${year}-09-01`;

/**
 * The pupil's next phase transfer, however far ahead: as the SENCO says or the
 * plan's data has it while that is not past, else worked out
 * from the year group, the ends of the phases and the year groups after which pupils leave `school`.
 * Undefined where there is none, or the year group is none we know.
 */
export function transferOf(
  { yearGroup }: Pick<PupilDetails, 'yearGroup'>,
  { phaseTransfer, moveSaid }: Pick<PlanContent, 'phaseTransfer' | 'moveSaid'>,
  today: LocalDate,
  school?: School,
): PhaseTransfer | undefined {
  const given = moveSaid?.move ?? phaseTransfer;
  if (given === 'none') return undefined;
  if (given && today <= dayOfTransfer(given)) return given;
  const here = YEAR_GROUPS.indexOf(yearGroup.toUpperCase());
  if (here < 0) return undefined;
  const leaving = endsOf(school);
  const last = YEAR_GROUPS.findIndex((group, at) => at >= here && leaving.includes(group));
  const kind = KIND_AFTER[YEAR_GROUPS[last] ?? ''];
  return kind && { kind, year: schoolYearOf(today) + 1 + last - here };
}

/** The year groups after which a pupil of the school goes on to another phase. */
function endsOf(school: School | undefined): readonly string[] {
  const leaving = school?.leavingYears ?? [];
  const inMiddleSystem = leaving.some((year) => MIDDLE.includes(year));
  return [...PHASES_END.filter((year) => year !== '6' || !inMiddleSystem), ...leaving];
}
