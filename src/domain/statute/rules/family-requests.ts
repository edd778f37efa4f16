import { row } from './row.ts';
import type { PartOfYear } from './rule.ts';

/** Whatever the time of year: only a last day that is no working day is put off. */
const WORKING_DAY: readonly PartOfYear[] = [];
const SOURCE = 'UK GDPR, articles 12(3), 12A and 16';
const GUIDANCE = 'Information Commissioner’s guidance on time limits';
const COUNTED =
  'From the day the school had it to the same date of the month, or that month’s last; on a weekend or bank holiday, to the next working day.';

/** What a family asks of the data held about a child: that it is put right, or (article 21) that it is not used. */
export const FAMILY_REQUEST_RULES = [
  row('family-request', 'Tell the family what became of what they say is wrong', {
    from: 'family-asked',
    span: { months: 1 },
    putOff: WORKING_DAY,
    counted: 'a month after they said so',
    source: `${SOURCE}; ${GUIDANCE}`,
    note: `Without undue delay, so sooner where it can be. ${COUNTED}`,
  }),
  row(
    'family-request-longer',
    'Tell the family what became of what they say is wrong, where it takes longer',
    {
      from: 'family-asked',
      span: { months: 3 },
      putOff: WORKING_DAY,
      counted: 'three months after they said so',
      source: `${SOURCE}; ${GUIDANCE}`,
      note: `Two months more, only for what is complex or one of many requests, and where the family was told so, and why, within the first. ${COUNTED}`,
    },
  ),
] as const;
