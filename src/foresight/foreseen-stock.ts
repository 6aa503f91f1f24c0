import type { PlanTarget } from '../jobs/plan-targets.ts';
import type { AppliedLifecycle } from '../model/lifecycle.ts';
import { estimateStorage, type GrowthOfResource, growthOf } from '../planning/estimate-storage.ts';
import { largestBackups, type PointOfResource, pointsOfResource } from '../storage/records/points-of-resource.ts';
import type { Records } from '../storage/records/records.ts';

/** What a vault will hold of a plan's resources. */
export interface ForeseenStock {
  readonly vaultArn: string;
  readonly points: number;
  /** Of them, those that are there already. */
  readonly pointsNow: number;
  /** Of them, those that will lie in cold storage. */
  readonly coldPoints: number;
  /** By what past backups added; nothing where a resource has none to learn from. */
  readonly estimatedBytes?: number;
  /** The part of `estimatedBytes` that will lie in cold storage. */
  readonly estimatedColdBytes?: number;
}

interface Lying {
  readonly createdAt: number;
  /** Nothing for one that stays warm. */
  readonly moveToColdAt: number | undefined;
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
      for (const { vault_arn, created_at, move_to_cold_at, delete_at } of points)
        book.#put(vault_arn, resource.arn, {
          createdAt: created_at,
          moveToColdAt: move_to_cold_at ?? undefined,
          deleteAt: delete_at ?? undefined,
          isThereNow: true,
        });
    }
    return book;
  }

  /** A point that will be made. */
  add(
    { resourceArn, at }: { readonly resourceArn: string; readonly at: number },
    { vaultArn, lifecycle }: { readonly vaultArn: string; readonly lifecycle: AppliedLifecycle },
  ): void {
    const { moveToColdAt, deleteAt } = lifecycle;
    this.#put(vaultArn, resourceArn, { createdAt: at, moveToColdAt, deleteAt, isThereNow: false });
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
      let [points, pointsNow, coldPoints] = [0, 0, 0];
      let bytes: { readonly warm: number; readonly cold: number } | undefined = { warm: 0, cold: 0 };
      for (const [resourceArn, all] of resources) {
        const living = all.filter(({ deleteAt }) => deleteAt === undefined || deleteAt > moment);
        const isCold = ({ moveToColdAt }: Lying): boolean => moveToColdAt !== undefined && moveToColdAt <= moment;
        const [cold, warm] = [living.filter(isCold), living.filter((point) => !isCold(point))];
        points += living.length;
        pointsNow += living.filter(({ isThereNow }) => isThereNow).length;
        coldPoints += cold.length;
        const growth = this.#growth.get(resourceArn);
        // The two classes share nothing: what both need lies in both.
        bytes = growth && bytes && { warm: bytes.warm + sizeOf(warm, growth), cold: bytes.cold + sizeOf(cold, growth) };
      }
      return { vaultArn, points, pointsNow, coldPoints, ...(bytes && toEstimates(bytes)) };
    });
  }
}

const sizeOf = (points: readonly Lying[], growth: GrowthOfResource): number =>
  estimateStorage(
    points.map(({ createdAt }) => createdAt),
    growth,
  );

function toEstimates({ warm, cold }: { readonly warm: number; readonly cold: number }) {
  return { estimatedBytes: Math.round(warm + cold), estimatedColdBytes: Math.round(cold) };
}

/** Copies tell nothing of how the resource grows. */
const toPastBackup = ({ created_at, bytes_transferred }: PointOfResource) =>
  bytes_transferred === null ? [] : [{ createdAt: created_at, addedBytes: bytes_transferred }];
