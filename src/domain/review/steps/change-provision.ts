import { isDeepStrictEqual } from 'node:util';
import { ASITIS, unless } from '../decision.ts';
import type { Provision } from '../review.ts';
import { atMeeting, recordStands } from './instead.ts';
import { checkKnown } from './meeting-notes.ts';
import { checkProvision } from './provision-checks.ts';
import type { Step } from './step.ts';

export interface ChangeProvision {
  readonly type: 'change-provision';
  readonly provision: Provision;
}

interface ProvisionChanged {
  readonly type: 'provision-changed';
  readonly provision: Provision;
}

/** Another wording of provision noted at this meeting. */
export const changeProvision: Step<ChangeProvision, ProvisionChanged> = {
  type: 'change-provision',
  giver: 'senco',
  stages: atMeeting(recordStands),
  decide: (given, { provision }) => {
    const { review } = given;
    if (review.provision.some((before) => isDeepStrictEqual(before, provision))) return ASITIS;
    return unless(
      checkKnown(review.provision, provision.id, 'provision') ?? checkProvision(given, provision),
      { type: 'provision-changed', provision },
    );
  },
  facts: {
    'provision-changed': {
      evolve: (review, { provision }) => ({
        ...review,
        provision: review.provision.map((one) => (one.id === provision.id ? provision : one)),
      }),
    },
  },
};
