import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../tools/recipes/edit.ts';

const edit = { file: 'src/list.ts', after: 'const LIST = [one', put: ', two' };

describe('an edit of a recipe', () => {
  it('puts its text straight after the place it names, and leaves the rest as it was', () => {
    expect(applyEdit('// A list.\nconst LIST = [one];\n', edit)).toBe(
      '// A list.\nconst LIST = [one, two];\n',
    );
  });

  it('takes its texts to the letter', () => {
    expect(applyEdit('a.c $& abc', { file: 'x', after: 'a.c', put: '$&$1' })).toBe('a.c$&$1 $& abc');
  });

  it('fails, naming the file and the text, where the place is gone', () => {
    expect(() => applyEdit('const LIST = [];\n', edit)).toThrow(
      'src/list.ts no longer has the text to put something after: "const LIST = [one"',
    );
  });

  it('fails where the place is not one place', () => {
    const twice = 'const LIST = [one];\n// const LIST = [one];\n';
    expect(() => applyEdit(twice, edit)).toThrow(
      'src/list.ts has this text 2 times, and it must be one place',
    );
    expect(() => applyEdit(`${twice}const LIST = [one];`, edit)).toThrow('3 times');
  });

  it('fails where no place is named', () => {
    expect(() => applyEdit('anything', { ...edit, after: '' })).toThrow('no longer has the text');
  });
});
