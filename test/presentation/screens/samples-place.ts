import { asOfPupil } from '../../../src/domain/review/as-of-pupil.ts';
import { dueList } from '../../../src/domain/statute/due.ts';
import { formOf } from '../../../src/presentation/forms/index.ts';
import type { CardMessage } from '../../../src/presentation/message.ts';
import { agendaCard } from '../../../src/presentation/screens/agenda.ts';
import { chaseCard } from '../../../src/presentation/screens/chase.ts';
import { datesCard } from '../../../src/presentation/screens/dates.ts';
import { dueCard } from '../../../src/presentation/screens/due.ts';
import { recordCard } from '../../../src/presentation/screens/record.ts';
import { statusCard } from '../../../src/presentation/screens/status.ts';
import { anAnnualReview, anEhcpPupil } from '../../support/annual-builders.ts';
import { aPupil, aReview, aSchool, SENCO } from '../../support/builders.ts';

const TODAY = '2026-11-10';
const school = aSchool();
const said = { since: '2026-11-02', school: '', releasedOn: '', by: SENCO, at: '2026-11-03T09:00:00.000Z' };

const inCustody = anEhcpPupil({ places: [{ ...said, place: 'custody' }] });
const released = anEhcpPupil({
  id: 'p3',
  lastName: 'Released',
  places: [{ ...said, place: 'custody', releasedOn: '2026-11-09' }],
});
const noSchool = anEhcpPupil({ id: 'p4', lastName: 'Home', places: [{ ...said, place: 'no-school' }] });
const gone = aPupil({ places: [{ ...said, place: 'moved-on', school: 'Hill School' }] });

const list = dueList([inCustody, released, noSchool, gone], [], TODAY, school);
const shown = { school, today: TODAY, mayRun: true };
const atLa = { ...shown, pupil: noSchool };
const acting = { ...anAnnualReview({ stage: 'acting' }), noSchool: true } as const;
const { report: _, ...unsent } = acting.annual ?? {};

/** Pupils in custody, released, in no school, and at another one, by the names of their golden pages. */
export const PLACE_SAMPLES: Readonly<Record<string, CardMessage>> = {
  'due-places': dueCard({
    schools: [{ school, list, alone: [], reviews: [], mayRun: true }],
    today: TODAY,
    page: 1,
  }),
  'due-places-why': dueCard({
    schools: [{ school, list, alone: [], reviews: [], mayRun: true }],
    ...{ today: TODAY, page: 1, view: { why: true } },
  }),
  'status-moved-on': statusCard({ ...shown, pupil: gone, review: asOfPupil(aReview(), gone) }),
  'record-moved-on': recordCard({
    ...{ ...shown, pupil: gone, review: asOfPupil(aReview({ stage: 'acting' }), gone), scope: 'all' },
  }),
  'dates-no-school': datesCard({ ...atLa, review: asOfPupil(anAnnualReview(), noSchool) }),
  'agenda-no-school': agendaCard({
    ...{ ...atLa, review: asOfPupil(anAnnualReview({ stage: 'meeting' }), noSchool) },
  }),
  'chase-no-school': chaseCard({
    ...{ ...atLa, who: SENCO, today: '2026-12-10' },
    review: { ...acting, annual: { ...acting.annual, ...unsent } } as typeof acting,
  }),
  'plan-annual-no-school': formOf('plan-annual').show(
    {
      ...{ school, pupil: noSchool, who: SENCO, today: TODAY, reviews: [] },
      review: asOfPupil(anAnnualReview({ stage: 'preparing' }), noSchool),
    },
    'once1',
  ),
};
