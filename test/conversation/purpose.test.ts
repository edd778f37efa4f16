import { expect, it } from 'vitest';
import { purposeOf } from '../../src/conversation/purpose.ts';
import { press } from '../../src/presentation/buttons.ts';
import type { ActionData, CardMessage } from '../../src/presentation/message.ts';
import { noticeCard } from '../../src/presentation/notice.ts';

const screen = (here?: ActionData): CardMessage => ({
  ...noticeCard({ title: 'A screen', say: 'Something.' }),
  ...(here && { here }),
});
const same = (one: ActionData, other: ActionData) => purposeOf(screen(one)) === purposeOf(screen(other));

it.each([
  ['the pages of a list', press.due(1), press.due(2)],
  ['views of one list', press.due(1), press.due(1, { by: '2026-12-01' })],
  ['a review’s status and its agenda', press.show('status', 'r1'), press.show('agenda', 'r1')],
  ['pages of one agenda', press.show('agenda', 'r1', '1'), press.show('agenda', 'r1', '2')],
  ['pages of what is known of a pupil', press.aboutPupil('p1'), press.aboutPupil('p1', 'plans')],
])('%s are for one purpose', (_, one, other) => expect(same(one, other)).toBe(true));

it.each([
  ['two reviews', press.show('status', 'r1'), press.show('status', 'r2')],
  ['two actions of a review', press.show('action', 'r1', 'a1'), press.show('action', 'r1', 'a2')],
  ['a review’s status and its record', press.show('status', 'r1'), press.show('record', 'r1')],
  ['two lists', press.due(1), press.mine(1)],
  ['two pupils', press.aboutPupil('p1'), press.aboutPupil('p2')],
])('%s are not', (_, one, other) => expect(same(one, other)).toBe(false));

const form = (data: ActionData): CardMessage => ({
  ...screen(),
  form: { title: 'A form', open: 'Open it', data },
});
const sameForm = (one: ActionData, other: ActionData) => purposeOf(form(one)) === purposeOf(form(other));

it('a form is for what it is about: the same one opened again is for the same, whatever was said in it', () => {
  const said = press.form('action-done', 'r1', 'a1', { what: 'Done' });
  expect(sameForm(press.form('action-done', 'r1', 'a1'), said)).toBe(true);
  expect(sameForm(press.form('action-done', 'r1', 'a1'), press.form('action-done', 'r1', 'a2'))).toBe(false);
  expect(sameForm(press.form('parent-views', 'r1'), press.form('pupil-views', 'r1'))).toBe(false);
  expect(sameForm(press.form('evidence', 'r1'), press.form('evidence', 'r2'))).toBe(false);
  expect(sameForm(press.pupilForm('details', 'p1'), press.pupilForm('details', 'p2'))).toBe(false);
  const colleague = press.schoolForm('bulk-reassign', 's1', 'tom@oakfield.example');
  expect(purposeOf(form(colleague))).not.toContain('tom');
});

it('a sentence is for nothing, and what was typed is never part of a purpose', () => {
  expect(purposeOf(screen())).toBe('');
  expect(purposeOf(screen(press.typed('status', 'Ada')))).not.toContain('Ada');
});
