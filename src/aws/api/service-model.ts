import type { Protocol } from '../../messages/common.ts';

/** The services that this endpoint speaks, by the name in a signature's credential scope. */
export type ServiceName = 'backup' | 'kms' | 'organizations' | 'sts' | 'iam';

/** A service as its official model tells it: everything the three codecs need, and nothing else. */
export interface ServiceModel {
  readonly name: ServiceName;
  readonly protocol: Protocol;
  /** The API's version: what the query protocol's `Version` must say. */
  readonly version: string;
  /** What stands before the dot in `X-Amz-Target`. */
  readonly target: string;
  readonly xmlNamespace: string;
  readonly operations: Readonly<Record<string, OperationModel>>;
  readonly structures: Readonly<Record<string, StructureModel>>;
  readonly errors: Readonly<Record<string, ErrorModel>>;
}

export interface OperationModel {
  /** Of the rest-json protocol; the other two are `POST /`. */
  readonly method: string;
  /** Literal segments and `{Label}`s, perhaps with a literal query behind `?`. */
  readonly path: string;
  /** Of a success. */
  readonly status: number;
  /** Names of structures; absent where there are no members. */
  readonly input?: string;
  readonly output?: string;
}

export interface StructureModel {
  readonly required: readonly string[];
  readonly members: Readonly<Record<string, MemberModel>>;
}

export interface MemberModel {
  readonly type: ShapeType;
  /** Where the member travels; absent: in the body. */
  readonly in?: 'label' | 'query';
  /** Its name in the query string. */
  readonly name?: string;
  /** Its value is not repeated in error messages. */
  readonly sensitive?: true;
}

export type ShapeType =
  | 'string'
  | 'number'
  | 'boolean'
  | 'blob'
  | 'timestamp'
  | { readonly list: ShapeType }
  | { readonly map: ShapeType }
  | { readonly structure: string };

/**
 * How an error of the service is spelled. HTTP statuses stand in `messages/`. Backup's model gives one to ConflictException alone, since
 * the SDK 3.1092: 409, where the API reference still says 400 as of all of Backup's client errors. Whoever speaks it takes the
 * model's, which is the newer word.
 */
export interface ErrorModel {
  /** As it is spoken on the wire: the query protocol's shorter name where there is one. */
  readonly code: string;
  /** Of the member that carries the sentence: `Message` for some services, `message` for others. */
  readonly message: string;
}

/** What a value must satisfy beyond its type, by structure and member. */
export interface ServiceConstraints {
  readonly structures: Readonly<Record<string, Readonly<Record<string, Constraint>>>>;
}

export interface Constraint {
  /** Of the whole string, as AWS prints it. */
  readonly pattern?: string;
  /** Of a string, blob, list or map its length; of a number its value. */
  readonly min?: number;
  readonly max?: number;
  readonly enum?: readonly string[];
  readonly integer?: true;
  readonly member?: Constraint;
  readonly key?: Constraint;
  readonly value?: Constraint;
}
