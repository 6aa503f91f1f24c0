import type { ManagedPolicy } from './managed-policy.ts';

export const administratorAccess: ManagedPolicy = {
  name: 'AdministratorAccess',
  path: '/',
  description: 'Provides full access to AWS services and resources.',
  versionId: 'v1',
  createdAt: Date.UTC(2015, 1, 6, 18, 39, 46),
  updatedAt: Date.UTC(2015, 1, 6, 18, 39, 46),
  statements: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};
