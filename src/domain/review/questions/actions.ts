import { nameOf, staffChoices } from '../../language/people.ts';
import { choiceTitle } from '../../language/words.ts';
import { askedLater } from '../../questions/asked-later.ts';
import { oneOf, oneOrNone } from '../../questions/choice.ts';
import { orByName } from '../../questions/colleague.ts';
import { schoolDay } from '../../questions/days.ts';
import { lines } from '../../questions/groups.ts';
import { NotThere } from '../../questions/not-there.ts';
import type { Answers, Option, SaidAnswer, ShownLine } from '../../questions/question.ts';
import { longText, shortText } from '../../questions/text.ts';
import type { PersonId, School, Target } from '../../school/school.ts';
import { DOES, HELPED } from './options.ts';

type OfTargets = {
  readonly review: { readonly targets: readonly Target[]; readonly newTargets: readonly Target[] };
};
type OfStaff = { readonly school: School };

/** What a form shows of the action it is about: `Action` says how all of it is kept. */
interface ShownAction {
  readonly id: string;
  readonly what: string;
  readonly howWeWillKnow: string;
  readonly onBehalfOf?: string;
  readonly owner: PersonId;
  readonly disowned?: { readonly why: string };
  readonly cannotBeDone?: { readonly by: PersonId; readonly why: string };
}
interface OfAction<One extends ShownAction = ShownAction> {
  readonly review: { readonly actions: readonly One[] };
  readonly about?: string;
}

/** The longest text that says what will be done. */
export const ACTION_LONGEST = 1000;
const SHORT = ACTION_LONGEST;
/** Somebody's name or role, not a text about them. */
const OUTSIDE_NAME = 200;

/** The plan's targets and those agreed at the meeting: what an action can be for. */
const targetsOf = ({ review }: OfTargets): readonly Target[] => [...review.targets, ...review.newTargets];

const named = (who: PersonId, { school }: OfStaff): SaidAnswer => ({
  is: 'chosen',
  title: nameOf(school, who),
});

const OWNER = orByName(
  oneOf({
    options: ({ school }: OfStaff): readonly Option[] => staffChoices(school),
    label: 'Who will do it?',
    hint: 'Choose one colleague',
    list: 'compact',
    needed: 'Please choose one colleague from the staff list.',
    called: 'Owner',
    reads: named,
  }),
);

/** A new action: what, for which target, one named owner, by when, and how we shall know. */
export const ACTION = {
  what: longText({
    label: 'What will be done?',
    hint: 'For example: order the sloping desk',
    longest: SHORT,
    needed: 'Please say what will be done.',
    called: '',
    vague: true,
  }),
  targetId: oneOrNone({
    asked: (subject: OfTargets) => targetsOf(subject).length > 0,
    // The whole target stands on the agenda.
    options: (subject: OfTargets): readonly Option[] =>
      targetsOf(subject).map(({ id, text }, at) => ({ value: id, title: choiceTitle(`${at + 1}. ${text}`) })),
    label: 'Which {goal} is it for?',
    more: true,
    hint: 'None in particular',
    list: 'compact',
    called: 'For the {goal}',
    reads: (id, subject: OfTargets): SaidAnswer => ({
      is: 'text',
      text: targetsOf(subject).find((target) => target.id === id)?.text ?? '',
    }),
  }),
  owner: OWNER,
  doneBy: askedLater(
    oneOrNone({
      options: DOES,
      label: 'Or is it for the family, or somebody outside, to do?',
      hint: 'No, the colleague does it',
      list: 'compact',
      called: 'To be done by',
      more: true,
    }),
  ),
  onBehalfOf: shortText({
    label: 'If so: their name or role',
    hint: 'For example: Mum. The colleague above keeps in touch',
    longest: OUTSIDE_NAME,
    more: true,
    neededWhen: { question: 'doneBy', is: ['other'], say: 'Please say who does it.' },
    called: 'To be done by',
  }),
  due: schoolDay({ label: 'By when?', needed: 'Please choose the day it is to be done by.', called: 'Due' }),
  howWeWillKnow: longText({
    label: 'How will we know it is done?',
    more: true,
    longest: SHORT,
    called: 'We will know it is done when',
    vague: true,
  }),
} as const;

/** The action that a form is about. @throws {NotThere} when it is not in the review (any more) */
export function actionOf<One extends ShownAction>({ review, about }: OfAction<One>): One {
  const found = review.actions.find(({ id }) => id === about);
  if (!found) throw new NotThere('no such action');
  return found;
}

const ITSELF = lines((subject: OfAction): readonly ShownLine[] => {
  const { what, howWeWillKnow, onBehalfOf = '' } = actionOf(subject);
  const outside: ShownLine = [{ text: 'To be done by: ', weight: 'subtle' }, { text: onBehalfOf }];
  const known: ShownLine = [{ text: `How we will know: ${howWeWillKnow}`, weight: 'subtle' }];
  return [
    [{ text: what, weight: 'bold' }],
    ...(onBehalfOf ? [outside] : []),
    ...(howWeWillKnow ? [known] : []),
  ];
}, 'passage');

/** Who says that it is not theirs, and why. */
const DISOWNED = lines((subject: OfAction & OfStaff): readonly ShownLine[] => {
  const { owner, disowned } = actionOf(subject);
  if (!disowned?.why) return [];
  const name = nameOf(subject.school, owner);
  return [[{ text: name, weight: 'bold' }, { text: ` said it is not theirs: ${disowned.why}` }]];
});

/** Who says that it can't be done, and why. */
const IMPOSSIBLE = lines((subject: OfAction & OfStaff): readonly ShownLine[] => {
  const { cannotBeDone } = actionOf(subject);
  if (!cannotBeDone?.why) return [];
  const name = nameOf(subject.school, cannotBeDone.by);
  return [[{ text: name, weight: 'bold' }, { text: ` said it can’t be done: ${cannotBeDone.why}` }]];
});

/** An action is done: what was done, and whether it helped. */
export const ACTION_DONE = {
  itself: ITSELF,
  what: longText({ label: 'What was done?', needed: 'Please say what was done.', called: '' }),
  helped: oneOrNone({ options: HELPED, label: 'Did it help?' }),
} as const;
export interface ActionDoneAnswer extends Answers<typeof ACTION_DONE> {}

/** An action needs more time: until when, and why. */
export const MORE_TIME = {
  itself: ITSELF,
  to: schoolDay({ label: 'New day', needed: 'Please choose the new day.' }),
  why: longText({ label: 'Why is more time needed?', needed: 'Please say why.', called: '' }),
} as const;
export interface MoreTimeAnswer extends Answers<typeof MORE_TIME> {}

const others = ({ school, who }: OfStaff & { readonly who: PersonId }): readonly Option[] =>
  staffChoices(school).filter(({ value }) => value !== who);

/** An action is not this person's: why, and who might have it. */
export const NOT_MINE = {
  itself: ITSELF,
  why: longText({ label: 'Why is it not yours?', needed: 'Please say why.', called: '' }),
  suggested: orByName(
    oneOrNone({
      asked: (subject: OfStaff & { readonly who: PersonId }) => others(subject).length > 0,
      options: others,
      label: 'Who should have it?',
      hint: 'Not sure',
      list: 'compact',
      otherwise: 'Please choose a colleague, or nobody.',
      called: 'Suggested',
      reads: named,
    }),
  ),
} as const;

/** An action can't be done, and why. */
export const CANNOT_BE_DONE = {
  itself: ITSELF,
  why: longText({
    label: 'Why can it not be done?',
    needed: 'Please say why it can’t be done.',
    called: '',
  }),
} as const;
export interface CannotBeDoneAnswer extends Answers<typeof CANNOT_BE_DONE> {}

/** An action ends without being done, and why. */
export const WITHDRAWN = {
  itself: ITSELF,
  impossible: IMPOSSIBLE,
  why: longText({
    label: 'Why is it not to be done any more?',
    needed: 'Please say why it is not to be done any more.',
    called: '',
  }),
} as const;
export interface WithdrawnAnswer extends Answers<typeof WITHDRAWN> {}

/** A new owner for an action, and by when. */
export const NEW_OWNER = {
  itself: ITSELF,
  disowned: DISOWNED,
  impossible: IMPOSSIBLE,
  owner: OWNER,
  due: schoolDay({ label: 'By when?', needed: 'Please choose the day.' }),
} as const;
