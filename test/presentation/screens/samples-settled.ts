import type { MessageKind, PendingMessage } from '../../../src/domain/nudges/message.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import type { CardMessage } from '../../../src/presentation/message.ts';
import {
  formOverCard,
  outOfDateCard,
  overtakenCard,
  putAwayCard,
  removedCard,
  sentElsewhereCard,
  settledCard,
  shownAgainCard,
} from '../../../src/presentation/screens/settled.ts';
import {
  ASSISTANT,
  aDoneAction,
  anAction,
  anEvidenceAnswer,
  anEvidenceRequest,
  aProvision,
  aReview,
  SENCO,
  TEACHER,
} from '../../support/builders.ts';
import { aRequest, SENT } from '../forms/samples-requests.ts';

const AT = '2026-11-10T09:00:00.000Z';
const pending = (kind: MessageKind, about?: string): PendingMessage => ({
  ...{ key: 'message-1', to: TEACHER, kind, queuedAt: AT, state: { is: 'sent', at: AT } },
  ...(about && { about }),
});
const settled = (given: Partial<Review>, kind: MessageKind, about?: string) =>
  settledCard({ review: aReview(given), pending: pending(kind, about) });

const action = anAction({ id: 'a1', owner: TEACHER });
const ended = { by: SENCO, at: AT, why: 'She reads on her own now' };

/** What stands in the place of messages, and of cards, that are settled or shown anew. */
export const SETTLED_SAMPLES: Readonly<Record<string, CardMessage>> = {
  'shown-again': shownAgainCard(),
  'put-away': putAwayCard(),
  'form-over': formOverCard('The meeting has not been opened yet.'),
  'sent-elsewhere': sentElsewhereCard(),
  removed: removedCard(),
  'out-of-date': outOfDateCard(),
  'digest-overtaken': overtakenCard('2026-12-04'),
  'settled-evidence-in': settled(
    {
      evidence: [
        anEvidenceRequest({ who: TEACHER, answer: { at: AT, late: false, said: anEvidenceAnswer() } }),
      ],
    },
    'evidence-request',
  ),
  'settled-evidence-not-needed': settled({ stage: 'cancelled', evidence: [] }, 'evidence-request'),
  'settled-evidence-no-longer-asked': settled({ evidence: [] }, 'evidence-request'),
  'settled-action-done': settled(
    { stage: 'acting', actions: [aDoneAction({ id: 'a1', owner: TEACHER })] },
    'action-given',
    'a1',
  ),
  'settled-action-passed-on': settled(
    { stage: 'acting', actions: [{ ...action, owner: ASSISTANT }] },
    'action-given',
    'a1',
  ),
  'settled-action-gone': settled({ stage: 'acting', actions: [] }, 'action-given', 'a1'),
  'settled-support-ended': settled(
    { stage: 'acting', provision: [aProvision({ id: 's1', owner: TEACHER, ended })] },
    'support-given',
    's1',
  ),
  'settled-support-passed-on': settled(
    { stage: 'acting', provision: [aProvision({ id: 's1', owner: ASSISTANT })] },
    'support-given',
    's1',
  ),
  'settled-request-sent': settled(
    { stage: 'acting', requests: [aRequest({ owner: TEACHER, sent: SENT })] },
    'request-given',
    'ehc-assessment',
  ),
  'settled-request-given-on': settled(
    { stage: 'acting', requests: [aRequest({ owner: ASSISTANT })] },
    'request-given',
    'ehc-assessment',
  ),
  'settled-request-withdrawn': settled({ stage: 'acting', requests: [] }, 'request-given', 'ehc-assessment'),
  'settled-all-answered': settled({ stage: 'meeting' }, 'all-answered'),
};
