import type { Actor } from '../decision/requirement.ts';
import type { Page } from './page.ts';

/** Who has to act, as a heading says it: `Destination account 444455556666`. */
export function actorName(page: Pick<Page, 'say'>, { side, account }: Actor): string {
  if (side === 'nobody') return page.say('report.nobody');
  const name = page.say(`side.${side}`);
  const words =
    account === undefined
      ? page.say('report.account-unnamed', { side: name })
      : page.say('report.account', { side: name, account });
  return words.charAt(0).toUpperCase() + words.slice(1);
}
