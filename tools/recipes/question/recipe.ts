import type { Recipe } from '../recipe.ts';

/** Sleep and exhaustion, asked in the evidence form. */
export const question: Recipe = {
  name: 'question',
  adds: 'a question on sleep and tiredness, in the evidence form',
  limit: 1,
  edits: [
    {
      file: 'src/domain/review/questions/evidence.ts',
      after:
        "  didNotWork: longText({ label: 'What did not work?', called: 'What did not work', more: true }),\n",
      put: `  tiredness: askedLater(
    longText({
      label: 'Have you seen signs of poor sleep or exhaustion?',
      hint: 'What you saw, when, and how often',
      called: 'Sleep and tiredness',
      more: true,
      vague: true,
    }),
  ),
`,
    },
    {
      file: 'test/presentation/forms/samples.ts',
      after: "  didNotWork: 'The reading window',\n  sources: 'progress-data,observation',\n",
      put: "  tiredness: 'Asleep at her table on two Mondays',\n",
    },
    {
      file: 'test/presentation/forms/samples.ts',
      after: "  didNotWork: 'The reading window',\n  sources: ['progress-data', 'observation'],\n",
      put: "  tiredness: 'Asleep at her table on two Mondays',\n",
    },
  ],
  pages: ['test/golden.test.ts'],
  suite: [
    'test/domain/questions',
    'test/domain/review/decide-gathering.test.ts',
    'test/domain/review/history.test.ts',
    'test/presentation/forms/forms.test.ts',
    'test/presentation/forms/read-out.test.ts',
    'test/conversation/not-stored.test.ts',
    'test/store/upgrades',
  ],
};
