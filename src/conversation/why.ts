import { formNamed } from '../presentation/forms/index.ts';
import { noticeScreen, notYoursScreen } from './plain-screens.ts';
import { reviewForms } from './review-forms.ts';
import { below, type Handler } from './turn.ts';

/** Says, to whom the form is theirs to fill in, why the days it speaks of are what they are: below it, so that nothing typed is lost. */
export const whyPressed: Handler = async (deps, asked) => {
  const form = formNamed(asked.data.form ?? '');
  const found = form && (await reviewForms.find(deps, asked, form));
  if (found?.is !== 'theirs' || !form?.row.why) return below(notYoursScreen());
  return below(noticeScreen('Why', form.row.why(found.subject)));
};
