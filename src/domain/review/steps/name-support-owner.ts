import { nextSchoolDay } from '../../school/calendar.ts';
import type { PersonId } from '../../school/school.ts';
import type { LocalDate } from '../../time.ts';
import { checkStaff, checkStart } from '../checks.ts';
import { ASITIS, unless } from '../decision.ts';
import { provisionOf, SUPPORT_OWNER } from '../questions/happening.ts';
import { OF_SUPPORT, ofSupport, supportOver, withSupport } from './of-support.ts';
import { type Step, tell } from './step.ts';
import { stepForm } from './step-form.ts';

interface NameSupportOwner {
  readonly type: 'name-support-owner';
  readonly id: string;
  readonly owner: PersonId;
  readonly starts: LocalDate;
}

interface SupportOwnerNamed {
  readonly type: 'support-owner-named';
  readonly id: string;
  /** Who saw to it before; left out, nobody did. */
  readonly from?: PersonId;
  readonly to: PersonId;
  readonly starts: LocalDate;
}

/** The SENCO names who sees to support from now on, and the day it starts: where nobody does yet, or somebody else is to. */
export const nameSupportOwner: Step<NameSupportOwner, SupportOwnerNamed> = {
  type: 'name-support-owner',
  giver: 'senco',
  stages: OF_SUPPORT,
  decide: (given, { id, owner, starts }) =>
    ofSupport(given, id, ({ owner: from, starts: before }) => {
      if (owner === from && starts === before) return ASITIS;
      return unless(checkStaff([owner], given.school, 'owner') ?? checkStart(starts, given.today, 'starts'), {
        type: 'support-owner-named',
        id,
        ...(from !== undefined && { from }),
        to: owner,
        starts,
      });
    }),
  facts: {
    'support-owner-named': {
      evolve: (review, { id, to, starts }, { who, at }) =>
        withSupport(review, id, (one) => ({ ...one, owner: to, starts, named: { by: who, at } })),
      tells: ({ fact: { id, from, to } }) => [
        ...(from === to ? [] : tell('support-given', [to], id)),
        ...(from === undefined || from === to ? [] : tell('support-passed-on', [from], id)),
      ],
    },
  },
  forms: [
    stepForm({
      name: 'support-owner',
      title: 'Name who sees to it',
      open: 'Name who sees to it',
      send: 'Save',
      ask: () => 'They are told of it, and asked whether it happens as agreed.',
      notification: ({ review }) => `Who sees to it? Review ${review.ref}`,
      questions: SUPPORT_OWNER,
      values: (subject) => {
        const { owner = '', starts = nextSchoolDay(subject.school, subject.today) } = provisionOf(subject);
        return { owner, starts };
      },
      isKept: (subject) => provisionOf(subject).owner !== undefined,
      oneThing: true,
      command: (answer, subject) => ({ type: 'name-support-owner', id: provisionOf(subject).id, ...answer }),
      forNothing: supportOver,
      said: ({ told, whenTold }) => (told['support-given'] ? `Saved. They are told ${whenTold}.` : 'Saved.'),
      leadsTo: 'support',
    }),
  ],
};
