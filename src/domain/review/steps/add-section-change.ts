import type { SectionChange } from '../annual.ts';
import { annualPartOf, withAnnual } from '../annual-part.ts';
import { checkWords } from '../checks.ts';
import { unless } from '../decision.ts';
import { atMeeting, recordStands } from './instead.ts';
import { checkNew } from './meeting-notes.ts';
import type { Step } from './step.ts';

interface AddSectionChange {
  readonly type: 'add-section-change';
  readonly change: SectionChange;
}

interface SectionChangeAdded {
  readonly type: 'section-change-added';
  readonly change: SectionChange;
}

/** A change to a section of the plan that the meeting proposes, with the evidence for it. */
export const addSectionChange: Step<AddSectionChange, SectionChangeAdded> = {
  type: 'add-section-change',
  giver: 'senco',
  plans: ({ proposesChanges }) => proposesChanges,
  stages: atMeeting(recordStands),
  decide: ({ review }, { change }) =>
    unless(
      checkNew(annualPartOf(review).sectionChanges, change.id) ??
        checkWords(change.change, 'change', 'Please say what is to change in this section.') ??
        checkWords(change.evidence, 'evidence', 'Please say what shows that this change is needed.'),
      { type: 'section-change-added', change },
    ),
  facts: {
    'section-change-added': {
      evolve: (review, { change }) =>
        withAnnual(review, (annual) => ({
          ...annual,
          sectionChanges: [...annual.sectionChanges, change],
        })),
    },
  },
};
