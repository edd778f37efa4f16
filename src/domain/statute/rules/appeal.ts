import { row } from './row.ts';

/** EHC plan: the right to appeal. */
export const APPEAL_RULES = [
  row('appeal', 'Appeal against the decision', {
    from: 'decision-letter',
    span: { months: 2 },
    counted: '2 months after the letter with the decision',
    source: 'Children and Families Act 2014 s.51',
    note: 'Or one month after a mediation certificate, where that is later.',
  }),
  row('appeal-final-plan', 'Appeal against what the amended plan says', {
    from: 'decision-letter',
    span: { months: 2 },
    counted: '2 months after the final plan was sent',
    source: 'Children and Families Act 2014 s.51',
    note: 'Or one month after a mediation certificate, where that is later.',
  }),
  row('appeal-mediation', 'Appeal against the decision', {
    from: 'mediation',
    span: { months: 1 },
    counted: '1 month after the mediation certificate',
    source: 'Children and Families Act 2014 s.51',
    note: 'As that is later than 2 months after the letter or the final plan.',
  }),
] as const;
