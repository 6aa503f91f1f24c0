import type { PlanTarget } from '../jobs/plan-targets.ts';
import { estimateStorage, type GrowthOfResource, growthOf } from '../planning/estimate-storage.ts';
import { largestBackups, type PointOfResource, pointsOfResource } from '../storage/records/points-of-resource.ts';
import type { Records } from '../storage/records/records.ts';

/** What a vault will hold of a plan's resources. */
export interface ForeseenStock {
  readonly vaultArn: string;
  readonly points: number;
  /** Of them, those that are there already. */
  readonly pointsNow: number;
  /** By what past backups added; nothing where a resource has none to learn from. */
  readonly estimatedBytes?: number;
}

interface Lying {
  readonly createdAt: number;
  /** Nothing for one that stays for ever. */
  readonly deleteAt: number | undefined;
  readonly isThereNow: boolean;
}

/** Keeps count of the points that there are and that are to come, by vault and resource. */
export class StockBook {
  readonly #growth = new Map<string, GrowthOfResource | undefined>();
  /** By vault, then by resource. */
  readonly #lying = new Map<string, Map<string, Lying[]>>();

  /** With what the plan's resources have today, in all vaults. */
  static async open(
    records: Records,
    targets: readonly PlanTarget[],
    place: { readonly account: string; readonly region: string },
  ): Promise<StockBook> {
    const book = new StockBook();
    const largest = await records.read((db) => largestBackups(db, place));
    for (const { resource } of targets) {
      const points = await records.read((db) => pointsOfResource(db, resource.arn));
      book.#growth.set(resource.arn, growthOf(points.flatMap(toPastBackup), largest.get(resource.arn)));
      for (const { vault_arn, created_at, delete_at } of points)
        book.#put(vault_arn, resource.arn, {
          createdAt: created_at,
          deleteAt: delete_at ?? undefined,
          isThereNow: true,
        });
    }
    return book;
  }

  /** A point that will be made. */
  add(
    { resourceArn, at }: { readonly resourceArn: string; readonly at: number },
    { vaultArn, lifecycle }: { readonly vaultArn: string; readonly lifecycle: { readonly deleteAt?: number } },
  ): void {
    this.#put(vaultArn, resourceArn, { createdAt: at, deleteAt: lifecycle.deleteAt, isThereNow: false });
  }

  #put(vaultArn: string, resourceArn: string, point: Lying): void {
    const vault = this.#lying.get(vaultArn) ?? new Map<string, Lying[]>();
    this.#lying.set(vaultArn, vault);
    const points = vault.get(resourceArn) ?? [];
    vault.set(resourceArn, points);
    points.push(point);
  }

  /** What lies in each vault at a moment. */
  at(moment: number): readonly ForeseenStock[] {
    return [...this.#lying].map(([vaultArn, resources]) => {
      let [points, pointsNow] = [0, 0];
      let bytes: number | undefined = 0;
      for (const [resourceArn, all] of resources) {
        const living = all.filter(({ deleteAt }) => deleteAt === undefined || deleteAt > moment);
        points += living.length;
        pointsNow += living.filter(({ isThereNow }) => isThereNow).length;
        const growth = this.#growth.get(resourceArn);
        const estimate =
          growth &&
          estimateStorage(
            living.map(({ createdAt }) => createdAt),
            growth,
          );
        bytes = bytes === undefined || estimate === undefined ? undefined : bytes + estimate;
      }
      return { vaultArn, points, pointsNow, ...(bytes === undefined ? {} : { estimatedBytes: Math.round(bytes) }) };
    });
  }
}

/** Copies tell nothing of how the resource grows. */
const toPastBackup = ({ created_at, bytes_transferred }: PointOfResource) =>
  bytes_transferred === null ? [] : [{ createdAt: created_at, addedBytes: bytes_transferred }];
