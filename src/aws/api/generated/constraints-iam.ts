// Written by scripts/generate-api.ts from the service model in botocore 1.43.11, enums from the AWS SDK.
import type { ServiceConstraints } from '../service-model.ts';

export const iamConstraints: ServiceConstraints = {
  structures: {
    AcceptDelegationRequestRequest: {
      "DelegationRequestId": {"pattern":"[\\w-]+","min":16,"max":128},
    },
    AddClientIDToOpenIDConnectProviderRequest: {
      "OpenIDConnectProviderArn": {"min":20,"max":2048},
      "ClientID": {"min":1,"max":255},
    },
    AddRoleToInstanceProfileRequest: {
      "InstanceProfileName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
    },
    AddUserToGroupRequest: {
      "GroupName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    AssociateDelegationRequestRequest: {
      "DelegationRequestId": {"pattern":"[\\w-]+","min":16,"max":128},
    },
    AttachGroupPolicyRequest: {
      "GroupName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "PolicyArn": {"min":20,"max":2048},
    },
    AttachRolePolicyRequest: {
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "PolicyArn": {"min":20,"max":2048},
    },
    AttachUserPolicyRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "PolicyArn": {"min":20,"max":2048},
    },
    ChangePasswordRequest: {
      "OldPassword": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":128},
      "NewPassword": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":128},
    },
    ContextEntry: {
      "ContextKeyName": {"min":5,"max":256},
      "ContextKeyType": {"enum":["binary","binaryList","boolean","booleanList","date","dateList","ip","ipList","numeric","numericList","string","stringList"]},
    },
    CreateAccessKeyRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    CreateAccountAliasRequest: {
      "AccountAlias": {"pattern":"^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$","min":3,"max":63},
    },
    CreateDelegationRequestRequest: {
      "Description": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*","max":1000},
      "RequestorWorkflowId": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]+","min":5,"max":400},
      "NotificationChannel": {"pattern":"^[a-zA-Z0-9:_.-]+$","min":2,"max":400},
      "SessionDuration": {"min":300,"max":43200,"integer":true},
      "OwnerAccountId": {"pattern":"\\d{12}"},
      "RequestMessage": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*","max":200},
      "RedirectUrl": {"pattern":"^http(s?)://[a-zA-Z0-9._/-]*(\\?[a-zA-Z0-9._=&-]*)?(#[a-zA-Z0-9._/-]*)?$","min":1,"max":255},
    },
    CreateGroupRequest: {
      "GroupName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "Path": {"pattern":"(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)","min":1,"max":512},
    },
    CreateInstanceProfileRequest: {
      "InstanceProfileName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "Path": {"pattern":"(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)","min":1,"max":512},
      "Tags": {"max":50},
    },
    CreateLoginProfileRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "Password": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":128},
    },
    CreateOpenIDConnectProviderRequest: {
      "Url": {"min":1,"max":255},
      "ClientIDList": {"member":{"min":1,"max":255}},
      "ThumbprintList": {"member":{"min":40,"max":40}},
      "Tags": {"max":50},
    },
    CreatePolicyRequest: {
      "PolicyName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "PolicyDocument": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":131072},
      "Path": {"pattern":"((/[A-Za-z0-9\\.,\\+@=_-]+)*)/","min":1,"max":512},
      "Description": {"max":1000},
      "Tags": {"max":50},
    },
    CreatePolicyVersionRequest: {
      "PolicyArn": {"min":20,"max":2048},
      "PolicyDocument": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":131072},
    },
    CreateRoleRequest: {
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "AssumeRolePolicyDocument": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":131072},
      "Path": {"pattern":"(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)","min":1,"max":512},
      "Description": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*","max":1000},
      "MaxSessionDuration": {"min":3600,"max":43200,"integer":true},
      "PermissionsBoundary": {"min":20,"max":2048},
      "Tags": {"max":50},
    },
    CreateSAMLProviderRequest: {
      "SAMLMetadataDocument": {"min":1000,"max":10000000},
      "Name": {"pattern":"[\\w._-]+","min":1,"max":128},
      "Tags": {"max":50},
      "AssertionEncryptionMode": {"enum":["Required","Allowed"]},
      "AddPrivateKey": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":16384},
    },
    CreateServiceLinkedRoleRequest: {
      "AWSServiceName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "Description": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*","max":1000},
      "CustomSuffix": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
    },
    CreateServiceSpecificCredentialRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "CredentialAgeDays": {"min":1,"max":36600,"integer":true},
    },
    CreateUserRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "Path": {"pattern":"(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)","min":1,"max":512},
      "PermissionsBoundary": {"min":20,"max":2048},
      "Tags": {"max":50},
    },
    CreateVirtualMFADeviceRequest: {
      "VirtualMFADeviceName": {"pattern":"[\\w+=,.@-]+","min":1},
      "Path": {"pattern":"(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)","min":1,"max":512},
      "Tags": {"max":50},
    },
    DeactivateMFADeviceRequest: {
      "SerialNumber": {"pattern":"[\\w+=/:,.@-]+","min":9,"max":256},
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    DelegationPermission: {
      "PolicyTemplateArn": {"min":20,"max":2048},
      "Parameters": {"max":50},
    },
    DeleteAccessKeyRequest: {
      "AccessKeyId": {"pattern":"[\\w]+","min":16,"max":128},
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    DeleteAccountAliasRequest: {
      "AccountAlias": {"pattern":"^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$","min":3,"max":63},
    },
    DeleteGroupPolicyRequest: {
      "GroupName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "PolicyName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    DeleteGroupRequest: {
      "GroupName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    DeleteInstanceProfileRequest: {
      "InstanceProfileName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    DeleteLoginProfileRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
    },
    DeleteOpenIDConnectProviderRequest: {
      "OpenIDConnectProviderArn": {"min":20,"max":2048},
    },
    DeletePolicyRequest: {
      "PolicyArn": {"min":20,"max":2048},
    },
    DeletePolicyVersionRequest: {
      "PolicyArn": {"min":20,"max":2048},
      "VersionId": {"pattern":"v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?"},
    },
    DeleteRolePermissionsBoundaryRequest: {
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
    },
    DeleteRolePolicyRequest: {
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "PolicyName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    DeleteRoleRequest: {
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
    },
    DeleteSAMLProviderRequest: {
      "SAMLProviderArn": {"min":20,"max":2048},
    },
    DeleteSSHPublicKeyRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "SSHPublicKeyId": {"pattern":"[\\w]+","min":20,"max":128},
    },
    DeleteServerCertificateRequest: {
      "ServerCertificateName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    DeleteServiceLinkedRoleRequest: {
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
    },
    DeleteServiceSpecificCredentialRequest: {
      "ServiceSpecificCredentialId": {"pattern":"[\\w]+","min":20,"max":128},
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
    },
    DeleteSigningCertificateRequest: {
      "CertificateId": {"pattern":"[\\w]+","min":24,"max":128},
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    DeleteUserPermissionsBoundaryRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
    },
    DeleteUserPolicyRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "PolicyName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    DeleteUserRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    DeleteVirtualMFADeviceRequest: {
      "SerialNumber": {"pattern":"[\\w+=/:,.@-]+","min":9,"max":256},
    },
    DetachGroupPolicyRequest: {
      "GroupName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "PolicyArn": {"min":20,"max":2048},
    },
    DetachRolePolicyRequest: {
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "PolicyArn": {"min":20,"max":2048},
    },
    DetachUserPolicyRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "PolicyArn": {"min":20,"max":2048},
    },
    EnableMFADeviceRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "SerialNumber": {"pattern":"[\\w+=/:,.@-]+","min":9,"max":256},
      "AuthenticationCode1": {"pattern":"[\\d]+","min":6,"max":6},
      "AuthenticationCode2": {"pattern":"[\\d]+","min":6,"max":6},
    },
    GenerateOrganizationsAccessReportRequest: {
      "EntityPath": {"pattern":"^o-[0-9a-z]{10,32}\\/r-[0-9a-z]{4,32}[0-9a-z-\\/]*","min":19,"max":427},
      "OrganizationsPolicyId": {"pattern":"^p-[0-9a-zA-Z_]{8,128}$"},
    },
    GenerateServiceLastAccessedDetailsRequest: {
      "Arn": {"min":20,"max":2048},
      "Granularity": {"enum":["ACTION_LEVEL","SERVICE_LEVEL"]},
    },
    GetAccessKeyLastUsedRequest: {
      "AccessKeyId": {"pattern":"[\\w]+","min":16,"max":128},
    },
    GetAccountAuthorizationDetailsRequest: {
      "Filter": {"member":{"enum":["AWSManagedPolicy","Group","LocalManagedPolicy","Role","User"]}},
      "MaxItems": {"min":1,"max":1000,"integer":true},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
    },
    GetContextKeysForCustomPolicyRequest: {
      "PolicyInputList": {"member":{"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":131072}},
    },
    GetContextKeysForPrincipalPolicyRequest: {
      "PolicySourceArn": {"min":20,"max":2048},
      "PolicyInputList": {"member":{"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":131072}},
    },
    GetDelegationRequestRequest: {
      "DelegationRequestId": {"pattern":"[\\w-]+","min":16,"max":128},
    },
    GetGroupPolicyRequest: {
      "GroupName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "PolicyName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    GetGroupRequest: {
      "GroupName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    GetHumanReadableSummaryRequest: {
      "EntityArn": {"min":20,"max":2048},
      "Locale": {"min":2,"max":12},
    },
    GetInstanceProfileRequest: {
      "InstanceProfileName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    GetLoginProfileRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
    },
    GetMFADeviceRequest: {
      "SerialNumber": {"pattern":"[\\w+=/:,.@-]+","min":9,"max":256},
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
    },
    GetOpenIDConnectProviderRequest: {
      "OpenIDConnectProviderArn": {"min":20,"max":2048},
    },
    GetOrganizationsAccessReportRequest: {
      "JobId": {"min":36,"max":36},
      "MaxItems": {"min":1,"max":1000,"integer":true},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "SortKey": {"enum":["SERVICE_NAMESPACE_ASCENDING","SERVICE_NAMESPACE_DESCENDING","LAST_AUTHENTICATED_TIME_ASCENDING","LAST_AUTHENTICATED_TIME_DESCENDING"]},
    },
    GetPolicyRequest: {
      "PolicyArn": {"min":20,"max":2048},
    },
    GetPolicyVersionRequest: {
      "PolicyArn": {"min":20,"max":2048},
      "VersionId": {"pattern":"v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?"},
    },
    GetRolePolicyRequest: {
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "PolicyName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    GetRoleRequest: {
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
    },
    GetSAMLProviderRequest: {
      "SAMLProviderArn": {"min":20,"max":2048},
    },
    GetSSHPublicKeyRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "SSHPublicKeyId": {"pattern":"[\\w]+","min":20,"max":128},
      "Encoding": {"enum":["SSH","PEM"]},
    },
    GetServerCertificateRequest: {
      "ServerCertificateName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    GetServiceLastAccessedDetailsRequest: {
      "JobId": {"min":36,"max":36},
      "MaxItems": {"min":1,"max":1000,"integer":true},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
    },
    GetServiceLastAccessedDetailsWithEntitiesRequest: {
      "JobId": {"min":36,"max":36},
      "ServiceNamespace": {"pattern":"[\\w-]*","min":1,"max":64},
      "MaxItems": {"min":1,"max":1000,"integer":true},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
    },
    GetServiceLinkedRoleDeletionStatusRequest: {
      "DeletionTaskId": {"min":1,"max":1000},
    },
    GetUserPolicyRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "PolicyName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    GetUserRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    ListAccessKeysRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListAccountAliasesRequest: {
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListAttachedGroupPoliciesRequest: {
      "GroupName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "PathPrefix": {"pattern":"((/[A-Za-z0-9\\.,\\+@=_-]+)*)/","min":1,"max":512},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListAttachedRolePoliciesRequest: {
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "PathPrefix": {"pattern":"((/[A-Za-z0-9\\.,\\+@=_-]+)*)/","min":1,"max":512},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListAttachedUserPoliciesRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "PathPrefix": {"pattern":"((/[A-Za-z0-9\\.,\\+@=_-]+)*)/","min":1,"max":512},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListDelegationRequestsRequest: {
      "OwnerId": {"pattern":"^[a-zA-Z0-9:/+=,.@_-]+$","min":20,"max":2048},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListEntitiesForPolicyRequest: {
      "PolicyArn": {"min":20,"max":2048},
      "EntityFilter": {"enum":["AWSManagedPolicy","Group","LocalManagedPolicy","Role","User"]},
      "PathPrefix": {"pattern":"(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)","min":1,"max":512},
      "PolicyUsageFilter": {"enum":["PermissionsBoundary","PermissionsPolicy"]},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListGroupPoliciesRequest: {
      "GroupName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListGroupsForUserRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListGroupsRequest: {
      "PathPrefix": {"pattern":"\\u002F[\\u0021-\\u007F]*","min":1,"max":512},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListInstanceProfileTagsRequest: {
      "InstanceProfileName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListInstanceProfilesForRoleRequest: {
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListInstanceProfilesRequest: {
      "PathPrefix": {"pattern":"\\u002F[\\u0021-\\u007F]*","min":1,"max":512},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListMFADeviceTagsRequest: {
      "SerialNumber": {"pattern":"[\\w+=/:,.@-]+","min":9,"max":256},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListMFADevicesRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListOpenIDConnectProviderTagsRequest: {
      "OpenIDConnectProviderArn": {"min":20,"max":2048},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListPoliciesGrantingServiceAccessRequest: {
      "Arn": {"min":20,"max":2048},
      "ServiceNamespaces": {"min":1,"max":200,"member":{"pattern":"[\\w-]*","min":1,"max":64}},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
    },
    ListPoliciesRequest: {
      "Scope": {"enum":["All","AWS","Local"]},
      "PathPrefix": {"pattern":"((/[A-Za-z0-9\\.,\\+@=_-]+)*)/","min":1,"max":512},
      "PolicyUsageFilter": {"enum":["PermissionsBoundary","PermissionsPolicy"]},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListPolicyTagsRequest: {
      "PolicyArn": {"min":20,"max":2048},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListPolicyVersionsRequest: {
      "PolicyArn": {"min":20,"max":2048},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListRolePoliciesRequest: {
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListRoleTagsRequest: {
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListRolesRequest: {
      "PathPrefix": {"pattern":"\\u002F[\\u0021-\\u007F]*","min":1,"max":512},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListSAMLProviderTagsRequest: {
      "SAMLProviderArn": {"min":20,"max":2048},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListSSHPublicKeysRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListServerCertificateTagsRequest: {
      "ServerCertificateName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListServerCertificatesRequest: {
      "PathPrefix": {"pattern":"\\u002F[\\u0021-\\u007F]*","min":1,"max":512},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListServiceSpecificCredentialsRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListSigningCertificatesRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListUserPoliciesRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListUserTagsRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListUsersRequest: {
      "PathPrefix": {"pattern":"\\u002F[\\u0021-\\u007F]*","min":1,"max":512},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    ListVirtualMFADevicesRequest: {
      "AssignmentStatus": {"enum":["Assigned","Unassigned","Any"]},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
      "MaxItems": {"min":1,"max":1000,"integer":true},
    },
    PolicyParameter: {
      "Name": {"pattern":"[ -~]+","min":5,"max":256},
      "Values": {"member":{"pattern":"[ -~]+"}},
      "Type": {"enum":["string","stringList"]},
    },
    PutGroupPolicyRequest: {
      "GroupName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "PolicyName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "PolicyDocument": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":131072},
    },
    PutRolePermissionsBoundaryRequest: {
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "PermissionsBoundary": {"min":20,"max":2048},
    },
    PutRolePolicyRequest: {
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "PolicyName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "PolicyDocument": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":131072},
    },
    PutUserPermissionsBoundaryRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "PermissionsBoundary": {"min":20,"max":2048},
    },
    PutUserPolicyRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "PolicyName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "PolicyDocument": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":131072},
    },
    RejectDelegationRequestRequest: {
      "DelegationRequestId": {"pattern":"[\\w-]+","min":16,"max":128},
      "Notes": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*","max":500},
    },
    RemoveClientIDFromOpenIDConnectProviderRequest: {
      "OpenIDConnectProviderArn": {"min":20,"max":2048},
      "ClientID": {"min":1,"max":255},
    },
    RemoveRoleFromInstanceProfileRequest: {
      "InstanceProfileName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
    },
    RemoveUserFromGroupRequest: {
      "GroupName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    ResetServiceSpecificCredentialRequest: {
      "ServiceSpecificCredentialId": {"pattern":"[\\w]+","min":20,"max":128},
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
    },
    ResyncMFADeviceRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "SerialNumber": {"pattern":"[\\w+=/:,.@-]+","min":9,"max":256},
      "AuthenticationCode1": {"pattern":"[\\d]+","min":6,"max":6},
      "AuthenticationCode2": {"pattern":"[\\d]+","min":6,"max":6},
    },
    SendDelegationTokenRequest: {
      "DelegationRequestId": {"pattern":"[\\w-]+","min":16,"max":128},
    },
    SetDefaultPolicyVersionRequest: {
      "PolicyArn": {"min":20,"max":2048},
      "VersionId": {"pattern":"v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?"},
    },
    SetSecurityTokenServicePreferencesRequest: {
      "GlobalEndpointTokenVersion": {"enum":["v1Token","v2Token"]},
    },
    SimulateCustomPolicyRequest: {
      "PolicyInputList": {"member":{"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":131072}},
      "ActionNames": {"member":{"min":3,"max":128}},
      "PermissionsBoundaryPolicyInputList": {"member":{"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":131072}},
      "ResourceArns": {"member":{"min":1,"max":2048}},
      "ResourcePolicy": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":131072},
      "ResourceOwner": {"min":1,"max":2048},
      "CallerArn": {"min":1,"max":2048},
      "ResourceHandlingOption": {"min":1,"max":64},
      "MaxItems": {"min":1,"max":1000,"integer":true},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
    },
    SimulatePrincipalPolicyRequest: {
      "PolicySourceArn": {"min":20,"max":2048},
      "ActionNames": {"member":{"min":3,"max":128}},
      "PolicyInputList": {"member":{"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":131072}},
      "PermissionsBoundaryPolicyInputList": {"member":{"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":131072}},
      "ResourceArns": {"member":{"min":1,"max":2048}},
      "ResourcePolicy": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":131072},
      "ResourceOwner": {"min":1,"max":2048},
      "CallerArn": {"min":1,"max":2048},
      "ResourceHandlingOption": {"min":1,"max":64},
      "MaxItems": {"min":1,"max":1000,"integer":true},
      "Marker": {"pattern":"[\\u0020-\\u00FF]+","min":1,"max":320},
    },
    Tag: {
      "Key": {"pattern":"[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+","min":1,"max":128},
      "Value": {"pattern":"[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*","min":0,"max":256},
    },
    TagInstanceProfileRequest: {
      "InstanceProfileName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "Tags": {"max":50},
    },
    TagMFADeviceRequest: {
      "SerialNumber": {"pattern":"[\\w+=/:,.@-]+","min":9,"max":256},
      "Tags": {"max":50},
    },
    TagOpenIDConnectProviderRequest: {
      "OpenIDConnectProviderArn": {"min":20,"max":2048},
      "Tags": {"max":50},
    },
    TagPolicyRequest: {
      "PolicyArn": {"min":20,"max":2048},
      "Tags": {"max":50},
    },
    TagRoleRequest: {
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "Tags": {"max":50},
    },
    TagSAMLProviderRequest: {
      "SAMLProviderArn": {"min":20,"max":2048},
      "Tags": {"max":50},
    },
    TagServerCertificateRequest: {
      "ServerCertificateName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "Tags": {"max":50},
    },
    TagUserRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "Tags": {"max":50},
    },
    UntagInstanceProfileRequest: {
      "InstanceProfileName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "TagKeys": {"max":50,"member":{"pattern":"[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+","min":1,"max":128}},
    },
    UntagMFADeviceRequest: {
      "SerialNumber": {"pattern":"[\\w+=/:,.@-]+","min":9,"max":256},
      "TagKeys": {"max":50,"member":{"pattern":"[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+","min":1,"max":128}},
    },
    UntagOpenIDConnectProviderRequest: {
      "OpenIDConnectProviderArn": {"min":20,"max":2048},
      "TagKeys": {"max":50,"member":{"pattern":"[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+","min":1,"max":128}},
    },
    UntagPolicyRequest: {
      "PolicyArn": {"min":20,"max":2048},
      "TagKeys": {"max":50,"member":{"pattern":"[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+","min":1,"max":128}},
    },
    UntagRoleRequest: {
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "TagKeys": {"max":50,"member":{"pattern":"[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+","min":1,"max":128}},
    },
    UntagSAMLProviderRequest: {
      "SAMLProviderArn": {"min":20,"max":2048},
      "TagKeys": {"max":50,"member":{"pattern":"[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+","min":1,"max":128}},
    },
    UntagServerCertificateRequest: {
      "ServerCertificateName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "TagKeys": {"max":50,"member":{"pattern":"[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+","min":1,"max":128}},
    },
    UntagUserRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "TagKeys": {"max":50,"member":{"pattern":"[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+","min":1,"max":128}},
    },
    UpdateAccessKeyRequest: {
      "AccessKeyId": {"pattern":"[\\w]+","min":16,"max":128},
      "Status": {"enum":["Active","Inactive","Expired"]},
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    UpdateAccountPasswordPolicyRequest: {
      "MinimumPasswordLength": {"min":6,"max":128,"integer":true},
      "MaxPasswordAge": {"min":1,"max":1095,"integer":true},
      "PasswordReusePrevention": {"min":1,"max":24,"integer":true},
    },
    UpdateAssumeRolePolicyRequest: {
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "PolicyDocument": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":131072},
    },
    UpdateDelegationRequestRequest: {
      "DelegationRequestId": {"pattern":"[\\w-]+","min":16,"max":128},
      "Notes": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*","max":500},
    },
    UpdateGroupRequest: {
      "GroupName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "NewPath": {"pattern":"(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)","min":1,"max":512},
      "NewGroupName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    UpdateLoginProfileRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "Password": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":128},
    },
    UpdateOpenIDConnectProviderThumbprintRequest: {
      "OpenIDConnectProviderArn": {"min":20,"max":2048},
      "ThumbprintList": {"member":{"min":40,"max":40}},
    },
    UpdateRoleDescriptionRequest: {
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "Description": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*","max":1000},
    },
    UpdateRoleRequest: {
      "RoleName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "Description": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*","max":1000},
      "MaxSessionDuration": {"min":3600,"max":43200,"integer":true},
    },
    UpdateSAMLProviderRequest: {
      "SAMLProviderArn": {"min":20,"max":2048},
      "SAMLMetadataDocument": {"min":1000,"max":10000000},
      "AssertionEncryptionMode": {"enum":["Required","Allowed"]},
      "AddPrivateKey": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":16384},
      "RemovePrivateKey": {"pattern":"[A-Z0-9]+","min":22,"max":64},
    },
    UpdateSSHPublicKeyRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "SSHPublicKeyId": {"pattern":"[\\w]+","min":20,"max":128},
      "Status": {"enum":["Active","Inactive","Expired"]},
    },
    UpdateServerCertificateRequest: {
      "ServerCertificateName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "NewPath": {"pattern":"(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)","min":1,"max":512},
      "NewServerCertificateName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    UpdateServiceSpecificCredentialRequest: {
      "ServiceSpecificCredentialId": {"pattern":"[\\w]+","min":20,"max":128},
      "Status": {"enum":["Active","Inactive","Expired"]},
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
    },
    UpdateSigningCertificateRequest: {
      "CertificateId": {"pattern":"[\\w]+","min":24,"max":128},
      "Status": {"enum":["Active","Inactive","Expired"]},
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
    UpdateUserRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "NewPath": {"pattern":"(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)","min":1,"max":512},
      "NewUserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
    },
    UploadSSHPublicKeyRequest: {
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":64},
      "SSHPublicKeyBody": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":16384},
    },
    UploadServerCertificateRequest: {
      "ServerCertificateName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
      "CertificateBody": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":16384},
      "PrivateKey": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":16384},
      "Path": {"pattern":"(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)","min":1,"max":512},
      "CertificateChain": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":2097152},
      "Tags": {"max":50},
    },
    UploadSigningCertificateRequest: {
      "CertificateBody": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":16384},
      "UserName": {"pattern":"[\\w+=,.@-]+","min":1,"max":128},
    },
  },
};
