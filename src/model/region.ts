import type { Brand } from '../util/brand.ts';

/** A Region's name, such as `eu-central-1`. */
export type Region = Brand<string, 'Region'>;

const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

export const isRegion = (text: string): text is Region => REGION.test(text) && text.length <= 32;

export type Partition = 'aws' | 'aws-cn' | 'aws-us-gov' | 'aws-eusc';

/** The partition a Region belongs to. Nothing is copied across partitions. */
export function partitionOf(region: string): Partition {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  if (region.startsWith('eusc-')) return 'aws-eusc';
  return 'aws';
}
