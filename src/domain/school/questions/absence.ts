import { staffChoices } from '../../language/people.ts';
import { oneOf } from '../../questions/choice.ts';
import { orByName } from '../../questions/colleague.ts';
import { day, schoolDay } from '../../questions/days.ts';
import type { Option } from '../../questions/question.ts';
import type { School } from '../school.ts';

/** A colleague is away: who, from when, and when they are back. */
export const ABSENCE = {
  person: orByName(
    oneOf({
      options: ({ school }: { readonly school: School }): readonly Option[] => staffChoices(school),
      label: 'Who is away?',
      hint: 'Choose one colleague',
      list: 'compact',
      needed: 'Please choose one colleague from the staff list.',
    }),
  ),
  from: day({ label: 'First day away', needed: 'Please choose their first day away.', called: 'Away from' }),
  until: schoolDay({ label: 'Back on', needed: 'Please choose the day they are back.' }),
} as const;
