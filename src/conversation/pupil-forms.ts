import type { PlanKind } from '../domain/plans/index.ts';
import type { Review } from '../domain/review/review.ts';
import { reviewInTheWay } from '../domain/review/start.ts';
import { isSenco } from '../domain/school/membership.ts';
import { kindToSay, type Pupil, planNamed } from '../domain/school/pupil.ts';
import { refuseEarly } from '../domain/school/refused-requests.ts';
import { localDate } from '../domain/time.ts';
import { button, press } from '../presentation/buttons.ts';
import { pupilFormNamed } from '../presentation/forms/index.ts';
import type { PupilCommand, PupilForm, PupilSubject } from '../presentation/forms/pupil-form.ts';
import type { CardMessage } from '../presentation/message.ts';
import { withNotice } from '../presentation/render.ts';
import { changePupil } from './change.ts';
import type { Deps } from './deps.ts';
import type { FormHome, Outcome, Sent } from './form-home.ts';
import { FormLife } from './form-life.ts';
import { alreadyTaken } from './form-token.ts';
import { noticeScreen } from './plain-screens.ts';
import { type PupilAsked, pupilScreen } from './pupil-screen.ts';
import { attention, good, SAY } from './refusals.ts';
import { currentScreen } from './screens.ts';
import { begin, planningForm } from './start.ts';
import { inPlace } from './turn.ts';
import { whichPlan } from './which-plan.ts';

/** What a form about a pupil is about, with the reviews that may stand in the way of what it asks. */
interface OfPupil extends PupilSubject {
  readonly reviews: readonly Review[];
}

type SentOfPupil = Sent<OfPupil, PupilForm>;
type Became = Promise<Outcome<OfPupil>>;

const AGREED =
  'Agreed: the early review has begun, and why it was asked for is kept in it. Now set its meeting.';
const REFUSED = 'Refused, and both reasons are kept. Please tell whoever asked, and why.';

async function agree(
  { deps, asked: { person }, subject, sending }: SentOfPupil,
  { asker, askedOn, why }: PupilCommand,
): Became {
  const { pupil, plan, school, reviews } = subject;
  const early = { asker, askedOn, why };
  const begun = await begin(deps, { person, pupil, plan, school, early, sending });
  if (begun.is === 'refused') return { is: 'refused', subject, refusal: begun.refusal };
  if (begun.is === 'under-way') {
    // Two presses of the same form at once: the first began it.
    const taken = alreadyTaken(begun.review, sending);
    const now = { ...subject, reviews: [...reviews, begun.review] };
    if (taken) return { is: taken === 'the-same' ? 'repeat' : 'sent-before', subject: now };
    return { is: 'refused', subject: now, refusal: { code: 'not-now', say: SAY.underWay } };
  }
  const form = await planningForm(deps, person, begun.review, pupil, school);
  return { is: 'done', reply: inPlace({ ...form, card: withNotice(form.card, good(AGREED)) }) };
}

async function refuse(
  { deps, asked: { person }, subject, sending }: SentOfPupil,
  { asker, askedOn, why, refusal }: PupilCommand,
): Became {
  const { plan, school, who } = subject;
  const { kind } = plan;
  const request = { id: deps.ids.unique(), kind, asker, askedOn, why, refusal };
  const actor = { who, at: deps.clock.now() };
  const refusing = (now: Pupil) => refuseEarly(now, request, actor, school);
  const result = await changePupil(deps, subject.pupil, refusing, sending);
  const now = { ...subject, pupil: result.now };
  if (result.is === 'refused') return { is: 'refused', subject: now, refusal: result.refusal };
  if (result.is !== 'done') return { is: result.is, subject: now };
  const show = await pupilScreen(deps, { person, pupil: now.pupil, school, plan: kind }, good(REFUSED));
  return { is: 'done', reply: inPlace(show) };
}

/** Forms about a pupil who may have no review: for the SENCOs of their school only. */
export const pupilForms: FormHome<OfPupil, PupilCommand, PupilForm> = {
  named: pupilFormNamed,
  async find(deps, { person, data }) {
    const pupil = await deps.store.get('pupils', data.pupil ?? '');
    const school = person.places.find((place) => place.school.id === pupil?.schoolId)?.school;
    if (!pupil || !school || !isSenco(school, person.email)) return undefined;
    const pressFor = (kind: PlanKind) => press.pupilForm('early-review', pupil.id, kind);
    const kinds = pupil.plans.map(({ kind }) => kind);
    const which = whichPlan(pupil, data.plan, kinds, pressFor);
    const plan = which.is === 'one' ? planNamed(pupil, which.kind) : undefined;
    // Sent, it was shown when the pupil had other plans.
    if (which.is === 'several') return { is: 'not-theirs', say: SAY.otherPlans, show: which.ask };
    if (!plan)
      return { is: 'not-theirs', say: SAY.noPlan, show: noticeScreen('No plan to review', SAY.noPlan) };
    const reviews = await deps.store.reviewsOfPupil(pupil.id);
    const today = localDate(deps.clock.now());
    return { is: 'theirs', subject: { pupil, plan, school, reviews, who: person.email, today } };
  },
  // What was asked for and refused is kept all the same.
  note: ({ subject: { pupil, plan, reviews, today } }) =>
    reviewInTheWay(pupil, plan, reviews, today) ? SAY.onlyRefused : undefined,
  taken: ({ pupil, reviews }) => [pupil, ...reviews].flatMap(({ taken = [] }) => taken),
  commit: (sent, command) => (command.agree ? agree : refuse)(sent, command),
  async repeated({ deps, asked: { person }, subject, sending }) {
    const { pupil, plan, school, reviews } = subject;
    const of = { person, pupil, school, plan: plan.kind };
    const notice = good(SAY.already);
    const begun = reviews.find((review) => alreadyTaken(review, sending));
    if (!begun) return inPlace(await pupilScreen(deps, of, notice));
    const review = { review: begun, pupil, school, reviews, scope: 'all' as const };
    return inPlace(currentScreen({ deps, person, subject: review, notice }));
  },
  async gone({ deps, asked: { person }, subject: { pupil, plan, school } }) {
    const of = { person, pupil, school, plan: plan.kind };
    const show = await pupilScreen(deps, of, attention(SAY.gone));
    return { say: SAY.gone, show };
  },
  stands: ({ pupil, plan, reviews }) =>
    button(
      'See how it stands',
      press.pupil(pupil.id, undefined, kindToSay(pupil, plan, reviews)),
      'positive',
    ),
};

/** The form on an early review that somebody asked for, to a SENCO; of a pupil with several plans, asks first of which. */
export async function earlyFormFor(deps: Deps, { person, pupil, school }: PupilAsked): Promise<CardMessage> {
  if (!isSenco(school, person.email)) return noticeScreen('Not yours to do', SAY.sencoAnswersRequests);
  const data = press.pupilForm('early-review', pupil.id);
  return (await new FormLife(pupilForms).open(deps, { person, data, values: {} })).show;
}
