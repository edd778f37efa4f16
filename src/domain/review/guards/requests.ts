import type { Guard } from '../../plans/row.ts';

/** What was considered and tried is not recorded, though the outcome asks for an EHC needs assessment. */
export const missingConsidered: Guard = ({ review, outcome }) => {
  if (!outcome?.asksFor || review.considered) return [];
  const say =
    'What was considered and tried is not recorded: the local authority looks at it. What the reviews hold stands in the form.';
  return [{ what: 'considered', offer: 'considered', say }];
};
