/** What `crossvault doctor fix` says while it shows, asks and writes. */
export const fixEn = {
  'fix.change': '{number}. In account {account}: {name}',
  'fix.calls': 'by {calls}',
  'fix.ask': 'Write this change? (y/n)',
  'fix.shown': 'shown only',
  'fix.written': 'written',
  'fix.skipped': 'left as it was',
  'fix.refused': 'refused: {reason}',
  'fix.stale': 'It has changed since it was shown, so nothing was written. Look again.',
  'fix.no-profile': 'No profile opens account {account}. Name one, or hand this on to whoever has it.',
  'fix.by-hand': 'Not by a call',
  'fix.nothing': 'There is nothing here that a call could mend.',
  'fix.dry': 'Nothing was written. With --apply you are asked about each change.',
  'fix.after': 'Read again after the changes',
} as const;
