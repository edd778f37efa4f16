import { expect, it } from 'vitest';
import { failedWords } from '../../src/store/failed.ts';

const fault = (code: string) => Object.assign(new Error('/srv/data/Ada Hughes.json'), { code });

it.each([
  ['EROFS', 'That failed: the disk can only be read (EROFS).'],
  ['ENOSPC', 'That failed: the disk is full (ENOSPC).'],
  ['EACCES', 'That failed: this user may not use that folder (EACCES).'],
  ['EIO', 'That failed (Error, EIO).'],
  ['toString', 'That failed (Error, toString).'],
])('%s is told in words, and nothing of the error’s own', (code, words) => {
  expect(failedWords(fault(code), [])).toBe(words);
});
