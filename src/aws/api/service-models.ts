import { backup } from './generated/backup.ts';
import { backupConstraints } from './generated/constraints-backup.ts';
import { iamConstraints } from './generated/constraints-iam.ts';
import { kmsConstraints } from './generated/constraints-kms.ts';
import { organizationsConstraints } from './generated/constraints-organizations.ts';
import { stsConstraints } from './generated/constraints-sts.ts';
import { iam } from './generated/iam.ts';
import { kms } from './generated/kms.ts';
import { organizations } from './generated/organizations.ts';
import { sts } from './generated/sts.ts';
import type { ServiceConstraints, ServiceModel, ServiceName } from './service-model.ts';

/** The five services' tables, by name. */
export const serviceModels: Readonly<Record<ServiceName, ServiceModel>> = { backup, kms, organizations, sts, iam };

export const serviceConstraints: Readonly<Record<ServiceName, ServiceConstraints>> = {
  backup: backupConstraints,
  kms: kmsConstraints,
  organizations: organizationsConstraints,
  sts: stsConstraints,
  iam: iamConstraints,
};

export const isServiceName = (text: string): text is ServiceName => Object.hasOwn(serviceModels, text);
