import type { CardMessage } from '../cards/message.ts';
import { withNotice } from '../cards/render.ts';
import type { Reply } from '../channels/channel.ts';
import { refuseEarly } from '../domain/early.ts';
import { isSenco } from '../domain/permissions.ts';
import type { Review } from '../domain/review.ts';
import type { Pupil, School } from '../domain/school.ts';
import { localDate } from '../domain/time.ts';
import { pupilFormNamed } from '../forms/index.ts';
import type { PupilCommand, PupilForm, PupilSubject } from '../forms/pupil-form.ts';
import { changePupil } from './change.ts';
import type { Deps } from './deps.ts';
import { notSaved } from './not-taken.ts';
import { alreadyTaken, type Sending, sendingOf } from './once.ts';
import type { Person } from './people.ts';
import { noticeScreen, notYoursScreen } from './plain-screens.ts';
import { pupilScreen } from './pupil-screen.ts';
import { attention, good, notCommitted, SAY } from './refusals.ts';
import { currentScreen } from './screens.ts';
import { begin, planningForm, reviewInTheWay } from './start.ts';
import { type Asked, below, type Handler, inPlace } from './turn.ts';

/** A form about a pupil that a SENCO of their school asks for or sends. */
interface Of {
  readonly deps: Deps;
  readonly asked: Asked;
  readonly form: PupilForm;
  readonly pupil: Pupil;
  readonly school: School;
}

/** Whether a button is about a form of a pupil rather than of a review. */
export const isOfPupil = ({ data }: Asked): boolean => pupilFormNamed(data.form ?? '') !== undefined;

const subjectOf = ({ deps, asked, pupil, school }: Of): PupilSubject => ({
  pupil,
  school,
  who: asked.person.email,
  today: localDate(deps.clock.now()),
});

/** What this is about, where this person may do it; undefined to anybody else. */
async function whatFor(deps: Deps, asked: Asked): Promise<Of | undefined> {
  const form = pupilFormNamed(asked.data.form ?? '');
  const pupil = await deps.store.get('pupils', asked.data.pupil ?? '');
  const school = asked.person.places.find((place) => place.school.id === pupil?.schoolId)?.school;
  if (!form || !pupil || !school || !isSenco(school, asked.person.email)) return undefined;
  return { deps, asked, form, pupil, school };
}

/** The form on an early review that somebody asked for, to a SENCO. */
export async function earlyFormFor(
  deps: Deps,
  person: Person,
  pupil: Pupil,
  school: School,
): Promise<CardMessage> {
  if (!isSenco(school, person.email)) return noticeScreen('Not yours to do', SAY.sencoAnswersRequests);
  const form = pupilFormNamed('early-review');
  if (pupil.plan === 'none' || !form) return noticeScreen('No plan to review', SAY.noPlan);
  const today = localDate(deps.clock.now());
  const asked = form.show({ pupil, school, who: person.email, today }, deps.ids.unique());
  const inTheWay = reviewInTheWay(await deps.store.reviewsOfPupil(pupil.id));
  // What was asked for and refused is kept all the same.
  return inTheWay ? { ...asked, card: withNotice(asked.card, attention(SAY.onlyRefused)) } : asked;
}

/** Opens a form about a pupil. */
export const openPupilForm: Handler = async (deps, asked) => {
  const of = await whatFor(deps, asked);
  if (!of) return below(notYoursScreen());
  return below(await earlyFormFor(deps, asked.person, of.pupil, of.school));
};

/** Takes a form about a pupil, and shows what came of it, or the form again. */
export const sendPupilForm: Handler = async (deps, asked) => {
  const of = await whatFor(deps, asked);
  const sending = sendingOf(asked);
  if (!of || !sending) return typedBack(asked, SAY.notYours);
  const reviews = await deps.store.reviewsOfPupil(of.pupil.id);
  const taken = [of.pupil, ...reviews].map((one) => alreadyTaken(one, sending));
  if (taken.includes('the-same')) return recordedAlready(of, reviews, sending);
  if (taken.includes('otherwise')) return typedBack(asked, SAY.sentBefore);
  const subject = subjectOf(of);
  const read = of.form.read(asked.values, subject);
  if (!read.ok) return again(of, sending, SAY.again(Object.keys(read.errors).length), read.errors);
  try {
    return await (read.command.agree ? agree : refuse)(of, read.command, sending);
  } catch (error) {
    if (!notCommitted(error)) throw error;
    return again(of, sending, SAY.notStored);
  }
};

const typedBack = (asked: Asked, why: string): Reply =>
  notSaved(asked, pupilFormNamed(asked.data.form ?? ''), why);

const ALREADY = 'This is already recorded. Here is how things stand.';

async function recordedAlready(
  { deps, asked: { person }, pupil, school }: Of,
  reviews: readonly Review[],
  sending: Sending,
): Promise<Reply> {
  const begun = reviews.find((review) => alreadyTaken(review, sending));
  if (!begun) return inPlace(await pupilScreen(deps, person, pupil, school, good(ALREADY)));
  const subject = { review: begun, pupil, school, scope: 'all' as const };
  return inPlace(currentScreen({ deps, person, subject, notice: good(ALREADY) }));
}

const AGREED =
  'Agreed: the early review has begun, and why it was asked for is kept in it. Now set its meeting.';
const REFUSED = 'Refused, and both reasons are kept. Please tell whoever asked, and why.';

async function agree(of: Of, { asker, askedOn, why }: PupilCommand, sending: Sending): Promise<Reply> {
  const { deps, asked, pupil, school } = of;
  const { person } = asked;
  const early = { asker, askedOn, why };
  const begun = await begin(deps, { person, pupil, school, early, sending });
  if (begun.is === 'refused')
    return again(of, sending, begun.say, begun.field ? { [begun.field]: begun.say } : {});
  if (begun.is === 'under-way') {
    // Two presses of the same form at once: the first began it.
    if (alreadyTaken(begun.review, sending) === 'the-same')
      return recordedAlready(of, [begun.review], sending);
    return typedBack(asked, SAY.underWay);
  }
  const form = await planningForm(deps, person, begun.review, pupil, school);
  return inPlace({ ...form, card: withNotice(form.card, good(AGREED)) });
}

async function refuse(
  of: Of,
  { asker, askedOn, why, refusal }: PupilCommand,
  sending: Sending,
): Promise<Reply> {
  const { deps, asked, pupil, school } = of;
  const { person } = asked;
  const request = { id: deps.ids.unique(), asker, askedOn, why, refusal };
  const actor = { who: person.email, at: deps.clock.now() };
  const result = await changePupil(deps, pupil, (now) => refuseEarly(now, request, actor, school), sending);
  if (result.is === 'sent-before') return typedBack(asked, SAY.sentBefore);
  if (result.is === 'refused') {
    const { say, field } = result.refusal;
    return again(of, sending, say, field ? { [field]: say } : {});
  }
  const notice = good(result.is === 'repeat' ? ALREADY : REFUSED);
  return inPlace(await pupilScreen(deps, person, result.now, school, notice));
}

function again(
  of: Of,
  { once }: Sending,
  notice: string,
  errors: Readonly<Record<string, string>> = {},
): Reply {
  const show = of.form.show(subjectOf(of), once, { values: of.asked.values, errors, notice });
  return { kind: 'invalid', errors, show };
}
