import { obligationsOf } from '../../src/domain/nudges/obligations.ts';
import type { CardMessage } from '../../src/presentation/message.ts';
import type { OfReview } from '../../src/presentation/parts.ts';
import { actionCard } from '../../src/presentation/screens/action.ts';
import { agendaCard } from '../../src/presentation/screens/agenda.ts';
import { chaseCard } from '../../src/presentation/screens/chase.ts';
import { datesCard } from '../../src/presentation/screens/dates.ts';
import { evidenceSaidCard } from '../../src/presentation/screens/evidence-said.ts';
import { familyCard } from '../../src/presentation/screens/family.ts';
import { packCard } from '../../src/presentation/screens/pack.ts';
import { recordCard } from '../../src/presentation/screens/record.ts';
import { requestsCard } from '../../src/presentation/screens/requests.ts';
import { statusCard } from '../../src/presentation/screens/status.ts';
import { supportCard } from '../../src/presentation/screens/support.ts';
import { mineCard } from '../../src/presentation/screens/waiting.ts';
import { buttonsOf, lettersOf, ourWordsOf } from './adaptive.ts';
import { SENCO } from './builders.ts';

/** A card and all the pages after it. */
export function pagesFrom(show: (page: number) => CardMessage, page = 1): CardMessage[] {
  const card = show(page);
  const more = buttonsOf(card.card).some(({ title }) => title === 'Next page');
  return more ? [card, ...pagesFrom(show, page + 1)] : [card];
}

/**
 * Every screen of a review as it stands, all its pages: as its SENCO has it, and as each colleague concerned has theirs.
 * Those that tell most come first: whoever looks for something may stop where it stands.
 */
export function* everyScreen(of: OfReview): Generator<CardMessage> {
  const { review, pupil, school, today } = of;
  const mayRun = true;
  const paged = (show: (about: string) => CardMessage, prefix = 'page') =>
    pagesFrom((page) => show(`${prefix}-${page}`));
  const owed = obligationsOf(review, school).map((obligation) => ({
    ...{ obligation, review, pupil, reviews: [review], school },
  }));
  // Opened once the outcome is decided; until then, as it will be.
  yield* paged((about) => recordCard({ ...of, scope: 'all', mayRun, about }));
  yield* paged((about) => agendaCard({ ...of, mayRun, about }), 'gathered');
  yield* paged((about) => statusCard({ ...of, mayRun, about }));
  yield* pagesFrom((page) => mineCard({ owed, today, page, mayLookAtDue: true }));
  if (review.meetingOpenedAt) yield* paged((about) => agendaCard({ ...of, mayRun, about }));
  for (const { who } of review.evidence) yield* paged((about) => evidenceSaidCard({ ...of, who, about }));
  for (const action of review.actions) {
    yield actionCard({ ...of, action, mine: true, mayRun: false });
    yield actionCard({ ...of, action, mine: false, mayRun });
  }
  for (const provision of review.provision) {
    yield supportCard({ ...of, provision, mine: true, mayRun: false });
    yield supportCard({ ...of, provision, mine: false, mayRun });
  }
  yield* paged((about) => recordCard({ ...of, scope: 'record', mayRun, about }));
  if (review.requests) yield* paged((about) => requestsCard({ ...of, mayRun, all: true, about, who: SENCO }));
  if (review.stage !== 'cancelled') yield* paged((about) => familyCard({ ...of, about }));
  if (!review.annual) return;
  yield* paged((about) => packCard({ ...of, mayRun, about }));
  yield* paged((about) => datesCard({ ...of, mayRun, about }));
  yield* paged((about) => chaseCard({ ...of, mayRun, about, who: SENCO }));
}

/** All that stands on cards, each stretch of text on its own. */
export function* textsOn(cards: Iterable<CardMessage>): Generator<string> {
  for (const { card } of cards) yield* [...lettersOf(card), ...ourWordsOf(card)];
}
