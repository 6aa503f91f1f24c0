// Written by scripts/generate-api.ts from the schemas of the AWS SDK. Not edited by hand.
import type { ServiceModel } from '../service-model.ts';

export const sts: ServiceModel = {
  name: "sts",
  protocol: "query",
  version: "2011-06-15",
  target: "AWSSecurityTokenServiceV20110615",
  xmlNamespace: "https://sts.amazonaws.com/doc/2011-06-15/",
  operations: {
    AssumeRole: {"method":"POST","path":"/","status":200,"input":"AssumeRoleRequest","output":"AssumeRoleResponse"},
    AssumeRoleWithSAML: {"method":"POST","path":"/","status":200,"input":"AssumeRoleWithSAMLRequest","output":"AssumeRoleWithSAMLResponse"},
    AssumeRoleWithWebIdentity: {"method":"POST","path":"/","status":200,"input":"AssumeRoleWithWebIdentityRequest","output":"AssumeRoleWithWebIdentityResponse"},
    AssumeRoot: {"method":"POST","path":"/","status":200,"input":"AssumeRootRequest","output":"AssumeRootResponse"},
    DecodeAuthorizationMessage: {"method":"POST","path":"/","status":200,"input":"DecodeAuthorizationMessageRequest","output":"DecodeAuthorizationMessageResponse"},
    GetAccessKeyInfo: {"method":"POST","path":"/","status":200,"input":"GetAccessKeyInfoRequest","output":"GetAccessKeyInfoResponse"},
    GetCallerIdentity: {"method":"POST","path":"/","status":200,"input":"GetCallerIdentityRequest","output":"GetCallerIdentityResponse"},
    GetDelegatedAccessToken: {"method":"POST","path":"/","status":200,"input":"GetDelegatedAccessTokenRequest","output":"GetDelegatedAccessTokenResponse"},
    GetFederationToken: {"method":"POST","path":"/","status":200,"input":"GetFederationTokenRequest","output":"GetFederationTokenResponse"},
    GetSessionToken: {"method":"POST","path":"/","status":200,"input":"GetSessionTokenRequest","output":"GetSessionTokenResponse"},
    GetWebIdentityToken: {"method":"POST","path":"/","status":200,"input":"GetWebIdentityTokenRequest","output":"GetWebIdentityTokenResponse"},
  },
  structures: {
    AssumeRoleRequest: {
      required: ["RoleArn","RoleSessionName"],
      members: {
        "RoleArn": {"type":"string"},
        "RoleSessionName": {"type":"string"},
        "PolicyArns": {"type":{"list":{"structure":"PolicyDescriptorType"}}},
        "Policy": {"type":"string"},
        "DurationSeconds": {"type":"number"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
        "TransitiveTagKeys": {"type":{"list":"string"}},
        "ExternalId": {"type":"string"},
        "SerialNumber": {"type":"string"},
        "TokenCode": {"type":"string"},
        "SourceIdentity": {"type":"string"},
        "ProvidedContexts": {"type":{"list":{"structure":"ProvidedContext"}}},
        "MinimumSessionTokenSize": {"type":"number"},
      },
    },
    AssumeRoleResponse: {
      required: [],
      members: {
        "Credentials": {"type":{"structure":"Credentials"}},
        "AssumedRoleUser": {"type":{"structure":"AssumedRoleUser"}},
        "PackedPolicySize": {"type":"number"},
        "SourceIdentity": {"type":"string"},
        "SessionTokenUtilization": {"type":"number"},
        "SessionTokenSize": {"type":"number"},
      },
    },
    AssumeRoleWithSAMLRequest: {
      required: ["RoleArn","PrincipalArn","SAMLAssertion"],
      members: {
        "RoleArn": {"type":"string"},
        "PrincipalArn": {"type":"string"},
        "SAMLAssertion": {"type":"string","sensitive":true},
        "PolicyArns": {"type":{"list":{"structure":"PolicyDescriptorType"}}},
        "Policy": {"type":"string"},
        "DurationSeconds": {"type":"number"},
        "MinimumSessionTokenSize": {"type":"number"},
      },
    },
    AssumeRoleWithSAMLResponse: {
      required: [],
      members: {
        "Credentials": {"type":{"structure":"Credentials"}},
        "AssumedRoleUser": {"type":{"structure":"AssumedRoleUser"}},
        "PackedPolicySize": {"type":"number"},
        "Subject": {"type":"string"},
        "SubjectType": {"type":"string"},
        "Issuer": {"type":"string"},
        "Audience": {"type":"string"},
        "NameQualifier": {"type":"string"},
        "SourceIdentity": {"type":"string"},
        "SessionTokenUtilization": {"type":"number"},
        "SessionTokenSize": {"type":"number"},
      },
    },
    AssumeRoleWithWebIdentityRequest: {
      required: ["RoleArn","RoleSessionName","WebIdentityToken"],
      members: {
        "RoleArn": {"type":"string"},
        "RoleSessionName": {"type":"string"},
        "WebIdentityToken": {"type":"string","sensitive":true},
        "ProviderId": {"type":"string"},
        "PolicyArns": {"type":{"list":{"structure":"PolicyDescriptorType"}}},
        "Policy": {"type":"string"},
        "DurationSeconds": {"type":"number"},
        "MinimumSessionTokenSize": {"type":"number"},
      },
    },
    AssumeRoleWithWebIdentityResponse: {
      required: [],
      members: {
        "Credentials": {"type":{"structure":"Credentials"}},
        "SubjectFromWebIdentityToken": {"type":"string"},
        "AssumedRoleUser": {"type":{"structure":"AssumedRoleUser"}},
        "PackedPolicySize": {"type":"number"},
        "Provider": {"type":"string"},
        "Audience": {"type":"string"},
        "SourceIdentity": {"type":"string"},
        "SessionTokenUtilization": {"type":"number"},
        "SessionTokenSize": {"type":"number"},
      },
    },
    AssumeRootRequest: {
      required: ["TargetPrincipal","TaskPolicyArn"],
      members: {
        "TargetPrincipal": {"type":"string"},
        "TaskPolicyArn": {"type":{"structure":"PolicyDescriptorType"}},
        "DurationSeconds": {"type":"number"},
        "MinimumSessionTokenSize": {"type":"number"},
      },
    },
    AssumeRootResponse: {
      required: [],
      members: {
        "Credentials": {"type":{"structure":"Credentials"}},
        "SourceIdentity": {"type":"string"},
        "SessionTokenUtilization": {"type":"number"},
        "SessionTokenSize": {"type":"number"},
      },
    },
    AssumedRoleUser: {
      required: ["AssumedRoleId","Arn"],
      members: {
        "AssumedRoleId": {"type":"string"},
        "Arn": {"type":"string"},
      },
    },
    Credentials: {
      required: ["AccessKeyId","SecretAccessKey","SessionToken","Expiration"],
      members: {
        "AccessKeyId": {"type":"string"},
        "SecretAccessKey": {"type":"string","sensitive":true},
        "SessionToken": {"type":"string"},
        "Expiration": {"type":"timestamp"},
      },
    },
    DecodeAuthorizationMessageRequest: {
      required: ["EncodedMessage"],
      members: {
        "EncodedMessage": {"type":"string"},
      },
    },
    DecodeAuthorizationMessageResponse: {
      required: [],
      members: {
        "DecodedMessage": {"type":"string"},
      },
    },
    FederatedUser: {
      required: ["FederatedUserId","Arn"],
      members: {
        "FederatedUserId": {"type":"string"},
        "Arn": {"type":"string"},
      },
    },
    GetAccessKeyInfoRequest: {
      required: ["AccessKeyId"],
      members: {
        "AccessKeyId": {"type":"string"},
      },
    },
    GetAccessKeyInfoResponse: {
      required: [],
      members: {
        "Account": {"type":"string"},
      },
    },
    GetCallerIdentityRequest: {
      required: [],
      members: {
      },
    },
    GetCallerIdentityResponse: {
      required: [],
      members: {
        "UserId": {"type":"string"},
        "Account": {"type":"string"},
        "Arn": {"type":"string"},
      },
    },
    GetDelegatedAccessTokenRequest: {
      required: ["TradeInToken"],
      members: {
        "TradeInToken": {"type":"string","sensitive":true},
      },
    },
    GetDelegatedAccessTokenResponse: {
      required: [],
      members: {
        "Credentials": {"type":{"structure":"Credentials"}},
        "PackedPolicySize": {"type":"number"},
        "AssumedPrincipal": {"type":"string"},
      },
    },
    GetFederationTokenRequest: {
      required: ["Name"],
      members: {
        "Name": {"type":"string"},
        "Policy": {"type":"string"},
        "PolicyArns": {"type":{"list":{"structure":"PolicyDescriptorType"}}},
        "DurationSeconds": {"type":"number"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
        "MinimumSessionTokenSize": {"type":"number"},
      },
    },
    GetFederationTokenResponse: {
      required: [],
      members: {
        "Credentials": {"type":{"structure":"Credentials"}},
        "FederatedUser": {"type":{"structure":"FederatedUser"}},
        "PackedPolicySize": {"type":"number"},
        "SessionTokenUtilization": {"type":"number"},
        "SessionTokenSize": {"type":"number"},
      },
    },
    GetSessionTokenRequest: {
      required: [],
      members: {
        "DurationSeconds": {"type":"number"},
        "SerialNumber": {"type":"string"},
        "TokenCode": {"type":"string"},
        "MinimumSessionTokenSize": {"type":"number"},
      },
    },
    GetSessionTokenResponse: {
      required: [],
      members: {
        "Credentials": {"type":{"structure":"Credentials"}},
        "SessionTokenUtilization": {"type":"number"},
        "SessionTokenSize": {"type":"number"},
      },
    },
    GetWebIdentityTokenRequest: {
      required: ["Audience","SigningAlgorithm"],
      members: {
        "Audience": {"type":{"list":"string"}},
        "SigningAlgorithm": {"type":"string"},
        "DurationSeconds": {"type":"number"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    GetWebIdentityTokenResponse: {
      required: [],
      members: {
        "WebIdentityToken": {"type":"string","sensitive":true},
        "Expiration": {"type":"timestamp"},
      },
    },
    PolicyDescriptorType: {
      required: [],
      members: {
        "arn": {"type":"string"},
      },
    },
    ProvidedContext: {
      required: [],
      members: {
        "ProviderArn": {"type":"string"},
        "ContextAssertion": {"type":"string"},
      },
    },
    Tag: {
      required: ["Key","Value"],
      members: {
        "Key": {"type":"string"},
        "Value": {"type":"string"},
      },
    },
  },
  errors: {
    ExpiredTokenException: {"code":"ExpiredTokenException","message":"message"},
    ExpiredTradeInTokenException: {"code":"ExpiredTradeInTokenException","message":"message"},
    IDPCommunicationErrorException: {"code":"IDPCommunicationError","message":"message"},
    IDPRejectedClaimException: {"code":"IDPRejectedClaim","message":"message"},
    InvalidAuthorizationMessageException: {"code":"InvalidAuthorizationMessageException","message":"message"},
    InvalidIdentityTokenException: {"code":"InvalidIdentityToken","message":"message"},
    JWTPayloadSizeExceededException: {"code":"JWTPayloadSizeExceededException","message":"message"},
    MalformedPolicyDocumentException: {"code":"MalformedPolicyDocument","message":"message"},
    OutboundWebIdentityFederationDisabledException: {"code":"OutboundWebIdentityFederationDisabledException","message":"message"},
    PackedPolicyTooLargeException: {"code":"PackedPolicyTooLarge","message":"message"},
    RegionDisabledException: {"code":"RegionDisabledException","message":"message"},
    SessionDurationEscalationException: {"code":"SessionDurationEscalationException","message":"message"},
  },
};
