/** One foreign client of the AWS API: the SDK, the AWS CLI, boto3. The walk is written once and taken by each. */
export interface AwsClient {
  readonly name: string;
  /** Whether its model of the API is new enough for this member. */
  readonly knowsMessageCategory: boolean;
  /** Calls an operation by the model's names. Throws AwsError with the code and message as the client saw them. */
  call(as: Identity, service: Service, operation: string, input?: object): Promise<Answer>;
  close(): Promise<void>;
}

export type Service = 'backup' | 'kms' | 'organizations' | 'iam' | 'sts';

export interface Identity {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly region?: string;
}

// biome-ignore lint/suspicious/noExplicitAny: answers are what three different clients make of them
export type Answer = any;

export class AwsError extends Error {
  override readonly name = 'AwsError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export const REGION = 'eu-central-1';
