import { staffChoices } from '../../language/people.ts';
import { choiceTitle } from '../../language/words.ts';
import type { OpenAction } from '../../nudges/overview.ts';
import { oneOf } from '../../questions/choice.ts';
import { orByName } from '../../questions/colleague.ts';
import { schoolDay } from '../../questions/days.ts';
import { lines } from '../../questions/groups.ts';
import type { Option, ShownLine } from '../../questions/question.ts';
import type { LocalDate } from '../../time.ts';
import { isPresent } from '../absence.ts';
import type { PersonId, School } from '../school.ts';

/** So many are named; the others are counted. */
const NAMED = 8;

interface OfColleague {
  readonly school: School;
  readonly today: LocalDate;
  /** Whose actions are given away. */
  readonly about?: PersonId;
  readonly actions: readonly OpenAction[];
  /** The support they see to, and the requests they are to send. */
  readonly charges: readonly { readonly text: string }[];
}

/** Who may take them on: colleagues who are there, and not the one who has them. */
export const takers = ({
  school,
  about,
  today,
}: Omit<OfColleague, 'actions' | 'charges'>): readonly Option[] =>
  staffChoices(school).filter(({ value }) => value !== about && isPresent(school, value, today));

/** All that one colleague answers for goes to another: who takes it, and one day for all actions or each its own. */
export const BULK_REASSIGN = {
  what: lines(({ actions, charges }: Pick<OfColleague, 'actions' | 'charges'>): readonly ShownLine[] => {
    const all = [...actions.map(({ action }) => action.what), ...charges.map(({ text }) => text)];
    const rows = all.slice(0, NAMED).map((text) => [{ text: `– ${choiceTitle(text)}` }]);
    const more = all.length - rows.length;
    return [...rows, ...(more > 0 ? [[{ text: `– and ${more} more` }]] : [])];
  }, 'passage'),
  to: orByName(
    oneOf({
      options: takers,
      label: 'Who takes them on?',
      hint: 'Choose one colleague',
      list: 'compact',
      needed: 'Please choose one colleague who is not away.',
    }),
  ),
  due: schoolDay<OfColleague>({
    label: 'One day for all of them (leave it out, and each keeps its own)',
    from: ({ today }) => ({
      day: today,
      say: 'That day has passed. Please choose today or a later day, or leave it out.',
    }),
  }),
} as const;
