import type { ActionData, CardMessage } from '../presentation/message.ts';

const WHOSE = ['review', 'pupil', 'school'] as const;

/** Under way, a review stands as its agenda; else as its status: both are how it stands. */
const asPurpose = (screen: string | undefined) => (screen === 'agenda' ? 'status' : screen);

/** What a screen is about, where that is no page of it. */
const thingOf = ({ about }: ActionData) => (about !== undefined && /^\d+$/.test(about) ? undefined : about);

/** What is no id of ours, a colleague's address say, is left out: a card about another of them is then for the same. */
const idOf = (text: string | undefined) => (text !== undefined && /^[\w.-]+$/.test(text) ? text : undefined);

const joined = (parts: readonly (string | undefined)[]) =>
  parts.map((part) => encodeURIComponent(part ?? '')).join('/');

/** What a form is for, by what opens or sends it: the form itself, and what it is about. */
export const purposeOfForm = (data: ActionData): string =>
  joined(['form', data.form, ...WHOSE.map((id) => data[id]), idOf(data.plan), idOf(data.about)]);

/** What a card is for, by opaque ids: of one purpose, one card is enough. '' where several may stand side by side: a sentence. */
export function purposeOf({
  here,
  standsFor = here,
  form,
}: Pick<CardMessage, 'here' | 'standsFor' | 'form'>): string {
  // Parts of a form stand side by side.
  if (form) return form.data.part === undefined ? purposeOfForm(form.data) : '';
  if (!standsFor) return '';
  const { do: does, screen } = standsFor;
  return joined([does, asPurpose(screen), ...WHOSE.map((id) => standsFor[id]), screen && thingOf(standsFor)]);
}

/** The name of the form about that review which a card of this purpose is; undefined for any other card. */
export function formIn(purpose: string, review: string): string | undefined {
  const [is, name, about] = purpose.split('/').map(decodeURIComponent);
  return is === 'form' && about === review ? name : undefined;
}
