import type { MessageKind } from '../../nudges/message.ts';
import type { GuardedStep, PlanKindRow } from '../../plans/index.ts';
import type { Answers, Questions, Sent } from '../../questions/question.ts';
import type { Saying } from '../../questions/saying.ts';
import type { Pupil } from '../../school/pupil.ts';
import type { PersonId, School } from '../../school/school.ts';
import type { LocalDate } from '../../time.ts';
import type { MissingOf } from '../guards/missing.ts';
import type { OtherMeeting } from '../other-meetings.ts';
import type { Review } from '../review.ts';
import type { ScreenName } from '../screen-name.ts';
import type { Vagueness } from '../vague-wording.ts';

interface Typed {
  readonly type: string;
}

/** What a form about a review is about, and who fills it in. */
export interface FormSubject {
  readonly review: Review;
  readonly pupil: Pupil;
  readonly school: School;
  /** All reviews of the pupil; left out, only this one is known. */
  readonly reviews?: readonly Review[];
  /** The other reviews' meetings of the school, for a form that `setsMeeting`; left out, none is known. */
  readonly otherMeetings?: readonly OtherMeeting[];
  readonly who: PersonId;
  readonly today: LocalDate;
  /** The target, action or side ('parent', 'pupil') it is about, for forms that need one. */
  readonly about?: string;
  /** The review is not there yet: it begins with this form, once that is sent. */
  readonly begins?: true;
  /** How many times they had answered when the form was shown, as the form itself says. */
  readonly revision?: number;
  /** What the person has typed for it already, by input id. */
  readonly said?: Sent;
}

/** What the questions of a form are asked about: the review, and the kind of plan it is of. */
export interface AskedSubject extends FormSubject {
  readonly plan: PlanKindRow;
}

/**
 * A form of a step: what it says and asks, the command an answer becomes, and what is said once that is taken. It stands
 * among the `forms` of its step, by which it is found; who may give the step, and when, is who may open it, and when.
 */
export interface StepForm<Command extends Typed, Q extends Questions<AskedSubject> = Questions<AskedSubject>>
  extends Saying<FormSubject> {
  readonly questions: Q;
  /** The command an answer becomes. `newId` names what it adds. @throws {NotThere} when what it is about is gone */
  command(answer: Answers<Q>, subject: FormSubject, newId: () => string): Command;
  /** The commands an answer can become; left out, that of its step alone. */
  readonly becomes?: readonly Command['type'][];
  /** How many times this person had answered when the form was shown, where an answer may be changed. */
  revision?(subject: FormSubject): number;
  /** What an answer has just left in the review, where its wording is looked at. `about` as of the form. */
  written?(review: Review, about: string | undefined): Written<Answers<Q>> | undefined;
  /** It is about a day on which others may have a meeting: those are known to it. */
  readonly setsMeeting?: true;
  /** Other ways on, beside sending it. */
  readonly alternatives?: readonly Alternative<Command>[];
  /** Why it would be refused whatever is typed in it, and what to look at instead; undefined where it would not. */
  forNothing?(given: FormGiven): ForNothing | undefined;
  /** As `forNothing`, for what the review itself does not know: looked at when it is sent, too. */
  overtakenBy?(given: FormGiven): ForNothing | undefined;
  /** What is said once it is taken. */
  said(taken: Taken): string;
  /** The screen it leads to, once it is taken; left out, how the review stands. */
  readonly leadsTo?: ScreenName;
  /**
   * At an open meeting, what that needs next opens by itself once this is taken; `before` is the review as it was. Left out, or
   * undefined, nothing does.
   */
  goesOn?(before: Review, about: string | undefined): GoesOn | undefined;
  /** What those invited who are in no chat must now be told by whoever runs the review; undefined for nothing. */
  tellsOutside?(review: Review): string | undefined;
  /**
   * The button by which whoever runs the review opens it from how the review stands, while that takes its step; left out,
   * it is opened from elsewhere.
   */
  readonly onStatus?: string;
  /** Whether that button is there, as the review stands today; left out, whenever the review takes its step. */
  offeredWhen?(given: {
    readonly review: Review;
    readonly school: School;
    readonly today: LocalDate;
  }): boolean;
  /** What is offered where the form is, without saying whom or what it is about; left out, the form itself. */
  readonly offeredAtLarge?: { readonly screen: ScreenName; readonly title: string };
}

/** It looks at one of several things, and the next of them follows; or it agrees on what comes, which what is left to look at does not. */
export type GoesOn = 'looking' | 'agreeing';

/** A form with its answers' types read off its questions. */
export const stepForm = <const Command extends Typed, Q extends Questions<AskedSubject>>(
  form: StepForm<Command, Q>,
): StepForm<Command, Q> => form;

/** A way on beside sending a form: another form, or a special answer that is sent at one press. */
export type Alternative<Command extends Typed> = AnotherForm | SpecialAnswer<Command>;

interface Offered {
  title(subject: FormSubject): string;
  /** Whether it is offered, as the review stands. */
  when(subject: FormSubject): boolean;
}
interface AnotherForm extends Offered {
  /** The name of a form. */
  readonly opens: string;
  readonly about?: string;
  /** It is an answer in itself: it takes this form's place, and what stands in this is not lost unseen. */
  readonly inItsPlace?: true;
}
/**
 * It carries the form's token and revision. What stands in the form comes with it, so that nothing typed is lost unseen; none
 * of that is kept.
 */
export interface SpecialAnswer<Command extends Typed> extends Offered {
  /** It is on buttons that were sent before: never to be changed. */
  readonly sends: string;
  /** The command it becomes. */
  command(revision: number): Command;
  readonly said: string;
  readonly leadsTo: ScreenName;
}

/** What somebody has just written, and how they can change it. */
export interface Written<Answer> {
  readonly answers: Readonly<Partial<Answer>>;
  /** The vague phrases in it, where its parts are looked at together; left out: each answer by itself. */
  readonly vague?: readonly Vagueness[];
  /** In a sentence, or by a form. */
  readonly change: string | ChangedBy;
}
/** The form by which something is changed. */
export interface ChangedBy {
  readonly title: string;
  readonly opens: string;
  readonly about: string;
}
/** How what was noted at a meeting is changed, where it can only be taken back. */
export const TAKE_BACK = 'To change it, take it back and add it anew.';

/** What it is known from that a form would be filled in for nothing. */
export interface FormGiven extends FormSubject {
  /** What the review lacks before a step that must find things in their place. */
  missing(before: GuardedStep): readonly MissingOf<string>[];
}
/** Why nobody should type in a form, and what to look at instead. */
export interface ForNothing {
  readonly say: string;
  readonly look: ScreenName;
}

/** What was taken: the review as it is now, and what came of it. */
export interface Taken {
  readonly review: Review;
  readonly pupil: Pupil;
  readonly school: School;
  readonly today: LocalDate;
  /** All reviews of the pupil; left out, only this one is known. */
  readonly reviews?: readonly Review[];
  /** What the form was about, where it was about one thing. */
  readonly about: string | undefined;
  /** What was sent, by input id. */
  readonly answers: Sent;
  /** The review as it was before; left out where that is not known. */
  readonly before?: Review;
  /** How many colleagues are told, by what. */
  readonly told: Readonly<Partial<Record<MessageKind, number>>>;
  /** When they are told: "now", or "on Mon 23 Nov 2026 at 08:30". */
  readonly whenTold: string;
  /** How many days late the local authority is with what it owes; 0 where it is not. */
  readonly laLate: number;
}

/** What was said, in one line: sentences joined, and nothing where one is ''. */
export const sentences = (...parts: readonly string[]): string => parts.filter(Boolean).join(' ');
