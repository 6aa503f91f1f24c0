import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Assembly } from '../../server/assemble.ts';
import { ensureAccount } from '../../storage/records/accounts.ts';
import { listResources, registerResource } from '../../storage/records/resources.ts';
import { CommandError, EXIT } from '../exit-codes.ts';

/** The ARN of the directory as a resource of the account: the one of the last run, so that a second run is an incremental backup. */
export async function findOrRegister(
  { records, random, clock }: Assembly,
  { source, account, region }: { source: string; account: string; region: string },
): Promise<string> {
  if (statSync(source, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new CommandError(EXIT.usage, `--source wants a directory; ${source} is none.`);
  }
  const url = pathToFileURL(source).href;
  return await records.write(async (db) => {
    const known = (await listResources(db, { account, region })).find((resource) => resource.source === url);
    if (known !== undefined) return known.arn;
    await ensureAccount(db, account, clock.now());
    const made = await registerResource(
      db,
      { account, region, type: 'EFS', name: 'demo', source: url, nature: 'directory' },
      { random, now: clock.now() },
    );
    if (made === undefined) throw new CommandError(EXIT.finding, 'the demo resource could not be registered');
    return made.arn;
  });
}
