// Written by scripts/generate-api.ts from the service model in botocore 1.43.11, enums from the AWS SDK.
import type { ServiceConstraints } from '../service-model.ts';

export const stsConstraints: ServiceConstraints = {
  structures: {
    AssumeRoleRequest: {
      "RoleArn": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+","min":20,"max":2048},
      "RoleSessionName": {"pattern":"[\\w+=,.@-]*","min":2,"max":64},
      "Policy": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1},
      "DurationSeconds": {"min":900,"max":43200,"integer":true},
      "Tags": {"max":50},
      "TransitiveTagKeys": {"max":50,"member":{"pattern":"[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+","min":1,"max":128}},
      "ExternalId": {"pattern":"[\\w+=,.@:\\/-]*","min":2,"max":1224},
      "SerialNumber": {"pattern":"[\\w+=/:,.@-]*","min":9,"max":256},
      "TokenCode": {"pattern":"[\\d]*","min":6,"max":6},
      "SourceIdentity": {"pattern":"[\\w+=,.@-]*","min":2,"max":64},
      "ProvidedContexts": {"min":1,"max":5},
    },
    AssumeRoleWithSAMLRequest: {
      "RoleArn": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+","min":20,"max":2048},
      "PrincipalArn": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+","min":20,"max":2048},
      "SAMLAssertion": {"min":4,"max":100000},
      "Policy": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":2048},
      "DurationSeconds": {"min":900,"max":43200,"integer":true},
    },
    AssumeRoleWithWebIdentityRequest: {
      "RoleArn": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+","min":20,"max":2048},
      "RoleSessionName": {"pattern":"[\\w+=,.@-]*","min":2,"max":64},
      "WebIdentityToken": {"min":4,"max":20000},
      "ProviderId": {"min":4,"max":2048},
      "Policy": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":2048},
      "DurationSeconds": {"min":900,"max":43200,"integer":true},
    },
    AssumeRootRequest: {
      "TargetPrincipal": {"min":12,"max":2048},
      "DurationSeconds": {"min":0,"max":900,"integer":true},
    },
    DecodeAuthorizationMessageRequest: {
      "EncodedMessage": {"min":1,"max":10240},
    },
    GetAccessKeyInfoRequest: {
      "AccessKeyId": {"pattern":"[\\w]*","min":16,"max":128},
    },
    GetFederationTokenRequest: {
      "Name": {"pattern":"[\\w+=,.@-]*","min":2,"max":32},
      "Policy": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":2048},
      "DurationSeconds": {"min":900,"max":129600,"integer":true},
      "Tags": {"max":50},
    },
    GetSessionTokenRequest: {
      "DurationSeconds": {"min":900,"max":129600,"integer":true},
      "SerialNumber": {"pattern":"[\\w+=/:,.@-]*","min":9,"max":256},
      "TokenCode": {"pattern":"[\\d]*","min":6,"max":6},
    },
    GetWebIdentityTokenRequest: {
      "Audience": {"min":1,"max":10,"member":{"min":1,"max":1000}},
      "SigningAlgorithm": {"min":5,"max":5},
      "DurationSeconds": {"min":60,"max":3600,"integer":true},
      "Tags": {"max":50},
    },
    PolicyDescriptorType: {
      "arn": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+","min":20,"max":2048},
    },
    ProvidedContext: {
      "ProviderArn": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+","min":20,"max":2048},
      "ContextAssertion": {"min":4,"max":2048},
    },
    Tag: {
      "Key": {"pattern":"[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+","min":1,"max":128},
      "Value": {"pattern":"[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*","min":0,"max":256},
    },
  },
};
