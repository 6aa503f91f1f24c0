// Written by scripts/generate-api.ts from the schemas of the AWS SDK. Not edited by hand.
import type { ServiceModel } from '../service-model.ts';

export const organizations: ServiceModel = {
  name: "organizations",
  protocol: "json-1.1",
  version: "2016-11-28",
  target: "AWSOrganizationsV20161128",
  xmlNamespace: "http://organizations.amazonaws.com/doc/2016-11-28/",
  operations: {
    AcceptHandshake: {"method":"POST","path":"/","status":200,"input":"AcceptHandshakeRequest","output":"AcceptHandshakeResponse"},
    AttachPolicy: {"method":"POST","path":"/","status":200,"input":"AttachPolicyRequest"},
    CancelHandshake: {"method":"POST","path":"/","status":200,"input":"CancelHandshakeRequest","output":"CancelHandshakeResponse"},
    CloseAccount: {"method":"POST","path":"/","status":200,"input":"CloseAccountRequest"},
    CreateAccount: {"method":"POST","path":"/","status":200,"input":"CreateAccountRequest","output":"CreateAccountResponse"},
    CreateGovCloudAccount: {"method":"POST","path":"/","status":200,"input":"CreateGovCloudAccountRequest","output":"CreateGovCloudAccountResponse"},
    CreateOrganization: {"method":"POST","path":"/","status":200,"input":"CreateOrganizationRequest","output":"CreateOrganizationResponse"},
    CreateOrganizationalUnit: {"method":"POST","path":"/","status":200,"input":"CreateOrganizationalUnitRequest","output":"CreateOrganizationalUnitResponse"},
    CreatePolicy: {"method":"POST","path":"/","status":200,"input":"CreatePolicyRequest","output":"CreatePolicyResponse"},
    DeclineHandshake: {"method":"POST","path":"/","status":200,"input":"DeclineHandshakeRequest","output":"DeclineHandshakeResponse"},
    DeleteOrganization: {"method":"POST","path":"/","status":200},
    DeleteOrganizationalUnit: {"method":"POST","path":"/","status":200,"input":"DeleteOrganizationalUnitRequest"},
    DeletePolicy: {"method":"POST","path":"/","status":200,"input":"DeletePolicyRequest"},
    DeleteResourcePolicy: {"method":"POST","path":"/","status":200},
    DeregisterDelegatedAdministrator: {"method":"POST","path":"/","status":200,"input":"DeregisterDelegatedAdministratorRequest"},
    DescribeAccount: {"method":"POST","path":"/","status":200,"input":"DescribeAccountRequest","output":"DescribeAccountResponse"},
    DescribeCreateAccountStatus: {"method":"POST","path":"/","status":200,"input":"DescribeCreateAccountStatusRequest","output":"DescribeCreateAccountStatusResponse"},
    DescribeEffectivePolicy: {"method":"POST","path":"/","status":200,"input":"DescribeEffectivePolicyRequest","output":"DescribeEffectivePolicyResponse"},
    DescribeHandshake: {"method":"POST","path":"/","status":200,"input":"DescribeHandshakeRequest","output":"DescribeHandshakeResponse"},
    DescribeOrganization: {"method":"POST","path":"/","status":200,"output":"DescribeOrganizationResponse"},
    DescribeOrganizationalUnit: {"method":"POST","path":"/","status":200,"input":"DescribeOrganizationalUnitRequest","output":"DescribeOrganizationalUnitResponse"},
    DescribePolicy: {"method":"POST","path":"/","status":200,"input":"DescribePolicyRequest","output":"DescribePolicyResponse"},
    DescribeResourcePolicy: {"method":"POST","path":"/","status":200,"output":"DescribeResourcePolicyResponse"},
    DescribeResponsibilityTransfer: {"method":"POST","path":"/","status":200,"input":"DescribeResponsibilityTransferRequest","output":"DescribeResponsibilityTransferResponse"},
    DetachPolicy: {"method":"POST","path":"/","status":200,"input":"DetachPolicyRequest"},
    DisableAWSServiceAccess: {"method":"POST","path":"/","status":200,"input":"DisableAWSServiceAccessRequest"},
    DisablePolicyType: {"method":"POST","path":"/","status":200,"input":"DisablePolicyTypeRequest","output":"DisablePolicyTypeResponse"},
    EnableAWSServiceAccess: {"method":"POST","path":"/","status":200,"input":"EnableAWSServiceAccessRequest"},
    EnableAllFeatures: {"method":"POST","path":"/","status":200,"input":"EnableAllFeaturesRequest","output":"EnableAllFeaturesResponse"},
    EnablePolicyType: {"method":"POST","path":"/","status":200,"input":"EnablePolicyTypeRequest","output":"EnablePolicyTypeResponse"},
    InviteAccountToOrganization: {"method":"POST","path":"/","status":200,"input":"InviteAccountToOrganizationRequest","output":"InviteAccountToOrganizationResponse"},
    InviteOrganizationToTransferResponsibility: {"method":"POST","path":"/","status":200,"input":"InviteOrganizationToTransferResponsibilityRequest","output":"InviteOrganizationToTransferResponsibilityResponse"},
    LeaveOrganization: {"method":"POST","path":"/","status":200},
    ListAWSServiceAccessForOrganization: {"method":"POST","path":"/","status":200,"input":"ListAWSServiceAccessForOrganizationRequest","output":"ListAWSServiceAccessForOrganizationResponse"},
    ListAccounts: {"method":"POST","path":"/","status":200,"input":"ListAccountsRequest","output":"ListAccountsResponse"},
    ListAccountsForParent: {"method":"POST","path":"/","status":200,"input":"ListAccountsForParentRequest","output":"ListAccountsForParentResponse"},
    ListAccountsWithInvalidEffectivePolicy: {"method":"POST","path":"/","status":200,"input":"ListAccountsWithInvalidEffectivePolicyRequest","output":"ListAccountsWithInvalidEffectivePolicyResponse"},
    ListChildren: {"method":"POST","path":"/","status":200,"input":"ListChildrenRequest","output":"ListChildrenResponse"},
    ListCreateAccountStatus: {"method":"POST","path":"/","status":200,"input":"ListCreateAccountStatusRequest","output":"ListCreateAccountStatusResponse"},
    ListDelegatedAdministrators: {"method":"POST","path":"/","status":200,"input":"ListDelegatedAdministratorsRequest","output":"ListDelegatedAdministratorsResponse"},
    ListDelegatedServicesForAccount: {"method":"POST","path":"/","status":200,"input":"ListDelegatedServicesForAccountRequest","output":"ListDelegatedServicesForAccountResponse"},
    ListEffectivePolicyValidationErrors: {"method":"POST","path":"/","status":200,"input":"ListEffectivePolicyValidationErrorsRequest","output":"ListEffectivePolicyValidationErrorsResponse"},
    ListHandshakesForAccount: {"method":"POST","path":"/","status":200,"input":"ListHandshakesForAccountRequest","output":"ListHandshakesForAccountResponse"},
    ListHandshakesForOrganization: {"method":"POST","path":"/","status":200,"input":"ListHandshakesForOrganizationRequest","output":"ListHandshakesForOrganizationResponse"},
    ListInboundResponsibilityTransfers: {"method":"POST","path":"/","status":200,"input":"ListInboundResponsibilityTransfersRequest","output":"ListInboundResponsibilityTransfersResponse"},
    ListOrganizationalUnitsForParent: {"method":"POST","path":"/","status":200,"input":"ListOrganizationalUnitsForParentRequest","output":"ListOrganizationalUnitsForParentResponse"},
    ListOutboundResponsibilityTransfers: {"method":"POST","path":"/","status":200,"input":"ListOutboundResponsibilityTransfersRequest","output":"ListOutboundResponsibilityTransfersResponse"},
    ListParents: {"method":"POST","path":"/","status":200,"input":"ListParentsRequest","output":"ListParentsResponse"},
    ListPolicies: {"method":"POST","path":"/","status":200,"input":"ListPoliciesRequest","output":"ListPoliciesResponse"},
    ListPoliciesForTarget: {"method":"POST","path":"/","status":200,"input":"ListPoliciesForTargetRequest","output":"ListPoliciesForTargetResponse"},
    ListRoots: {"method":"POST","path":"/","status":200,"input":"ListRootsRequest","output":"ListRootsResponse"},
    ListTagsForResource: {"method":"POST","path":"/","status":200,"input":"ListTagsForResourceRequest","output":"ListTagsForResourceResponse"},
    ListTargetsForPolicy: {"method":"POST","path":"/","status":200,"input":"ListTargetsForPolicyRequest","output":"ListTargetsForPolicyResponse"},
    MoveAccount: {"method":"POST","path":"/","status":200,"input":"MoveAccountRequest"},
    PutResourcePolicy: {"method":"POST","path":"/","status":200,"input":"PutResourcePolicyRequest","output":"PutResourcePolicyResponse"},
    RegisterDelegatedAdministrator: {"method":"POST","path":"/","status":200,"input":"RegisterDelegatedAdministratorRequest"},
    RemoveAccountFromOrganization: {"method":"POST","path":"/","status":200,"input":"RemoveAccountFromOrganizationRequest"},
    TagResource: {"method":"POST","path":"/","status":200,"input":"TagResourceRequest"},
    TerminateResponsibilityTransfer: {"method":"POST","path":"/","status":200,"input":"TerminateResponsibilityTransferRequest","output":"TerminateResponsibilityTransferResponse"},
    UntagResource: {"method":"POST","path":"/","status":200,"input":"UntagResourceRequest"},
    UpdateOrganizationalUnit: {"method":"POST","path":"/","status":200,"input":"UpdateOrganizationalUnitRequest","output":"UpdateOrganizationalUnitResponse"},
    UpdatePolicy: {"method":"POST","path":"/","status":200,"input":"UpdatePolicyRequest","output":"UpdatePolicyResponse"},
    UpdateResponsibilityTransfer: {"method":"POST","path":"/","status":200,"input":"UpdateResponsibilityTransferRequest","output":"UpdateResponsibilityTransferResponse"},
  },
  structures: {
    AcceptHandshakeRequest: {
      required: ["HandshakeId"],
      members: {
        "HandshakeId": {"type":"string"},
      },
    },
    AcceptHandshakeResponse: {
      required: [],
      members: {
        "Handshake": {"type":{"structure":"Handshake"}},
      },
    },
    Account: {
      required: [],
      members: {
        "Id": {"type":"string"},
        "Arn": {"type":"string"},
        "Email": {"type":"string","sensitive":true},
        "Name": {"type":"string","sensitive":true},
        "Status": {"type":"string"},
        "State": {"type":"string"},
        "Paths": {"type":{"list":"string"}},
        "JoinedMethod": {"type":"string"},
        "JoinedTimestamp": {"type":"timestamp"},
      },
    },
    AttachPolicyRequest: {
      required: ["PolicyId","TargetId"],
      members: {
        "PolicyId": {"type":"string"},
        "TargetId": {"type":"string"},
      },
    },
    CancelHandshakeRequest: {
      required: ["HandshakeId"],
      members: {
        "HandshakeId": {"type":"string"},
      },
    },
    CancelHandshakeResponse: {
      required: [],
      members: {
        "Handshake": {"type":{"structure":"Handshake"}},
      },
    },
    Child: {
      required: [],
      members: {
        "Id": {"type":"string"},
        "Type": {"type":"string"},
      },
    },
    CloseAccountRequest: {
      required: ["AccountId"],
      members: {
        "AccountId": {"type":"string"},
      },
    },
    CreateAccountRequest: {
      required: ["Email","AccountName"],
      members: {
        "Email": {"type":"string","sensitive":true},
        "AccountName": {"type":"string","sensitive":true},
        "RoleName": {"type":"string"},
        "IamUserAccessToBilling": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    CreateAccountResponse: {
      required: [],
      members: {
        "CreateAccountStatus": {"type":{"structure":"CreateAccountStatus"}},
      },
    },
    CreateAccountStatus: {
      required: [],
      members: {
        "Id": {"type":"string"},
        "AccountName": {"type":"string","sensitive":true},
        "State": {"type":"string"},
        "RequestedTimestamp": {"type":"timestamp"},
        "CompletedTimestamp": {"type":"timestamp"},
        "AccountId": {"type":"string"},
        "GovCloudAccountId": {"type":"string"},
        "FailureReason": {"type":"string"},
      },
    },
    CreateGovCloudAccountRequest: {
      required: ["Email","AccountName"],
      members: {
        "Email": {"type":"string","sensitive":true},
        "AccountName": {"type":"string","sensitive":true},
        "RoleName": {"type":"string"},
        "IamUserAccessToBilling": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    CreateGovCloudAccountResponse: {
      required: [],
      members: {
        "CreateAccountStatus": {"type":{"structure":"CreateAccountStatus"}},
      },
    },
    CreateOrganizationRequest: {
      required: [],
      members: {
        "FeatureSet": {"type":"string"},
      },
    },
    CreateOrganizationResponse: {
      required: [],
      members: {
        "Organization": {"type":{"structure":"Organization"}},
      },
    },
    CreateOrganizationalUnitRequest: {
      required: ["ParentId","Name"],
      members: {
        "ParentId": {"type":"string"},
        "Name": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    CreateOrganizationalUnitResponse: {
      required: [],
      members: {
        "OrganizationalUnit": {"type":{"structure":"OrganizationalUnit"}},
      },
    },
    CreatePolicyRequest: {
      required: ["Content","Description","Name","Type"],
      members: {
        "Content": {"type":"string"},
        "Description": {"type":"string"},
        "Name": {"type":"string"},
        "Type": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    CreatePolicyResponse: {
      required: [],
      members: {
        "Policy": {"type":{"structure":"Policy"}},
      },
    },
    DeclineHandshakeRequest: {
      required: ["HandshakeId"],
      members: {
        "HandshakeId": {"type":"string"},
      },
    },
    DeclineHandshakeResponse: {
      required: [],
      members: {
        "Handshake": {"type":{"structure":"Handshake"}},
      },
    },
    DelegatedAdministrator: {
      required: [],
      members: {
        "Id": {"type":"string"},
        "Arn": {"type":"string"},
        "Email": {"type":"string","sensitive":true},
        "Name": {"type":"string","sensitive":true},
        "Status": {"type":"string"},
        "State": {"type":"string"},
        "JoinedMethod": {"type":"string"},
        "JoinedTimestamp": {"type":"timestamp"},
        "DelegationEnabledDate": {"type":"timestamp"},
      },
    },
    DelegatedService: {
      required: [],
      members: {
        "ServicePrincipal": {"type":"string"},
        "DelegationEnabledDate": {"type":"timestamp"},
      },
    },
    DeleteOrganizationalUnitRequest: {
      required: ["OrganizationalUnitId"],
      members: {
        "OrganizationalUnitId": {"type":"string"},
      },
    },
    DeletePolicyRequest: {
      required: ["PolicyId"],
      members: {
        "PolicyId": {"type":"string"},
      },
    },
    DeregisterDelegatedAdministratorRequest: {
      required: ["AccountId","ServicePrincipal"],
      members: {
        "AccountId": {"type":"string"},
        "ServicePrincipal": {"type":"string"},
      },
    },
    DescribeAccountRequest: {
      required: ["AccountId"],
      members: {
        "AccountId": {"type":"string"},
      },
    },
    DescribeAccountResponse: {
      required: [],
      members: {
        "Account": {"type":{"structure":"Account"}},
      },
    },
    DescribeCreateAccountStatusRequest: {
      required: ["CreateAccountRequestId"],
      members: {
        "CreateAccountRequestId": {"type":"string"},
      },
    },
    DescribeCreateAccountStatusResponse: {
      required: [],
      members: {
        "CreateAccountStatus": {"type":{"structure":"CreateAccountStatus"}},
      },
    },
    DescribeEffectivePolicyRequest: {
      required: ["PolicyType"],
      members: {
        "PolicyType": {"type":"string"},
        "TargetId": {"type":"string"},
      },
    },
    DescribeEffectivePolicyResponse: {
      required: [],
      members: {
        "EffectivePolicy": {"type":{"structure":"EffectivePolicy"}},
      },
    },
    DescribeHandshakeRequest: {
      required: ["HandshakeId"],
      members: {
        "HandshakeId": {"type":"string"},
      },
    },
    DescribeHandshakeResponse: {
      required: [],
      members: {
        "Handshake": {"type":{"structure":"Handshake"}},
      },
    },
    DescribeOrganizationResponse: {
      required: [],
      members: {
        "Organization": {"type":{"structure":"Organization"}},
      },
    },
    DescribeOrganizationalUnitRequest: {
      required: ["OrganizationalUnitId"],
      members: {
        "OrganizationalUnitId": {"type":"string"},
      },
    },
    DescribeOrganizationalUnitResponse: {
      required: [],
      members: {
        "OrganizationalUnit": {"type":{"structure":"OrganizationalUnit"}},
      },
    },
    DescribePolicyRequest: {
      required: ["PolicyId"],
      members: {
        "PolicyId": {"type":"string"},
      },
    },
    DescribePolicyResponse: {
      required: [],
      members: {
        "Policy": {"type":{"structure":"Policy"}},
      },
    },
    DescribeResourcePolicyResponse: {
      required: [],
      members: {
        "ResourcePolicy": {"type":{"structure":"ResourcePolicy"}},
      },
    },
    DescribeResponsibilityTransferRequest: {
      required: ["Id"],
      members: {
        "Id": {"type":"string"},
      },
    },
    DescribeResponsibilityTransferResponse: {
      required: [],
      members: {
        "ResponsibilityTransfer": {"type":{"structure":"ResponsibilityTransfer"}},
      },
    },
    DetachPolicyRequest: {
      required: ["PolicyId","TargetId"],
      members: {
        "PolicyId": {"type":"string"},
        "TargetId": {"type":"string"},
      },
    },
    DisableAWSServiceAccessRequest: {
      required: ["ServicePrincipal"],
      members: {
        "ServicePrincipal": {"type":"string"},
      },
    },
    DisablePolicyTypeRequest: {
      required: ["RootId","PolicyType"],
      members: {
        "RootId": {"type":"string"},
        "PolicyType": {"type":"string"},
      },
    },
    DisablePolicyTypeResponse: {
      required: [],
      members: {
        "Root": {"type":{"structure":"Root"}},
      },
    },
    EffectivePolicy: {
      required: [],
      members: {
        "PolicyContent": {"type":"string"},
        "LastUpdatedTimestamp": {"type":"timestamp"},
        "TargetId": {"type":"string"},
        "PolicyType": {"type":"string"},
      },
    },
    EffectivePolicyValidationError: {
      required: [],
      members: {
        "ErrorCode": {"type":"string"},
        "ErrorMessage": {"type":"string"},
        "PathToError": {"type":"string"},
        "ContributingPolicies": {"type":{"list":"string"}},
      },
    },
    EnableAWSServiceAccessRequest: {
      required: ["ServicePrincipal"],
      members: {
        "ServicePrincipal": {"type":"string"},
      },
    },
    EnableAllFeaturesRequest: {
      required: [],
      members: {
      },
    },
    EnableAllFeaturesResponse: {
      required: [],
      members: {
        "Handshake": {"type":{"structure":"Handshake"}},
      },
    },
    EnablePolicyTypeRequest: {
      required: ["RootId","PolicyType"],
      members: {
        "RootId": {"type":"string"},
        "PolicyType": {"type":"string"},
      },
    },
    EnablePolicyTypeResponse: {
      required: [],
      members: {
        "Root": {"type":{"structure":"Root"}},
      },
    },
    EnabledServicePrincipal: {
      required: [],
      members: {
        "ServicePrincipal": {"type":"string"},
        "DateEnabled": {"type":"timestamp"},
      },
    },
    Handshake: {
      required: [],
      members: {
        "Id": {"type":"string"},
        "Arn": {"type":"string"},
        "Parties": {"type":{"list":{"structure":"HandshakeParty"}}},
        "State": {"type":"string"},
        "RequestedTimestamp": {"type":"timestamp"},
        "ExpirationTimestamp": {"type":"timestamp"},
        "Action": {"type":"string"},
        "Resources": {"type":{"list":{"structure":"HandshakeResource"}}},
      },
    },
    HandshakeFilter: {
      required: [],
      members: {
        "ActionType": {"type":"string"},
        "ParentHandshakeId": {"type":"string"},
      },
    },
    HandshakeParty: {
      required: ["Id","Type"],
      members: {
        "Id": {"type":"string","sensitive":true},
        "Type": {"type":"string"},
      },
    },
    HandshakeResource: {
      required: [],
      members: {
        "Value": {"type":"string","sensitive":true},
        "Type": {"type":"string"},
        "Resources": {"type":{"list":{"structure":"HandshakeResource"}}},
      },
    },
    InviteAccountToOrganizationRequest: {
      required: ["Target"],
      members: {
        "Target": {"type":{"structure":"HandshakeParty"}},
        "Notes": {"type":"string","sensitive":true},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    InviteAccountToOrganizationResponse: {
      required: [],
      members: {
        "Handshake": {"type":{"structure":"Handshake"}},
      },
    },
    InviteOrganizationToTransferResponsibilityRequest: {
      required: ["Type","Target","StartTimestamp","SourceName"],
      members: {
        "Type": {"type":"string"},
        "Target": {"type":{"structure":"HandshakeParty"}},
        "StartTimestamp": {"type":"timestamp"},
        "SourceName": {"type":"string","sensitive":true},
        "Notes": {"type":"string","sensitive":true},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    InviteOrganizationToTransferResponsibilityResponse: {
      required: [],
      members: {
        "Handshake": {"type":{"structure":"Handshake"}},
      },
    },
    ListAWSServiceAccessForOrganizationRequest: {
      required: [],
      members: {
        "NextToken": {"type":"string"},
        "MaxResults": {"type":"number"},
      },
    },
    ListAWSServiceAccessForOrganizationResponse: {
      required: [],
      members: {
        "EnabledServicePrincipals": {"type":{"list":{"structure":"EnabledServicePrincipal"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListAccountsForParentRequest: {
      required: ["ParentId"],
      members: {
        "ParentId": {"type":"string"},
        "NextToken": {"type":"string"},
        "MaxResults": {"type":"number"},
      },
    },
    ListAccountsForParentResponse: {
      required: [],
      members: {
        "Accounts": {"type":{"list":{"structure":"Account"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListAccountsRequest: {
      required: [],
      members: {
        "NextToken": {"type":"string"},
        "MaxResults": {"type":"number"},
      },
    },
    ListAccountsResponse: {
      required: [],
      members: {
        "Accounts": {"type":{"list":{"structure":"Account"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListAccountsWithInvalidEffectivePolicyRequest: {
      required: ["PolicyType"],
      members: {
        "PolicyType": {"type":"string"},
        "NextToken": {"type":"string"},
        "MaxResults": {"type":"number"},
      },
    },
    ListAccountsWithInvalidEffectivePolicyResponse: {
      required: [],
      members: {
        "Accounts": {"type":{"list":{"structure":"Account"}}},
        "PolicyType": {"type":"string"},
        "NextToken": {"type":"string"},
      },
    },
    ListChildrenRequest: {
      required: ["ParentId","ChildType"],
      members: {
        "ParentId": {"type":"string"},
        "ChildType": {"type":"string"},
        "NextToken": {"type":"string"},
        "MaxResults": {"type":"number"},
      },
    },
    ListChildrenResponse: {
      required: [],
      members: {
        "Children": {"type":{"list":{"structure":"Child"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListCreateAccountStatusRequest: {
      required: [],
      members: {
        "States": {"type":{"list":"string"}},
        "NextToken": {"type":"string"},
        "MaxResults": {"type":"number"},
      },
    },
    ListCreateAccountStatusResponse: {
      required: [],
      members: {
        "CreateAccountStatuses": {"type":{"list":{"structure":"CreateAccountStatus"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListDelegatedAdministratorsRequest: {
      required: [],
      members: {
        "ServicePrincipal": {"type":"string"},
        "NextToken": {"type":"string"},
        "MaxResults": {"type":"number"},
      },
    },
    ListDelegatedAdministratorsResponse: {
      required: [],
      members: {
        "DelegatedAdministrators": {"type":{"list":{"structure":"DelegatedAdministrator"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListDelegatedServicesForAccountRequest: {
      required: ["AccountId"],
      members: {
        "AccountId": {"type":"string"},
        "NextToken": {"type":"string"},
        "MaxResults": {"type":"number"},
      },
    },
    ListDelegatedServicesForAccountResponse: {
      required: [],
      members: {
        "DelegatedServices": {"type":{"list":{"structure":"DelegatedService"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListEffectivePolicyValidationErrorsRequest: {
      required: ["AccountId","PolicyType"],
      members: {
        "AccountId": {"type":"string"},
        "PolicyType": {"type":"string"},
        "NextToken": {"type":"string"},
        "MaxResults": {"type":"number"},
      },
    },
    ListEffectivePolicyValidationErrorsResponse: {
      required: [],
      members: {
        "AccountId": {"type":"string"},
        "PolicyType": {"type":"string"},
        "Path": {"type":"string"},
        "EvaluationTimestamp": {"type":"timestamp"},
        "NextToken": {"type":"string"},
        "EffectivePolicyValidationErrors": {"type":{"list":{"structure":"EffectivePolicyValidationError"}}},
      },
    },
    ListHandshakesForAccountRequest: {
      required: [],
      members: {
        "Filter": {"type":{"structure":"HandshakeFilter"}},
        "NextToken": {"type":"string"},
        "MaxResults": {"type":"number"},
      },
    },
    ListHandshakesForAccountResponse: {
      required: [],
      members: {
        "Handshakes": {"type":{"list":{"structure":"Handshake"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListHandshakesForOrganizationRequest: {
      required: [],
      members: {
        "Filter": {"type":{"structure":"HandshakeFilter"}},
        "NextToken": {"type":"string"},
        "MaxResults": {"type":"number"},
      },
    },
    ListHandshakesForOrganizationResponse: {
      required: [],
      members: {
        "Handshakes": {"type":{"list":{"structure":"Handshake"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListInboundResponsibilityTransfersRequest: {
      required: ["Type"],
      members: {
        "Type": {"type":"string"},
        "Id": {"type":"string"},
        "NextToken": {"type":"string"},
        "MaxResults": {"type":"number"},
      },
    },
    ListInboundResponsibilityTransfersResponse: {
      required: [],
      members: {
        "ResponsibilityTransfers": {"type":{"list":{"structure":"ResponsibilityTransfer"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListOrganizationalUnitsForParentRequest: {
      required: ["ParentId"],
      members: {
        "ParentId": {"type":"string"},
        "NextToken": {"type":"string"},
        "MaxResults": {"type":"number"},
      },
    },
    ListOrganizationalUnitsForParentResponse: {
      required: [],
      members: {
        "OrganizationalUnits": {"type":{"list":{"structure":"OrganizationalUnit"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListOutboundResponsibilityTransfersRequest: {
      required: ["Type"],
      members: {
        "Type": {"type":"string"},
        "NextToken": {"type":"string"},
        "MaxResults": {"type":"number"},
      },
    },
    ListOutboundResponsibilityTransfersResponse: {
      required: [],
      members: {
        "ResponsibilityTransfers": {"type":{"list":{"structure":"ResponsibilityTransfer"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListParentsRequest: {
      required: ["ChildId"],
      members: {
        "ChildId": {"type":"string"},
        "NextToken": {"type":"string"},
        "MaxResults": {"type":"number"},
      },
    },
    ListParentsResponse: {
      required: [],
      members: {
        "Parents": {"type":{"list":{"structure":"Parent"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListPoliciesForTargetRequest: {
      required: ["TargetId","Filter"],
      members: {
        "TargetId": {"type":"string"},
        "Filter": {"type":"string"},
        "NextToken": {"type":"string"},
        "MaxResults": {"type":"number"},
      },
    },
    ListPoliciesForTargetResponse: {
      required: [],
      members: {
        "Policies": {"type":{"list":{"structure":"PolicySummary"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListPoliciesRequest: {
      required: ["Filter"],
      members: {
        "Filter": {"type":"string"},
        "NextToken": {"type":"string"},
        "MaxResults": {"type":"number"},
      },
    },
    ListPoliciesResponse: {
      required: [],
      members: {
        "Policies": {"type":{"list":{"structure":"PolicySummary"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListRootsRequest: {
      required: [],
      members: {
        "NextToken": {"type":"string"},
        "MaxResults": {"type":"number"},
      },
    },
    ListRootsResponse: {
      required: [],
      members: {
        "Roots": {"type":{"list":{"structure":"Root"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListTagsForResourceRequest: {
      required: ["ResourceId"],
      members: {
        "ResourceId": {"type":"string"},
        "NextToken": {"type":"string"},
      },
    },
    ListTagsForResourceResponse: {
      required: [],
      members: {
        "Tags": {"type":{"list":{"structure":"Tag"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListTargetsForPolicyRequest: {
      required: ["PolicyId"],
      members: {
        "PolicyId": {"type":"string"},
        "NextToken": {"type":"string"},
        "MaxResults": {"type":"number"},
      },
    },
    ListTargetsForPolicyResponse: {
      required: [],
      members: {
        "Targets": {"type":{"list":{"structure":"PolicyTargetSummary"}}},
        "NextToken": {"type":"string"},
      },
    },
    MoveAccountRequest: {
      required: ["AccountId","SourceParentId","DestinationParentId"],
      members: {
        "AccountId": {"type":"string"},
        "SourceParentId": {"type":"string"},
        "DestinationParentId": {"type":"string"},
      },
    },
    Organization: {
      required: [],
      members: {
        "Id": {"type":"string"},
        "Arn": {"type":"string"},
        "FeatureSet": {"type":"string"},
        "MasterAccountArn": {"type":"string"},
        "MasterAccountId": {"type":"string"},
        "MasterAccountEmail": {"type":"string","sensitive":true},
        "AvailablePolicyTypes": {"type":{"list":{"structure":"PolicyTypeSummary"}}},
      },
    },
    OrganizationalUnit: {
      required: [],
      members: {
        "Id": {"type":"string"},
        "Arn": {"type":"string"},
        "Name": {"type":"string"},
        "Path": {"type":"string"},
      },
    },
    Parent: {
      required: [],
      members: {
        "Id": {"type":"string"},
        "Type": {"type":"string"},
      },
    },
    Policy: {
      required: [],
      members: {
        "PolicySummary": {"type":{"structure":"PolicySummary"}},
        "Content": {"type":"string"},
      },
    },
    PolicySummary: {
      required: [],
      members: {
        "Id": {"type":"string"},
        "Arn": {"type":"string"},
        "Name": {"type":"string"},
        "Description": {"type":"string"},
        "Type": {"type":"string"},
        "AwsManaged": {"type":"boolean"},
      },
    },
    PolicyTargetSummary: {
      required: [],
      members: {
        "TargetId": {"type":"string"},
        "Arn": {"type":"string"},
        "Name": {"type":"string"},
        "Type": {"type":"string"},
      },
    },
    PolicyTypeSummary: {
      required: [],
      members: {
        "Type": {"type":"string"},
        "Status": {"type":"string"},
      },
    },
    PutResourcePolicyRequest: {
      required: ["Content"],
      members: {
        "Content": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    PutResourcePolicyResponse: {
      required: [],
      members: {
        "ResourcePolicy": {"type":{"structure":"ResourcePolicy"}},
      },
    },
    RegisterDelegatedAdministratorRequest: {
      required: ["AccountId","ServicePrincipal"],
      members: {
        "AccountId": {"type":"string"},
        "ServicePrincipal": {"type":"string"},
      },
    },
    RemoveAccountFromOrganizationRequest: {
      required: ["AccountId"],
      members: {
        "AccountId": {"type":"string"},
      },
    },
    ResourcePolicy: {
      required: [],
      members: {
        "ResourcePolicySummary": {"type":{"structure":"ResourcePolicySummary"}},
        "Content": {"type":"string"},
      },
    },
    ResourcePolicySummary: {
      required: [],
      members: {
        "Id": {"type":"string"},
        "Arn": {"type":"string"},
      },
    },
    ResponsibilityTransfer: {
      required: [],
      members: {
        "Arn": {"type":"string"},
        "Name": {"type":"string","sensitive":true},
        "Id": {"type":"string"},
        "Type": {"type":"string"},
        "Status": {"type":"string"},
        "Source": {"type":{"structure":"TransferParticipant"}},
        "Target": {"type":{"structure":"TransferParticipant"}},
        "StartTimestamp": {"type":"timestamp"},
        "EndTimestamp": {"type":"timestamp"},
        "ActiveHandshakeId": {"type":"string"},
      },
    },
    Root: {
      required: [],
      members: {
        "Id": {"type":"string"},
        "Arn": {"type":"string"},
        "Name": {"type":"string"},
        "PolicyTypes": {"type":{"list":{"structure":"PolicyTypeSummary"}}},
      },
    },
    Tag: {
      required: ["Key","Value"],
      members: {
        "Key": {"type":"string"},
        "Value": {"type":"string"},
      },
    },
    TagResourceRequest: {
      required: ["ResourceId","Tags"],
      members: {
        "ResourceId": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    TerminateResponsibilityTransferRequest: {
      required: ["Id"],
      members: {
        "Id": {"type":"string"},
        "EndTimestamp": {"type":"timestamp"},
      },
    },
    TerminateResponsibilityTransferResponse: {
      required: [],
      members: {
        "ResponsibilityTransfer": {"type":{"structure":"ResponsibilityTransfer"}},
      },
    },
    TransferParticipant: {
      required: [],
      members: {
        "ManagementAccountId": {"type":"string"},
        "ManagementAccountEmail": {"type":"string","sensitive":true},
      },
    },
    UntagResourceRequest: {
      required: ["ResourceId","TagKeys"],
      members: {
        "ResourceId": {"type":"string"},
        "TagKeys": {"type":{"list":"string"}},
      },
    },
    UpdateOrganizationalUnitRequest: {
      required: ["OrganizationalUnitId"],
      members: {
        "OrganizationalUnitId": {"type":"string"},
        "Name": {"type":"string"},
      },
    },
    UpdateOrganizationalUnitResponse: {
      required: [],
      members: {
        "OrganizationalUnit": {"type":{"structure":"OrganizationalUnit"}},
      },
    },
    UpdatePolicyRequest: {
      required: ["PolicyId"],
      members: {
        "PolicyId": {"type":"string"},
        "Name": {"type":"string"},
        "Description": {"type":"string"},
        "Content": {"type":"string"},
      },
    },
    UpdatePolicyResponse: {
      required: [],
      members: {
        "Policy": {"type":{"structure":"Policy"}},
      },
    },
    UpdateResponsibilityTransferRequest: {
      required: ["Id","Name"],
      members: {
        "Id": {"type":"string"},
        "Name": {"type":"string","sensitive":true},
      },
    },
    UpdateResponsibilityTransferResponse: {
      required: [],
      members: {
        "ResponsibilityTransfer": {"type":{"structure":"ResponsibilityTransfer"}},
      },
    },
  },
  errors: {
    AWSOrganizationsNotInUseException: {"code":"AWSOrganizationsNotInUseException","message":"Message"},
    AccessDeniedException: {"code":"AccessDeniedException","message":"Message"},
    AccessDeniedForDependencyException: {"code":"AccessDeniedForDependencyException","message":"Message"},
    AccountAlreadyClosedException: {"code":"AccountAlreadyClosedException","message":"Message"},
    AccountAlreadyRegisteredException: {"code":"AccountAlreadyRegisteredException","message":"Message"},
    AccountNotFoundException: {"code":"AccountNotFoundException","message":"Message"},
    AccountNotRegisteredException: {"code":"AccountNotRegisteredException","message":"Message"},
    AccountOwnerNotVerifiedException: {"code":"AccountOwnerNotVerifiedException","message":"Message"},
    AlreadyInOrganizationException: {"code":"AlreadyInOrganizationException","message":"Message"},
    ChildNotFoundException: {"code":"ChildNotFoundException","message":"Message"},
    ConcurrentModificationException: {"code":"ConcurrentModificationException","message":"Message"},
    ConflictException: {"code":"ConflictException","message":"Message"},
    ConstraintViolationException: {"code":"ConstraintViolationException","message":"Message"},
    CreateAccountStatusNotFoundException: {"code":"CreateAccountStatusNotFoundException","message":"Message"},
    DestinationParentNotFoundException: {"code":"DestinationParentNotFoundException","message":"Message"},
    DuplicateAccountException: {"code":"DuplicateAccountException","message":"Message"},
    DuplicateHandshakeException: {"code":"DuplicateHandshakeException","message":"Message"},
    DuplicateOrganizationalUnitException: {"code":"DuplicateOrganizationalUnitException","message":"Message"},
    DuplicatePolicyAttachmentException: {"code":"DuplicatePolicyAttachmentException","message":"Message"},
    DuplicatePolicyException: {"code":"DuplicatePolicyException","message":"Message"},
    EffectivePolicyNotFoundException: {"code":"EffectivePolicyNotFoundException","message":"Message"},
    FinalizingOrganizationException: {"code":"FinalizingOrganizationException","message":"Message"},
    HandshakeAlreadyInStateException: {"code":"HandshakeAlreadyInStateException","message":"Message"},
    HandshakeConstraintViolationException: {"code":"HandshakeConstraintViolationException","message":"Message"},
    HandshakeNotFoundException: {"code":"HandshakeNotFoundException","message":"Message"},
    InvalidHandshakeTransitionException: {"code":"InvalidHandshakeTransitionException","message":"Message"},
    InvalidInputException: {"code":"InvalidInputException","message":"Message"},
    InvalidResponsibilityTransferTransitionException: {"code":"InvalidResponsibilityTransferTransitionException","message":"Message"},
    MalformedPolicyDocumentException: {"code":"MalformedPolicyDocumentException","message":"Message"},
    MasterCannotLeaveOrganizationException: {"code":"MasterCannotLeaveOrganizationException","message":"Message"},
    OrganizationNotEmptyException: {"code":"OrganizationNotEmptyException","message":"Message"},
    OrganizationalUnitNotEmptyException: {"code":"OrganizationalUnitNotEmptyException","message":"Message"},
    OrganizationalUnitNotFoundException: {"code":"OrganizationalUnitNotFoundException","message":"Message"},
    ParentNotFoundException: {"code":"ParentNotFoundException","message":"Message"},
    PolicyChangesInProgressException: {"code":"PolicyChangesInProgressException","message":"Message"},
    PolicyInUseException: {"code":"PolicyInUseException","message":"Message"},
    PolicyNotAttachedException: {"code":"PolicyNotAttachedException","message":"Message"},
    PolicyNotFoundException: {"code":"PolicyNotFoundException","message":"Message"},
    PolicyTypeAlreadyEnabledException: {"code":"PolicyTypeAlreadyEnabledException","message":"Message"},
    PolicyTypeNotAvailableForOrganizationException: {"code":"PolicyTypeNotAvailableForOrganizationException","message":"Message"},
    PolicyTypeNotEnabledException: {"code":"PolicyTypeNotEnabledException","message":"Message"},
    ResourcePolicyNotFoundException: {"code":"ResourcePolicyNotFoundException","message":"Message"},
    ResponsibilityTransferAlreadyInStatusException: {"code":"ResponsibilityTransferAlreadyInStatusException","message":"Message"},
    ResponsibilityTransferNotFoundException: {"code":"ResponsibilityTransferNotFoundException","message":"Message"},
    RootNotFoundException: {"code":"RootNotFoundException","message":"Message"},
    ServiceException: {"code":"ServiceException","message":"Message"},
    SourceParentNotFoundException: {"code":"SourceParentNotFoundException","message":"Message"},
    TargetNotFoundException: {"code":"TargetNotFoundException","message":"Message"},
    TooManyRequestsException: {"code":"TooManyRequestsException","message":"Message"},
    UnsupportedAPIEndpointException: {"code":"UnsupportedAPIEndpointException","message":"Message"},
  },
};
