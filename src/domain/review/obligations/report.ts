import { planRow } from '../../plans/index.ts';
import { annualPartOf } from '../annual-part.ts';
import { byClock, recordedIf, takesLetter } from './by-clock.ts';
import type { ObligationRow } from './row.ts';

/** Send the report of an annual review's meeting to everybody invited. */
export const report: ObligationRow<'report'> = {
  kind: 'report',
  forFamily: 'To send the report of the meeting',
  stages: ['acting'],
  owed: (situation) => (annualPartOf(situation.review).report ? [] : byClock(situation, 'report')),
  words: (_terms, { noSchool }) =>
    noSchool
      ? 'The local authority’s report: record it, or chase it'
      : 'Send the report to everybody invited',
  brief: (_terms, { noSchool }) => (noSchool ? 'The report: record or chase it' : 'Send the report'),
  help: (_terms, { noSchool }) => (noSchool ? 'chasing the report' : 'sending the report'),
  answers: [
    { opens: 'form', name: 'report', title: 'It was sent' },
    { opens: 'screen', name: 'dates', title: 'All dates' },
  ],
  settled: ({ review }) => recordedIf(annualPartOf(review).report),
  // Without a school it is the local authority's to write (SEND Regulations 2014, reg 21).
  ofTheLa: ({ noSchool }) => (noSchool ? 'the report of the meeting' : undefined),
  record: {
    form: 'report',
    title: () => 'The report was sent',
    takes: (review) => takesLetter(review, annualPartOf(review).report),
  },
  missing: {
    before: ['close'],
    of: (review) => {
      if (!planRow(review.kind).decidedElsewhere || annualPartOf(review).report) return [];
      const say = 'It is not recorded that the report was sent to everybody invited.';
      return [{ what: 'report', offer: 'report', say }];
    },
  },
};
