import { PLAN_KINDS, type PlanKind, planRow } from '../domain/plans/index.ts';
import { familyLaOf } from '../domain/pupil/la-of.ts';
import { familyTermsOf, readerOf } from '../domain/review/terms-of.ts';
import { localAuthorityOf } from '../domain/school/local-authority.ts';
import { type Pupil, planNamed } from '../domain/school/pupil.ts';
import type { School } from '../domain/school/school.ts';
import { type LocalDate, localDate } from '../domain/time.ts';
import { button, press } from '../presentation/buttons.ts';
import { type CardMessage, placedAt } from '../presentation/message.ts';
import { guideCard, pageNamed } from '../presentation/screens/guide.ts';
import type { Deps } from './deps.ts';
import { type Person, schoolsOverseen } from './people.ts';
import { notYoursScreen } from './plain-screens.ts';
import { below, type Handler } from './turn.ts';

interface Asked {
  readonly school: School;
  readonly kind: PlanKind;
  readonly page?: string | undefined;
  /** Whose: then the words are for them, and the helpers those of their local authority. */
  readonly pupil?: Pupil | undefined;
  readonly today: LocalDate;
}

const GENERAL = {
  child: 'child',
  addressed: 'parents or carers',
  setting: 'school',
};

function guide({ school, kind, page, pupil, today }: Asked): CardMessage {
  const { name, goal, decidedElsewhere } = planRow(kind);
  const terms = pupil ? familyTermsOf({ kind }, pupil, today) : { ...GENERAL, goal, goals: `${goal}s` };
  const la = localAuthorityOf(school, pupil && familyLaOf(pupil, kind));
  const kinds = pupil ? pupil.plans.map((plan) => plan.kind) : PLAN_KINDS;
  const show = guideCard({
    page: pageNamed(page),
    line: `${name} · ${school.name}`,
    of: { terms, la, decidedElsewhere, reader: pupil ? readerOf(pupil, today) : 'parents' },
    to: (to) => press.guide(to, kind, pupil?.id),
    others: kinds
      .filter((one) => one !== kind)
      .map((one) => button(`For ${planRow(one).inASentence}`, press.guide(pageNamed(page), one, pupil?.id))),
  });
  return placedAt(press.guide(page, kind, pupil?.id), show);
}

/** The guide for a pupil's plan, to those who oversee their school. */
export function guideFor(
  deps: Deps,
  {
    pupil,
    school,
    plan,
  }: { readonly pupil: Pupil; readonly school: School; readonly plan?: string | undefined },
): CardMessage {
  const [first] = pupil.plans;
  const kind = planNamed(pupil, plan)?.kind ?? first?.kind;
  const today = localDate(deps.clock.now());
  return kind ? guide({ school, kind, pupil, today }) : notYoursScreen();
}

const [FIRST] = PLAN_KINDS as readonly [PlanKind, ...PlanKind[]];
const kindNamed = (name: string | undefined): PlanKind => PLAN_KINDS.find((kind) => kind === name) ?? FIRST;

function placeOf(person: Person): School | undefined {
  return schoolsOverseen(person)[0] ?? person.places[0]?.school;
}

/** The guide without a pupil: of the first kind of plan, with buttons to the others. */
export const guideAtLarge: Handler = async (deps, { person, data }) => {
  const school = placeOf(person);
  const today = localDate(deps.clock.now());
  if (!school) return below(notYoursScreen());
  return below(guide({ school, kind: kindNamed(data.plan), page: data.page, today }));
};

/** A button to a page of the guide, perhaps for a pupil's plan. */
export const guidePressed: Handler = async (deps, asked) => {
  const { person, data } = asked;
  if (!data.pupil) return guideAtLarge(deps, asked);
  const pupil = await deps.store.get('pupils', data.pupil);
  const school = schoolsOverseen(person).find(({ id }) => id === pupil?.schoolId);
  if (!pupil || !school) return below(notYoursScreen());
  const today = localDate(deps.clock.now());
  return below(guide({ school, kind: kindNamed(data.plan), page: data.page, pupil, today }));
};
