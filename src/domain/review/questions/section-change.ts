import { oneOf } from '../../questions/choice.ts';
import { longText } from '../../questions/text.ts';
import { SECTION } from './annual-options.ts';

/** A change to a section of the plan, and what speaks for it (SEND Regulations 2014, reg 12). */
export const SECTION_CHANGE = {
  section: oneOf({
    options: SECTION,
    label: 'Which section of the plan?',
    hint: 'Choose a section',
    list: 'compact',
    needed: 'Please choose the section.',
    called: 'Section',
  }),
  change: longText({
    label: 'What should change in it?',
    hint: 'The words as they should stand in the plan',
    needed: 'Please write what should change.',
    called: '',
    vague: true,
  }),
  evidence: longText({
    label: 'What shows that it should change?',
    hint: 'Who said it, or which advice or evidence',
    needed: 'Please say what shows that it should change.',
    called: 'What shows it',
    shownTo: 'overseers',
  }),
} as const;
