import type { GuideLine, GuideSection } from './guide.ts';

/*
 * What a family is told beside the guide, before and after the meeting of a review, in our own words: see the Guide to SEND
 * review meetings for parents. It is read by people who are tired: a line a thing.
 */

/** What helps before the meeting, besides what the guide has. */
export const TO_PREPARE: readonly GuideLine[] = [
  { say: 'If you cannot come, send your views in writing.' },
  { say: 'You may ask for an early review at any time, with your reason.' },
];

/** What helps once the record has come; `byLaw`: the plan is one whose provision must be made. */
export const ONCE_READ = ({ byLaw }: { readonly byLaw: boolean }): GuideSection => ({
  heading: 'When you have read this',
  lines: [
    { say: 'Check that your views are written down rightly. Ask for corrections, and keep a copy.' },
    ...(byLaw
      ? [
          {
            say: 'What section F of the plan says has to happen: the Act requires the local authority to provide it (Children and Families Act 2014, s.42). If it does not happen, tell the school, then the local authority.',
          },
        ]
      : []),
  ],
});
