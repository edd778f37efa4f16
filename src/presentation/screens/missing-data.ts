import { count } from '../../domain/language/words.ts';
import { REGISTER_STEPS } from '../../domain/pupil/register/index.ts';
import type { OfRegister } from '../../domain/pupil/register/step.ts';
import { button, press } from '../buttons.ts';
import type { CardMessage } from '../message.ts';
import { bold, type Notice, noticed, part, plain, section, sheetCard } from '../parts.ts';

/** What can be missing of a pupil, by the form that asks it. */
const ASKED = {
  'missing-status': (n: number) => `${count(n, 'pupil')} whose list does not say whether they have SEN`,
  'missing-dates': (n: number) =>
    `${count(n, 'plan')} without any date, so that each review shows as due now`,
  'missing-authority': (n: number) => `${count(n, 'plan')} whose local authority is not known`,
} as const;
const FORMS = Object.keys(ASKED) as readonly (keyof typeof ASKED)[];

/** How much is to be said of a school's pupils that no list has said. */
export const missingIn = (of: OfRegister): number =>
  FORMS.reduce((sum, name) => sum + (REGISTER_STEPS[name].rows?.(of).length ?? 0), 0);

/** What is missing of the pupils in each of the SENCO's schools, with the form that asks it, a few pupils a page. */
export function missingDataCard(given: {
  readonly schools: readonly OfRegister[];
  readonly notice?: Notice | undefined;
}): CardMessage {
  const { schools } = given;
  const sections = schools.flatMap((of) => {
    const parts = FORMS.flatMap((name) => {
      const left = REGISTER_STEPS[name].rows?.(of).length ?? 0;
      if (left === 0) return [];
      const open = button(REGISTER_STEPS[name].open, press.schoolForm(name, of.school.id));
      return [part([[plain(ASKED[name](left))]], { below: [open] })];
    });
    const whose = schools.length > 1 ? [part([[bold(of.school.name)]])] : [];
    return parts.length ? [section('', [...whose, ...parts])] : [];
  });
  const card = sheetCard({
    frame: {
      title: 'What is missing',
      ask: sections.length
        ? 'A few pupils a page. Answer for whom you can; the others are asked about again.'
        : 'Nothing is missing: of every pupil here it is known whether they have SEN, and of every plan its dates.',
      ...noticed(given.notice),
    },
    sections,
    buttons: [button('Reviews that are due', press.due(1), 'positive')],
  });
  return { card, notification: 'SEND reviews: what is missing' };
}
