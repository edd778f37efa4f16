import type { z } from 'zod';
import type { Filling } from '../language/terms.ts';
import type { LocalDate } from '../time.ts';

/*
 * A question is a row: from it come the schema its answer is read by, the card it is asked on, and the words it is read
 * out under. `S` is what a form is about (a review, a pupil, a school); `T` is its answer.
 */

/** Our words: as they stand (with `{terms}` in braces), or by what the form is about and its terms. */
export type Words<S> = string | ((subject: S, words: Filling) => string);

/** One thing to choose. Titles of a table are ours and may hold `{terms}`; those made from data are shown as they are. */
export interface Option<Code extends string = string> {
  readonly value: Code;
  readonly title: string;
}

/** What can be chosen: a table of ours, in its order, or what the form's subject offers. */
export type Options<Code extends string, S> =
  | Readonly<Record<Code, string>>
  | ((subject: S, words: Filling) => readonly Option<Code>[]);

/** A run of text in a line that is shown beside the questions. */
interface ShownRun {
  readonly text: string;
  readonly weight?: 'bold' | 'subtle';
}
/** A line shown beside the questions: a target's wording, say. */
export type ShownLine = readonly ShownRun[];

/** A text that is a list of things: what two people changed in it is brought together thing by thing. */
export interface TextRows {
  /** The things in it, each in one way to write it; undefined where it can't be read. */
  read(text: string): readonly string[] | undefined;
  write(rows: readonly string[]): string;
}

interface InputBase {
  /** Its id on the card. */
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** What is said when it is left out; '' where it may be. */
  readonly needed: string;
  /** Reads what the chats send: one string, '' for nothing. Made when it is needed: forms are shown more often than read. */
  readonly schema: () => z.ZodType<unknown, string>;
  /**
   * It is not among the few that matter, and stands under “Add more” at first; `in-place`: where its answer turns out to be needed, it
   * stands where it is asked.
   */
  readonly more?: 'below' | 'in-place';
  /** What is said below another input, by its id, while this one stands under “Add more”. */
  readonly ahead?: { readonly below: string; readonly say: string };
}
/** One input of a card, by the template that shows it (`cards/question-<kind>.json`). */
export type Input = InputBase &
  (
    | {
        readonly kind: 'text';
        readonly longest: number;
        readonly lines: 'one' | 'many';
        /** What there is to point out about a text, taken all the same once it is sent again; undefined for nothing. */
        pointsOut?(text: string, sent: Sent): string | undefined;
        /** Where it is a list. */
        readonly rows?: TextRows;
      }
    | {
        readonly kind: 'choice';
        /** All that can be chosen. */
        readonly options: readonly Option[];
        readonly several: boolean;
        /** 'search': too many for a list, so what is typed of a title is looked up while it is typed. */
        readonly list: 'expanded' | 'compact' | 'search';
        /** Those that stand in the list, where it does not hold all; what is chosen besides stands there, too. */
        readonly listed?: readonly Option[];
        /** The id of the list that what is chosen here is added to, or takes the place in. */
        readonly addsTo?: string;
        /** What there is to point out about what was chosen, taken all the same once it is sent again; undefined for nothing. */
        pointsOut?(chosen: string, sent: Sent): string | undefined;
      }
    | {
        readonly kind: 'day';
        /** What there is to point out about a day, taken all the same once it is sent again; undefined for nothing. */
        pointsOut?(day: LocalDate, sent: Sent): string | undefined;
      }
    | { readonly kind: 'time' }
  );
/** What a question puts on a card: an input, lines to read, or a group of both that belong together. */
export type Block =
  | Input
  | { readonly kind: 'lines'; readonly lines: readonly ShownLine[] }
  | { readonly kind: 'group'; readonly separator: boolean; readonly blocks: readonly Block[] };

/** An answer as it is read out under its question. */
export type SaidAnswer =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'chosen'; readonly title: string }
  | { readonly is: 'several'; readonly titles: readonly string[] }
  | { readonly is: 'day'; readonly day: string }
  | { readonly is: 'each'; readonly items: readonly SaidItem[] };

/** How an item is named where it is read out: "Target", and its wording. */
export interface NamedItem {
  readonly label: string;
  readonly text: string;
}
/** What was said of one item: what it is, and each answer under what it is called. */
export interface SaidItem {
  readonly about: NamedItem;
  readonly said: readonly SaidUnder[];
}
/** An answer and what it is called; '' where it stands without a name. */
export interface SaidUnder {
  /** The id of the question. */
  readonly question: string;
  readonly called: string;
  readonly answer: SaidAnswer;
  /** Answers that are read out as one with it. */
  readonly with: readonly SaidAnswer[];
}

/** What was sent, by input id: '' for what was left out. */
export type Sent = Readonly<Record<string, string>>;

/** What the rows of every kind may say. */
export interface Row<S> {
  /** What is asked. */
  readonly label: Words<S>;
  /** Help that stands in the empty input. */
  readonly hint?: Words<S>;
  /** What the answer is called where it is read out: in a status, a record, a document. Left out: as it is asked. */
  readonly called?: Words<S>;
  /** The question it is read out under, as one answer with it: why something was not delivered, say. */
  readonly under?: string;
  /** Left out: always. */
  asked?(subject: S): boolean;
  /** It is needed because of what was answered to another question: then it is missed with this sentence. */
  readonly neededWhen?: {
    readonly question: string;
    readonly is: readonly string[] | ((subject: S) => readonly string[]);
    readonly say: string;
    /** Where it stands under “Add more”: said at that other question, so that nobody learns of it only once the form is sent. */
    readonly ahead?: string;
  };
  /** A rule over several answers: the sentence at this one where they break it. It bears whatever was sent. */
  rule?(sent: Sent, subject: S, id?: string): string | undefined;
  /**
   * Who is shown the answer: only those who oversee reviews (SENCOs and senior leaders). Left out: all who are shown the
   * record. What parents said, or somebody disagreed with, may be about home, health or a colleague.
   */
  readonly shownTo?: 'overseers';
  /** It is not among the few that matter: it stands under “Add more” until it is answered, or its answer turns out to be needed. */
  readonly more?: true;
  /** Vague wording in it is pointed out (Code of Practice 9.69: detailed, specific and normally quantified). */
  readonly vague?: true;
}

/** A question, whatever its kind. `T` is its answer; `Later` is true of one to which there may be no answer beside the others’. */
export interface Question<T, S, Later extends boolean = boolean> extends Row<S> {
  /** False where it asks nothing, but only shows something: then it has no answer. */
  readonly asks?: false;
  /** Answers to the others may be stored without it: see `askedLater`, `askedWhere`. */
  readonly later?: Later;
  /** The inputs and lines it is asked by. */
  blocks(id: string, subject: S, words: Filling): readonly Block[];
  /** Its answer where it was not asked; left out: then there is none. */
  readonly nothing?: T;
  /** Its answer, from the values of its inputs, each read by its schema. */
  answer(id: string, values: Readonly<Record<string, unknown>>, subject: S): T;
  /** What its answer is, where it is kept. */
  stored(): z.ZodType<T>;
  /** Whether this input of it is a box for text: what stands there was typed, not chosen. */
  isTyped(id: string, input: string): boolean;
  /** What stands in its inputs where this was answered before; some inputs' ids go by what they are about. */
  filled(id: string, answer: T, subject?: S): Readonly<Record<string, string>>;
  /** The answer as it is read out; undefined where nothing was said. */
  said(answer: T, subject: S, words: Filling): SaidAnswer | undefined;
}

/** The questions of a form, by id, in the order they are asked. Ids are stored: they never change their meaning. */
export type Questions<S> = Readonly<Record<string, Question<unknown, S>>>;

type AnswerTo<One> = One extends Question<infer T, never> ? T : never;
/** The ids of the questions that ask something; lines to read do not. */
type Asking<Q> = { [Id in keyof Q]: [AnswerTo<Q[Id]>] extends [never] ? never : Id }[keyof Q];
/** The ids of those that are asked later than the others. */
export type LaterIds<Q> = {
  [Id in keyof Q]: Q[Id] extends Question<unknown, never, true> ? Id : never;
}[keyof Q];

/** What is answered to `Q`, by the questions' ids. What is asked later than the rest may not have been asked yet. */
export type Answers<Q> = { readonly [Id in Exclude<Asking<Q>, LaterIds<Q>>]: AnswerTo<Q[Id]> } & {
  readonly [Id in LaterIds<Q>]?: AnswerTo<Q[Id]>;
};
