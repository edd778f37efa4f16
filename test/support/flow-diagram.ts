import { ARROWS, commandsIn } from '../../src/domain/review/flow.ts';
import type { Stage } from '../../src/domain/review/review.ts';
import { STAGES } from '../../src/domain/review/review-content.ts';
import type { CommandType } from '../../src/domain/review/steps/index.ts';
import { ANNUAL_ONLY, SUPPORT_ONLY } from './commands.ts';

/** The state machine as a page of Markdown with a Mermaid diagram, made from the steps. */
export function flowPage(): string {
  return [
    '# How a review goes',
    '',
    'A review is in one stage at a time. The arrows are the commands that move it on; the list below has those that',
    'leave it where it is. Whatever a stage does not list is refused, with a sentence that says what to do instead.',
    '',
    'This page is made from the steps in `src/domain/review/steps/`, and a test fails when the two differ:',
    '`npx vitest run test/domain/review/flow.test.ts -u` writes it anew. All there is to know of each is in [steps.md](steps.md).',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> preparing: start',
    ...ARROWS.map(({ from, by, to, when }) => `  ${from} --> ${to}: ${by}${when ? ` (${when})` : ''}`),
    ...STAGES.filter((stage) => !ARROWS.some(({ from }) => from === stage)).map(
      (stage) => `  ${stage} --> [*]`,
    ),
    '```',
    '',
    '| stage | commands that leave it in its stage |',
    '|---|---|',
    ...STAGES.map((stage) => `| ${stage} | ${staying(stage).join(', ') || '(none)'} |`),
    '',
    'Of the annual review of an EHC plan only, and refused in any other review:',
    `${ANNUAL_ONLY.join(', ')}.`,
    '',
    'Of a plan that the school keeps itself only, and refused in an annual review:',
    `${SUPPORT_ONLY.join(', ')}.`,
    '',
  ].join('\n');
}

/** Commands that can leave the stage as it is: those without an arrow, and those whose arrow has a condition. */
function staying(stage: Stage): readonly CommandType[] {
  return commandsIn(stage).filter((type) => {
    const arrows = ARROWS.filter(({ from, by }) => from === stage && by === type);
    return arrows.length === 0 || arrows.every(({ when }) => when !== undefined);
  });
}
