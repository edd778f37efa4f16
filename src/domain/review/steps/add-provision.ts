import { checkWords } from '../checks.ts';
import { unless } from '../decision.ts';
import type { Provision } from '../review.ts';
import { atMeeting, recordStands } from './instead.ts';
import { checkNew } from './meeting-notes.ts';
import type { Step } from './step.ts';

interface AddProvision {
  readonly type: 'add-provision';
  readonly provision: Provision;
}

interface ProvisionAdded {
  readonly type: 'provision-added';
  readonly provision: Provision;
}

/** Support is agreed, by its parts. */
export const addProvision: Step<AddProvision, ProvisionAdded> = {
  type: 'add-provision',
  giver: 'senco',
  stages: atMeeting(recordStands),
  decide: ({ review }, { provision }) =>
    unless(
      checkNew(review.provision, provision.id) ??
        checkWords(provision.what, 'what', 'Please say what the support is.'),
      { type: 'provision-added', provision },
    ),
  facts: {
    'provision-added': {
      evolve: (review, { provision }) => ({ ...review, provision: [...review.provision, provision] }),
    },
  },
};
