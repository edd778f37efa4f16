import type { Review } from '../domain/review/review.ts';
import { part, type Run, type Section, section, typed } from './parts.ts';

/** Where the meeting is that is set, as it was typed; nothing where there is none, or nobody has said. */
export const whereRuns = ({ meeting }: Review): Run[][] => (meeting?.where ? typed(meeting.where) : []);

/** The same under its heading. */
export function whereSection(review: Review): Section[] {
  const lines = whereRuns(review);
  return lines.length > 0 ? [section('Where the meeting is', [part(lines)])] : [];
}
