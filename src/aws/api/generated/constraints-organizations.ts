// Written by scripts/generate-api.ts from the service model in botocore 1.43.11, enums from the AWS SDK.
import type { ServiceConstraints } from '../service-model.ts';

export const organizationsConstraints: ServiceConstraints = {
  structures: {
    AcceptHandshakeRequest: {
      "HandshakeId": {"pattern":"^h-[0-9a-z]{8,32}$","max":34},
    },
    AttachPolicyRequest: {
      "PolicyId": {"pattern":"^p-[0-9a-zA-Z_]{8,128}$","max":130},
      "TargetId": {"pattern":"^(r-[0-9a-z]{4,32})|(\\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$","max":100},
    },
    CancelHandshakeRequest: {
      "HandshakeId": {"pattern":"^h-[0-9a-z]{8,32}$","max":34},
    },
    CloseAccountRequest: {
      "AccountId": {"pattern":"^\\d{12}$","max":12},
    },
    CreateAccountRequest: {
      "Email": {"pattern":"[^\\s@]+@[^\\s@]+\\.[^\\s@]+","min":6,"max":64},
      "AccountName": {"pattern":"[\\u0020-\\u007E]+","min":1,"max":50},
      "RoleName": {"pattern":"[\\w+=,.@-]{1,64}","max":64},
      "IamUserAccessToBilling": {"enum":["ALLOW","DENY"]},
    },
    CreateGovCloudAccountRequest: {
      "Email": {"pattern":"[^\\s@]+@[^\\s@]+\\.[^\\s@]+","min":6,"max":64},
      "AccountName": {"pattern":"[\\u0020-\\u007E]+","min":1,"max":50},
      "RoleName": {"pattern":"[\\w+=,.@-]{1,64}","max":64},
      "IamUserAccessToBilling": {"enum":["ALLOW","DENY"]},
    },
    CreateOrganizationRequest: {
      "FeatureSet": {"enum":["ALL","CONSOLIDATED_BILLING"]},
    },
    CreateOrganizationalUnitRequest: {
      "ParentId": {"pattern":"^(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$","max":100},
      "Name": {"min":1,"max":128},
    },
    CreatePolicyRequest: {
      "Content": {"min":1},
      "Description": {"max":512},
      "Name": {"min":1,"max":128},
      "Type": {"enum":["AISERVICES_OPT_OUT_POLICY","BACKUP_POLICY","BEDROCK_POLICY","CHATBOT_POLICY","DECLARATIVE_POLICY_EC2","GUARDDUTY_POLICY","INSPECTOR_POLICY","NETWORK_SECURITY_DIRECTOR_POLICY","RESOURCE_CONTROL_POLICY","S3_POLICY","SECURITYHUB_CSPM_POLICY","SECURITYHUB_POLICY","SERVICE_CONTROL_POLICY","TAG_POLICY","UPGRADE_ROLLOUT_POLICY"]},
    },
    DeclineHandshakeRequest: {
      "HandshakeId": {"pattern":"^h-[0-9a-z]{8,32}$","max":34},
    },
    DeleteOrganizationalUnitRequest: {
      "OrganizationalUnitId": {"pattern":"^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$","max":68},
    },
    DeletePolicyRequest: {
      "PolicyId": {"pattern":"^p-[0-9a-zA-Z_]{8,128}$","max":130},
    },
    DeregisterDelegatedAdministratorRequest: {
      "AccountId": {"pattern":"^\\d{12}$","max":12},
      "ServicePrincipal": {"pattern":"[\\w+=,.@-]*","min":1,"max":128},
    },
    DescribeAccountRequest: {
      "AccountId": {"pattern":"^\\d{12}$","max":12},
    },
    DescribeCreateAccountStatusRequest: {
      "CreateAccountRequestId": {"pattern":"^car-[a-z0-9]{8,32}$","max":36},
    },
    DescribeEffectivePolicyRequest: {
      "PolicyType": {"enum":["AISERVICES_OPT_OUT_POLICY","BACKUP_POLICY","BEDROCK_POLICY","CHATBOT_POLICY","DECLARATIVE_POLICY_EC2","GUARDDUTY_POLICY","INSPECTOR_POLICY","NETWORK_SECURITY_DIRECTOR_POLICY","S3_POLICY","SECURITYHUB_CSPM_POLICY","SECURITYHUB_POLICY","TAG_POLICY","UPGRADE_ROLLOUT_POLICY"]},
      "TargetId": {"pattern":"^(r-[0-9a-z]{4,32})|(\\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$","max":100},
    },
    DescribeHandshakeRequest: {
      "HandshakeId": {"pattern":"^h-[0-9a-z]{8,32}$","max":34},
    },
    DescribeOrganizationalUnitRequest: {
      "OrganizationalUnitId": {"pattern":"^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$","max":68},
    },
    DescribePolicyRequest: {
      "PolicyId": {"pattern":"^p-[0-9a-zA-Z_]{8,128}$","max":130},
    },
    DescribeResponsibilityTransferRequest: {
      "Id": {"pattern":"^rt-[0-9a-z]{8,32}$"},
    },
    DetachPolicyRequest: {
      "PolicyId": {"pattern":"^p-[0-9a-zA-Z_]{8,128}$","max":130},
      "TargetId": {"pattern":"^(r-[0-9a-z]{4,32})|(\\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$","max":100},
    },
    DisableAWSServiceAccessRequest: {
      "ServicePrincipal": {"pattern":"[\\w+=,.@-]*","min":1,"max":128},
    },
    DisablePolicyTypeRequest: {
      "RootId": {"pattern":"^r-[0-9a-z]{4,32}$","max":34},
      "PolicyType": {"enum":["AISERVICES_OPT_OUT_POLICY","BACKUP_POLICY","BEDROCK_POLICY","CHATBOT_POLICY","DECLARATIVE_POLICY_EC2","GUARDDUTY_POLICY","INSPECTOR_POLICY","NETWORK_SECURITY_DIRECTOR_POLICY","RESOURCE_CONTROL_POLICY","S3_POLICY","SECURITYHUB_CSPM_POLICY","SECURITYHUB_POLICY","SERVICE_CONTROL_POLICY","TAG_POLICY","UPGRADE_ROLLOUT_POLICY"]},
    },
    EnableAWSServiceAccessRequest: {
      "ServicePrincipal": {"pattern":"[\\w+=,.@-]*","min":1,"max":128},
    },
    EnablePolicyTypeRequest: {
      "RootId": {"pattern":"^r-[0-9a-z]{4,32}$","max":34},
      "PolicyType": {"enum":["AISERVICES_OPT_OUT_POLICY","BACKUP_POLICY","BEDROCK_POLICY","CHATBOT_POLICY","DECLARATIVE_POLICY_EC2","GUARDDUTY_POLICY","INSPECTOR_POLICY","NETWORK_SECURITY_DIRECTOR_POLICY","RESOURCE_CONTROL_POLICY","S3_POLICY","SECURITYHUB_CSPM_POLICY","SECURITYHUB_POLICY","SERVICE_CONTROL_POLICY","TAG_POLICY","UPGRADE_ROLLOUT_POLICY"]},
    },
    HandshakeFilter: {
      "ActionType": {"enum":["ADD_ORGANIZATIONS_SERVICE_LINKED_ROLE","APPROVE_ALL_FEATURES","ENABLE_ALL_FEATURES","INVITE","TRANSFER_RESPONSIBILITY"]},
      "ParentHandshakeId": {"pattern":"^h-[0-9a-z]{8,32}$","max":34},
    },
    HandshakeParty: {
      "Id": {"min":1,"max":64},
      "Type": {"enum":["ACCOUNT","EMAIL","ORGANIZATION"]},
    },
    InviteAccountToOrganizationRequest: {
      "Notes": {"max":1024},
    },
    InviteOrganizationToTransferResponsibilityRequest: {
      "Type": {"enum":["BILLING"]},
      "SourceName": {"pattern":"^[ -~]+$","min":1,"max":128},
      "Notes": {"max":1024},
    },
    ListAWSServiceAccessForOrganizationRequest: {
      "NextToken": {"max":100000},
      "MaxResults": {"min":1,"max":20,"integer":true},
    },
    ListAccountsForParentRequest: {
      "ParentId": {"pattern":"^(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$","max":100},
      "NextToken": {"max":100000},
      "MaxResults": {"min":1,"max":20,"integer":true},
    },
    ListAccountsRequest: {
      "NextToken": {"max":100000},
      "MaxResults": {"min":1,"max":20,"integer":true},
    },
    ListAccountsWithInvalidEffectivePolicyRequest: {
      "PolicyType": {"enum":["AISERVICES_OPT_OUT_POLICY","BACKUP_POLICY","BEDROCK_POLICY","CHATBOT_POLICY","DECLARATIVE_POLICY_EC2","GUARDDUTY_POLICY","INSPECTOR_POLICY","NETWORK_SECURITY_DIRECTOR_POLICY","S3_POLICY","SECURITYHUB_CSPM_POLICY","SECURITYHUB_POLICY","TAG_POLICY","UPGRADE_ROLLOUT_POLICY"]},
      "NextToken": {"max":100000},
      "MaxResults": {"min":1,"max":20,"integer":true},
    },
    ListChildrenRequest: {
      "ParentId": {"pattern":"^(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$","max":100},
      "ChildType": {"enum":["ACCOUNT","ORGANIZATIONAL_UNIT"]},
      "NextToken": {"max":100000},
      "MaxResults": {"min":1,"max":20,"integer":true},
    },
    ListCreateAccountStatusRequest: {
      "States": {"member":{"enum":["FAILED","IN_PROGRESS","SUCCEEDED"]}},
      "NextToken": {"max":100000},
      "MaxResults": {"min":1,"max":20,"integer":true},
    },
    ListDelegatedAdministratorsRequest: {
      "ServicePrincipal": {"pattern":"[\\w+=,.@-]*","min":1,"max":128},
      "NextToken": {"max":100000},
      "MaxResults": {"min":1,"max":20,"integer":true},
    },
    ListDelegatedServicesForAccountRequest: {
      "AccountId": {"pattern":"^\\d{12}$","max":12},
      "NextToken": {"max":100000},
      "MaxResults": {"min":1,"max":20,"integer":true},
    },
    ListEffectivePolicyValidationErrorsRequest: {
      "AccountId": {"pattern":"^\\d{12}$","max":12},
      "PolicyType": {"enum":["AISERVICES_OPT_OUT_POLICY","BACKUP_POLICY","BEDROCK_POLICY","CHATBOT_POLICY","DECLARATIVE_POLICY_EC2","GUARDDUTY_POLICY","INSPECTOR_POLICY","NETWORK_SECURITY_DIRECTOR_POLICY","S3_POLICY","SECURITYHUB_CSPM_POLICY","SECURITYHUB_POLICY","TAG_POLICY","UPGRADE_ROLLOUT_POLICY"]},
      "NextToken": {"max":100000},
      "MaxResults": {"min":1,"max":20,"integer":true},
    },
    ListHandshakesForAccountRequest: {
      "NextToken": {"max":100000},
      "MaxResults": {"min":1,"max":20,"integer":true},
    },
    ListHandshakesForOrganizationRequest: {
      "NextToken": {"max":100000},
      "MaxResults": {"min":1,"max":20,"integer":true},
    },
    ListInboundResponsibilityTransfersRequest: {
      "Type": {"enum":["BILLING"]},
      "Id": {"pattern":"^rt-[0-9a-z]{8,32}$"},
      "NextToken": {"max":100000},
      "MaxResults": {"min":1,"max":20,"integer":true},
    },
    ListOrganizationalUnitsForParentRequest: {
      "ParentId": {"pattern":"^(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$","max":100},
      "NextToken": {"max":100000},
      "MaxResults": {"min":1,"max":20,"integer":true},
    },
    ListOutboundResponsibilityTransfersRequest: {
      "Type": {"enum":["BILLING"]},
      "NextToken": {"max":100000},
      "MaxResults": {"min":1,"max":20,"integer":true},
    },
    ListParentsRequest: {
      "ChildId": {"pattern":"^(\\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$","max":100},
      "NextToken": {"max":100000},
      "MaxResults": {"min":1,"max":20,"integer":true},
    },
    ListPoliciesForTargetRequest: {
      "TargetId": {"pattern":"^(r-[0-9a-z]{4,32})|(\\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$","max":100},
      "Filter": {"enum":["AISERVICES_OPT_OUT_POLICY","BACKUP_POLICY","BEDROCK_POLICY","CHATBOT_POLICY","DECLARATIVE_POLICY_EC2","GUARDDUTY_POLICY","INSPECTOR_POLICY","NETWORK_SECURITY_DIRECTOR_POLICY","RESOURCE_CONTROL_POLICY","S3_POLICY","SECURITYHUB_CSPM_POLICY","SECURITYHUB_POLICY","SERVICE_CONTROL_POLICY","TAG_POLICY","UPGRADE_ROLLOUT_POLICY"]},
      "NextToken": {"max":100000},
      "MaxResults": {"min":1,"max":20,"integer":true},
    },
    ListPoliciesRequest: {
      "Filter": {"enum":["AISERVICES_OPT_OUT_POLICY","BACKUP_POLICY","BEDROCK_POLICY","CHATBOT_POLICY","DECLARATIVE_POLICY_EC2","GUARDDUTY_POLICY","INSPECTOR_POLICY","NETWORK_SECURITY_DIRECTOR_POLICY","RESOURCE_CONTROL_POLICY","S3_POLICY","SECURITYHUB_CSPM_POLICY","SECURITYHUB_POLICY","SERVICE_CONTROL_POLICY","TAG_POLICY","UPGRADE_ROLLOUT_POLICY"]},
      "NextToken": {"max":100000},
      "MaxResults": {"min":1,"max":20,"integer":true},
    },
    ListRootsRequest: {
      "NextToken": {"max":100000},
      "MaxResults": {"min":1,"max":20,"integer":true},
    },
    ListTagsForResourceRequest: {
      "ResourceId": {"pattern":"^(r-[0-9a-z]{4,32})|(\\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})|(^p-[0-9a-zA-Z_]{8,128})|(^rp-[0-9a-zA-Z_]{4,128})|(^rt-[0-9a-zA-Z_]{8,32})$","max":130},
      "NextToken": {"max":100000},
    },
    ListTargetsForPolicyRequest: {
      "PolicyId": {"pattern":"^p-[0-9a-zA-Z_]{8,128}$","max":130},
      "NextToken": {"max":100000},
      "MaxResults": {"min":1,"max":20,"integer":true},
    },
    MoveAccountRequest: {
      "AccountId": {"pattern":"^\\d{12}$","max":12},
      "SourceParentId": {"pattern":"^(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$","max":100},
      "DestinationParentId": {"pattern":"^(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$","max":100},
    },
    PutResourcePolicyRequest: {
      "Content": {"min":1,"max":40000},
    },
    RegisterDelegatedAdministratorRequest: {
      "AccountId": {"pattern":"^\\d{12}$","max":12},
      "ServicePrincipal": {"pattern":"[\\w+=,.@-]*","min":1,"max":128},
    },
    RemoveAccountFromOrganizationRequest: {
      "AccountId": {"pattern":"^\\d{12}$","max":12},
    },
    Tag: {
      "Key": {"pattern":"^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$","min":1,"max":128},
      "Value": {"pattern":"^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$","min":0,"max":256},
    },
    TagResourceRequest: {
      "ResourceId": {"pattern":"^(r-[0-9a-z]{4,32})|(\\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})|(^p-[0-9a-zA-Z_]{8,128})|(^rp-[0-9a-zA-Z_]{4,128})|(^rt-[0-9a-zA-Z_]{8,32})$","max":130},
    },
    TerminateResponsibilityTransferRequest: {
      "Id": {"pattern":"^rt-[0-9a-z]{8,32}$"},
    },
    UntagResourceRequest: {
      "ResourceId": {"pattern":"^(r-[0-9a-z]{4,32})|(\\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})|(^p-[0-9a-zA-Z_]{8,128})|(^rp-[0-9a-zA-Z_]{4,128})|(^rt-[0-9a-zA-Z_]{8,32})$","max":130},
      "TagKeys": {"member":{"pattern":"^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$","min":1,"max":128}},
    },
    UpdateOrganizationalUnitRequest: {
      "OrganizationalUnitId": {"pattern":"^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$","max":68},
      "Name": {"min":1,"max":128},
    },
    UpdatePolicyRequest: {
      "PolicyId": {"pattern":"^p-[0-9a-zA-Z_]{8,128}$","max":130},
      "Name": {"min":1,"max":128},
      "Description": {"max":512},
      "Content": {"min":1},
    },
    UpdateResponsibilityTransferRequest: {
      "Id": {"pattern":"^rt-[0-9a-z]{8,32}$"},
      "Name": {"pattern":"^[ -~]+$","min":1,"max":128},
    },
  },
};
