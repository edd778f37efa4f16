import type { Recipe } from '../recipe.ts';

/** A disagreement once the record has been read: after the meeting, as the parents often have it. */
export const step: Recipe = {
  name: 'step',
  adds: 'a disagreement once the record has been read',
  limit: 2,
  edits: [
    {
      file: 'src/domain/review/steps/index.ts',
      after: "import { recordLaDecision } from './record-la-decision.ts';\n",
      put: "import { recordLaterDisagreement } from './record-later-disagreement.ts';\n",
    },
    {
      file: 'src/domain/review/steps/index.ts',
      after: '  [recordMediation.type]: recordMediation,\n',
      put: '  [recordLaterDisagreement.type]: recordLaterDisagreement,\n',
    },
    {
      file: 'test/support/commands.ts',
      after:
        "  'correct-record': { type: 'correct-record', part: 'Provision', words: 'It is twice a week' },\n",
      put: `  'record-later-disagreement': {
    type: 'record-later-disagreement',
    id: 'disagreement-9',
    who: 'Ada’s mother',
    words: 'Three times a week is what we agreed',
  },
`,
    },
    {
      file: 'test/support/walk.ts',
      after: "    case 'record-disagreement':\n",
      put: "    case 'record-later-disagreement':\n",
    },
    {
      file: 'test/presentation/forms/samples.ts',
      after: "    { type: 'record-disagreement', id: 'new', who: 'Mum', words: 'It is too little' },\n  ),\n",
      put: `  'later-disagreement': of(
    'later-disagreement',
    subject(acting),
    { who: 'Mum', words: 'It is too little' },
    { type: 'record-later-disagreement', id: 'new', who: 'Mum', words: 'It is too little' },
  ),
`,
    },
    {
      file: 'test/domain/review/flow.test.ts',
      after: "        'reassign-action',\n        'correct-record',\n",
      put: "        'record-later-disagreement',\n",
    },
    {
      file: 'test/domain/review/flow.test.ts',
      after: "        'record-request-answer',\n        'correct-record',\n",
      put: "        'record-later-disagreement',\n",
    },
  ],
  pages: ['test/golden.test.ts', 'test/domain/review/steps.test.ts', 'test/domain/review/flow.test.ts'],
  suite: [
    'test/domain/review/model.test.ts',
    'test/domain/review/decide-who.test.ts',
    'test/presentation/forms/forms.test.ts',
  ],
};
