/** The six parts of an ARN; Region and account are empty where AWS leaves them so (a bucket, a snapshot). */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** All behind the fifth colon, colons included. */
  readonly resource: string;
}

/** Returns nothing where the text is not `arn:partition:service:region:account:resource`. */
export function parseArn(text: string): Arn | undefined {
  const match = /^arn:([^:\s]+):([^:\s]+):([^:\s]*):([^:\s]*):(\S(?:.*\S)?)$/s.exec(text);
  if (!match) return undefined;
  const [, partition, service, region, account, resource] = match as unknown as string[];
  return { partition: partition!, service: service!, region: region!, account: account!, resource: resource! };
}

export function printArn({ partition, service, region, account, resource }: Arn): string {
  return `arn:${partition}:${service}:${region}:${account}:${resource}`;
}
