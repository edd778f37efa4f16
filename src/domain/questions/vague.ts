import { type Vagueness, vagueIn } from '../review/vague-wording.ts';
import type { Questions } from './question.ts';

/**
 * The vague phrases in what was answered to the questions whose wording is looked at (`vague` in their row), each phrase
 * once, with the question it leaves open.
 */
export function vagueAnswers(questions: Questions<never>, answers: object): readonly Vagueness[] {
  const given: Readonly<Record<string, unknown>> = { ...answers };
  const texts = Object.entries(questions).map(([id, { vague }]) => (vague ? given[id] : undefined));
  const found = texts.flatMap((text) => (typeof text === 'string' ? vagueIn(text) : []));
  return [...new Map(found.map((one) => [one.phrase, one])).values()];
}
