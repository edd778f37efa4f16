import { calledOf, isShown, type Seeing } from '../../domain/questions/said.ts';
import type { Attendance, SectionChange } from '../../domain/review/annual.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import { invitedTo } from '../../domain/review/invited.ts';
import { ATTENDANCE, SECTION } from '../../domain/review/questions/annual-options.ts';
import { SECTION_CHANGE } from '../../domain/review/questions/section-change.ts';
import type { Review } from '../../domain/review/review.ts';
import type { School } from '../../domain/school/school.ts';
import { bold, type Part, part, plain, type Run, subtle, typed } from '../parts.ts';

/** A change that the meeting proposes to a section of the plan; what speaks for it is not shown to all. */
export function sectionChangePart({ section, change, evidence }: SectionChange, seeing: Seeing): Part {
  const shows = isShown(SECTION_CHANGE.evidence, seeing) ? typed(evidence) : [];
  return part([
    [bold(`${calledOf(SECTION_CHANGE.section, {}, {})} ${SECTION[section]}`)],
    ...typed(change),
    ...(shows.length ? [[subtle(`${calledOf(SECTION_CHANGE.evidence, {}, {})}:`)], ...shows] : []),
  ]);
}

const WAYS: readonly Attendance[] = ['present', 'sent-advice', 'apologies', 'absent'];

/** Who took part and how, a line for each way; those of whom it is not recorded come last. */
export function attendanceParts(review: Review, school: School): Part[] {
  const { attendance: kept, attendanceLate = [] } = annualPartOf(review);
  const isLate = (key: string) => attendanceLate.some(({ who }) => who === key);
  const invited = invitedTo({ review, school });
  const line = (label: Run, some: typeof invited): Part[] => {
    const names = some.flatMap(({ key, name, role }, at) => [
      plain(`${at ? '; ' : ''}${name}`),
      subtle(` (${role}${isLate(key) ? ', recorded after the meeting' : ''})`),
    ]);
    return some.length ? [part([[label, ...names]])] : [];
  };
  const ways = WAYS.flatMap((way) =>
    line(
      bold(`${ATTENDANCE[way]}: `),
      invited.filter(({ key }) => Object.hasOwn(kept, key) && kept[key] === way),
    ),
  );
  const unknown = invited.filter(({ key }) => !Object.hasOwn(kept, key));
  return [...ways, ...line(subtle('Not recorded yet: '), unknown)];
}
