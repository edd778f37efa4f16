import type { ActionData } from './message.ts';

/** What the buttons carry by which a SENCO says who is on the staff list, and who somebody is. */
export const STAFF_BUTTONS = {
  /** Shows and sends a colleague nothing any more; or again. */
  cutOff: (school: string, who: string): ActionData => ({ do: 'cut-off', school, who }),
  letIn: (school: string, who: string): ActionData => ({ do: 'let-in', school, who }),
  /** Lets a second account in, in the place of the first; or leaves it out. */
  secondAccount: (school: string, account: string, then: 'let-in' | 'leave-out'): ActionData => ({
    do: 'second-account',
    school,
    account,
    then,
  }),
  /** Notes that a colleague left. */
  leftNoted: (school: string, who: string): ActionData => ({ do: 'left-noted', school, who }),
  /** Whether they are the colleague who left and had their account. */
  comingBack: (is: 'same' | 'another'): ActionData => ({ do: 'coming-back', is }),
  /** Whether somebody new on the list is somebody who left. */
  samePerson: (school: string, who: string, before: string, is: 'same' | 'another'): ActionData => ({
    do: 'same-person',
    school,
    who,
    before,
    is,
  }),
};
