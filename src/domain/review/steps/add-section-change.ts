import type { SectionChange } from '../annual.ts';
import { annualPartOf, withAnnual } from '../annual-part.ts';
import { checkWords } from '../checks.ts';
import { unless } from '../decision.ts';
import { SECTION_CHANGE } from '../questions/section-change.ts';
import { atMeeting, recordStands } from './instead.ts';
import { checkNew } from './meeting-notes.ts';
import type { Step } from './step.ts';
import { stepForm, TAKE_BACK } from './step-form.ts';

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
  forms: [
    // A section, and what speaks for its change (SEND Regulations 2014, reg 12).
    stepForm({
      name: 'section-change',
      title: 'Change a section',
      open: 'Change a section of the plan',
      send: 'Add the change',
      ask: () => 'One section at a time, worded as the plan should have it: the local authority goes by it.',
      notification: ({ review }) => `Change a section of the plan: review ${review.ref}`,
      questions: SECTION_CHANGE,
      written: (review) => {
        const answers = annualPartOf(review).sectionChanges.at(-1);
        return answers && { answers, change: TAKE_BACK };
      },
      command: (answer, _subject, newId) => ({
        type: 'add-section-change',
        change: { id: newId(), ...answer },
      }),
      said: () => 'The change to the plan is noted.',
    }),
  ],
};
