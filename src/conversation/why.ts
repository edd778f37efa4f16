import type { FormAbout } from '../presentation/forms/form-about.ts';
import type { FormHome } from './form-home.ts';
import { noticeScreen, notYoursScreen } from './plain-screens.ts';
import { below, type Handler } from './turn.ts';

/**
 * Says why a form of this home asks what it asks, and why the days it speaks of are what they are, to whom it is theirs to fill in:
 * below it, so that nothing typed is lost.
 */
export const whyIn =
  <Subject, Command, Form extends FormAbout<Subject, Command>>(
    home: FormHome<Subject, Command, Form>,
  ): Handler =>
  async (deps, asked) => {
    const form = home.named(asked.data.form ?? '');
    const found = form && (await home.find(deps, asked, form));
    const why = found?.is === 'theirs' ? form?.why(found.subject) : undefined;
    return below(why ? noticeScreen('Why', why) : notYoursScreen());
  };
