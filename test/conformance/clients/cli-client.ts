import { execFile } from 'node:child_process';
import { type AwsClient, AwsError, REGION } from './client.ts';

const AWS = '/usr/bin/aws';

/** Debian's AWS CLI, one process a call, as a person or a script uses it. */
export function cliClient(endpoint: string): AwsClient {
  return {
    name: 'AWS CLI',
    knowsMessageCategory: false,
    call(as, service, operation, input = {}) {
      const args = [
        '--endpoint-url',
        endpoint,
        '--region',
        as.region ?? REGION,
        '--output',
        'json',
        '--no-cli-pager',
        '--no-paginate',
      ];
      const env = {
        PATH: '/usr/bin:/bin',
        HOME: '/nonexistent',
        AWS_ACCESS_KEY_ID: as.accessKeyId,
        AWS_SECRET_ACCESS_KEY: as.secretAccessKey,
        AWS_MAX_ATTEMPTS: '1',
        AWS_EC2_METADATA_DISABLED: 'true',
        ...(as.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: as.sessionToken }),
      };
      return new Promise((resolve, reject) => {
        execFile(
          AWS,
          [...args, service, kebab(operation), '--cli-input-json', JSON.stringify(input)],
          { env, maxBuffer: 16 * 1024 * 1024 },
          (error, stdout, stderr) => {
            if (error === null) return resolve(stdout.trim() === '' ? {} : JSON.parse(stdout));
            const match = /An error occurred \((\S+)\) when calling the \S+ operation(?: \([^)]*\))?: ([\s\S]*)/.exec(
              stderr,
            );
            reject(match === null ? new Error(stderr || error.message) : new AwsError(match[1]!, match[2]!.trim()));
          },
        );
      });
    },
    async close() {},
  };
}

const kebab = (operation: string): string =>
  operation
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
