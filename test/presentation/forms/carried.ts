import { formOf } from '../../../src/presentation/forms/index.ts';
import type { ActionData } from '../../../src/presentation/message.ts';
import type { Sample } from './sample.ts';

/** What a form carries of what it showed: a print of each answer; undefined where it carries none. */
export function carried({ form, subject }: Sample, once: string): string | undefined {
  const buttons = formOf(form).show(subject, once).card.actions ?? [];
  const sends = buttons.map(({ data }) => (data as { readonly send?: ActionData } | undefined)?.send);
  return sends.find((send) => send?.do === 'submit')?.shown;
}
