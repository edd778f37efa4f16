import type { Sender } from '../channels/channel.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { School } from '../domain/school/school.ts';
import type { ExportPurpose } from '../presentation/screens/export.ts';

/** All that is held about a pupil, for somebody. */
export interface ToExport {
  readonly school: School;
  readonly pupil: Pupil;
  readonly purpose: ExportPurpose;
  /** Passages to leave out, by their marks, once somebody has looked at all of them; undefined before. */
  readonly without: readonly string[] | undefined;
  /** The mark of the page they have looked at: what is on it, and not left out, stays; undefined where they have looked at none. */
  readonly looked: string | undefined;
}

/** What came of it. */
type Given =
  /**
   * `asked`: the chat asks first whether they want them. `open`: so many passages are still to be looked at, on the page of that
   * mark: it is the first one, or something was typed since that they have not seen.
   */
  | {
      readonly is: 'given';
      readonly files: number;
      readonly asked: boolean;
      readonly open: number;
      readonly page: string;
    }
  /** These marks are no passage's: nothing was given, since what was to be left out would be in it. */
  | { readonly is: 'no-such-passage'; readonly marks: readonly string[] }
  /** The chat did not take them. */
  | { readonly is: 'not-given' };

/** What takes out all that is held about a pupil. */
export interface Records {
  /** Makes the files, and gives them to that account in its private chat, and nowhere else. */
  give(what: ToExport, to: Sender): Promise<Given>;
  /** The mark of the page on this pupil that this account was given last, as far as that is known still. */
  pageGiven(pupil: string, to: Sender): string | undefined;
}
