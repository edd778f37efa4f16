import { dayWords } from '../../language/days.ts';
import { pupilName } from '../../language/people.ts';
import { yearWords } from '../../language/year-words.ts';
import { planRow } from '../../plans/index.ts';
import { oneOf } from '../../questions/choice.ts';
import { lines } from '../../questions/groups.ts';
import type { Option } from '../../questions/question.ts';
import type { Pupil } from '../../school/pupil.ts';
import { alikeIn } from '../register/alike.ts';
import type { OfRegister } from '../register/step.ts';
import { DETAILS } from './details.ts';
import { statusOptions } from './plans.ts';

const alike = ({ typed, pupils }: OfRegister): Pupil | undefined => alikeIn(typed, pupils);

/** "Ada Example · Year 5 · 1001 · born Wed 12 Oct 2016 · SEN Support". */
const whoIsHere = (pupil: Pupil): string =>
  [
    yearWords(pupil.yearGroup),
    pupil.ref,
    `born ${dayWords(pupil.dateOfBirth)}`,
    pupil.plans.map(({ kind }) => planRow(kind).name).join(' and ') || 'no plan',
  ].join(' · ');

/** The choice names whom it is about, so that it is made anew where that is somebody else. */
export const SAME = 'same';
/** Said until the choice is made. */
export const WHOSE = 'Please say whether it is the same child, or another.';

const whose = (of: OfRegister): readonly Option[] => {
  const found = alike(of);
  return found
    ? [
        { value: `${SAME}:${found.id}`, title: 'The same child: show me them, and add nobody' },
        { value: `another:${found.id}`, title: 'Another child: add them' },
      ]
    : [];
};

/** Somebody new: who they are and, where they may be here already, whether they are that child. */
export const ADD_PUPIL = {
  here: lines((of: OfRegister) => {
    const found = alike(of);
    return found
      ? [
          [{ text: 'Here already: ' }, { text: pupilName(found), weight: 'bold' as const }],
          [{ text: whoIsHere(found), weight: 'subtle' as const }],
        ]
      : [];
  }, 'passage'),
  whose: oneOf<string, OfRegister>({
    options: whose,
    label: 'Is it the same child?',
    needed: WHOSE,
    asked: (of) => alike(of) !== undefined,
  }),
  ...DETAILS,
  status: oneOf<string, OfRegister>({
    options: statusOptions,
    label: 'SEN status',
    list: 'compact',
    needed: 'Please choose the SEN status.',
  }),
} as const;
