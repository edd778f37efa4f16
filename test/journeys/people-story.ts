import type { Store } from '../../src/store/store.ts';
import type { LongStage } from './story.ts';

/*
 * Two EHC plans whose annual reviews begin on Tuesday 10 November 2026. Mohammed is 18, and a deputy speaks for him. Saskia is
 * looked after, and her PEP is reviewed on 10 December.
 */

/** Mohammed as a young person: born on 1 May 2008, he left compulsory school age on 28 June 2024. */
export async function mohammedIsEighteen(store: Store): Promise<void> {
  const [pupil] = (await store.pupilsOf('oakfield')).filter(({ firstName }) => firstName === 'Mohammed');
  if (!pupil) throw new Error('nobody is called Mohammed');
  await store.put('pupils', { ...pupil, dateOfBirth: '2008-05-01', yearGroup: '13' });
}

/** The review of a young person who lacks capacity for it: their representative is heard, and they are asked all the same. */
export async function aYoungPersonWithRepresentative({ player }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.type('review pupil Mohammed');
  await priya.press('Family and people');
  await priya.fill({
    'Looked after by a local authority?': 'No',
    'If the young person lacks capacity for this: who represents them?': 'Dee Deputy',
  });
  await priya.press('Save');
  await priya.sees('Please choose the ground.');
  await priya.fill({
    'On what ground do they represent them?': 'Deputy of the Court of Protection',
    'How is it known that the young person lacks capacity for this?': 'Assessed by Dr Amin in September.',
  });
  await priya.press('Save');
  await priya.sees(/Dee Deputy.*Deputy of the Court of Protection/s);

  await priya.type('review start Mohammed');
  await priya.sees(/Invited: .*Dee Deputy/);
  await priya.press('Set it and ask');
  await priya.sees(/Dee Deputy.*Representative/s);
  await priya.sees(/Still missing: .*the representative’s views, the young person’s views/);
  await priya.press('Record the representative’s views');
  await priya.fill({ 'What is going well?': 'He grows tomatoes, and names each.' });
  await priya.press('Save their views');
  await priya.sees('Saved: the representative’s views.');
  await priya.press('Record the young person’s views');
  await priya.fill({
    'How did they give their views?': 'A drawing',
    'Their views, in their words where you can': 'A greenhouse, with him in it.',
  });
  await priya.press('Save their views');
  await priya.sees('Saved: the young person’s views.');
  await priya.type('review status Mohammed');
  await priya.press('For the family');
  await priya.sees(/Write down what goes well for the young person/);
  await priya.sees(/What can the young person do now that was too hard last time\?/);
  await priya.press('Next page');
  await priya.sees(/The young person’s representative may appeal when the local authority keeps the plan/);
}

/** The review of a looked-after child, whose carers ask for another time and send something in. */
export async function aLookedAfterChild({ player, until }: LongStage): Promise<void> {
  const priya = player('Priya Shah');
  await priya.type('review pupil Saskia');
  await priya.press('Family and people');
  await priya.fill({
    'Interpreter needed: which language, and for whom?': 'Polish, for Mum',
    'Looked after by a local authority?': 'Yes',
    'If so: their social worker': 'Sol Worker',
    'If so: the virtual school head': 'Val Head',
    'If so: the next PEP or care plan review': '2026-12-10',
  });
  await priya.press('Save');
  await priya.sees(/Interpreter: Polish, for Mum.*Social worker: Sol Worker/s);

  await priya.type('review start Saskia');
  await priya.sees('review is on Thu 10 Dec 2026: join the two if you can.');
  await priya.press('Set it and ask');
  await priya.sees(/Sol Worker, social worker.*Val Head.*Virtual school head.*Polish, for Mum.*Interpreter/s);
  await priya.press('They ask to rearrange');
  await priya.fill({
    'Who asked?': 'A parent or carer',
    'Why can they not come then, in their words?': 'The foster carer is at a hospital appointment.',
    'What would suit them?': 'Any morning',
  });
  await priya.press('Save');
  await priya.sees('Waits for an answer');
  await until('2026-11-12');
  await priya.type('review mine');
  await priya.sees(/Answer a request to rearrange the meeting/);
  await priya.press('Say why it stays');
  await priya.fill({ 'Why does the meeting stay as it is?': 'She joins by telephone, as she asked.' });
  await priya.press('Save the reason');
  await priya.sees(/The reason is kept. Please tell whoever asked/);
  await priya.type('review status Saskia');
  await priya.press('Something was sent in');
  await priya.fill({
    'What was sent in?': 'A memory book',
    'From whom?': 'Her foster carer',
    'Where is it kept?': 'In her tray',
  });
  await priya.press('Add it to the list');
  await priya.sees(/A memory book.*Her foster carer/s);
}
