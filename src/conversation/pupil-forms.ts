import type { PlanKind } from '../domain/plans/index.ts';
import { decidePupil, type PupilCommand } from '../domain/pupil/decide.ts';
import type { OfPupil } from '../domain/pupil/step.ts';
import { PUPIL_STEPS, type PupilStepName } from '../domain/pupil/steps/index.ts';
import { refusal } from '../domain/review/decision.ts';
import type { EarlyRequest } from '../domain/review/review.ts';
import { isSenco } from '../domain/school/membership.ts';
import { type Pupil, planNamed } from '../domain/school/pupil.ts';
import { localDate } from '../domain/time.ts';
import { button, press } from '../presentation/buttons.ts';
import { pupilFormNamed } from '../presentation/forms/index.ts';
import type { PupilForm } from '../presentation/forms/pupil-form.ts';
import type { CardMessage } from '../presentation/message.ts';
import { withNotice } from '../presentation/render.ts';
import { pupilsInTurn } from '../store/pupils-in-turn.ts';
import { aboutPupilScreen } from './about-pupil.ts';
import { begin } from './begin.ts';
import { changePupil } from './change.ts';
import type { Deps } from './deps.ts';
import { asItWas, type FormHome, type Outcome, type Sent } from './form-home.ts';
import { FormLife } from './form-life.ts';
import { alreadyTaken } from './form-token.ts';
import { handedOnTo } from './handed-on.ts';
import { tellNamesakesApart } from './namesakes.ts';
import { noticeScreen } from './plain-screens.ts';
import type { PupilAsked } from './pupil-screen.ts';
import { attention, good, SAY } from './refusals.ts';
import { currentScreen } from './screens.ts';
import { planningForm } from './start.ts';
import { inPlace } from './turn.ts';
import { bringUpToDate } from './up-to-date.ts';
import { whichPlan } from './which-plan.ts';

type SentOfPupil = Sent<OfPupil, PupilForm>;
type Became = Promise<Outcome<OfPupil>>;

const AGREED =
  'Agreed: the early review has begun, and why it was asked for is kept in it. Now set its meeting.';

/** Begins the review that was asked for. */
async function agree(
  { deps, asked: { person }, subject, sending }: SentOfPupil,
  early: EarlyRequest,
): Became {
  const { pupil, plan, school, reviews } = subject;
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

/** The subject with the pupil as they are now: the plan it is about, too. */
function asOf(subject: OfPupil, pupil: Pupil): OfPupil {
  const plan = subject.plan && (planNamed(pupil, subject.plan.kind) ?? subject.plan);
  return { ...subject, pupil, ...(plan && { plan }) };
}

async function change(sent: SentOfPupil, command: PupilCommand): Became {
  const { deps, asked, form, subject, sending } = sent;
  const { who, school } = subject;
  const given = { actor: { who, at: deps.clock.now() }, newId: deps.ids.unique() };
  const first = decidePupil({ ...subject, ...given }, command);
  if (first.ok && 'begins' in first) return agree(sent, first.begins);
  const result = await changePupil(
    deps,
    subject.pupil,
    (now) => {
      asItWas(now, subject.pupil);
      // The plan may have gone while the form was filled in.
      const kind = subject.plan?.kind;
      if (kind && !planNamed(now, kind))
        return { ok: false, refusal: refusal('unknown-thing', SAY.otherPlans) };
      const decided = decidePupil({ ...asOf(subject, now), ...given }, command);
      if (!decided.ok) return decided;
      return { ok: true, next: 'pupil' in decided ? decided.pupil : now };
    },
    sending,
  );
  const now = asOf(subject, result.now);
  if (result.is === 'refused') return { is: 'refused', subject: now, refusal: result.refusal };
  if (result.is !== 'done') return { is: result.is, subject: now };
  await bringUpToDate(deps, now.pupil);
  await tellNamesakesApart(deps, school.id);
  const of = { person: asked.person, pupil: now.pupil, school };
  const show = await aboutPupilScreen(deps, of, { notice: good(form.row.said(now)) });
  return { is: 'done', reply: inPlace(show) };
}

/** The school's other pupils, as they stand. */
const othersOf = async ({ store }: Deps, { pupil, school }: Pick<OfPupil, 'pupil' | 'school'>) =>
  (await store.pupilsOf(school.id)).filter(({ id }) => id !== pupil.id);

/** Forms about a pupil, whatever reviews they have: for the SENCOs of their school only. */
export const pupilForms: FormHome<OfPupil, PupilCommand, PupilForm> = {
  named: pupilFormNamed,
  async find(deps, { person, data }, { row: { name, ofPlan } }) {
    const pupil = await deps.store.get('pupils', data.pupil ?? '');
    const school = person.places.find((place) => place.school.id === pupil?.schoolId)?.school;
    if (!pupil || !school || !isSenco(school, person.email)) return undefined;
    const reviews = await deps.store.reviewsOfPupil(pupil.id);
    const today = localDate(deps.clock.now());
    const handedOn = await handedOnTo(deps.store, pupil);
    const others = await othersOf(deps, { pupil, school });
    const subject = { pupil, school, reviews, who: person.email, today, others, ...handedOn };
    if (!ofPlan) return { is: 'theirs', subject };
    const pressFor = (kind: PlanKind) => press.pupilForm(name, pupil.id, kind);
    const kinds = pupil.plans.filter((plan) => ofPlan.fits?.(plan) ?? true).map(({ kind }) => kind);
    const which = whichPlan(pupil, data.plan, kinds, pressFor);
    const plan = which.is === 'one' ? planNamed(pupil, which.kind) : undefined;
    // Sent, it was shown when the pupil had other plans.
    if (which.is === 'several') return { is: 'not-theirs', say: SAY.otherPlans, show: which.ask };
    if (plan) return { is: 'theirs', subject: { ...subject, plan } };
    const { noPlan } = ofPlan;
    return { is: 'not-theirs', say: noPlan, show: noticeScreen('No such plan', noPlan) };
  },
  note: ({ form, subject }) => form.row.note?.(subject),
  taken: ({ pupil, reviews }) => [pupil, ...reviews].flatMap(({ taken = [] }) => taken),
  commit: (sent, command) =>
    pupilsInTurn(sent.subject.school.id, async () => {
      const others = await othersOf(sent.deps, sent.subject);
      return change({ ...sent, subject: { ...sent.subject, others } }, command);
    }),
  async repeated({ deps, asked: { person }, subject, sending }) {
    const { pupil, school, reviews } = subject;
    const notice = good(SAY.already);
    const begun = reviews.find((review) => alreadyTaken(review, sending));
    if (!begun) return inPlace(await aboutPupilScreen(deps, { person, pupil, school }, { notice }));
    const review = { review: begun, pupil, school, reviews, scope: 'all' as const };
    return inPlace(currentScreen({ deps, person, subject: review, notice }));
  },
  async gone({ deps, asked: { person }, subject: { pupil, school } }) {
    const show = await aboutPupilScreen(deps, { person, pupil, school }, { notice: attention(SAY.gone) });
    return { say: SAY.gone, show };
  },
  stands: ({ pupil }) => button('See how it stands', press.aboutPupil(pupil.id), 'positive'),
};

/** A form about a pupil, to a SENCO, else `notTheirs`; of a pupil with several plans it asks first of which. */
export async function pupilFormFor(
  deps: Deps,
  name: PupilStepName,
  { person, pupil, school }: PupilAsked,
  notTheirs: string,
): Promise<CardMessage> {
  if (!isSenco(school, person.email)) return noticeScreen('Not yours to do', notTheirs);
  const data = press.pupilForm(PUPIL_STEPS[name].name, pupil.id);
  return (await new FormLife(pupilForms).open(deps, { person, data, values: {} })).show;
}
