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
  readonly views: (review: Review) => Review['parentViews'] | Review['pupilViews'];
  readonly whose: (terms: Terms) => string;
  /** What stands on the button that records them. */
  readonly record: (terms: Terms) => string;
  readonly say: string;
}): ObligationRow<Kind> {
  const { kind, views, whose, record, say } = given;
  return {
    kind,
    stages: ['gathering', 'meeting'],
    owed: ({ review, lead }) => {
      const due = meetingDue(review);
      return due && !views(review) ? [{ who: lead, due }] : [];
    },
    words: (terms) => `Record ${whose(terms)}`,
    help: (terms) => `recording ${whose(terms)}`,
    answers: [{ opens: 'form', name: kind, title: 'Record them' }],
    settled: ({ review }) => ({ is: views(review) ? 'recorded' : 'over' }),
    record: {
      form: kind,
      title: record,
      takes: ({ stage }) => stage === 'gathering' || stage === 'meeting',
    },
    missing: {
      before: ['openMeeting', 'outcome'],
      of: (review) => (views(review) ? [] : [{ what: kind, offer: kind, say }]),
      inBrief: (_times, terms) => whose(terms),
    },
  };
}
