import { annualPartOf } from '../annual-part.ts';
import type { Refusal } from '../commands.ts';
import { invitedTo } from '../guards/annual.ts';
import { checkWords } from './checks.ts';
import { ASITIS, type Decider, refusal, unless } from './decision.ts';

/** Who of those invited took part, and how; said again of somebody, it takes the place of what was said before. */
export const recordAttendance: Decider<'record-attendance'> = ({ review }, { attendance }) => {
  const invited = new Set(invitedTo(review));
  if (Object.keys(attendance).some((who) => !invited.has(who))) {
    const say = 'Somebody there is not among those invited. Open the form again, and mark those it lists.';
    return unless(refusal('unknown-thing', say, { offer: { what: 'attendance' } }));
  }
  const before = annualPartOf(review).attendance;
  const said = Object.entries(attendance);
  if (said.every(([who, how]) => before[who] === how)) return ASITIS;
  return unless(undefined, { type: 'attendance-recorded', attendance });
};

/** A change to a section of the plan that the meeting proposes, with the evidence for it. */
export const addSectionChange: Decider<'add-section-change'> = ({ review }, { change }) =>
  unless(
    checkNewChange(annualPartOf(review).sectionChanges, change.id) ??
      checkWords(change.change, 'change', 'Please say what is to change in this section.') ??
      checkWords(change.evidence, 'evidence', 'Please say what shows that this change is needed.'),
    { type: 'section-change-added', change },
  );

function checkNewChange(all: readonly { readonly id: string }[], id: string): Refusal | undefined {
  if (!all.some((one) => one.id === id)) return undefined;
  return refusal('already-done', 'That has been added already.', { offer: { what: 'agenda' } });
}
