const LONG = 'So it went, day by day, and nobody minded. '.repeat(70).slice(0, 2999).concat('!');

/** What people may type, and what each must survive to the letter. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'a template': 'a $[1+1] $[$root.title] \\$[x]'.replaceAll('[', '{').replaceAll(']', '}'),
  'Markdown in bold': '**bold** _it_ `code` # head',
  'a Markdown link': '[x](http://evil.example)',
  'a script': '<script>alert("1")</script> & <b>',
  'Slack markup': '<!channel> <@U1> *bold* :smile: > quote',
  emoji: '👩‍👩‍👧 😀 naïve “quotes”',
  // Marks that turn text round are not shown: test/presentation/isolated.test.ts.
  'a right-to-left text': 'مرحبا بالعالم abc',
  JSON: '{"do":"start"}',
  'three thousand characters': LONG,
  'three thousand characters without a space': '𝒳'.repeat(1500),
};
