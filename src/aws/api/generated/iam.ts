// Written by scripts/generate-api.ts from the schemas of the AWS SDK. Not edited by hand.
import type { ServiceModel } from '../service-model.ts';

export const iam: ServiceModel = {
  name: "iam",
  protocol: "query",
  version: "2010-05-08",
  target: "AWSIdentityManagementV20100508",
  xmlNamespace: "https://iam.amazonaws.com/doc/2010-05-08/",
  operations: {
    AcceptDelegationRequest: {"method":"POST","path":"/","status":200,"input":"AcceptDelegationRequestRequest"},
    AcquireRole: {"method":"POST","path":"/","status":200,"input":"AcquireRoleRequest","output":"AcquireRoleResponse"},
    AddClientIDToOpenIDConnectProvider: {"method":"POST","path":"/","status":200,"input":"AddClientIDToOpenIDConnectProviderRequest"},
    AddRoleToInstanceProfile: {"method":"POST","path":"/","status":200,"input":"AddRoleToInstanceProfileRequest"},
    AddUserToGroup: {"method":"POST","path":"/","status":200,"input":"AddUserToGroupRequest"},
    AssociateDelegationRequest: {"method":"POST","path":"/","status":200,"input":"AssociateDelegationRequestRequest"},
    AttachGroupPolicy: {"method":"POST","path":"/","status":200,"input":"AttachGroupPolicyRequest"},
    AttachRolePolicy: {"method":"POST","path":"/","status":200,"input":"AttachRolePolicyRequest"},
    AttachUserPolicy: {"method":"POST","path":"/","status":200,"input":"AttachUserPolicyRequest"},
    ChangePassword: {"method":"POST","path":"/","status":200,"input":"ChangePasswordRequest"},
    CreateAccessKey: {"method":"POST","path":"/","status":200,"input":"CreateAccessKeyRequest","output":"CreateAccessKeyResponse"},
    CreateAccountAlias: {"method":"POST","path":"/","status":200,"input":"CreateAccountAliasRequest"},
    CreateDelegationRequest: {"method":"POST","path":"/","status":200,"input":"CreateDelegationRequestRequest","output":"CreateDelegationRequestResponse"},
    CreateGroup: {"method":"POST","path":"/","status":200,"input":"CreateGroupRequest","output":"CreateGroupResponse"},
    CreateInstanceProfile: {"method":"POST","path":"/","status":200,"input":"CreateInstanceProfileRequest","output":"CreateInstanceProfileResponse"},
    CreateLoginProfile: {"method":"POST","path":"/","status":200,"input":"CreateLoginProfileRequest","output":"CreateLoginProfileResponse"},
    CreateOpenIDConnectProvider: {"method":"POST","path":"/","status":200,"input":"CreateOpenIDConnectProviderRequest","output":"CreateOpenIDConnectProviderResponse"},
    CreatePolicy: {"method":"POST","path":"/","status":200,"input":"CreatePolicyRequest","output":"CreatePolicyResponse"},
    CreatePolicyVersion: {"method":"POST","path":"/","status":200,"input":"CreatePolicyVersionRequest","output":"CreatePolicyVersionResponse"},
    CreateRole: {"method":"POST","path":"/","status":200,"input":"CreateRoleRequest","output":"CreateRoleResponse"},
    CreateSAMLProvider: {"method":"POST","path":"/","status":200,"input":"CreateSAMLProviderRequest","output":"CreateSAMLProviderResponse"},
    CreateServiceLinkedRole: {"method":"POST","path":"/","status":200,"input":"CreateServiceLinkedRoleRequest","output":"CreateServiceLinkedRoleResponse"},
    CreateServiceSpecificCredential: {"method":"POST","path":"/","status":200,"input":"CreateServiceSpecificCredentialRequest","output":"CreateServiceSpecificCredentialResponse"},
    CreateUser: {"method":"POST","path":"/","status":200,"input":"CreateUserRequest","output":"CreateUserResponse"},
    CreateVirtualMFADevice: {"method":"POST","path":"/","status":200,"input":"CreateVirtualMFADeviceRequest","output":"CreateVirtualMFADeviceResponse"},
    DeactivateMFADevice: {"method":"POST","path":"/","status":200,"input":"DeactivateMFADeviceRequest"},
    DeleteAccessKey: {"method":"POST","path":"/","status":200,"input":"DeleteAccessKeyRequest"},
    DeleteAccountAlias: {"method":"POST","path":"/","status":200,"input":"DeleteAccountAliasRequest"},
    DeleteAccountPasswordPolicy: {"method":"POST","path":"/","status":200},
    DeleteGroup: {"method":"POST","path":"/","status":200,"input":"DeleteGroupRequest"},
    DeleteGroupPolicy: {"method":"POST","path":"/","status":200,"input":"DeleteGroupPolicyRequest"},
    DeleteInstanceProfile: {"method":"POST","path":"/","status":200,"input":"DeleteInstanceProfileRequest"},
    DeleteLoginProfile: {"method":"POST","path":"/","status":200,"input":"DeleteLoginProfileRequest"},
    DeleteOpenIDConnectProvider: {"method":"POST","path":"/","status":200,"input":"DeleteOpenIDConnectProviderRequest"},
    DeletePolicy: {"method":"POST","path":"/","status":200,"input":"DeletePolicyRequest"},
    DeletePolicyVersion: {"method":"POST","path":"/","status":200,"input":"DeletePolicyVersionRequest"},
    DeleteRole: {"method":"POST","path":"/","status":200,"input":"DeleteRoleRequest"},
    DeleteRolePermissionsBoundary: {"method":"POST","path":"/","status":200,"input":"DeleteRolePermissionsBoundaryRequest"},
    DeleteRolePolicy: {"method":"POST","path":"/","status":200,"input":"DeleteRolePolicyRequest"},
    DeleteSAMLProvider: {"method":"POST","path":"/","status":200,"input":"DeleteSAMLProviderRequest"},
    DeleteSSHPublicKey: {"method":"POST","path":"/","status":200,"input":"DeleteSSHPublicKeyRequest"},
    DeleteServerCertificate: {"method":"POST","path":"/","status":200,"input":"DeleteServerCertificateRequest"},
    DeleteServiceLinkedRole: {"method":"POST","path":"/","status":200,"input":"DeleteServiceLinkedRoleRequest","output":"DeleteServiceLinkedRoleResponse"},
    DeleteServiceSpecificCredential: {"method":"POST","path":"/","status":200,"input":"DeleteServiceSpecificCredentialRequest"},
    DeleteSigningCertificate: {"method":"POST","path":"/","status":200,"input":"DeleteSigningCertificateRequest"},
    DeleteUser: {"method":"POST","path":"/","status":200,"input":"DeleteUserRequest"},
    DeleteUserPermissionsBoundary: {"method":"POST","path":"/","status":200,"input":"DeleteUserPermissionsBoundaryRequest"},
    DeleteUserPolicy: {"method":"POST","path":"/","status":200,"input":"DeleteUserPolicyRequest"},
    DeleteVirtualMFADevice: {"method":"POST","path":"/","status":200,"input":"DeleteVirtualMFADeviceRequest"},
    DetachGroupPolicy: {"method":"POST","path":"/","status":200,"input":"DetachGroupPolicyRequest"},
    DetachRolePolicy: {"method":"POST","path":"/","status":200,"input":"DetachRolePolicyRequest"},
    DetachUserPolicy: {"method":"POST","path":"/","status":200,"input":"DetachUserPolicyRequest"},
    DisableOrganizationsRootCredentialsManagement: {"method":"POST","path":"/","status":200,"input":"DisableOrganizationsRootCredentialsManagementRequest","output":"DisableOrganizationsRootCredentialsManagementResponse"},
    DisableOrganizationsRootSessions: {"method":"POST","path":"/","status":200,"input":"DisableOrganizationsRootSessionsRequest","output":"DisableOrganizationsRootSessionsResponse"},
    DisableOutboundWebIdentityFederation: {"method":"POST","path":"/","status":200},
    EnableMFADevice: {"method":"POST","path":"/","status":200,"input":"EnableMFADeviceRequest"},
    EnableOrganizationsRootCredentialsManagement: {"method":"POST","path":"/","status":200,"input":"EnableOrganizationsRootCredentialsManagementRequest","output":"EnableOrganizationsRootCredentialsManagementResponse"},
    EnableOrganizationsRootSessions: {"method":"POST","path":"/","status":200,"input":"EnableOrganizationsRootSessionsRequest","output":"EnableOrganizationsRootSessionsResponse"},
    EnableOutboundWebIdentityFederation: {"method":"POST","path":"/","status":200,"output":"EnableOutboundWebIdentityFederationResponse"},
    GenerateCredentialReport: {"method":"POST","path":"/","status":200,"output":"GenerateCredentialReportResponse"},
    GenerateOrganizationsAccessReport: {"method":"POST","path":"/","status":200,"input":"GenerateOrganizationsAccessReportRequest","output":"GenerateOrganizationsAccessReportResponse"},
    GenerateServiceLastAccessedDetails: {"method":"POST","path":"/","status":200,"input":"GenerateServiceLastAccessedDetailsRequest","output":"GenerateServiceLastAccessedDetailsResponse"},
    GetAccessKeyLastUsed: {"method":"POST","path":"/","status":200,"input":"GetAccessKeyLastUsedRequest","output":"GetAccessKeyLastUsedResponse"},
    GetAccountAuthorizationDetails: {"method":"POST","path":"/","status":200,"input":"GetAccountAuthorizationDetailsRequest","output":"GetAccountAuthorizationDetailsResponse"},
    GetAccountPasswordPolicy: {"method":"POST","path":"/","status":200,"output":"GetAccountPasswordPolicyResponse"},
    GetAccountProperties: {"method":"POST","path":"/","status":200,"input":"GetAccountPropertiesRequest","output":"GetAccountPropertiesResponse"},
    GetAccountSummary: {"method":"POST","path":"/","status":200,"output":"GetAccountSummaryResponse"},
    GetContextKeysForCustomPolicy: {"method":"POST","path":"/","status":200,"input":"GetContextKeysForCustomPolicyRequest","output":"GetContextKeysForPolicyResponse"},
    GetContextKeysForPrincipalPolicy: {"method":"POST","path":"/","status":200,"input":"GetContextKeysForPrincipalPolicyRequest","output":"GetContextKeysForPolicyResponse"},
    GetCredentialReport: {"method":"POST","path":"/","status":200,"output":"GetCredentialReportResponse"},
    GetDelegationRequest: {"method":"POST","path":"/","status":200,"input":"GetDelegationRequestRequest","output":"GetDelegationRequestResponse"},
    GetGroup: {"method":"POST","path":"/","status":200,"input":"GetGroupRequest","output":"GetGroupResponse"},
    GetGroupPolicy: {"method":"POST","path":"/","status":200,"input":"GetGroupPolicyRequest","output":"GetGroupPolicyResponse"},
    GetHumanReadableSummary: {"method":"POST","path":"/","status":200,"input":"GetHumanReadableSummaryRequest","output":"GetHumanReadableSummaryResponse"},
    GetInstanceProfile: {"method":"POST","path":"/","status":200,"input":"GetInstanceProfileRequest","output":"GetInstanceProfileResponse"},
    GetLoginProfile: {"method":"POST","path":"/","status":200,"input":"GetLoginProfileRequest","output":"GetLoginProfileResponse"},
    GetMFADevice: {"method":"POST","path":"/","status":200,"input":"GetMFADeviceRequest","output":"GetMFADeviceResponse"},
    GetOpenIDConnectProvider: {"method":"POST","path":"/","status":200,"input":"GetOpenIDConnectProviderRequest","output":"GetOpenIDConnectProviderResponse"},
    GetOrganizationsAccessReport: {"method":"POST","path":"/","status":200,"input":"GetOrganizationsAccessReportRequest","output":"GetOrganizationsAccessReportResponse"},
    GetOutboundWebIdentityFederationInfo: {"method":"POST","path":"/","status":200,"output":"GetOutboundWebIdentityFederationInfoResponse"},
    GetPolicy: {"method":"POST","path":"/","status":200,"input":"GetPolicyRequest","output":"GetPolicyResponse"},
    GetPolicyVersion: {"method":"POST","path":"/","status":200,"input":"GetPolicyVersionRequest","output":"GetPolicyVersionResponse"},
    GetRole: {"method":"POST","path":"/","status":200,"input":"GetRoleRequest","output":"GetRoleResponse"},
    GetRolePolicy: {"method":"POST","path":"/","status":200,"input":"GetRolePolicyRequest","output":"GetRolePolicyResponse"},
    GetRoleTemplateVersion: {"method":"POST","path":"/","status":200,"input":"GetRoleTemplateVersionRequest","output":"GetRoleTemplateVersionResponse"},
    GetSAMLProvider: {"method":"POST","path":"/","status":200,"input":"GetSAMLProviderRequest","output":"GetSAMLProviderResponse"},
    GetSSHPublicKey: {"method":"POST","path":"/","status":200,"input":"GetSSHPublicKeyRequest","output":"GetSSHPublicKeyResponse"},
    GetServerCertificate: {"method":"POST","path":"/","status":200,"input":"GetServerCertificateRequest","output":"GetServerCertificateResponse"},
    GetServiceLastAccessedDetails: {"method":"POST","path":"/","status":200,"input":"GetServiceLastAccessedDetailsRequest","output":"GetServiceLastAccessedDetailsResponse"},
    GetServiceLastAccessedDetailsWithEntities: {"method":"POST","path":"/","status":200,"input":"GetServiceLastAccessedDetailsWithEntitiesRequest","output":"GetServiceLastAccessedDetailsWithEntitiesResponse"},
    GetServiceLinkedRoleDeletionStatus: {"method":"POST","path":"/","status":200,"input":"GetServiceLinkedRoleDeletionStatusRequest","output":"GetServiceLinkedRoleDeletionStatusResponse"},
    GetUser: {"method":"POST","path":"/","status":200,"input":"GetUserRequest","output":"GetUserResponse"},
    GetUserPolicy: {"method":"POST","path":"/","status":200,"input":"GetUserPolicyRequest","output":"GetUserPolicyResponse"},
    ListAccessKeys: {"method":"POST","path":"/","status":200,"input":"ListAccessKeysRequest","output":"ListAccessKeysResponse"},
    ListAccountAliases: {"method":"POST","path":"/","status":200,"input":"ListAccountAliasesRequest","output":"ListAccountAliasesResponse"},
    ListAttachedGroupPolicies: {"method":"POST","path":"/","status":200,"input":"ListAttachedGroupPoliciesRequest","output":"ListAttachedGroupPoliciesResponse"},
    ListAttachedRolePolicies: {"method":"POST","path":"/","status":200,"input":"ListAttachedRolePoliciesRequest","output":"ListAttachedRolePoliciesResponse"},
    ListAttachedUserPolicies: {"method":"POST","path":"/","status":200,"input":"ListAttachedUserPoliciesRequest","output":"ListAttachedUserPoliciesResponse"},
    ListDelegationRequests: {"method":"POST","path":"/","status":200,"input":"ListDelegationRequestsRequest","output":"ListDelegationRequestsResponse"},
    ListEntitiesForPolicy: {"method":"POST","path":"/","status":200,"input":"ListEntitiesForPolicyRequest","output":"ListEntitiesForPolicyResponse"},
    ListGroupPolicies: {"method":"POST","path":"/","status":200,"input":"ListGroupPoliciesRequest","output":"ListGroupPoliciesResponse"},
    ListGroups: {"method":"POST","path":"/","status":200,"input":"ListGroupsRequest","output":"ListGroupsResponse"},
    ListGroupsForUser: {"method":"POST","path":"/","status":200,"input":"ListGroupsForUserRequest","output":"ListGroupsForUserResponse"},
    ListInstanceProfileTags: {"method":"POST","path":"/","status":200,"input":"ListInstanceProfileTagsRequest","output":"ListInstanceProfileTagsResponse"},
    ListInstanceProfiles: {"method":"POST","path":"/","status":200,"input":"ListInstanceProfilesRequest","output":"ListInstanceProfilesResponse"},
    ListInstanceProfilesForRole: {"method":"POST","path":"/","status":200,"input":"ListInstanceProfilesForRoleRequest","output":"ListInstanceProfilesForRoleResponse"},
    ListMFADeviceTags: {"method":"POST","path":"/","status":200,"input":"ListMFADeviceTagsRequest","output":"ListMFADeviceTagsResponse"},
    ListMFADevices: {"method":"POST","path":"/","status":200,"input":"ListMFADevicesRequest","output":"ListMFADevicesResponse"},
    ListOpenIDConnectProviderTags: {"method":"POST","path":"/","status":200,"input":"ListOpenIDConnectProviderTagsRequest","output":"ListOpenIDConnectProviderTagsResponse"},
    ListOpenIDConnectProviders: {"method":"POST","path":"/","status":200,"input":"ListOpenIDConnectProvidersRequest","output":"ListOpenIDConnectProvidersResponse"},
    ListOrganizationsFeatures: {"method":"POST","path":"/","status":200,"input":"ListOrganizationsFeaturesRequest","output":"ListOrganizationsFeaturesResponse"},
    ListPolicies: {"method":"POST","path":"/","status":200,"input":"ListPoliciesRequest","output":"ListPoliciesResponse"},
    ListPoliciesGrantingServiceAccess: {"method":"POST","path":"/","status":200,"input":"ListPoliciesGrantingServiceAccessRequest","output":"ListPoliciesGrantingServiceAccessResponse"},
    ListPolicyTags: {"method":"POST","path":"/","status":200,"input":"ListPolicyTagsRequest","output":"ListPolicyTagsResponse"},
    ListPolicyVersions: {"method":"POST","path":"/","status":200,"input":"ListPolicyVersionsRequest","output":"ListPolicyVersionsResponse"},
    ListRolePolicies: {"method":"POST","path":"/","status":200,"input":"ListRolePoliciesRequest","output":"ListRolePoliciesResponse"},
    ListRoleTags: {"method":"POST","path":"/","status":200,"input":"ListRoleTagsRequest","output":"ListRoleTagsResponse"},
    ListRoles: {"method":"POST","path":"/","status":200,"input":"ListRolesRequest","output":"ListRolesResponse"},
    ListSAMLProviderTags: {"method":"POST","path":"/","status":200,"input":"ListSAMLProviderTagsRequest","output":"ListSAMLProviderTagsResponse"},
    ListSAMLProviders: {"method":"POST","path":"/","status":200,"input":"ListSAMLProvidersRequest","output":"ListSAMLProvidersResponse"},
    ListSSHPublicKeys: {"method":"POST","path":"/","status":200,"input":"ListSSHPublicKeysRequest","output":"ListSSHPublicKeysResponse"},
    ListServerCertificateTags: {"method":"POST","path":"/","status":200,"input":"ListServerCertificateTagsRequest","output":"ListServerCertificateTagsResponse"},
    ListServerCertificates: {"method":"POST","path":"/","status":200,"input":"ListServerCertificatesRequest","output":"ListServerCertificatesResponse"},
    ListServiceSpecificCredentials: {"method":"POST","path":"/","status":200,"input":"ListServiceSpecificCredentialsRequest","output":"ListServiceSpecificCredentialsResponse"},
    ListSigningCertificates: {"method":"POST","path":"/","status":200,"input":"ListSigningCertificatesRequest","output":"ListSigningCertificatesResponse"},
    ListUserPolicies: {"method":"POST","path":"/","status":200,"input":"ListUserPoliciesRequest","output":"ListUserPoliciesResponse"},
    ListUserTags: {"method":"POST","path":"/","status":200,"input":"ListUserTagsRequest","output":"ListUserTagsResponse"},
    ListUsers: {"method":"POST","path":"/","status":200,"input":"ListUsersRequest","output":"ListUsersResponse"},
    ListVirtualMFADevices: {"method":"POST","path":"/","status":200,"input":"ListVirtualMFADevicesRequest","output":"ListVirtualMFADevicesResponse"},
    PutAccountProperties: {"method":"POST","path":"/","status":200,"input":"PutAccountPropertiesRequest","output":"PutAccountPropertiesResponse"},
    PutGroupPolicy: {"method":"POST","path":"/","status":200,"input":"PutGroupPolicyRequest"},
    PutRolePermissionsBoundary: {"method":"POST","path":"/","status":200,"input":"PutRolePermissionsBoundaryRequest"},
    PutRolePolicy: {"method":"POST","path":"/","status":200,"input":"PutRolePolicyRequest"},
    PutUserPermissionsBoundary: {"method":"POST","path":"/","status":200,"input":"PutUserPermissionsBoundaryRequest"},
    PutUserPolicy: {"method":"POST","path":"/","status":200,"input":"PutUserPolicyRequest"},
    RejectDelegationRequest: {"method":"POST","path":"/","status":200,"input":"RejectDelegationRequestRequest"},
    RemoveClientIDFromOpenIDConnectProvider: {"method":"POST","path":"/","status":200,"input":"RemoveClientIDFromOpenIDConnectProviderRequest"},
    RemoveRoleFromInstanceProfile: {"method":"POST","path":"/","status":200,"input":"RemoveRoleFromInstanceProfileRequest"},
    RemoveUserFromGroup: {"method":"POST","path":"/","status":200,"input":"RemoveUserFromGroupRequest"},
    ResetServiceSpecificCredential: {"method":"POST","path":"/","status":200,"input":"ResetServiceSpecificCredentialRequest","output":"ResetServiceSpecificCredentialResponse"},
    ResyncMFADevice: {"method":"POST","path":"/","status":200,"input":"ResyncMFADeviceRequest"},
    SendDelegationToken: {"method":"POST","path":"/","status":200,"input":"SendDelegationTokenRequest"},
    SetDefaultPolicyVersion: {"method":"POST","path":"/","status":200,"input":"SetDefaultPolicyVersionRequest"},
    SetSecurityTokenServicePreferences: {"method":"POST","path":"/","status":200,"input":"SetSecurityTokenServicePreferencesRequest"},
    SimulateCustomPolicy: {"method":"POST","path":"/","status":200,"input":"SimulateCustomPolicyRequest","output":"SimulatePolicyResponse"},
    SimulatePrincipalPolicy: {"method":"POST","path":"/","status":200,"input":"SimulatePrincipalPolicyRequest","output":"SimulatePolicyResponse"},
    TagInstanceProfile: {"method":"POST","path":"/","status":200,"input":"TagInstanceProfileRequest"},
    TagMFADevice: {"method":"POST","path":"/","status":200,"input":"TagMFADeviceRequest"},
    TagOpenIDConnectProvider: {"method":"POST","path":"/","status":200,"input":"TagOpenIDConnectProviderRequest"},
    TagPolicy: {"method":"POST","path":"/","status":200,"input":"TagPolicyRequest"},
    TagRole: {"method":"POST","path":"/","status":200,"input":"TagRoleRequest"},
    TagSAMLProvider: {"method":"POST","path":"/","status":200,"input":"TagSAMLProviderRequest"},
    TagServerCertificate: {"method":"POST","path":"/","status":200,"input":"TagServerCertificateRequest"},
    TagUser: {"method":"POST","path":"/","status":200,"input":"TagUserRequest"},
    UntagInstanceProfile: {"method":"POST","path":"/","status":200,"input":"UntagInstanceProfileRequest"},
    UntagMFADevice: {"method":"POST","path":"/","status":200,"input":"UntagMFADeviceRequest"},
    UntagOpenIDConnectProvider: {"method":"POST","path":"/","status":200,"input":"UntagOpenIDConnectProviderRequest"},
    UntagPolicy: {"method":"POST","path":"/","status":200,"input":"UntagPolicyRequest"},
    UntagRole: {"method":"POST","path":"/","status":200,"input":"UntagRoleRequest"},
    UntagSAMLProvider: {"method":"POST","path":"/","status":200,"input":"UntagSAMLProviderRequest"},
    UntagServerCertificate: {"method":"POST","path":"/","status":200,"input":"UntagServerCertificateRequest"},
    UntagUser: {"method":"POST","path":"/","status":200,"input":"UntagUserRequest"},
    UpdateAccessKey: {"method":"POST","path":"/","status":200,"input":"UpdateAccessKeyRequest"},
    UpdateAccountPasswordPolicy: {"method":"POST","path":"/","status":200,"input":"UpdateAccountPasswordPolicyRequest"},
    UpdateAssumeRolePolicy: {"method":"POST","path":"/","status":200,"input":"UpdateAssumeRolePolicyRequest"},
    UpdateDelegationRequest: {"method":"POST","path":"/","status":200,"input":"UpdateDelegationRequestRequest"},
    UpdateGroup: {"method":"POST","path":"/","status":200,"input":"UpdateGroupRequest"},
    UpdateLoginProfile: {"method":"POST","path":"/","status":200,"input":"UpdateLoginProfileRequest"},
    UpdateOpenIDConnectProviderThumbprint: {"method":"POST","path":"/","status":200,"input":"UpdateOpenIDConnectProviderThumbprintRequest"},
    UpdateRole: {"method":"POST","path":"/","status":200,"input":"UpdateRoleRequest","output":"UpdateRoleResponse"},
    UpdateRoleDescription: {"method":"POST","path":"/","status":200,"input":"UpdateRoleDescriptionRequest","output":"UpdateRoleDescriptionResponse"},
    UpdateSAMLProvider: {"method":"POST","path":"/","status":200,"input":"UpdateSAMLProviderRequest","output":"UpdateSAMLProviderResponse"},
    UpdateSSHPublicKey: {"method":"POST","path":"/","status":200,"input":"UpdateSSHPublicKeyRequest"},
    UpdateServerCertificate: {"method":"POST","path":"/","status":200,"input":"UpdateServerCertificateRequest"},
    UpdateServiceSpecificCredential: {"method":"POST","path":"/","status":200,"input":"UpdateServiceSpecificCredentialRequest"},
    UpdateSigningCertificate: {"method":"POST","path":"/","status":200,"input":"UpdateSigningCertificateRequest"},
    UpdateUser: {"method":"POST","path":"/","status":200,"input":"UpdateUserRequest"},
    UploadSSHPublicKey: {"method":"POST","path":"/","status":200,"input":"UploadSSHPublicKeyRequest","output":"UploadSSHPublicKeyResponse"},
    UploadServerCertificate: {"method":"POST","path":"/","status":200,"input":"UploadServerCertificateRequest","output":"UploadServerCertificateResponse"},
    UploadSigningCertificate: {"method":"POST","path":"/","status":200,"input":"UploadSigningCertificateRequest","output":"UploadSigningCertificateResponse"},
  },
  structures: {
    AcceptDelegationRequestRequest: {
      required: ["DelegationRequestId"],
      members: {
        "DelegationRequestId": {"type":"string"},
      },
    },
    AccessDetail: {
      required: ["ServiceName","ServiceNamespace"],
      members: {
        "ServiceName": {"type":"string"},
        "ServiceNamespace": {"type":"string"},
        "Region": {"type":"string"},
        "EntityPath": {"type":"string"},
        "LastAuthenticatedTime": {"type":"timestamp"},
        "TotalAuthenticatedEntities": {"type":"number"},
      },
    },
    AccessKey: {
      required: ["UserName","AccessKeyId","Status","SecretAccessKey"],
      members: {
        "UserName": {"type":"string"},
        "AccessKeyId": {"type":"string"},
        "Status": {"type":"string"},
        "SecretAccessKey": {"type":"string","sensitive":true},
        "CreateDate": {"type":"timestamp"},
      },
    },
    AccessKeyLastUsed: {
      required: ["ServiceName","Region"],
      members: {
        "ServiceName": {"type":"string"},
        "Region": {"type":"string"},
        "LastUsedDate": {"type":"timestamp"},
      },
    },
    AccessKeyMetadata: {
      required: [],
      members: {
        "UserName": {"type":"string"},
        "AccessKeyId": {"type":"string"},
        "Status": {"type":"string"},
        "CreateDate": {"type":"timestamp"},
      },
    },
    AcquireRoleRequest: {
      required: ["TemplateArn"],
      members: {
        "TemplateArn": {"type":"string"},
        "TemplateMinorVersion": {"type":"number"},
        "ReplacementValues": {"type":{"map":{"structure":"ReplacementValueEntry"}}},
      },
    },
    AcquireRoleResponse: {
      required: ["Role"],
      members: {
        "Role": {"type":{"structure":"Role"}},
      },
    },
    AddClientIDToOpenIDConnectProviderRequest: {
      required: ["OpenIDConnectProviderArn","ClientID"],
      members: {
        "OpenIDConnectProviderArn": {"type":"string"},
        "ClientID": {"type":"string"},
      },
    },
    AddRoleToInstanceProfileRequest: {
      required: ["InstanceProfileName","RoleName"],
      members: {
        "InstanceProfileName": {"type":"string"},
        "RoleName": {"type":"string"},
      },
    },
    AddUserToGroupRequest: {
      required: ["GroupName","UserName"],
      members: {
        "GroupName": {"type":"string"},
        "UserName": {"type":"string"},
      },
    },
    AssociateDelegationRequestRequest: {
      required: ["DelegationRequestId"],
      members: {
        "DelegationRequestId": {"type":"string"},
      },
    },
    AttachGroupPolicyRequest: {
      required: ["GroupName","PolicyArn"],
      members: {
        "GroupName": {"type":"string"},
        "PolicyArn": {"type":"string"},
      },
    },
    AttachRolePolicyRequest: {
      required: ["RoleName","PolicyArn"],
      members: {
        "RoleName": {"type":"string"},
        "PolicyArn": {"type":"string"},
      },
    },
    AttachUserPolicyRequest: {
      required: ["UserName","PolicyArn"],
      members: {
        "UserName": {"type":"string"},
        "PolicyArn": {"type":"string"},
      },
    },
    AttachedPermissionsBoundary: {
      required: [],
      members: {
        "PermissionsBoundaryType": {"type":"string"},
        "PermissionsBoundaryArn": {"type":"string"},
      },
    },
    AttachedPolicy: {
      required: [],
      members: {
        "PolicyName": {"type":"string"},
        "PolicyArn": {"type":"string"},
      },
    },
    ChangePasswordRequest: {
      required: ["OldPassword","NewPassword"],
      members: {
        "OldPassword": {"type":"string","sensitive":true},
        "NewPassword": {"type":"string","sensitive":true},
      },
    },
    ContextEntry: {
      required: [],
      members: {
        "ContextKeyName": {"type":"string"},
        "ContextKeyValues": {"type":{"list":"string"}},
        "ContextKeyType": {"type":"string"},
      },
    },
    CreateAccessKeyRequest: {
      required: [],
      members: {
        "UserName": {"type":"string"},
      },
    },
    CreateAccessKeyResponse: {
      required: ["AccessKey"],
      members: {
        "AccessKey": {"type":{"structure":"AccessKey"}},
      },
    },
    CreateAccountAliasRequest: {
      required: ["AccountAlias"],
      members: {
        "AccountAlias": {"type":"string"},
      },
    },
    CreateDelegationRequestRequest: {
      required: ["Description","Permissions","RequestorWorkflowId","NotificationChannel","SessionDuration"],
      members: {
        "Description": {"type":"string"},
        "Permissions": {"type":{"structure":"DelegationPermission"}},
        "RequestorWorkflowId": {"type":"string"},
        "NotificationChannel": {"type":"string"},
        "SessionDuration": {"type":"number"},
        "OwnerAccountId": {"type":"string"},
        "RequestMessage": {"type":"string"},
        "RedirectUrl": {"type":"string"},
        "OnlySendByOwner": {"type":"boolean"},
      },
    },
    CreateDelegationRequestResponse: {
      required: [],
      members: {
        "ConsoleDeepLink": {"type":"string"},
        "DelegationRequestId": {"type":"string"},
      },
    },
    CreateGroupRequest: {
      required: ["GroupName"],
      members: {
        "GroupName": {"type":"string"},
        "Path": {"type":"string"},
      },
    },
    CreateGroupResponse: {
      required: ["Group"],
      members: {
        "Group": {"type":{"structure":"Group"}},
      },
    },
    CreateInstanceProfileRequest: {
      required: ["InstanceProfileName"],
      members: {
        "InstanceProfileName": {"type":"string"},
        "Path": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    CreateInstanceProfileResponse: {
      required: ["InstanceProfile"],
      members: {
        "InstanceProfile": {"type":{"structure":"InstanceProfile"}},
      },
    },
    CreateLoginProfileRequest: {
      required: [],
      members: {
        "UserName": {"type":"string"},
        "Password": {"type":"string","sensitive":true},
        "PasswordResetRequired": {"type":"boolean"},
      },
    },
    CreateLoginProfileResponse: {
      required: ["LoginProfile"],
      members: {
        "LoginProfile": {"type":{"structure":"LoginProfile"}},
      },
    },
    CreateOpenIDConnectProviderRequest: {
      required: ["Url"],
      members: {
        "Url": {"type":"string"},
        "ClientIDList": {"type":{"list":"string"}},
        "ThumbprintList": {"type":{"list":"string"}},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    CreateOpenIDConnectProviderResponse: {
      required: [],
      members: {
        "OpenIDConnectProviderArn": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    CreatePolicyRequest: {
      required: ["PolicyName","PolicyDocument"],
      members: {
        "PolicyName": {"type":"string"},
        "PolicyDocument": {"type":"string"},
        "Path": {"type":"string"},
        "Description": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    CreatePolicyResponse: {
      required: [],
      members: {
        "Policy": {"type":{"structure":"Policy"}},
      },
    },
    CreatePolicyVersionRequest: {
      required: ["PolicyArn","PolicyDocument"],
      members: {
        "PolicyArn": {"type":"string"},
        "PolicyDocument": {"type":"string"},
        "SetAsDefault": {"type":"boolean"},
      },
    },
    CreatePolicyVersionResponse: {
      required: [],
      members: {
        "PolicyVersion": {"type":{"structure":"PolicyVersion"}},
      },
    },
    CreateRoleRequest: {
      required: ["RoleName","AssumeRolePolicyDocument"],
      members: {
        "RoleName": {"type":"string"},
        "AssumeRolePolicyDocument": {"type":"string"},
        "Path": {"type":"string"},
        "Description": {"type":"string"},
        "MaxSessionDuration": {"type":"number"},
        "PermissionsBoundary": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    CreateRoleResponse: {
      required: ["Role"],
      members: {
        "Role": {"type":{"structure":"Role"}},
      },
    },
    CreateSAMLProviderRequest: {
      required: ["SAMLMetadataDocument","Name"],
      members: {
        "SAMLMetadataDocument": {"type":"string"},
        "Name": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
        "AssertionEncryptionMode": {"type":"string"},
        "AddPrivateKey": {"type":"string","sensitive":true},
      },
    },
    CreateSAMLProviderResponse: {
      required: [],
      members: {
        "SAMLProviderArn": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    CreateServiceLinkedRoleRequest: {
      required: ["AWSServiceName"],
      members: {
        "AWSServiceName": {"type":"string"},
        "Description": {"type":"string"},
        "CustomSuffix": {"type":"string"},
      },
    },
    CreateServiceLinkedRoleResponse: {
      required: [],
      members: {
        "Role": {"type":{"structure":"Role"}},
      },
    },
    CreateServiceSpecificCredentialRequest: {
      required: ["UserName","ServiceName"],
      members: {
        "UserName": {"type":"string"},
        "ServiceName": {"type":"string"},
        "CredentialAgeDays": {"type":"number"},
      },
    },
    CreateServiceSpecificCredentialResponse: {
      required: [],
      members: {
        "ServiceSpecificCredential": {"type":{"structure":"ServiceSpecificCredential"}},
      },
    },
    CreateUserRequest: {
      required: ["UserName"],
      members: {
        "UserName": {"type":"string"},
        "Path": {"type":"string"},
        "PermissionsBoundary": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    CreateUserResponse: {
      required: [],
      members: {
        "User": {"type":{"structure":"User"}},
      },
    },
    CreateVirtualMFADeviceRequest: {
      required: ["VirtualMFADeviceName"],
      members: {
        "VirtualMFADeviceName": {"type":"string"},
        "Path": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    CreateVirtualMFADeviceResponse: {
      required: ["VirtualMFADevice"],
      members: {
        "VirtualMFADevice": {"type":{"structure":"VirtualMFADevice"}},
      },
    },
    DeactivateMFADeviceRequest: {
      required: ["SerialNumber"],
      members: {
        "SerialNumber": {"type":"string"},
        "UserName": {"type":"string"},
      },
    },
    DelegationPermission: {
      required: [],
      members: {
        "PolicyTemplateArn": {"type":"string"},
        "Parameters": {"type":{"list":{"structure":"PolicyParameter"}}},
      },
    },
    DelegationRequest: {
      required: [],
      members: {
        "DelegationRequestId": {"type":"string"},
        "OwnerAccountId": {"type":"string"},
        "Description": {"type":"string"},
        "RequestMessage": {"type":"string"},
        "Permissions": {"type":{"structure":"DelegationPermission"}},
        "PermissionPolicy": {"type":"string"},
        "RolePermissionRestrictionArns": {"type":{"list":"string"}},
        "OwnerId": {"type":"string"},
        "ApproverId": {"type":"string"},
        "State": {"type":"string"},
        "ExpirationTime": {"type":"timestamp"},
        "RequestorId": {"type":"string"},
        "RequestorName": {"type":"string"},
        "CreateDate": {"type":"timestamp"},
        "SessionDuration": {"type":"number"},
        "RedirectUrl": {"type":"string"},
        "Notes": {"type":"string"},
        "RejectionReason": {"type":"string"},
        "OnlySendByOwner": {"type":"boolean"},
        "UpdatedTime": {"type":"timestamp"},
      },
    },
    DeleteAccessKeyRequest: {
      required: ["AccessKeyId"],
      members: {
        "AccessKeyId": {"type":"string"},
        "UserName": {"type":"string"},
      },
    },
    DeleteAccountAliasRequest: {
      required: ["AccountAlias"],
      members: {
        "AccountAlias": {"type":"string"},
      },
    },
    DeleteGroupPolicyRequest: {
      required: ["GroupName","PolicyName"],
      members: {
        "GroupName": {"type":"string"},
        "PolicyName": {"type":"string"},
      },
    },
    DeleteGroupRequest: {
      required: ["GroupName"],
      members: {
        "GroupName": {"type":"string"},
      },
    },
    DeleteInstanceProfileRequest: {
      required: ["InstanceProfileName"],
      members: {
        "InstanceProfileName": {"type":"string"},
      },
    },
    DeleteLoginProfileRequest: {
      required: [],
      members: {
        "UserName": {"type":"string"},
      },
    },
    DeleteOpenIDConnectProviderRequest: {
      required: ["OpenIDConnectProviderArn"],
      members: {
        "OpenIDConnectProviderArn": {"type":"string"},
      },
    },
    DeletePolicyRequest: {
      required: ["PolicyArn"],
      members: {
        "PolicyArn": {"type":"string"},
      },
    },
    DeletePolicyVersionRequest: {
      required: ["PolicyArn","VersionId"],
      members: {
        "PolicyArn": {"type":"string"},
        "VersionId": {"type":"string"},
      },
    },
    DeleteRolePermissionsBoundaryRequest: {
      required: ["RoleName"],
      members: {
        "RoleName": {"type":"string"},
      },
    },
    DeleteRolePolicyRequest: {
      required: ["RoleName","PolicyName"],
      members: {
        "RoleName": {"type":"string"},
        "PolicyName": {"type":"string"},
      },
    },
    DeleteRoleRequest: {
      required: ["RoleName"],
      members: {
        "RoleName": {"type":"string"},
      },
    },
    DeleteSAMLProviderRequest: {
      required: ["SAMLProviderArn"],
      members: {
        "SAMLProviderArn": {"type":"string"},
      },
    },
    DeleteSSHPublicKeyRequest: {
      required: ["UserName","SSHPublicKeyId"],
      members: {
        "UserName": {"type":"string"},
        "SSHPublicKeyId": {"type":"string"},
      },
    },
    DeleteServerCertificateRequest: {
      required: ["ServerCertificateName"],
      members: {
        "ServerCertificateName": {"type":"string"},
      },
    },
    DeleteServiceLinkedRoleRequest: {
      required: ["RoleName"],
      members: {
        "RoleName": {"type":"string"},
      },
    },
    DeleteServiceLinkedRoleResponse: {
      required: ["DeletionTaskId"],
      members: {
        "DeletionTaskId": {"type":"string"},
      },
    },
    DeleteServiceSpecificCredentialRequest: {
      required: ["ServiceSpecificCredentialId"],
      members: {
        "ServiceSpecificCredentialId": {"type":"string"},
        "UserName": {"type":"string"},
      },
    },
    DeleteSigningCertificateRequest: {
      required: ["CertificateId"],
      members: {
        "CertificateId": {"type":"string"},
        "UserName": {"type":"string"},
      },
    },
    DeleteUserPermissionsBoundaryRequest: {
      required: ["UserName"],
      members: {
        "UserName": {"type":"string"},
      },
    },
    DeleteUserPolicyRequest: {
      required: ["UserName","PolicyName"],
      members: {
        "UserName": {"type":"string"},
        "PolicyName": {"type":"string"},
      },
    },
    DeleteUserRequest: {
      required: ["UserName"],
      members: {
        "UserName": {"type":"string"},
      },
    },
    DeleteVirtualMFADeviceRequest: {
      required: ["SerialNumber"],
      members: {
        "SerialNumber": {"type":"string"},
      },
    },
    DeletionTaskFailureReasonType: {
      required: [],
      members: {
        "Reason": {"type":"string"},
        "RoleUsageList": {"type":{"list":{"structure":"RoleUsageType"}}},
      },
    },
    DetachGroupPolicyRequest: {
      required: ["GroupName","PolicyArn"],
      members: {
        "GroupName": {"type":"string"},
        "PolicyArn": {"type":"string"},
      },
    },
    DetachRolePolicyRequest: {
      required: ["RoleName","PolicyArn"],
      members: {
        "RoleName": {"type":"string"},
        "PolicyArn": {"type":"string"},
      },
    },
    DetachUserPolicyRequest: {
      required: ["UserName","PolicyArn"],
      members: {
        "UserName": {"type":"string"},
        "PolicyArn": {"type":"string"},
      },
    },
    DisableOrganizationsRootCredentialsManagementRequest: {
      required: [],
      members: {
      },
    },
    DisableOrganizationsRootCredentialsManagementResponse: {
      required: [],
      members: {
        "OrganizationId": {"type":"string"},
        "EnabledFeatures": {"type":{"list":"string"}},
      },
    },
    DisableOrganizationsRootSessionsRequest: {
      required: [],
      members: {
      },
    },
    DisableOrganizationsRootSessionsResponse: {
      required: [],
      members: {
        "OrganizationId": {"type":"string"},
        "EnabledFeatures": {"type":{"list":"string"}},
      },
    },
    EnableMFADeviceRequest: {
      required: ["UserName","SerialNumber","AuthenticationCode1","AuthenticationCode2"],
      members: {
        "UserName": {"type":"string"},
        "SerialNumber": {"type":"string"},
        "AuthenticationCode1": {"type":"string"},
        "AuthenticationCode2": {"type":"string"},
      },
    },
    EnableOrganizationsRootCredentialsManagementRequest: {
      required: [],
      members: {
      },
    },
    EnableOrganizationsRootCredentialsManagementResponse: {
      required: [],
      members: {
        "OrganizationId": {"type":"string"},
        "EnabledFeatures": {"type":{"list":"string"}},
      },
    },
    EnableOrganizationsRootSessionsRequest: {
      required: [],
      members: {
      },
    },
    EnableOrganizationsRootSessionsResponse: {
      required: [],
      members: {
        "OrganizationId": {"type":"string"},
        "EnabledFeatures": {"type":{"list":"string"}},
      },
    },
    EnableOutboundWebIdentityFederationResponse: {
      required: [],
      members: {
        "IssuerIdentifier": {"type":"string"},
      },
    },
    EntityDetails: {
      required: ["EntityInfo"],
      members: {
        "EntityInfo": {"type":{"structure":"EntityInfo"}},
        "LastAuthenticated": {"type":"timestamp"},
      },
    },
    EntityInfo: {
      required: ["Arn","Name","Type","Id"],
      members: {
        "Arn": {"type":"string"},
        "Name": {"type":"string"},
        "Type": {"type":"string"},
        "Id": {"type":"string"},
        "Path": {"type":"string"},
      },
    },
    ErrorDetails: {
      required: ["Message","Code"],
      members: {
        "Message": {"type":"string"},
        "Code": {"type":"string"},
      },
    },
    EvaluationResult: {
      required: ["EvalActionName","EvalDecision"],
      members: {
        "EvalActionName": {"type":"string"},
        "EvalDecision": {"type":"string"},
        "EvalResourceName": {"type":"string"},
        "MatchedStatements": {"type":{"list":{"structure":"Statement"}}},
        "MissingContextValues": {"type":{"list":"string"}},
        "OrganizationsDecisionDetail": {"type":{"structure":"OrganizationsDecisionDetail"}},
        "PermissionsBoundaryDecisionDetail": {"type":{"structure":"PermissionsBoundaryDecisionDetail"}},
        "EvalDecisionDetails": {"type":{"map":"string"}},
        "ResourceSpecificResults": {"type":{"list":{"structure":"ResourceSpecificResult"}}},
      },
    },
    GenerateCredentialReportResponse: {
      required: [],
      members: {
        "State": {"type":"string"},
        "Description": {"type":"string"},
      },
    },
    GenerateOrganizationsAccessReportRequest: {
      required: ["EntityPath"],
      members: {
        "EntityPath": {"type":"string"},
        "OrganizationsPolicyId": {"type":"string"},
      },
    },
    GenerateOrganizationsAccessReportResponse: {
      required: [],
      members: {
        "JobId": {"type":"string"},
      },
    },
    GenerateServiceLastAccessedDetailsRequest: {
      required: ["Arn"],
      members: {
        "Arn": {"type":"string"},
        "Granularity": {"type":"string"},
      },
    },
    GenerateServiceLastAccessedDetailsResponse: {
      required: [],
      members: {
        "JobId": {"type":"string"},
      },
    },
    GetAccessKeyLastUsedRequest: {
      required: ["AccessKeyId"],
      members: {
        "AccessKeyId": {"type":"string"},
      },
    },
    GetAccessKeyLastUsedResponse: {
      required: [],
      members: {
        "UserName": {"type":"string"},
        "AccessKeyLastUsed": {"type":{"structure":"AccessKeyLastUsed"}},
      },
    },
    GetAccountAuthorizationDetailsRequest: {
      required: [],
      members: {
        "Filter": {"type":{"list":"string"}},
        "MaxItems": {"type":"number"},
        "Marker": {"type":"string"},
      },
    },
    GetAccountAuthorizationDetailsResponse: {
      required: [],
      members: {
        "UserDetailList": {"type":{"list":{"structure":"UserDetail"}}},
        "GroupDetailList": {"type":{"list":{"structure":"GroupDetail"}}},
        "RoleDetailList": {"type":{"list":{"structure":"RoleDetail"}}},
        "Policies": {"type":{"list":{"structure":"ManagedPolicyDetail"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    GetAccountPasswordPolicyResponse: {
      required: ["PasswordPolicy"],
      members: {
        "PasswordPolicy": {"type":{"structure":"PasswordPolicy"}},
      },
    },
    GetAccountPropertiesRequest: {
      required: [],
      members: {
      },
    },
    GetAccountPropertiesResponse: {
      required: [],
      members: {
        "Properties": {"type":{"map":"string"}},
      },
    },
    GetAccountSummaryResponse: {
      required: [],
      members: {
        "SummaryMap": {"type":{"map":"number"}},
      },
    },
    GetContextKeysForCustomPolicyRequest: {
      required: ["PolicyInputList"],
      members: {
        "PolicyInputList": {"type":{"list":"string"}},
      },
    },
    GetContextKeysForPolicyResponse: {
      required: [],
      members: {
        "ContextKeyNames": {"type":{"list":"string"}},
      },
    },
    GetContextKeysForPrincipalPolicyRequest: {
      required: ["PolicySourceArn"],
      members: {
        "PolicySourceArn": {"type":"string"},
        "PolicyInputList": {"type":{"list":"string"}},
      },
    },
    GetCredentialReportResponse: {
      required: [],
      members: {
        "Content": {"type":"blob"},
        "ReportFormat": {"type":"string"},
        "GeneratedTime": {"type":"timestamp"},
      },
    },
    GetDelegationRequestRequest: {
      required: ["DelegationRequestId"],
      members: {
        "DelegationRequestId": {"type":"string"},
        "DelegationPermissionCheck": {"type":"boolean"},
      },
    },
    GetDelegationRequestResponse: {
      required: [],
      members: {
        "DelegationRequest": {"type":{"structure":"DelegationRequest"}},
        "PermissionCheckStatus": {"type":"string"},
        "PermissionCheckResult": {"type":"string"},
      },
    },
    GetGroupPolicyRequest: {
      required: ["GroupName","PolicyName"],
      members: {
        "GroupName": {"type":"string"},
        "PolicyName": {"type":"string"},
      },
    },
    GetGroupPolicyResponse: {
      required: ["GroupName","PolicyName","PolicyDocument"],
      members: {
        "GroupName": {"type":"string"},
        "PolicyName": {"type":"string"},
        "PolicyDocument": {"type":"string"},
      },
    },
    GetGroupRequest: {
      required: ["GroupName"],
      members: {
        "GroupName": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    GetGroupResponse: {
      required: ["Group","Users"],
      members: {
        "Group": {"type":{"structure":"Group"}},
        "Users": {"type":{"list":{"structure":"User"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    GetHumanReadableSummaryRequest: {
      required: ["EntityArn"],
      members: {
        "EntityArn": {"type":"string"},
        "Locale": {"type":"string"},
      },
    },
    GetHumanReadableSummaryResponse: {
      required: [],
      members: {
        "SummaryContent": {"type":"string"},
        "Locale": {"type":"string"},
        "SummaryState": {"type":"string"},
      },
    },
    GetInstanceProfileRequest: {
      required: ["InstanceProfileName"],
      members: {
        "InstanceProfileName": {"type":"string"},
      },
    },
    GetInstanceProfileResponse: {
      required: ["InstanceProfile"],
      members: {
        "InstanceProfile": {"type":{"structure":"InstanceProfile"}},
      },
    },
    GetLoginProfileRequest: {
      required: [],
      members: {
        "UserName": {"type":"string"},
      },
    },
    GetLoginProfileResponse: {
      required: ["LoginProfile"],
      members: {
        "LoginProfile": {"type":{"structure":"LoginProfile"}},
      },
    },
    GetMFADeviceRequest: {
      required: ["SerialNumber"],
      members: {
        "SerialNumber": {"type":"string"},
        "UserName": {"type":"string"},
      },
    },
    GetMFADeviceResponse: {
      required: ["SerialNumber"],
      members: {
        "SerialNumber": {"type":"string"},
        "UserName": {"type":"string"},
        "EnableDate": {"type":"timestamp"},
        "Certifications": {"type":{"map":"string"}},
      },
    },
    GetOpenIDConnectProviderRequest: {
      required: ["OpenIDConnectProviderArn"],
      members: {
        "OpenIDConnectProviderArn": {"type":"string"},
      },
    },
    GetOpenIDConnectProviderResponse: {
      required: [],
      members: {
        "Url": {"type":"string"},
        "ClientIDList": {"type":{"list":"string"}},
        "ThumbprintList": {"type":{"list":"string"}},
        "CreateDate": {"type":"timestamp"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    GetOrganizationsAccessReportRequest: {
      required: ["JobId"],
      members: {
        "JobId": {"type":"string"},
        "MaxItems": {"type":"number"},
        "Marker": {"type":"string"},
        "SortKey": {"type":"string"},
      },
    },
    GetOrganizationsAccessReportResponse: {
      required: ["JobStatus","JobCreationDate"],
      members: {
        "JobStatus": {"type":"string"},
        "JobCreationDate": {"type":"timestamp"},
        "JobCompletionDate": {"type":"timestamp"},
        "NumberOfServicesAccessible": {"type":"number"},
        "NumberOfServicesNotAccessed": {"type":"number"},
        "AccessDetails": {"type":{"list":{"structure":"AccessDetail"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
        "ErrorDetails": {"type":{"structure":"ErrorDetails"}},
      },
    },
    GetOutboundWebIdentityFederationInfoResponse: {
      required: [],
      members: {
        "IssuerIdentifier": {"type":"string"},
        "JwtVendingEnabled": {"type":"boolean"},
      },
    },
    GetPolicyRequest: {
      required: ["PolicyArn"],
      members: {
        "PolicyArn": {"type":"string"},
      },
    },
    GetPolicyResponse: {
      required: [],
      members: {
        "Policy": {"type":{"structure":"Policy"}},
      },
    },
    GetPolicyVersionRequest: {
      required: ["PolicyArn","VersionId"],
      members: {
        "PolicyArn": {"type":"string"},
        "VersionId": {"type":"string"},
      },
    },
    GetPolicyVersionResponse: {
      required: [],
      members: {
        "PolicyVersion": {"type":{"structure":"PolicyVersion"}},
      },
    },
    GetRolePolicyRequest: {
      required: ["RoleName","PolicyName"],
      members: {
        "RoleName": {"type":"string"},
        "PolicyName": {"type":"string"},
      },
    },
    GetRolePolicyResponse: {
      required: ["RoleName","PolicyName","PolicyDocument"],
      members: {
        "RoleName": {"type":"string"},
        "PolicyName": {"type":"string"},
        "PolicyDocument": {"type":"string"},
      },
    },
    GetRoleRequest: {
      required: ["RoleName"],
      members: {
        "RoleName": {"type":"string"},
      },
    },
    GetRoleResponse: {
      required: ["Role"],
      members: {
        "Role": {"type":{"structure":"Role"}},
      },
    },
    GetRoleTemplateVersionRequest: {
      required: ["TemplateArn"],
      members: {
        "TemplateArn": {"type":"string"},
        "MinorVersion": {"type":"number"},
      },
    },
    GetRoleTemplateVersionResponse: {
      required: ["RoleTemplateVersion"],
      members: {
        "RoleTemplateVersion": {"type":{"structure":"RoleTemplateVersion"}},
      },
    },
    GetSAMLProviderRequest: {
      required: ["SAMLProviderArn"],
      members: {
        "SAMLProviderArn": {"type":"string"},
      },
    },
    GetSAMLProviderResponse: {
      required: [],
      members: {
        "SAMLProviderUUID": {"type":"string"},
        "SAMLMetadataDocument": {"type":"string"},
        "CreateDate": {"type":"timestamp"},
        "ValidUntil": {"type":"timestamp"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
        "AssertionEncryptionMode": {"type":"string"},
        "PrivateKeyList": {"type":{"list":{"structure":"SAMLPrivateKey"}}},
      },
    },
    GetSSHPublicKeyRequest: {
      required: ["UserName","SSHPublicKeyId","Encoding"],
      members: {
        "UserName": {"type":"string"},
        "SSHPublicKeyId": {"type":"string"},
        "Encoding": {"type":"string"},
      },
    },
    GetSSHPublicKeyResponse: {
      required: [],
      members: {
        "SSHPublicKey": {"type":{"structure":"SSHPublicKey"}},
      },
    },
    GetServerCertificateRequest: {
      required: ["ServerCertificateName"],
      members: {
        "ServerCertificateName": {"type":"string"},
      },
    },
    GetServerCertificateResponse: {
      required: ["ServerCertificate"],
      members: {
        "ServerCertificate": {"type":{"structure":"ServerCertificate"}},
      },
    },
    GetServiceLastAccessedDetailsRequest: {
      required: ["JobId"],
      members: {
        "JobId": {"type":"string"},
        "MaxItems": {"type":"number"},
        "Marker": {"type":"string"},
      },
    },
    GetServiceLastAccessedDetailsResponse: {
      required: ["JobStatus","JobCreationDate","ServicesLastAccessed","JobCompletionDate"],
      members: {
        "JobStatus": {"type":"string"},
        "JobCreationDate": {"type":"timestamp"},
        "ServicesLastAccessed": {"type":{"list":{"structure":"ServiceLastAccessed"}}},
        "JobCompletionDate": {"type":"timestamp"},
        "JobType": {"type":"string"},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
        "Error": {"type":{"structure":"ErrorDetails"}},
      },
    },
    GetServiceLastAccessedDetailsWithEntitiesRequest: {
      required: ["JobId","ServiceNamespace"],
      members: {
        "JobId": {"type":"string"},
        "ServiceNamespace": {"type":"string"},
        "MaxItems": {"type":"number"},
        "Marker": {"type":"string"},
      },
    },
    GetServiceLastAccessedDetailsWithEntitiesResponse: {
      required: ["JobStatus","JobCreationDate","JobCompletionDate","EntityDetailsList"],
      members: {
        "JobStatus": {"type":"string"},
        "JobCreationDate": {"type":"timestamp"},
        "JobCompletionDate": {"type":"timestamp"},
        "EntityDetailsList": {"type":{"list":{"structure":"EntityDetails"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
        "Error": {"type":{"structure":"ErrorDetails"}},
      },
    },
    GetServiceLinkedRoleDeletionStatusRequest: {
      required: ["DeletionTaskId"],
      members: {
        "DeletionTaskId": {"type":"string"},
      },
    },
    GetServiceLinkedRoleDeletionStatusResponse: {
      required: ["Status"],
      members: {
        "Status": {"type":"string"},
        "Reason": {"type":{"structure":"DeletionTaskFailureReasonType"}},
      },
    },
    GetUserPolicyRequest: {
      required: ["UserName","PolicyName"],
      members: {
        "UserName": {"type":"string"},
        "PolicyName": {"type":"string"},
      },
    },
    GetUserPolicyResponse: {
      required: ["UserName","PolicyName","PolicyDocument"],
      members: {
        "UserName": {"type":"string"},
        "PolicyName": {"type":"string"},
        "PolicyDocument": {"type":"string"},
      },
    },
    GetUserRequest: {
      required: [],
      members: {
        "UserName": {"type":"string"},
      },
    },
    GetUserResponse: {
      required: ["User"],
      members: {
        "User": {"type":{"structure":"User"}},
      },
    },
    Group: {
      required: ["Path","GroupName","GroupId","Arn","CreateDate"],
      members: {
        "Path": {"type":"string"},
        "GroupName": {"type":"string"},
        "GroupId": {"type":"string"},
        "Arn": {"type":"string"},
        "CreateDate": {"type":"timestamp"},
      },
    },
    GroupDetail: {
      required: [],
      members: {
        "Path": {"type":"string"},
        "GroupName": {"type":"string"},
        "GroupId": {"type":"string"},
        "Arn": {"type":"string"},
        "CreateDate": {"type":"timestamp"},
        "GroupPolicyList": {"type":{"list":{"structure":"PolicyDetail"}}},
        "AttachedManagedPolicies": {"type":{"list":{"structure":"AttachedPolicy"}}},
      },
    },
    InlinePolicy: {
      required: ["PolicyName","PolicyDocument"],
      members: {
        "PolicyName": {"type":"string"},
        "PolicyDocument": {"type":"string"},
      },
    },
    InlinePolicyIdentifierType: {
      required: ["PolicyName","AttachmentType","AttachmentName"],
      members: {
        "PolicyName": {"type":"string"},
        "AttachmentType": {"type":"string"},
        "AttachmentName": {"type":"string"},
      },
    },
    InstanceProfile: {
      required: ["Path","InstanceProfileName","InstanceProfileId","Arn","CreateDate","Roles"],
      members: {
        "Path": {"type":"string"},
        "InstanceProfileName": {"type":"string"},
        "InstanceProfileId": {"type":"string"},
        "Arn": {"type":"string"},
        "CreateDate": {"type":"timestamp"},
        "Roles": {"type":{"list":{"structure":"Role"}}},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    ListAccessKeysRequest: {
      required: [],
      members: {
        "UserName": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListAccessKeysResponse: {
      required: ["AccessKeyMetadata"],
      members: {
        "AccessKeyMetadata": {"type":{"list":{"structure":"AccessKeyMetadata"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListAccountAliasesRequest: {
      required: [],
      members: {
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListAccountAliasesResponse: {
      required: ["AccountAliases"],
      members: {
        "AccountAliases": {"type":{"list":"string"}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListAttachedGroupPoliciesRequest: {
      required: ["GroupName"],
      members: {
        "GroupName": {"type":"string"},
        "PathPrefix": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListAttachedGroupPoliciesResponse: {
      required: [],
      members: {
        "AttachedPolicies": {"type":{"list":{"structure":"AttachedPolicy"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListAttachedRolePoliciesRequest: {
      required: ["RoleName"],
      members: {
        "RoleName": {"type":"string"},
        "PathPrefix": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListAttachedRolePoliciesResponse: {
      required: [],
      members: {
        "AttachedPolicies": {"type":{"list":{"structure":"AttachedPolicy"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListAttachedUserPoliciesRequest: {
      required: ["UserName"],
      members: {
        "UserName": {"type":"string"},
        "PathPrefix": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListAttachedUserPoliciesResponse: {
      required: [],
      members: {
        "AttachedPolicies": {"type":{"list":{"structure":"AttachedPolicy"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListDelegationRequestsRequest: {
      required: [],
      members: {
        "OwnerId": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListDelegationRequestsResponse: {
      required: [],
      members: {
        "DelegationRequests": {"type":{"list":{"structure":"DelegationRequest"}}},
        "Marker": {"type":"string"},
        "isTruncated": {"type":"boolean"},
      },
    },
    ListEntitiesForPolicyRequest: {
      required: ["PolicyArn"],
      members: {
        "PolicyArn": {"type":"string"},
        "EntityFilter": {"type":"string"},
        "PathPrefix": {"type":"string"},
        "PolicyUsageFilter": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListEntitiesForPolicyResponse: {
      required: [],
      members: {
        "PolicyGroups": {"type":{"list":{"structure":"PolicyGroup"}}},
        "PolicyUsers": {"type":{"list":{"structure":"PolicyUser"}}},
        "PolicyRoles": {"type":{"list":{"structure":"PolicyRole"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListGroupPoliciesRequest: {
      required: ["GroupName"],
      members: {
        "GroupName": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListGroupPoliciesResponse: {
      required: ["PolicyNames"],
      members: {
        "PolicyNames": {"type":{"list":"string"}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListGroupsForUserRequest: {
      required: ["UserName"],
      members: {
        "UserName": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListGroupsForUserResponse: {
      required: ["Groups"],
      members: {
        "Groups": {"type":{"list":{"structure":"Group"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListGroupsRequest: {
      required: [],
      members: {
        "PathPrefix": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListGroupsResponse: {
      required: ["Groups"],
      members: {
        "Groups": {"type":{"list":{"structure":"Group"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListInstanceProfileTagsRequest: {
      required: ["InstanceProfileName"],
      members: {
        "InstanceProfileName": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListInstanceProfileTagsResponse: {
      required: ["Tags"],
      members: {
        "Tags": {"type":{"list":{"structure":"Tag"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListInstanceProfilesForRoleRequest: {
      required: ["RoleName"],
      members: {
        "RoleName": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListInstanceProfilesForRoleResponse: {
      required: ["InstanceProfiles"],
      members: {
        "InstanceProfiles": {"type":{"list":{"structure":"InstanceProfile"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListInstanceProfilesRequest: {
      required: [],
      members: {
        "PathPrefix": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListInstanceProfilesResponse: {
      required: ["InstanceProfiles"],
      members: {
        "InstanceProfiles": {"type":{"list":{"structure":"InstanceProfile"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListMFADeviceTagsRequest: {
      required: ["SerialNumber"],
      members: {
        "SerialNumber": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListMFADeviceTagsResponse: {
      required: ["Tags"],
      members: {
        "Tags": {"type":{"list":{"structure":"Tag"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListMFADevicesRequest: {
      required: [],
      members: {
        "UserName": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListMFADevicesResponse: {
      required: ["MFADevices"],
      members: {
        "MFADevices": {"type":{"list":{"structure":"MFADevice"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListOpenIDConnectProviderTagsRequest: {
      required: ["OpenIDConnectProviderArn"],
      members: {
        "OpenIDConnectProviderArn": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListOpenIDConnectProviderTagsResponse: {
      required: ["Tags"],
      members: {
        "Tags": {"type":{"list":{"structure":"Tag"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListOpenIDConnectProvidersRequest: {
      required: [],
      members: {
      },
    },
    ListOpenIDConnectProvidersResponse: {
      required: [],
      members: {
        "OpenIDConnectProviderList": {"type":{"list":{"structure":"OpenIDConnectProviderListEntry"}}},
      },
    },
    ListOrganizationsFeaturesRequest: {
      required: [],
      members: {
      },
    },
    ListOrganizationsFeaturesResponse: {
      required: [],
      members: {
        "OrganizationId": {"type":"string"},
        "EnabledFeatures": {"type":{"list":"string"}},
      },
    },
    ListPoliciesGrantingServiceAccessEntry: {
      required: [],
      members: {
        "ServiceNamespace": {"type":"string"},
        "Policies": {"type":{"list":{"structure":"PolicyGrantingServiceAccess"}}},
      },
    },
    ListPoliciesGrantingServiceAccessRequest: {
      required: ["Arn","ServiceNamespaces"],
      members: {
        "Arn": {"type":"string"},
        "ServiceNamespaces": {"type":{"list":"string"}},
        "Marker": {"type":"string"},
      },
    },
    ListPoliciesGrantingServiceAccessResponse: {
      required: ["PoliciesGrantingServiceAccess"],
      members: {
        "PoliciesGrantingServiceAccess": {"type":{"list":{"structure":"ListPoliciesGrantingServiceAccessEntry"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListPoliciesRequest: {
      required: [],
      members: {
        "Scope": {"type":"string"},
        "OnlyAttached": {"type":"boolean"},
        "PathPrefix": {"type":"string"},
        "PolicyUsageFilter": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListPoliciesResponse: {
      required: [],
      members: {
        "Policies": {"type":{"list":{"structure":"Policy"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListPolicyTagsRequest: {
      required: ["PolicyArn"],
      members: {
        "PolicyArn": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListPolicyTagsResponse: {
      required: ["Tags"],
      members: {
        "Tags": {"type":{"list":{"structure":"Tag"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListPolicyVersionsRequest: {
      required: ["PolicyArn"],
      members: {
        "PolicyArn": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListPolicyVersionsResponse: {
      required: [],
      members: {
        "Versions": {"type":{"list":{"structure":"PolicyVersion"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListRolePoliciesRequest: {
      required: ["RoleName"],
      members: {
        "RoleName": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListRolePoliciesResponse: {
      required: ["PolicyNames"],
      members: {
        "PolicyNames": {"type":{"list":"string"}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListRoleTagsRequest: {
      required: ["RoleName"],
      members: {
        "RoleName": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListRoleTagsResponse: {
      required: ["Tags"],
      members: {
        "Tags": {"type":{"list":{"structure":"Tag"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListRolesRequest: {
      required: [],
      members: {
        "PathPrefix": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListRolesResponse: {
      required: ["Roles"],
      members: {
        "Roles": {"type":{"list":{"structure":"Role"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListSAMLProviderTagsRequest: {
      required: ["SAMLProviderArn"],
      members: {
        "SAMLProviderArn": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListSAMLProviderTagsResponse: {
      required: ["Tags"],
      members: {
        "Tags": {"type":{"list":{"structure":"Tag"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListSAMLProvidersRequest: {
      required: [],
      members: {
      },
    },
    ListSAMLProvidersResponse: {
      required: [],
      members: {
        "SAMLProviderList": {"type":{"list":{"structure":"SAMLProviderListEntry"}}},
      },
    },
    ListSSHPublicKeysRequest: {
      required: [],
      members: {
        "UserName": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListSSHPublicKeysResponse: {
      required: [],
      members: {
        "SSHPublicKeys": {"type":{"list":{"structure":"SSHPublicKeyMetadata"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListServerCertificateTagsRequest: {
      required: ["ServerCertificateName"],
      members: {
        "ServerCertificateName": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListServerCertificateTagsResponse: {
      required: ["Tags"],
      members: {
        "Tags": {"type":{"list":{"structure":"Tag"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListServerCertificatesRequest: {
      required: [],
      members: {
        "PathPrefix": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListServerCertificatesResponse: {
      required: ["ServerCertificateMetadataList"],
      members: {
        "ServerCertificateMetadataList": {"type":{"list":{"structure":"ServerCertificateMetadata"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListServiceSpecificCredentialsRequest: {
      required: [],
      members: {
        "UserName": {"type":"string"},
        "ServiceName": {"type":"string"},
        "AllUsers": {"type":"boolean"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListServiceSpecificCredentialsResponse: {
      required: [],
      members: {
        "ServiceSpecificCredentials": {"type":{"list":{"structure":"ServiceSpecificCredentialMetadata"}}},
        "Marker": {"type":"string"},
        "IsTruncated": {"type":"boolean"},
      },
    },
    ListSigningCertificatesRequest: {
      required: [],
      members: {
        "UserName": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListSigningCertificatesResponse: {
      required: ["Certificates"],
      members: {
        "Certificates": {"type":{"list":{"structure":"SigningCertificate"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListUserPoliciesRequest: {
      required: ["UserName"],
      members: {
        "UserName": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListUserPoliciesResponse: {
      required: ["PolicyNames"],
      members: {
        "PolicyNames": {"type":{"list":"string"}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListUserTagsRequest: {
      required: ["UserName"],
      members: {
        "UserName": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListUserTagsResponse: {
      required: ["Tags"],
      members: {
        "Tags": {"type":{"list":{"structure":"Tag"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListUsersRequest: {
      required: [],
      members: {
        "PathPrefix": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListUsersResponse: {
      required: ["Users"],
      members: {
        "Users": {"type":{"list":{"structure":"User"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    ListVirtualMFADevicesRequest: {
      required: [],
      members: {
        "AssignmentStatus": {"type":"string"},
        "Marker": {"type":"string"},
        "MaxItems": {"type":"number"},
      },
    },
    ListVirtualMFADevicesResponse: {
      required: ["VirtualMFADevices"],
      members: {
        "VirtualMFADevices": {"type":{"list":{"structure":"VirtualMFADevice"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    LoginProfile: {
      required: ["UserName","CreateDate"],
      members: {
        "UserName": {"type":"string"},
        "CreateDate": {"type":"timestamp"},
        "PasswordResetRequired": {"type":"boolean"},
      },
    },
    MFADevice: {
      required: ["UserName","SerialNumber","EnableDate"],
      members: {
        "UserName": {"type":"string"},
        "SerialNumber": {"type":"string"},
        "EnableDate": {"type":"timestamp"},
      },
    },
    ManagedPolicyDetail: {
      required: [],
      members: {
        "PolicyName": {"type":"string"},
        "PolicyId": {"type":"string"},
        "Arn": {"type":"string"},
        "Path": {"type":"string"},
        "DefaultVersionId": {"type":"string"},
        "AttachmentCount": {"type":"number"},
        "PermissionsBoundaryUsageCount": {"type":"number"},
        "IsAttachable": {"type":"boolean"},
        "Description": {"type":"string"},
        "CreateDate": {"type":"timestamp"},
        "UpdateDate": {"type":"timestamp"},
        "PolicyVersionList": {"type":{"list":{"structure":"PolicyVersion"}}},
      },
    },
    OpenIDConnectProviderListEntry: {
      required: [],
      members: {
        "Arn": {"type":"string"},
      },
    },
    OrderedOrganizationPolicyType: {
      required: [],
      members: {
        "ServiceControlPolicyInputList": {"type":{"list":"string"}},
      },
    },
    OrganizationsDecisionDetail: {
      required: [],
      members: {
        "AllowedByOrganizations": {"type":"boolean"},
      },
    },
    ParameterDefinition: {
      required: ["Name","Type"],
      members: {
        "Name": {"type":"string"},
        "Type": {"type":"string"},
        "SubType": {"type":"string"},
        "Description": {"type":"string"},
        "IsRequired": {"type":"boolean"},
        "DefaultValue": {"type":"string"},
        "Immutable": {"type":"boolean"},
      },
    },
    PasswordPolicy: {
      required: [],
      members: {
        "MinimumPasswordLength": {"type":"number"},
        "RequireSymbols": {"type":"boolean"},
        "RequireNumbers": {"type":"boolean"},
        "RequireUppercaseCharacters": {"type":"boolean"},
        "RequireLowercaseCharacters": {"type":"boolean"},
        "AllowUsersToChangePassword": {"type":"boolean"},
        "ExpirePasswords": {"type":"boolean"},
        "MaxPasswordAge": {"type":"number"},
        "PasswordReusePrevention": {"type":"number"},
        "HardExpiry": {"type":"boolean"},
      },
    },
    PermissionsBoundaryDecisionDetail: {
      required: [],
      members: {
        "AllowedByPermissionsBoundary": {"type":"boolean"},
      },
    },
    Policy: {
      required: [],
      members: {
        "PolicyName": {"type":"string"},
        "PolicyId": {"type":"string"},
        "Arn": {"type":"string"},
        "Path": {"type":"string"},
        "DefaultVersionId": {"type":"string"},
        "AttachmentCount": {"type":"number"},
        "PermissionsBoundaryUsageCount": {"type":"number"},
        "IsAttachable": {"type":"boolean"},
        "Description": {"type":"string"},
        "CreateDate": {"type":"timestamp"},
        "UpdateDate": {"type":"timestamp"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    PolicyDetail: {
      required: [],
      members: {
        "PolicyName": {"type":"string"},
        "PolicyDocument": {"type":"string"},
      },
    },
    PolicyGrantingServiceAccess: {
      required: ["PolicyName","PolicyType"],
      members: {
        "PolicyName": {"type":"string"},
        "PolicyType": {"type":"string"},
        "PolicyArn": {"type":"string"},
        "EntityType": {"type":"string"},
        "EntityName": {"type":"string"},
      },
    },
    PolicyGroup: {
      required: [],
      members: {
        "GroupName": {"type":"string"},
        "GroupId": {"type":"string"},
      },
    },
    PolicyIdentifier: {
      required: [],
      members: {
        "PolicyType": {"type":"string"},
        "PolicyArn": {"type":"string"},
        "InlinePolicyIdentifier": {"type":{"structure":"InlinePolicyIdentifierType"}},
      },
    },
    PolicyParameter: {
      required: [],
      members: {
        "Name": {"type":"string"},
        "Values": {"type":{"list":"string"}},
        "Type": {"type":"string"},
      },
    },
    PolicyRole: {
      required: [],
      members: {
        "RoleName": {"type":"string"},
        "RoleId": {"type":"string"},
      },
    },
    PolicyUser: {
      required: [],
      members: {
        "UserName": {"type":"string"},
        "UserId": {"type":"string"},
      },
    },
    PolicyVersion: {
      required: [],
      members: {
        "Document": {"type":"string"},
        "VersionId": {"type":"string"},
        "IsDefaultVersion": {"type":"boolean"},
        "CreateDate": {"type":"timestamp"},
      },
    },
    Position: {
      required: [],
      members: {
        "Line": {"type":"number"},
        "Column": {"type":"number"},
      },
    },
    PutAccountPropertiesRequest: {
      required: ["Properties"],
      members: {
        "Properties": {"type":{"map":"string"}},
      },
    },
    PutAccountPropertiesResponse: {
      required: [],
      members: {
      },
    },
    PutGroupPolicyRequest: {
      required: ["GroupName","PolicyName","PolicyDocument"],
      members: {
        "GroupName": {"type":"string"},
        "PolicyName": {"type":"string"},
        "PolicyDocument": {"type":"string"},
      },
    },
    PutRolePermissionsBoundaryRequest: {
      required: ["RoleName","PermissionsBoundary"],
      members: {
        "RoleName": {"type":"string"},
        "PermissionsBoundary": {"type":"string"},
      },
    },
    PutRolePolicyRequest: {
      required: ["RoleName","PolicyName","PolicyDocument"],
      members: {
        "RoleName": {"type":"string"},
        "PolicyName": {"type":"string"},
        "PolicyDocument": {"type":"string"},
      },
    },
    PutUserPermissionsBoundaryRequest: {
      required: ["UserName","PermissionsBoundary"],
      members: {
        "UserName": {"type":"string"},
        "PermissionsBoundary": {"type":"string"},
      },
    },
    PutUserPolicyRequest: {
      required: ["UserName","PolicyName","PolicyDocument"],
      members: {
        "UserName": {"type":"string"},
        "PolicyName": {"type":"string"},
        "PolicyDocument": {"type":"string"},
      },
    },
    RejectDelegationRequestRequest: {
      required: ["DelegationRequestId"],
      members: {
        "DelegationRequestId": {"type":"string"},
        "Notes": {"type":"string"},
      },
    },
    RemoveClientIDFromOpenIDConnectProviderRequest: {
      required: ["OpenIDConnectProviderArn","ClientID"],
      members: {
        "OpenIDConnectProviderArn": {"type":"string"},
        "ClientID": {"type":"string"},
      },
    },
    RemoveRoleFromInstanceProfileRequest: {
      required: ["InstanceProfileName","RoleName"],
      members: {
        "InstanceProfileName": {"type":"string"},
        "RoleName": {"type":"string"},
      },
    },
    RemoveUserFromGroupRequest: {
      required: ["GroupName","UserName"],
      members: {
        "GroupName": {"type":"string"},
        "UserName": {"type":"string"},
      },
    },
    ReplacementValueEntry: {
      required: ["Values"],
      members: {
        "Values": {"type":{"list":"string"}},
      },
    },
    ResetServiceSpecificCredentialRequest: {
      required: ["ServiceSpecificCredentialId"],
      members: {
        "ServiceSpecificCredentialId": {"type":"string"},
        "UserName": {"type":"string"},
      },
    },
    ResetServiceSpecificCredentialResponse: {
      required: [],
      members: {
        "ServiceSpecificCredential": {"type":{"structure":"ServiceSpecificCredential"}},
      },
    },
    ResourceSpecificResult: {
      required: ["EvalResourceName","EvalResourceDecision"],
      members: {
        "EvalResourceName": {"type":"string"},
        "EvalResourceDecision": {"type":"string"},
        "MatchedStatements": {"type":{"list":{"structure":"Statement"}}},
        "MissingContextValues": {"type":{"list":"string"}},
        "EvalDecisionDetails": {"type":{"map":"string"}},
        "PermissionsBoundaryDecisionDetail": {"type":{"structure":"PermissionsBoundaryDecisionDetail"}},
      },
    },
    ResyncMFADeviceRequest: {
      required: ["UserName","SerialNumber","AuthenticationCode1","AuthenticationCode2"],
      members: {
        "UserName": {"type":"string"},
        "SerialNumber": {"type":"string"},
        "AuthenticationCode1": {"type":"string"},
        "AuthenticationCode2": {"type":"string"},
      },
    },
    Role: {
      required: ["Path","RoleName","RoleId","Arn","CreateDate"],
      members: {
        "Path": {"type":"string"},
        "RoleName": {"type":"string"},
        "RoleId": {"type":"string"},
        "Arn": {"type":"string"},
        "CreateDate": {"type":"timestamp"},
        "AssumeRolePolicyDocument": {"type":"string"},
        "Description": {"type":"string"},
        "MaxSessionDuration": {"type":"number"},
        "PermissionsBoundary": {"type":{"structure":"AttachedPermissionsBoundary"}},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
        "RoleLastUsed": {"type":{"structure":"RoleLastUsed"}},
        "SourceRoleTemplate": {"type":{"structure":"SourceRoleTemplate"}},
      },
    },
    RoleDetail: {
      required: [],
      members: {
        "Path": {"type":"string"},
        "RoleName": {"type":"string"},
        "RoleId": {"type":"string"},
        "Arn": {"type":"string"},
        "CreateDate": {"type":"timestamp"},
        "AssumeRolePolicyDocument": {"type":"string"},
        "InstanceProfileList": {"type":{"list":{"structure":"InstanceProfile"}}},
        "RolePolicyList": {"type":{"list":{"structure":"PolicyDetail"}}},
        "AttachedManagedPolicies": {"type":{"list":{"structure":"AttachedPolicy"}}},
        "PermissionsBoundary": {"type":{"structure":"AttachedPermissionsBoundary"}},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
        "RoleLastUsed": {"type":{"structure":"RoleLastUsed"}},
      },
    },
    RoleLastUsed: {
      required: [],
      members: {
        "LastUsedDate": {"type":"timestamp"},
        "Region": {"type":"string"},
      },
    },
    RoleTemplateVersion: {
      required: [],
      members: {
        "TemplateArn": {"type":"string"},
        "TemplateName": {"type":"string"},
        "TemplateVersionId": {"type":"string"},
        "Description": {"type":"string"},
        "MajorVersion": {"type":"number"},
        "DefaultMinorVersion": {"type":"number"},
        "ManagedByType": {"type":"string"},
        "ManagedByValue": {"type":"string"},
        "Enabled": {"type":"boolean"},
        "MinorVersion": {"type":"number"},
        "RoleNamePattern": {"type":"string"},
        "RolePathPattern": {"type":"string"},
        "RoleDescriptionPattern": {"type":"string"},
        "AssumeRolePolicyDocumentTemplate": {"type":"string"},
        "InlinePolicyTemplates": {"type":{"list":{"structure":"InlinePolicy"}}},
        "ManagedPolicyArns": {"type":{"list":"string"}},
        "PermissionBoundaryArn": {"type":"string"},
        "ParametersDefinition": {"type":{"list":{"structure":"ParameterDefinition"}}},
        "RoleTagsTemplate": {"type":{"list":{"structure":"TagTemplate"}}},
        "MaxSessionDuration": {"type":"number"},
        "VersionEnabled": {"type":"boolean"},
        "CreateTimestamp": {"type":"timestamp"},
        "UpdateTimestamp": {"type":"timestamp"},
      },
    },
    RoleUsageType: {
      required: [],
      members: {
        "Region": {"type":"string"},
        "Resources": {"type":{"list":"string"}},
      },
    },
    SAMLPrivateKey: {
      required: [],
      members: {
        "KeyId": {"type":"string"},
        "Timestamp": {"type":"timestamp"},
      },
    },
    SAMLProviderListEntry: {
      required: [],
      members: {
        "Arn": {"type":"string"},
        "ValidUntil": {"type":"timestamp"},
        "CreateDate": {"type":"timestamp"},
      },
    },
    SSHPublicKey: {
      required: ["UserName","SSHPublicKeyId","Fingerprint","SSHPublicKeyBody","Status"],
      members: {
        "UserName": {"type":"string"},
        "SSHPublicKeyId": {"type":"string"},
        "Fingerprint": {"type":"string"},
        "SSHPublicKeyBody": {"type":"string"},
        "Status": {"type":"string"},
        "UploadDate": {"type":"timestamp"},
      },
    },
    SSHPublicKeyMetadata: {
      required: ["UserName","SSHPublicKeyId","Status","UploadDate"],
      members: {
        "UserName": {"type":"string"},
        "SSHPublicKeyId": {"type":"string"},
        "Status": {"type":"string"},
        "UploadDate": {"type":"timestamp"},
      },
    },
    SendDelegationTokenRequest: {
      required: ["DelegationRequestId"],
      members: {
        "DelegationRequestId": {"type":"string"},
      },
    },
    ServerCertificate: {
      required: ["ServerCertificateMetadata","CertificateBody"],
      members: {
        "ServerCertificateMetadata": {"type":{"structure":"ServerCertificateMetadata"}},
        "CertificateBody": {"type":"string"},
        "CertificateChain": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    ServerCertificateMetadata: {
      required: ["Path","ServerCertificateName","ServerCertificateId","Arn"],
      members: {
        "Path": {"type":"string"},
        "ServerCertificateName": {"type":"string"},
        "ServerCertificateId": {"type":"string"},
        "Arn": {"type":"string"},
        "UploadDate": {"type":"timestamp"},
        "Expiration": {"type":"timestamp"},
      },
    },
    ServiceLastAccessed: {
      required: ["ServiceName","ServiceNamespace"],
      members: {
        "ServiceName": {"type":"string"},
        "ServiceNamespace": {"type":"string"},
        "LastAuthenticated": {"type":"timestamp"},
        "LastAuthenticatedEntity": {"type":"string"},
        "LastAuthenticatedRegion": {"type":"string"},
        "TotalAuthenticatedEntities": {"type":"number"},
        "TrackedActionsLastAccessed": {"type":{"list":{"structure":"TrackedActionLastAccessed"}}},
      },
    },
    ServiceSpecificCredential: {
      required: ["CreateDate","ServiceName","ServiceSpecificCredentialId","UserName","Status"],
      members: {
        "CreateDate": {"type":"timestamp"},
        "ServiceName": {"type":"string"},
        "ServiceSpecificCredentialId": {"type":"string"},
        "UserName": {"type":"string"},
        "Status": {"type":"string"},
        "ExpirationDate": {"type":"timestamp"},
        "ServiceUserName": {"type":"string"},
        "ServicePassword": {"type":"string","sensitive":true},
        "ServiceCredentialAlias": {"type":"string"},
        "ServiceCredentialSecret": {"type":"string","sensitive":true},
      },
    },
    ServiceSpecificCredentialMetadata: {
      required: ["UserName","Status","CreateDate","ServiceSpecificCredentialId","ServiceName"],
      members: {
        "UserName": {"type":"string"},
        "Status": {"type":"string"},
        "CreateDate": {"type":"timestamp"},
        "ServiceSpecificCredentialId": {"type":"string"},
        "ServiceName": {"type":"string"},
        "ServiceUserName": {"type":"string"},
        "ServiceCredentialAlias": {"type":"string"},
        "ExpirationDate": {"type":"timestamp"},
      },
    },
    SetDefaultPolicyVersionRequest: {
      required: ["PolicyArn","VersionId"],
      members: {
        "PolicyArn": {"type":"string"},
        "VersionId": {"type":"string"},
      },
    },
    SetSecurityTokenServicePreferencesRequest: {
      required: ["GlobalEndpointTokenVersion"],
      members: {
        "GlobalEndpointTokenVersion": {"type":"string"},
      },
    },
    SigningCertificate: {
      required: ["UserName","CertificateId","CertificateBody","Status"],
      members: {
        "UserName": {"type":"string"},
        "CertificateId": {"type":"string"},
        "CertificateBody": {"type":"string"},
        "Status": {"type":"string"},
        "UploadDate": {"type":"timestamp"},
      },
    },
    SimulateCustomPolicyRequest: {
      required: ["PolicyInputList","ActionNames"],
      members: {
        "PolicyInputList": {"type":{"list":"string"}},
        "ActionNames": {"type":{"list":"string"}},
        "PermissionsBoundaryPolicyInputList": {"type":{"list":"string"}},
        "OrderedOrganizationPolicyInputList": {"type":{"list":{"structure":"OrderedOrganizationPolicyType"}}},
        "ResourceArns": {"type":{"list":"string"}},
        "ResourcePolicy": {"type":"string"},
        "ResourceOwner": {"type":"string"},
        "CallerArn": {"type":"string"},
        "ContextEntries": {"type":{"list":{"structure":"ContextEntry"}}},
        "ResourceHandlingOption": {"type":"string"},
        "MaxItems": {"type":"number"},
        "Marker": {"type":"string"},
      },
    },
    SimulatePolicyResponse: {
      required: [],
      members: {
        "EvaluationResults": {"type":{"list":{"structure":"EvaluationResult"}}},
        "IsTruncated": {"type":"boolean"},
        "Marker": {"type":"string"},
      },
    },
    SimulatePrincipalPolicyRequest: {
      required: ["PolicySourceArn","ActionNames"],
      members: {
        "PolicySourceArn": {"type":"string"},
        "ActionNames": {"type":{"list":"string"}},
        "PolicyInputList": {"type":{"list":"string"}},
        "PermissionsBoundaryPolicyInputList": {"type":{"list":"string"}},
        "PolicyExclusionList": {"type":{"list":{"structure":"PolicyIdentifier"}}},
        "ResourceArns": {"type":{"list":"string"}},
        "ResourcePolicy": {"type":"string"},
        "ResourceOwner": {"type":"string"},
        "CallerArn": {"type":"string"},
        "ContextEntries": {"type":{"list":{"structure":"ContextEntry"}}},
        "ResourceHandlingOption": {"type":"string"},
        "MaxItems": {"type":"number"},
        "Marker": {"type":"string"},
      },
    },
    SourceRoleTemplate: {
      required: ["TemplateArn","TemplateMinorVersion"],
      members: {
        "TemplateArn": {"type":"string"},
        "TemplateMinorVersion": {"type":"number"},
      },
    },
    Statement: {
      required: [],
      members: {
        "SourcePolicyId": {"type":"string"},
        "SourcePolicyType": {"type":"string"},
        "StartPosition": {"type":{"structure":"Position"}},
        "EndPosition": {"type":{"structure":"Position"}},
      },
    },
    Tag: {
      required: ["Key","Value"],
      members: {
        "Key": {"type":"string"},
        "Value": {"type":"string"},
      },
    },
    TagInstanceProfileRequest: {
      required: ["InstanceProfileName","Tags"],
      members: {
        "InstanceProfileName": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    TagMFADeviceRequest: {
      required: ["SerialNumber","Tags"],
      members: {
        "SerialNumber": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    TagOpenIDConnectProviderRequest: {
      required: ["OpenIDConnectProviderArn","Tags"],
      members: {
        "OpenIDConnectProviderArn": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    TagPolicyRequest: {
      required: ["PolicyArn","Tags"],
      members: {
        "PolicyArn": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    TagRoleRequest: {
      required: ["RoleName","Tags"],
      members: {
        "RoleName": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    TagSAMLProviderRequest: {
      required: ["SAMLProviderArn","Tags"],
      members: {
        "SAMLProviderArn": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    TagServerCertificateRequest: {
      required: ["ServerCertificateName","Tags"],
      members: {
        "ServerCertificateName": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    TagTemplate: {
      required: ["Key","Value"],
      members: {
        "Key": {"type":"string"},
        "Value": {"type":"string"},
      },
    },
    TagUserRequest: {
      required: ["UserName","Tags"],
      members: {
        "UserName": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    TrackedActionLastAccessed: {
      required: [],
      members: {
        "ActionName": {"type":"string"},
        "LastAccessedEntity": {"type":"string"},
        "LastAccessedTime": {"type":"timestamp"},
        "LastAccessedRegion": {"type":"string"},
      },
    },
    UntagInstanceProfileRequest: {
      required: ["InstanceProfileName","TagKeys"],
      members: {
        "InstanceProfileName": {"type":"string"},
        "TagKeys": {"type":{"list":"string"}},
      },
    },
    UntagMFADeviceRequest: {
      required: ["SerialNumber","TagKeys"],
      members: {
        "SerialNumber": {"type":"string"},
        "TagKeys": {"type":{"list":"string"}},
      },
    },
    UntagOpenIDConnectProviderRequest: {
      required: ["OpenIDConnectProviderArn","TagKeys"],
      members: {
        "OpenIDConnectProviderArn": {"type":"string"},
        "TagKeys": {"type":{"list":"string"}},
      },
    },
    UntagPolicyRequest: {
      required: ["PolicyArn","TagKeys"],
      members: {
        "PolicyArn": {"type":"string"},
        "TagKeys": {"type":{"list":"string"}},
      },
    },
    UntagRoleRequest: {
      required: ["RoleName","TagKeys"],
      members: {
        "RoleName": {"type":"string"},
        "TagKeys": {"type":{"list":"string"}},
      },
    },
    UntagSAMLProviderRequest: {
      required: ["SAMLProviderArn","TagKeys"],
      members: {
        "SAMLProviderArn": {"type":"string"},
        "TagKeys": {"type":{"list":"string"}},
      },
    },
    UntagServerCertificateRequest: {
      required: ["ServerCertificateName","TagKeys"],
      members: {
        "ServerCertificateName": {"type":"string"},
        "TagKeys": {"type":{"list":"string"}},
      },
    },
    UntagUserRequest: {
      required: ["UserName","TagKeys"],
      members: {
        "UserName": {"type":"string"},
        "TagKeys": {"type":{"list":"string"}},
      },
    },
    UpdateAccessKeyRequest: {
      required: ["AccessKeyId","Status"],
      members: {
        "AccessKeyId": {"type":"string"},
        "Status": {"type":"string"},
        "UserName": {"type":"string"},
      },
    },
    UpdateAccountPasswordPolicyRequest: {
      required: [],
      members: {
        "MinimumPasswordLength": {"type":"number"},
        "RequireSymbols": {"type":"boolean"},
        "RequireNumbers": {"type":"boolean"},
        "RequireUppercaseCharacters": {"type":"boolean"},
        "RequireLowercaseCharacters": {"type":"boolean"},
        "AllowUsersToChangePassword": {"type":"boolean"},
        "MaxPasswordAge": {"type":"number"},
        "PasswordReusePrevention": {"type":"number"},
        "HardExpiry": {"type":"boolean"},
      },
    },
    UpdateAssumeRolePolicyRequest: {
      required: ["RoleName","PolicyDocument"],
      members: {
        "RoleName": {"type":"string"},
        "PolicyDocument": {"type":"string"},
      },
    },
    UpdateDelegationRequestRequest: {
      required: ["DelegationRequestId"],
      members: {
        "DelegationRequestId": {"type":"string"},
        "Notes": {"type":"string"},
      },
    },
    UpdateGroupRequest: {
      required: ["GroupName"],
      members: {
        "GroupName": {"type":"string"},
        "NewPath": {"type":"string"},
        "NewGroupName": {"type":"string"},
      },
    },
    UpdateLoginProfileRequest: {
      required: ["UserName"],
      members: {
        "UserName": {"type":"string"},
        "Password": {"type":"string","sensitive":true},
        "PasswordResetRequired": {"type":"boolean"},
      },
    },
    UpdateOpenIDConnectProviderThumbprintRequest: {
      required: ["OpenIDConnectProviderArn","ThumbprintList"],
      members: {
        "OpenIDConnectProviderArn": {"type":"string"},
        "ThumbprintList": {"type":{"list":"string"}},
      },
    },
    UpdateRoleDescriptionRequest: {
      required: ["RoleName","Description"],
      members: {
        "RoleName": {"type":"string"},
        "Description": {"type":"string"},
      },
    },
    UpdateRoleDescriptionResponse: {
      required: [],
      members: {
        "Role": {"type":{"structure":"Role"}},
      },
    },
    UpdateRoleRequest: {
      required: ["RoleName"],
      members: {
        "RoleName": {"type":"string"},
        "Description": {"type":"string"},
        "MaxSessionDuration": {"type":"number"},
      },
    },
    UpdateRoleResponse: {
      required: [],
      members: {
      },
    },
    UpdateSAMLProviderRequest: {
      required: ["SAMLProviderArn"],
      members: {
        "SAMLProviderArn": {"type":"string"},
        "SAMLMetadataDocument": {"type":"string"},
        "AssertionEncryptionMode": {"type":"string"},
        "AddPrivateKey": {"type":"string","sensitive":true},
        "RemovePrivateKey": {"type":"string"},
      },
    },
    UpdateSAMLProviderResponse: {
      required: [],
      members: {
        "SAMLProviderArn": {"type":"string"},
      },
    },
    UpdateSSHPublicKeyRequest: {
      required: ["UserName","SSHPublicKeyId","Status"],
      members: {
        "UserName": {"type":"string"},
        "SSHPublicKeyId": {"type":"string"},
        "Status": {"type":"string"},
      },
    },
    UpdateServerCertificateRequest: {
      required: ["ServerCertificateName"],
      members: {
        "ServerCertificateName": {"type":"string"},
        "NewPath": {"type":"string"},
        "NewServerCertificateName": {"type":"string"},
      },
    },
    UpdateServiceSpecificCredentialRequest: {
      required: ["ServiceSpecificCredentialId","Status"],
      members: {
        "ServiceSpecificCredentialId": {"type":"string"},
        "Status": {"type":"string"},
        "UserName": {"type":"string"},
      },
    },
    UpdateSigningCertificateRequest: {
      required: ["CertificateId","Status"],
      members: {
        "CertificateId": {"type":"string"},
        "Status": {"type":"string"},
        "UserName": {"type":"string"},
      },
    },
    UpdateUserRequest: {
      required: ["UserName"],
      members: {
        "UserName": {"type":"string"},
        "NewPath": {"type":"string"},
        "NewUserName": {"type":"string"},
      },
    },
    UploadSSHPublicKeyRequest: {
      required: ["UserName","SSHPublicKeyBody"],
      members: {
        "UserName": {"type":"string"},
        "SSHPublicKeyBody": {"type":"string"},
      },
    },
    UploadSSHPublicKeyResponse: {
      required: [],
      members: {
        "SSHPublicKey": {"type":{"structure":"SSHPublicKey"}},
      },
    },
    UploadServerCertificateRequest: {
      required: ["ServerCertificateName","CertificateBody","PrivateKey"],
      members: {
        "ServerCertificateName": {"type":"string"},
        "CertificateBody": {"type":"string"},
        "PrivateKey": {"type":"string","sensitive":true},
        "Path": {"type":"string"},
        "CertificateChain": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    UploadServerCertificateResponse: {
      required: [],
      members: {
        "ServerCertificateMetadata": {"type":{"structure":"ServerCertificateMetadata"}},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    UploadSigningCertificateRequest: {
      required: ["CertificateBody"],
      members: {
        "CertificateBody": {"type":"string"},
        "UserName": {"type":"string"},
      },
    },
    UploadSigningCertificateResponse: {
      required: ["Certificate"],
      members: {
        "Certificate": {"type":{"structure":"SigningCertificate"}},
      },
    },
    User: {
      required: ["Path","UserName","UserId","Arn","CreateDate"],
      members: {
        "Path": {"type":"string"},
        "UserName": {"type":"string"},
        "UserId": {"type":"string"},
        "Arn": {"type":"string"},
        "CreateDate": {"type":"timestamp"},
        "PasswordLastUsed": {"type":"timestamp"},
        "PermissionsBoundary": {"type":{"structure":"AttachedPermissionsBoundary"}},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    UserDetail: {
      required: [],
      members: {
        "Path": {"type":"string"},
        "UserName": {"type":"string"},
        "UserId": {"type":"string"},
        "Arn": {"type":"string"},
        "CreateDate": {"type":"timestamp"},
        "UserPolicyList": {"type":{"list":{"structure":"PolicyDetail"}}},
        "GroupList": {"type":{"list":"string"}},
        "AttachedManagedPolicies": {"type":{"list":{"structure":"AttachedPolicy"}}},
        "PermissionsBoundary": {"type":{"structure":"AttachedPermissionsBoundary"}},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    VirtualMFADevice: {
      required: ["SerialNumber"],
      members: {
        "SerialNumber": {"type":"string"},
        "Base32StringSeed": {"type":"blob","sensitive":true},
        "QRCodePNG": {"type":"blob","sensitive":true},
        "User": {"type":{"structure":"User"}},
        "EnableDate": {"type":"timestamp"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
  },
  errors: {
    AccountNotManagementOrDelegatedAdministratorException: {"code":"AccountNotManagementOrDelegatedAdministratorException","message":"Message"},
    CallerIsNotManagementAccountException: {"code":"CallerIsNotManagementAccountException","message":"Message"},
    ConcurrentModificationException: {"code":"ConcurrentModification","message":"message"},
    CredentialReportExpiredException: {"code":"ReportExpired","message":"message"},
    CredentialReportNotPresentException: {"code":"ReportNotPresent","message":"message"},
    CredentialReportNotReadyException: {"code":"ReportInProgress","message":"message"},
    DeleteConflictException: {"code":"DeleteConflict","message":"message"},
    DuplicateCertificateException: {"code":"DuplicateCertificate","message":"message"},
    DuplicateSSHPublicKeyException: {"code":"DuplicateSSHPublicKey","message":"message"},
    EntityAlreadyExistsException: {"code":"EntityAlreadyExists","message":"message"},
    EntityTemporarilyUnmodifiableException: {"code":"EntityTemporarilyUnmodifiable","message":"message"},
    FeatureDisabledException: {"code":"FeatureDisabled","message":"message"},
    FeatureEnabledException: {"code":"FeatureEnabled","message":"message"},
    InvalidAuthenticationCodeException: {"code":"InvalidAuthenticationCode","message":"message"},
    InvalidCertificateException: {"code":"InvalidCertificate","message":"message"},
    InvalidInputException: {"code":"InvalidInput","message":"message"},
    InvalidPublicKeyException: {"code":"InvalidPublicKey","message":"message"},
    InvalidUserTypeException: {"code":"InvalidUserType","message":"message"},
    KeyPairMismatchException: {"code":"KeyPairMismatch","message":"message"},
    LimitExceededException: {"code":"LimitExceeded","message":"message"},
    MalformedCertificateException: {"code":"MalformedCertificate","message":"message"},
    MalformedPolicyDocumentException: {"code":"MalformedPolicyDocument","message":"message"},
    NameConflictException: {"code":"NameConflict","message":"message"},
    NoSuchEntityException: {"code":"NoSuchEntity","message":"message"},
    OpenIdIdpCommunicationErrorException: {"code":"OpenIdIdpCommunicationError","message":"message"},
    OrganizationNotFoundException: {"code":"OrganizationNotFoundException","message":"Message"},
    OrganizationNotInAllFeaturesModeException: {"code":"OrganizationNotInAllFeaturesModeException","message":"Message"},
    PasswordPolicyViolationException: {"code":"PasswordPolicyViolation","message":"message"},
    PolicyEvaluationException: {"code":"PolicyEvaluation","message":"message"},
    PolicyNotAttachableException: {"code":"PolicyNotAttachable","message":"message"},
    ReportGenerationLimitExceededException: {"code":"ReportGenerationLimitExceeded","message":"message"},
    RoleModifiedException: {"code":"RoleModified","message":"message"},
    RoleTemplateDisabledException: {"code":"RoleTemplateDisabled","message":"message"},
    ServiceAccessNotEnabledException: {"code":"ServiceAccessNotEnabledException","message":"Message"},
    ServiceFailureException: {"code":"ServiceFailure","message":"message"},
    ServiceNotSupportedException: {"code":"NotSupportedService","message":"message"},
    UnmodifiableEntityException: {"code":"UnmodifiableEntity","message":"message"},
    UnrecognizedPublicKeyEncodingException: {"code":"UnrecognizedPublicKeyEncoding","message":"message"},
  },
};
