import { membership } from '../../school/membership.ts';
import { earlier } from '../../time.ts';
import type { ObligationRow } from './row.ts';
import { askedSupport, SUPPORT_THING, supportEndedOn, supportNamed } from './support.ts';

/** Name somebody else to see to support, where whoever does has left, or is away when it is asked whether it happens. */
export const supportOwner: ObligationRow<'support-owner'> = {
  kind: 'support-owner',
  forFamily: 'To find somebody else to see to support',
  stages: ['acting', 'closed'],
  owed: ({ review, school, lead, hasLeft, missedFrom }) =>
    askedSupport({ review, school }).flatMap(({ provision: { id, owner }, due }) => {
      if (hasLeft(owner)) {
        // Nobody sees to it meanwhile, so it waits for no day of its own.
        const left = school?.staff.find(({ email }) => email === owner)?.left;
        return [{ who: lead, due: left ? earlier(left, due) : due, about: id }];
      }
      const missed = missedFrom(owner, due);
      return missed && owner !== lead ? [{ who: lead, due: missed, about: id }] : [];
    }),
  words: () => 'Name somebody else to see to this support',
  brief: () => 'Name somebody for',
  help: () => 'finding somebody to see to this support',
  answers: [{ opens: 'form', name: 'support-owner', title: 'Name somebody', aboutIt: true }],
  settled: ({ review, school, about }) => {
    const provision = supportNamed(review, about);
    const owner = provision && !supportEndedOn(review, provision) ? provision.owner : undefined;
    return owner && membership(school, owner) ? { is: 'given', to: owner } : { is: 'over' };
  },
  ...SUPPORT_THING,
};
