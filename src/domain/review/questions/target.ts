import { longText } from '../../questions/text.ts';

/** A target as it is agreed: what they will be able to do, and how anyone can tell. */
export const TARGET = {
  text: longText({
    label: 'The new {goal}',
    hint: 'What they will be able to do',
    needed: 'Please write the {goal}.',
    longest: 1000,
    called: '',
    vague: true,
  }),
  measure: longText({
    label: 'How will it be measured?',
    needed: 'Please say how it will be measured.',
    longest: 1000,
    called: 'How it is measured',
    vague: true,
  }),
} as const;
