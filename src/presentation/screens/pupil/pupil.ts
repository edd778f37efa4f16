import { dayWords } from '../../../domain/language/days.ts';
import { pupilName } from '../../../domain/language/people.ts';
import { yearWords } from '../../../domain/language/year-words.ts';
import { planRow } from '../../../domain/plans/index.ts';
import type { OfPupil } from '../../../domain/pupil/step.ts';
import { PUPIL_STEPS, type PupilStepName } from '../../../domain/pupil/steps/index.ts';
import { type Button, button, press } from '../../buttons.ts';
import { planWords } from '../../labels.ts';
import type { CardMessage } from '../../message.ts';
import { away } from '../../more.ts';
import { onPage } from '../../paging.ts';
import {
  explained,
  type Fact,
  type Notice,
  noticed,
  type Part,
  part,
  type Section,
  section,
} from '../../parts.ts';
import { pupilFormPress } from '../../pupil-form-press.ts';
import { PUPIL_SECTIONS } from './index.ts';
import type { PupilSection } from './section.ts';

type Given = OfPupil & {
  /** Whether the person says things about pupils here (a SENCO), or only looks. */
  readonly mayRun: boolean;
  /** The page ("page-2"). */
  readonly about?: string | undefined;
  readonly notice?: Notice | undefined;
};

function formButtons(names: readonly PupilStepName[], of: Given): Button[] {
  if (!of.mayRun) return [];
  return names.flatMap((name) => {
    const { ofPlan, offered, open } = PUPIL_STEPS[name];
    if (ofPlan && !(of.plan && (ofPlan.fits?.(of.plan) ?? true))) return [];
    const title = offered ? offered(of) : open;
    return title === undefined ? [] : [button(title, pupilFormPress(PUPIL_STEPS[name], of))];
  });
}

function sectionOf(title: string, parts: readonly Part[], below: readonly Button[]): Section[] {
  const all = [...parts, ...(below.length ? [part([], { below: below.map(away) })] : [])];
  return all.length ? [section(title, all)] : [];
}

function ofEachPlan(
  row: Extract<PupilSection, { about: 'plan' }>,
  of: Given,
  plan: Given['plan'],
): Section[] {
  if (!plan) return [];
  const given = { ...of, plan };
  const title = of.pupil.plans.length > 1 ? `${row.title} · ${planRow(plan.kind).name}` : row.title;
  return sectionOf(title, row.parts(given), formButtons(row.forms, given));
}

function sectionsOf(of: Given): Section[] {
  const plans = of.pupil.plans.flatMap((plan) =>
    PUPIL_SECTIONS.flatMap((row) => (row.about === 'plan' ? ofEachPlan(row, of, plan) : [])),
  );
  const whole = PUPIL_SECTIONS.flatMap((row) =>
    row.about === 'pupil' ? sectionOf(row.title, row.parts(of), formButtons(row.forms, of)) : [],
  );
  return [...plans, ...whole];
}

function factsOf({ pupil }: Given): Fact[] {
  return [
    { title: 'Born', value: dayWords(pupil.dateOfBirth) },
    { title: 'Year group', value: yearWords(pupil.yearGroup) },
  ];
}

/** What is known of a pupil, in short sections with the buttons to what a SENCO can say about it; a leader only looks. */
export function pupilCard(of: Given): CardMessage {
  const { pupil } = of;
  const page = onPage(sectionsOf(of), of.about, (to) => press.aboutPupil(pupil.id, `page-${to}`));
  const shown = explained({
    frame: {
      title: 'About the pupil',
      line: `${pupilName(pupil)} · ${planWords(pupil)} · ${pupil.ref}`,
      ask: page.numbered(''),
      ...noticed(of.notice),
    },
    facts: page.isFirst ? factsOf(of) : [],
    sections: page.sections,
    paging: page.paging,
    buttons: [button('How the review stands', press.pupil(pupil.id), 'positive')],
  });
  return { ...shown, notification: 'SEND reviews: about a pupil' };
}
