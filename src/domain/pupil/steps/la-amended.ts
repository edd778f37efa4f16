import { dayWords } from '../../language/days.ts';
import { planRow } from '../../plans/index.ts';
import { dayInWords } from '../../review/checks.ts';
import { refusal } from '../../review/decision.ts';
import { LA_AMENDED_CAME } from '../../school/questions/la-amended.ts';
import { amendmentSaid } from '../../statute/amendment-said.ts';
import { aboutPlan } from '../step.ts';
import { withPlan } from '../with-plan.ts';

const NONE =
  'No decision to amend is recorded for a meeting in the school’s data. What comes after a review here is recorded in it.';

/**
 * The notice or the final plan has come after a decision to amend on a meeting held before the school had the bot (SEND
 * Regulations 2014, reg 22). Recorded again, it is put right, and what stood there is kept.
 */
export const laAmended = aboutPlan({
  name: 'la-amended',
  title: 'The amended plan',
  open: 'Record the notice or the final plan',
  send: 'Save',
  ofPlan: {
    fits: ({ kind }) => planRow(kind).decidedElsewhere,
    noPlan: 'There is no plan that a local authority keeps, so none is amended.',
  },
  ask: ({ plan }) => {
    const { said } = amendmentSaid(plan);
    return said ? `After the meeting of ${dayWords(said.meetingOn)}, decided on ${dayWords(said.on)}.` : NONE;
  },
  notification: () => 'SEND reviews: a plan that is amended',
  freeText: false,
  questions: LA_AMENDED_CAME,
  offered: ({ plan }) => (amendmentSaid(plan).said ? 'Record the notice or the final plan' : undefined),
  said: () => 'Saved.',
  decide({ pupil, plan, actor }, { what, on }) {
    const { said } = amendmentSaid(plan);
    if (!said) return { ok: false, refusal: refusal('unknown-thing', NONE) };
    if (on < said.meetingOn)
      return {
        ok: false,
        refusal: refusal(
          'date-order',
          `That is before the meeting (${dayInWords(said.meetingOn)}). Choose that day or a later one.`,
          { field: 'on' },
        ),
      };
    const came = { meetingOn: said.meetingOn, on, what, by: actor.who, at: actor.at };
    return { ok: true, pupil: withPlan(pupil, { ...plan, laAmended: [...(plan.laAmended ?? []), came] }) };
  },
});
