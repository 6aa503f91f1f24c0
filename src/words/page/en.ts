/** Headings of the pages in docs/failures. */
export const pageEn = {
  'page.says': 'What AWS says',
  'page.silent': 'AWS says nothing of this: the copy fails, or harms, without a message of its own.',
  'page.look': 'How to look for yourself',
  'page.capitals': 'Words in capitals are to be filled in.',
  'page.doctor': 'The doctor reads all of this, and every other link, at once:',
  'page.mend': 'How to mend it',
  'page.example': 'An example',
  'page.found': 'What was found',
  'page.sources': 'Sources',
  'page.index': 'What stops a copy',
  'page.intro':
    'Each requirement of a copy, and what else the doctor looks at, in the order of the chain. Names say what holds when all is well.',
} as const;
