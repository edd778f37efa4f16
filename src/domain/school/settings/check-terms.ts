import { daysBetween } from '../../time.ts';
import type { DateRange, Term } from '../school.ts';

// No term is longer; a longer one has a mistyped month or year, and would let reminders out in the holidays.
const LONGEST_TERM_DAYS = 200;

/** What is wrong with one of some terms: which, at what of it ('' for the term as a whole), and what would be right. */
export interface TermFault {
  readonly at: number;
  readonly key: 'end' | 'halfTerm' | '';
  readonly say: string;
}

const within = (inner: DateRange, outer: DateRange) => inner.start >= outer.start && inner.end <= outer.end;

/**
 * All that is wrong with terms, one sentence each, whether they come from school.json or from a form.
 * @param named what another of the terms is called in a sentence, by its place.
 */
export function termFaults(
  terms: readonly Omit<Term, 'name'>[],
  named: (at: number) => string,
): readonly TermFault[] {
  const faults: TermFault[] = [];
  terms.forEach((one, at) => {
    const { start, end, halfTerm } = one;
    if (end < start)
      faults.push({
        at,
        key: 'end',
        say: 'this is before the term starts; write the last day of the term',
      });
    else if (daysBetween(start, end) > LONGEST_TERM_DAYS)
      faults.push({
        at,
        key: 'end',
        say: `this makes the term longer than ${LONGEST_TERM_DAYS} days; check the month and the year`,
      });
    else if (halfTerm && (halfTerm.end < halfTerm.start || !within(halfTerm, one)))
      faults.push({
        at,
        key: 'halfTerm',
        say: 'half-term must start and end, in that order, within its term',
      });
    const earlier = terms.findIndex((other) => start <= other.end && other.start <= end);
    if (earlier >= 0 && earlier < at)
      faults.push({
        at,
        key: '',
        say: `this term overlaps ${named(earlier)}; a term must end before the next one starts`,
      });
  });
  return faults;
}
