import { isDeepStrictEqual } from 'node:util';
import type { Answers, Questions } from '../../questions/question.ts';
import { type Actor, refusal } from '../../review/decision.ts';
import { isSenco, membership, NOT_HERE } from '../membership.ts';
import type { School, SettingKey } from '../school.ts';
import { SETTINGS, type SettingName } from './index.ts';
import type { OfSchool, SettingDecided } from './setting.ts';

/** What a SENCO set: which form, and its answers as its own questions read them. */
export interface SettingCommand {
  readonly setting: SettingName;
  readonly answers: Answers<Questions<OfSchool>>;
}

/**
 * The school with what was set, and with who set it when, so that an import does not undo it unasked. Only a SENCO of the
 * school may.
 */
export function decideSetting(of: OfSchool, command: SettingCommand, actor: Actor): SettingDecided {
  const { school } = of;
  if (!isSenco(school, actor.who)) {
    const say = 'Only the SENCO keeps up what is set for the school. Pass it on to them.';
    return { ok: false, refusal: refusal('not-yours', membership(school, actor.who) ? say : NOT_HERE) };
  }
  const row = SETTINGS[command.setting];
  const decided = row.decide(of, command.answers);
  if (!decided.ok) return decided;
  const changed = row.keys.filter((key) => !isDeepStrictEqual(school[key], decided.school[key]));
  return { ok: true, school: changed.length ? marked(decided.school, changed, actor) : school };
}

function marked(school: School, keys: readonly SettingKey[], { who: by, at }: Actor): School {
  const others = (school.changedHere ?? []).filter(({ key }) => !keys.includes(key));
  return { ...school, changedHere: [...others, ...keys.map((key) => ({ key, by, at }))] };
}
