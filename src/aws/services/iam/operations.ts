import type { OperationTable } from '../operation.ts';
import { createRole } from './create-role.ts';

export const iamOperations: OperationTable = {
  CreateRole: createRole,
};
