import { oneOf, oneOrNone } from '../../questions/choice.ts';
import { day } from '../../questions/days.ts';
import type { Sent } from '../../questions/question.ts';
import { forOverseers } from '../../questions/said.ts';
import { longText, shortText } from '../../questions/text.ts';
import type { LocalDate } from '../../time.ts';
import { plusMonths } from '../../time.ts';
import { isYoungPerson } from '../young-person.ts';
import { GROUND, YES_NO } from './options.ts';

interface OfSomebody {
  readonly pupil: { readonly dateOfBirth: LocalDate };
  readonly today: LocalDate;
}

/** The longest name that fits a line of those invited. */
const LONGEST = 200;
/** A review is prepared up to a year ahead: by its meeting they may be a young person. */
const MONTHS_AHEAD = 12;

const isToBeYoung = ({ pupil, today }: OfSomebody): boolean =>
  isYoungPerson(pupil.dateOfBirth, plusMonths(today, MONTHS_AHEAD));

const said = (sent: Sent, id: string) => (sent[id] ?? '').trim() !== '';

const PEOPLE_ROWS = {
  interpreter: shortText({
    label: 'Interpreter needed: which language, and for whom?',
    hint: 'Polish, for Mum',
    longest: LONGEST,
    called: 'Interpreter',
  }),
  supporter: shortText({
    label: 'Who comes with the family: a friend, an advocate, a SENDIASS adviser?',
    hint: 'Kim Reed, SENDIASS',
    longest: LONGEST,
    called: 'Comes with the family',
  }),
  lookedAfter: oneOf({
    options: YES_NO,
    label: 'Looked after by a local authority?',
    needed: 'Please choose yes or no.',
    called: 'Looked after by a local authority',
  }),
  socialWorker: shortText({
    label: 'If so: their social worker',
    hint: 'A name',
    longest: LONGEST,
    called: 'Social worker',
  }),
  virtualHead: shortText({
    label: 'If so: the virtual school head',
    hint: 'A name',
    longest: LONGEST,
    called: 'Virtual school head',
  }),
  jointReviewOn: day({
    label: 'If so: the next PEP or care plan review',
    called: 'Next PEP or care plan review',
  }),
  // Children and Families Act 2014, s.80; SEND Regulations 2014, reg 64.
  representative: shortText({
    label: 'If the young person lacks capacity for this: who represents them?',
    hint: 'A name',
    longest: LONGEST,
    called: 'Representative',
    asked: isToBeYoung,
    rule: (sent) =>
      !said(sent, 'representative') && (said(sent, 'ground') || said(sent, 'capacity'))
        ? 'Please give the representative’s name, or leave out what follows.'
        : undefined,
  }),
  ground: oneOrNone({
    options: GROUND,
    label: 'On what ground do they represent them?',
    list: 'compact',
    called: 'On the ground of',
    asked: isToBeYoung,
    rule: (sent) =>
      said(sent, 'representative') && !said(sent, 'ground') ? 'Please choose the ground.' : undefined,
  }),
  capacity: longText({
    label: 'How is it known that the young person lacks capacity for this?',
    hint: 'Who assessed it, and when',
    longest: 1000,
    called: 'How that is known',
    asked: isToBeYoung,
    rule: (sent) =>
      said(sent, 'representative') && !said(sent, 'capacity')
        ? 'Please say how it is known: capacity is presumed until it is shown to be lacking.'
        : undefined,
  }),
} as const;
/**
 * The people around a pupil, asked once and kept: interpreter, who comes with the family, who looks after them, and who
 * represents a young person without capacity. For those only who oversee reviews.
 */
export const PEOPLE = forOverseers(PEOPLE_ROWS);
