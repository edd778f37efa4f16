import { planRow } from '../../plans/index.ts';
import { refusal } from '../../review/decision.ts';
import { LA_MOVED } from '../../school/questions/la-moved.ts';
import { DEFAULT_LEAD_WEEKS, ruleOn } from '../../statute/statute.ts';
import { aboutPlan } from '../step.ts';
import { withPlan } from '../with-plan.ts';

/**
 * The family has moved, and another local authority has taken the plan over with its dates: SEND Regulations 2014, reg 15. A
 * review under way goes on.
 */
export const laMoved = aboutPlan({
  name: 'la-moved',
  title: 'Another authority',
  open: 'Another local authority has taken the plan over',
  send: 'Save',
  ofPlan: {
    fits: ({ kind }) => planRow(kind).decidedElsewhere,
    noPlan: 'There is no plan that a local authority keeps, so none can be taken over.',
  },
  ask: () => 'The family has moved. A review under way goes on.',
  why: ({ today }) => {
    const [letter, review] = [ruleOn('ehcp-taken-over-letter', today), ruleOn('ehcp-taken-over', today)];
    return `The regulations require the new local authority to write to the family within 6 weeks (${letter.source}), and to review by the plan’s own last day or within 3 months of taking it over, whichever is later (${review.source}).`;
  },
  notification: () => 'SEND reviews: another local authority',
  freeText: false,
  questions: LA_MOVED,
  values: ({ plan: { laMoved: before } }) =>
    before ? { to: before.to, since: before.since } : { to: '', since: '' },
  oneThing: true,
  offered: ({ plan }) =>
    plan.laMoved
      ? 'Put right which authority took the plan over'
      : 'Another local authority has taken the plan over',
  said: ({ plan, school }) => {
    const saved = `Saved: ${plan.la ?? 'it'} keeps the plan now. Its last day for review stands, or is 3 months after the move where that is later; the meeting goes by its lead.`;
    if (school.localAuthorities?.some(({ name }) => name === plan.la)) return saved;
    return `${saved} The school’s data says nothing of it: until that is added, the usual ${DEFAULT_LEAD_WEEKS} weeks are its lead, and no SENDIASS is named.`;
  },
  decide({ pupil, plan, actor }, { to, since }) {
    const { laMoved: before, la } = plan;
    // A later day with yet another authority is a second move; else the first is put right.
    const from = before && (since <= before.since || to === before.to) ? before.from : la;
    if (to === from)
      return {
        ok: false,
        refusal: refusal(
          'date-order',
          'That local authority has the plan already. Please write the new one.',
          {
            field: 'to',
          },
        ),
      };
    const moved = { to, since, ...(from !== undefined && { from }), by: actor.who, at: actor.at };
    return { ok: true, pupil: withPlan(pupil, { ...plan, la: to, laSince: since, laMoved: moved }) };
  },
});
