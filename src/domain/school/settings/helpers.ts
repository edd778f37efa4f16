import { capital } from '../../language/words.ts';
import { shortText } from '../../questions/text.ts';
import { CONTACT, LONGEST_CONTACT } from '../fit-text.ts';
import { NAME, NAME_LENGTH, type Written } from '../pupil-values.ts';
import type { Helper } from '../school.ts';
import type { OfSchool } from './setting.ts';

interface Asked {
  readonly label: string;
  readonly hint?: string;
  readonly needed?: string;
  /** The question that is answered with it, or not at all. */
  readonly with?: string;
}

const by =
  ({ read, right }: Written) =>
  (text: string) =>
    read(text) === undefined ? `${capital(right)}.` : undefined;

const both = (own: string, other: string | undefined) => ({
  rule: (sent: Readonly<Record<string, string>>) =>
    other !== undefined && (sent[own] ?? '').trim() === '' && (sent[other] ?? '').trim() !== ''
      ? 'Please write both, or leave both out.'
      : undefined,
});

/** The name of somebody, or of a service, that others are told to turn to; `id` is the question's own. */
export const nameOfHelper = (id: string, { with: other, ...row }: Asked) =>
  shortText<OfSchool>({
    ...row,
    ...both(id, other),
    longest: NAME_LENGTH,
    check: by(NAME),
  });

/** How they are reached. */
export const contactOfHelper = (id: string, { with: other, ...row }: Asked) =>
  shortText<OfSchool>({
    hint: 'A telephone number, an e-mail address or a web page',
    ...row,
    ...both(id, other),
    longest: LONGEST_CONTACT,
    check: by(CONTACT),
  });

/** Whom to turn to, as answered; undefined where nobody was named. */
export const helperOf = (name: string, contact: string): Helper | undefined =>
  name && contact ? { name, contact } : undefined;
