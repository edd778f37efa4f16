import type { Refusal } from '../domain/review/decision.ts';
import type { Role } from '../domain/school/school.ts';
import { localDate } from '../domain/time.ts';
import type { Button } from '../presentation/buttons.ts';
import type { CardMessage } from '../presentation/message.ts';
import { noticeCard } from '../presentation/notice.ts';
import { greetingCard } from '../presentation/screens/greeting.ts';
import { helpCard } from '../presentation/screens/help.ts';
import type { Deps } from './deps.ts';
import { offerButton } from './offers.ts';
import type { Person } from './people.ts';
import { asRefusal, refusingCode, SAY } from './refusals.ts';
import type { Subject } from './review-access.ts';

/** A sentence of ours, with what to press next. */
export function noticeScreen(title: string, say: string, buttons: readonly Button[] = []): CardMessage {
  return asRefusal(noticeCard({ title, say, buttons }), refusingCode(say));
}

/** What a stranger is told, and nothing else. */
export const strangerScreen = () => noticeScreen('SEND reviews', SAY.stranger);
/** What is shown to somebody whose it is not; the same where there is no such thing. */
export const notYoursScreen = () => noticeScreen('Not one of yours', SAY.notYours);
/** What is shown to somebody whose part in a review has ended. */
export const overScreen = ({ title, say }: { readonly title: string; readonly say: string }): CardMessage =>
  asRefusal(noticeScreen(title, say), 'over');

/** Why something can't be done, and the button to what puts it right, where this person may do that. */
export function refusalScreen(
  { clock }: Pick<Deps, 'clock'>,
  subject: Subject,
  person: Person,
  refusal: Refusal,
): CardMessage {
  const offer = offerButton(refusal, subject, person.email, localDate(clock.now()));
  return asRefusal(noticeScreen('That can’t be done now', refusal.say, offer ? [offer] : []), refusal.code);
}

const RANK: readonly Role[] = ['senco', 'leader', 'staff'];

/** The most this person is in any school, and their schools. */
const standing = ({ places }: Person) => ({
  role: RANK.find((one) => places.some(({ member }) => member.role === one)) ?? 'staff',
  schools: places.map(({ school }) => school),
});

/** What can be typed, by the most this person is in any school. */
export function helpScreen({ writes }: Pick<Deps, 'writes'>, person: Person): CardMessage {
  return helpCard({ ...standing(person), writes });
}

/** What somebody is told who opens their chat for the first time. */
export const greetingScreen = (person: Person): CardMessage => greetingCard(standing(person));
