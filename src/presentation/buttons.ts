import type { PlanKind } from '../domain/plans/index.ts';
import type { Sent } from '../domain/questions/question.ts';
import type { Noted } from '../domain/review/review.ts';
import type { ScreenName } from '../domain/review/screen-name.ts';
import { carriedWords, withoutWords } from './carried-words.ts';
import { type DueView, dueData } from './due-view.ts';
import type { ImportAnswer, LookAt } from './import-answer.ts';
import type { ActionData } from './message.ts';
import { STAFF_BUTTONS } from './staff-buttons.ts';

/** Which actions are listed, how grouped, and whose: a colleague's address or a pupil's id. `page` counts from 1. */
export interface ActionsView {
  readonly which: 'open' | 'overdue' | 'closed';
  readonly by: 'owner' | 'pupil';
  readonly who?: string | undefined;
  readonly page: number;
}

const given = (more: Record<string, string | undefined>) =>
  Object.fromEntries(
    Object.entries(more).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/**
 * What each button does, said once. The data passes through the chat and comes back: it says what was pressed,
 * never who may press it, which is checked afresh each time.
 */
export const press = {
  /** Reviews that are due, or those of them that are wanted. */
  due: (page: number, view: DueView = {}): ActionData => ({
    do: 'due',
    page: String(page),
    ...dueData(view),
  }),
  mine: (page: number): ActionData => ({ do: 'mine', page: String(page) }),
  actions: ({ which, by, who, page }: ActionsView): ActionData => ({
    do: 'actions',
    which,
    by,
    page: String(page),
    ...given({ who }),
  }),
  /** Who is away. */
  absent: (page: number): ActionData => ({ do: 'absent', page: String(page) }),
  help: (): ActionData => ({ do: 'help' }),
  /** A command that was typed with a slip in it, and what followed it. */
  typed: (word: string, rest: string): ActionData => ({ do: 'typed', word, rest }),
  /** What no list has said of the pupils. */
  missing: (): ActionData => ({ do: 'missing' }),
  addPupil: (): ActionData => ({ do: 'add-pupil' }),
  /** A page of the guide, for a kind of plan, perhaps as it is for a pupil. */
  guide: (page?: string, plan?: PlanKind, pupil?: string): ActionData => ({
    do: 'guide',
    ...given({ page, plan, pupil }),
  }),
  /**
   * An answer to a look at a list that was sent; `about` is a school's id, the reference of a row to look at, the place of a
   * school on the list, or a page of columns.
   */
  importList: ({ token, look }: LookAt, answer: ImportAnswer, about?: string): ActionData => ({
    do: 'import-list',
    token,
    look: String(look),
    answer,
    ...given({ about }),
  }),
  /** Starts a review of a pupil's plan: the only one they have, or the one named. */
  start: (pupil: string, plan?: PlanKind): ActionData => ({ do: 'start', pupil, ...given({ plan }) }),
  /** How a pupil's review stands; of an annual review, its dates or what is to be chased. */
  pupil: (pupil: string, screen?: 'dates' | 'chase', plan?: PlanKind): ActionData => ({
    do: 'pupil',
    pupil,
    ...given({ screen, plan }),
  }),
  /** What is known of a pupil; `about` is the page. */
  aboutPupil: (pupil: string, about?: string): ActionData => ({
    do: 'about-pupil',
    pupil,
    ...given({ about }),
  }),
  /** Who has looked at a pupil's data, and what they did. */
  seen: (pupil: string, page: number): ActionData => ({ do: 'seen', pupil, page: String(page) }),
  show: (screen: ScreenName, review: string, about?: string): ActionData => ({
    do: 'show',
    screen,
    review,
    ...given({ about }),
  }),
  /** Opens a form afresh; `said` is what the person has typed for it already, by input id. */
  form: (form: string, review: string, about?: string, said: Sent = {}): ActionData => ({
    do: 'form',
    form,
    review,
    ...given({ about }),
    ...carriedWords(said),
  }),
  /** Gives an action that was handed back to the colleague who was suggested, by the day it is due. */
  giveTo: (review: string, action: string, owner: string): ActionData => ({
    do: 'give-to',
    review,
    about: action,
    owner,
  }),
  /** Opens a form about a school, perhaps about one person of it. */
  schoolForm: (form: string, school: string, about?: string): ActionData => ({
    do: 'form',
    form,
    school,
    ...given({ about }),
  }),
  submitSchool: (form: string, school: string, once: string, about?: string): ActionData => ({
    do: 'submit',
    form,
    school,
    once,
    ...given({ about }),
  }),
  /** Sends a form about the pupils of a school; `rows` are those it was shown with. */
  submitRegister: (
    form: string,
    school: string,
    once: string,
    about?: string,
    rows?: readonly string[],
  ): ActionData => ({ do: 'submit', form, school, once, ...given({ about, rows: rows?.join(',') }) }),
  /** What is set of a school that one runs: its terms, reminders, local authorities. */
  school: (school?: string): ActionData => ({ do: 'school', ...given({ school }) }),
  /** Who moves up a year in September. */
  movingUp: (school: string, page: number): ActionData => ({ do: 'moving-up', school, page: String(page) }),
  /** Moves everybody up to their year group in the school year that begins in September of `year`. */
  moveUp: (school: string, year: number): ActionData => ({ do: 'move-up', school, year: String(year) }),
  /** A colleague is back. */
  back: (school: string, who: string): ActionData => ({ do: 'back', school, who }),
  /** Who is on the staff list, or those of it whose name has `name` in it. */
  staff: (page: number, name?: string): ActionData => ({
    do: 'staff',
    page: String(page),
    ...given({ name }),
  }),
  ...STAFF_BUTTONS,
  /** Sends a form. `once` is new each time a form is shown, so that a repeat is known for one. */
  submit: (form: string, review: string, once: string, about?: string, revision?: number): ActionData => ({
    do: 'submit',
    form,
    review,
    once,
    ...given({ about, revision: revision === undefined ? undefined : String(revision) }),
  }),
  /** Sends a special answer in the place of a form, at one press. */
  special: (answer: string, review: string, once: string, revision: number): ActionData => ({
    do: answer,
    review,
    once,
    revision: String(revision),
  }),
  /** Opens a form in the place of another, which it makes needless: what stands in that comes with it. */
  inPlaceOf: (form: string, once: string, opens: ActionData): ActionData => ({
    ...opens,
    instead: form,
    once,
  }),
  /** Says why the days a form speaks of, and what it asks, are what they are; `open` is the button that opens the form. */
  why: (open: ActionData): ActionData => ({ ...withoutWords(open), do: 'why' }),
  /** Says at one press that support happens as agreed. */
  supportYes: (review: string, about: string): ActionData => ({ do: 'support-yes', review, about }),
  /** Says at one press that somebody whom no message reached was told. */
  toldInPerson: (review: string, about: string): ActionData => ({ do: 'told-in-person', review, about }),
  /** Says that those invited from outside were told of the change of the meeting that was made at `since`. */
  toldOutside: (review: string, since: string): ActionData => ({ do: 'told-outside', review, about: since }),
  /** `early`: it is held today, though set for a later day. */
  openMeeting: (review: string, anyway: boolean, early = false): ActionData => ({
    ...{ do: 'open-meeting', review, anyway: anyway ? 'yes' : 'no' },
    ...(early && { early: 'yes' }),
  }),
  /** The meeting was opened by mistake. */
  closeMeeting: (review: string): ActionData => ({ do: 'close-meeting', review }),
  /** The one-page profile was looked at in the review, and is still right. */
  profileRight: (review: string): ActionData => ({ do: 'profile-right', review }),
  /** Opens a form about a pupil who may have no review. */
  pupilForm: (form: string, pupil: string, plan?: PlanKind): ActionData => ({
    do: 'form',
    form,
    pupil,
    ...given({ plan }),
  }),
  submitPupil: (form: string, pupil: string, once: string, plan?: PlanKind): ActionData => ({
    do: 'submit',
    form,
    pupil,
    once,
    ...given({ plan }),
  }),
  /** `sure`: they were asked, and mean it. */
  takeBack: (review: string, what: Noted, about: string, sure = false): ActionData => ({
    do: 'take-back',
    review,
    what,
    about,
    ...(sure && { sure: 'yes' }),
  }),
};

/** What stays where it is when a button on it is pressed: what comes of that stands below it. */
export type Staying = 'digest' | 'form';

/** The same button, standing on a digest, which is kept up to date, or beside what is being typed into a form. */
export const stayingOn = (on: Staying, send: ActionData): ActionData => ({ ...send, on });

/** What a button stood on, where that stays. */
export const staysOn = ({ on }: Readonly<Record<string, string>>): Staying | undefined =>
  on === 'digest' || on === 'form' ? on : undefined;

/** Whether a button stood on a digest. */
export const isOnDigest = (data: Readonly<Record<string, string>>): boolean => staysOn(data) === 'digest';

/** A button as templates take it. */
export interface Button {
  readonly title: string;
  readonly send: ActionData;
  readonly style: 'default' | 'positive' | 'destructive';
  /** What is read out for it, where its title alone does not say of whom it is: it begins with the title. */
  readonly says?: string;
  /** It is to be found under "More". */
  readonly away?: true;
}

/** A button; `positive` is the main one of its card, `destructive` one that undoes. */
export function button(title: string, send: ActionData, style: Button['style'] = 'default'): Button {
  return { title, send, style };
}

/** The button as the main one of its card. */
export const asMain = (one: Button): Button => ({ ...one, style: 'positive' });
