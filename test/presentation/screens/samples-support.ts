import { obligationsOf } from '../../../src/domain/nudges/obligations.ts';
import type { Provision } from '../../../src/domain/review/review.ts';
import type { CardMessage } from '../../../src/presentation/message.ts';
import { agendaCard } from '../../../src/presentation/screens/agenda.ts';
import { digestCard } from '../../../src/presentation/screens/digest.ts';
import { supportsGivenCard } from '../../../src/presentation/screens/given-together.ts';
import { overviewCard } from '../../../src/presentation/screens/overview.ts';
import { statusCard } from '../../../src/presentation/screens/status.ts';
import { supportCard } from '../../../src/presentation/screens/support.ts';
import {
  supportEndedCard,
  supportNotHappeningCard,
  supportPassedOnCard,
} from '../../../src/presentation/screens/support-messages.ts';
import {
  ASSISTANT,
  aDoneAction,
  aProvision,
  aPupil,
  aReview,
  aSchool,
  SENCO,
  TEACHER,
} from '../../support/builders.ts';

/** A Monday in term. */
const TODAY = '2027-01-18';
const school = aSchool();
const pupil = aPupil();
const said = (is: 'yes' | 'partly' | 'not-yet', day: string, why: string, next: string) => ({
  by: ASSISTANT,
  at: `${day}T10:00:00.000Z`,
  ...{ is, why, next },
});
const notYet = said('not-yet', '2026-12-09', 'The room is taken at that time', '2026-12-16');
const yes = said('yes', '2026-12-16', '', '2027-01-18');
const partly = said('partly', '2027-01-15', 'The assistant was ill', '2027-01-22');
const ended = { by: SENCO, at: '2027-01-11T10:00:00.000Z', why: 'She reads on her own now' };
const {
  owner: _owner,
  starts: _starts,
  ...nobodys
} = aProvision({ id: 'provision-4', what: 'A quiet room' });

const due = aProvision({ happening: [notYet, yes] });
const heldUp = aProvision({ id: 'provision-2', what: 'Talk Boost', happening: [yes, partly] });
const over = aProvision({ id: 'provision-3', what: 'A reading pen', ended });
const review = aReview({
  stage: 'closed',
  actions: [aDoneAction()],
  provision: [due, heldUp, over, nobodys, aProvision({ id: 'provision-5', what: 'Precision teaching' })],
});
const of = { review, pupil, school, today: TODAY };
const reviews = [review];
const card = (provision: Provision, mine: boolean, mayRun: boolean, given = false) =>
  supportCard({ ...of, provision, mine, mayRun, given });
const asked = obligationsOf(review, school, TODAY).filter(({ about }) => about === due.id);
const next = aReview({
  id: 'review-2',
  stage: 'meeting',
  startedAt: '2027-01-08T10:00:00.000Z',
  last: { review: review.id, heldOn: '2026-11-24', provision: [due, heldUp] },
});

/** Support that was agreed: asked about, held up, ended, and what the next review sees of it. */
export const SUPPORT_SAMPLES: Readonly<Record<string, CardMessage>> = {
  support: card(due, true, false),
  'support-senco': card(heldUp, false, true),
  'support-nobodys': card(nobodys, false, true),
  'support-ended': card(over, false, true),
  'support-given': supportCard({
    ...of,
    ...{ provision: aProvision(), today: '2026-11-24', mine: true, mayRun: false, given: true },
  }),
  'supports-given': supportsGivenCard([
    {
      ...of,
      ...{ supports: [aProvision(), aProvision({ id: 'p2', what: 'Lunch club' })], today: '2026-11-24' },
    },
  ]),
  'support-not-happening': supportNotHappeningCard({ ...of, provision: heldUp }),
  'support-passed-on': supportPassedOnCard({ ...of, provision: aProvision({ owner: TEACHER }) }),
  'support-ended-told': supportEndedCard({ ...of, provision: over }),
  'support-status': statusCard({ ...of, mayRun: true }),
  'support-digest': digestCard({
    reader: ASSISTANT,
    owed: asked.map((obligation) => ({ ...of, obligation, reviews })),
    today: TODAY,
  }),
  'support-digest-late': digestCard({
    reader: SENCO,
    owed: [],
    late: asked.map((obligation) => ({ ...of, obligation, reviews, step: 'senco' })),
    today: '2027-01-26',
  }),
  'support-overview': overviewCard({
    open: [],
    closed: [],
    first: { late: [], toSend: [], heldUp: [{ review, pupil, reviews, provision: heldUp, school }] },
    view: { which: 'open', by: 'owner', page: 1 },
    own: false,
    today: TODAY,
  }),
  'support-agenda': agendaCard({ ...of, review: next, mayRun: true, reviews }),
  'support-gathered': agendaCard({ ...of, review: next, mayRun: true, reviews, about: 'gathered-1' }),
};
