import { z } from 'zod';
import type { Written } from './pupil-values.ts';

/** What nobody sees, and nobody typed on purpose. */
export const HIDDEN = /[\p{Cc}\p{Co}\p{Cs}\uFFFD\u202A-\u202E\u2066-\u2069]/u;

/** In characters, of how somebody is reached. */
export const LONGEST_CONTACT = 200;

/** How somebody is reached, in a file or in a form. */
export const CONTACT: Written = {
  read: (text) => (text !== '' && text.length <= LONGEST_CONTACT && !HIDDEN.test(text) ? text : undefined),
  wrong: 'not a way to reach somebody',
  right: `write a telephone number, an e-mail address or a web page, in up to ${LONGEST_CONTACT} characters`,
};

/** In characters, of an e-mail address. */
export const LONGEST_EMAIL = 200;

/** An e-mail address, in lower case. */
export const EMAIL: Written = {
  read: (text) => z.email().max(LONGEST_EMAIL).safeParse(text.toLowerCase()).data,
  wrong: 'not an e-mail address',
  right: 'write one, as jo.bloggs@school.example',
};
