import { sign } from '../../aws/wire/sign.ts';
import type { SdkConfig } from './sdk-clients.ts';

export interface GetResourcesInput {
  readonly TagFilters?: readonly { readonly Key: string; readonly Values?: readonly string[] }[];
  readonly PaginationToken?: string;
}

export interface GetResourcesOutput {
  readonly PaginationToken?: string;
  readonly ResourceTagMappingList?: readonly {
    readonly ResourceARN?: string;
    readonly Tags?: readonly { readonly Key?: string; readonly Value?: string }[];
  }[];
}

/**
 * The one call of the Resource Groups Tagging API that the doctor makes; its SDK is not worth a package. Throws an error named as the SDK
 * would name it. https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html
 */
export async function getResources(
  input: GetResourcesInput,
  region: string,
  { endpointUrl, credentials, clock }: SdkConfig,
): Promise<GetResourcesOutput> {
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const url = endpointUrl ?? `https://tagging.${region}.${suffix}/`;
  const body = JSON.stringify(input);
  const { accessKeyId, secretAccessKey, sessionToken } = await (typeof credentials === 'function'
    ? credentials()
    : credentials);
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'ResourceGroupsTaggingAPI_20170126.GetResources',
  };
  const signed = sign(
    { method: 'POST', url, headers, body },
    { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) },
    { region, service: 'tagging', now: clock.now() },
  );
  const response = await fetch(url, { method: 'POST', headers: signed, body });
  const answer = (await response.json().catch(() => ({}))) as GetResourcesOutput & ErrorBody;
  if (response.ok) return answer;
  const { __type: type = 'UnknownError', message, Message } = answer;
  const error = new Error(message ?? Message ?? response.statusText);
  error.name = type.replace(/^.*#/, '');
  throw Object.assign(error, { $metadata: { httpStatusCode: response.status } });
}

interface ErrorBody {
  readonly __type?: string;
  readonly message?: string;
  readonly Message?: string;
}
