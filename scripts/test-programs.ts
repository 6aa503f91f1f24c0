import { spawnSync } from 'node:child_process';

/** Debian packages whose programs the suites use, and what for. */
const PROGRAMS: ReadonlyArray<{
  readonly program: readonly string[];
  readonly debianPackages: readonly string[];
  readonly suite: string;
}> = [
  { program: ['/usr/bin/aws', '--version'], debianPackages: ['awscli'], suite: 'the walk with the AWS CLI' },
  {
    program: ['/usr/bin/python3', '-c', 'import boto3'],
    debianPackages: ['python3-boto3'],
    suite: 'the walk with boto3',
  },
  {
    program: ['/bin/sh', '-c', 'radosgw --version && ceph-mon --version && ceph-osd --version && ceph --version'],
    debianPackages: ['ceph-mon', 'ceph-osd', 'radosgw'],
    suite: 'blobs in buckets',
  },
];

const isThere = ({ program: [command, ...args] }: (typeof PROGRAMS)[number]): boolean =>
  spawnSync(command!, args, { stdio: 'ignore' }).status === 0;

/**
 * Installs what is missing where it may (root on a Debian machine), in one line said beforehand. Returns a line for each program that
 * is still missing: its suite is skipped, loudly.
 */
export function missingPrograms(): string[] {
  const missing = PROGRAMS.filter((entry) => !isThere(entry));
  if (missing.length === 0) return [];
  const packages = missing.flatMap(({ debianPackages }) => debianPackages);
  console.log(`Some suites need Debian packages that are missing here: ${packages.join(', ')}`);
  if (process.getuid?.() === 0) install(packages);
  return missing
    .filter((entry) => !isThere(entry))
    .map(({ debianPackages, suite }) => `${suite}. Install it with: apt-get install ${debianPackages.join(' ')}`);
}

function install(packages: readonly string[]): void {
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  console.log(`Installing them: apt-get install ${packages.join(' ')}`);
  if (spawnSync('apt-get', ['update', '-q'], options).error !== undefined) return;
  spawnSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], options);
}
