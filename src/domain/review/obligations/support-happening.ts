import { membership } from '../../school/membership.ts';
import type { ObligationRow } from './row.ts';
import { askedSupport, SUPPORT_THING, supportEndedOn, supportNamed } from './support.ts';

/** Say whether support happens as agreed: whoever sees to it, two weeks after its start, until yes, then each half-term. */
export const supportHappening: ObligationRow<'support-happening'> = {
  kind: 'support-happening',
  forFamily: 'To say whether support is happening as agreed',
  stages: ['acting', 'closed'],
  owed: (situation) =>
    askedSupport(situation)
      .filter(({ provision }) => !situation.hasLeft(provision.owner))
      .map(({ provision: { id, owner, happening = [] }, due }) => ({
        who: owner,
        due,
        about: id,
        round: happening.length,
      })),
  words: () => 'Is this support happening as agreed?',
  brief: () => 'Is it happening?',
  help: () => 'saying whether this support is happening',
  answers: [
    { opens: 'nothing', press: 'support-yes', title: 'Yes, it is' },
    { opens: 'form', name: 'support-happening', title: 'Partly, or not yet', aboutIt: true },
  ],
  settled: ({ review, school, who, about }) => {
    const provision = supportNamed(review, about);
    if (!provision || supportEndedOn(review, provision)) return { is: 'over' };
    const { owner } = provision;
    if (owner !== who)
      return owner && membership(school, owner) ? { is: 'given', to: owner } : { is: 'over' };
    return { is: provision.happening?.length ? 'answered' : 'over' };
  },
  ...SUPPORT_THING,
  fromItsDay: true,
};
