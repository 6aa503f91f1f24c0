import { noteDamaged } from './domain/damaged-packs.ts';
import { OpenDomain } from './domain/open-domain.ts';
import type { SetAsideRequest } from './engine.ts';

/** Notes packs that a verify has found damaged. Opening the domain proves that it is this one. */
export async function setAside({ domain, packs }: SetAsideRequest): Promise<void> {
  const opened = await OpenDomain.open(domain);
  try {
    for (const pack of packs) await noteDamaged(opened, pack);
  } finally {
    opened.close();
  }
}
