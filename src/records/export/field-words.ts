import { WORDS, WORDS_IN } from './field-names.ts';

/*
 * What a stored field is called where no question asks for it. One that has no words yet is called by its own name, so that none is left
 * out for want of them.
 */

/** A name in the code as words: "earlierMeetings" is "Earlier meetings". */
const inWords = (name: string): string => {
  const apart = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('-', ' ');
  const words = apart
    .replace(/\bla\b/, 'local authority')
    .replace(/\behc\b/, 'EHC')
    .replace(/\bpep\b/, 'PEP');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/**
 * What a stored field is called on a page.
 * @param within the name of the field it stands in
 */
export function fieldWords(name: string, within = ''): string {
  return ownWords(name, within) ?? inWords(name);
}

/** The same, where somebody has said it; else undefined. A test walks all that can be stored of a child. */
export function ownWords(name: string, within: string): string | undefined {
  const known = WORDS_IN[`${within}.${name}`];
  return known ?? (Object.hasOwn(WORDS, name) ? WORDS[name] : undefined);
}

/**
 * What a history has of something that was done, in words: "evidence-submitted" as what was done; "annual.outsiders.outsider-la.advice"
 * as the fields it touched, without the marks of what they are of.
 */
export const historyWords = (code: string): string => inWords(code.replaceAll('.', ' '));
export const touchedWords = (field: string): string => {
  const [first = '', second = ''] = field.split('.');
  return first === 'annual' && second !== '' ? fieldWords(second, first) : fieldWords(first);
};
