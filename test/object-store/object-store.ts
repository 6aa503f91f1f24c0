import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { inject } from 'vitest';
import type { Credentials } from './rados-gateway.ts';

const PROGRAMS = ['ceph-mon', 'ceph-osd', 'ceph', 'radosgw', 'radosgw-admin', 'monmaptool'];

/** Whether this machine has the programs of the store; the runner says what is to be installed where it has not. */
export const hasObjectStore = PROGRAMS.every(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
);

/** A new bucket in the run's store, and who may use it. */
export interface TestBucket {
  readonly endpoint: string;
  readonly bucket: string;
  readonly credentials: Credentials;
  /** For `--blobs`; `through` stands before the store. */
  url(options?: { readonly prefix?: string; readonly through?: string; readonly more?: string }): string;
  /** For processes: nothing but these credentials. */
  readonly environment: Readonly<Record<string, string>>;
}

/** `bytesMax`: by a user of its own, who may keep no more. */
export async function newBucket({ bytesMax }: { bytesMax?: number } = {}): Promise<TestBucket> {
  const { endpoint, accessKeyId, secretAccessKey } = await ask<{ endpoint: string } & Credentials>('/');
  const credentials =
    bytesMax === undefined ? { accessKeyId, secretAccessKey } : await ask<Credentials>(`/users?bytesMax=${bytesMax}`);
  const bucket = `crossvault-${randomBytes(6).toString('hex')}`;
  const client = new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, credentials });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  client.destroy();
  return {
    endpoint,
    bucket,
    credentials,
    url: ({ prefix = 'vaults', through = endpoint, more = '' } = {}) =>
      `s3://${bucket}/${prefix}?endpoint=${encodeURIComponent(through)}${more}`,
    environment: {
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_EC2_METADATA_DISABLED: 'true',
    },
  };
}

/** Sets the credentials for what this process opens; returns what takes them back. */
export function useCredentials({ environment }: Pick<TestBucket, 'environment'>): () => void {
  const before = Object.keys(environment).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, environment);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}

async function ask<Answer>(route: string): Promise<Answer> {
  const response = await fetch(`${inject('objectStoreKeeper')}${route}`);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Answer;
}
