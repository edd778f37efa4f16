import type { Terms } from '../../language/terms.ts';
import type { Review } from '../review.ts';
import { meetingDue } from './meeting-day.ts';
import type { ObligationRow } from './row.ts';

/**
 * Views are recorded, or that they were asked for and not given: owed by the day of the meeting, and during it.
 * `views` finds them in the review; `whose` names whose they are in the middle of a sentence.
 */
export function viewsRow<Kind extends 'parent-views' | 'pupil-views'>(given: {
  readonly kind: Kind;
  readonly forFamily: string;
  readonly views: (review: Review) => Review['parentViews'] | Review['pupilViews'];
  readonly whose: (terms: Terms, review: Review) => string;
  /** What stands on the button that records them. */
  readonly record: (terms: Terms, review: Review) => string;
  /** Whether anything waits for them. */
  readonly required: (review: Review) => boolean;
  readonly say: (review: Review) => string;
}): ObligationRow<Kind> {
  const { kind, forFamily, views, whose, record, required, say } = given;
  const isWanting = (review: Review) => required(review) && !views(review);
  return {
    kind,
    forFamily,
    stages: ['gathering', 'meeting'],
    owed: ({ review, lead }) => {
      const due = meetingDue(review);
      return due && isWanting(review) ? [{ who: lead, due }] : [];
    },
    words: (terms, review) => `Record ${whose(terms, review)}`,
    help: (terms, review) => `recording ${whose(terms, review)}`,
    answers: [{ opens: 'form', name: kind, title: 'Record them' }],
    settled: ({ review }) => ({ is: views(review) ? 'recorded' : 'over' }),
    record: {
      form: kind,
      title: record,
      takes: ({ stage }) => stage === 'gathering' || stage === 'meeting',
    },
    missing: {
      before: ['openMeeting', 'outcome'],
      of: (review) => (isWanting(review) ? [{ what: kind, offer: kind, say: say(review) }] : []),
      inBrief: (_times, terms, review) => whose(terms, review),
    },
  };
}
