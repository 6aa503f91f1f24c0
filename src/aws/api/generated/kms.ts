// Written by scripts/generate-api.ts from the schemas of the AWS SDK. Not edited by hand.
import type { ServiceModel } from '../service-model.ts';

export const kms: ServiceModel = {
  name: "kms",
  protocol: "json-1.1",
  version: "2014-11-01",
  target: "TrentService",
  xmlNamespace: "https://trent.amazonaws.com/doc/2014-11-01/",
  operations: {
    CancelKeyDeletion: {"method":"POST","path":"/","status":200,"input":"CancelKeyDeletionRequest","output":"CancelKeyDeletionResponse"},
    ConnectCustomKeyStore: {"method":"POST","path":"/","status":200,"input":"ConnectCustomKeyStoreRequest","output":"ConnectCustomKeyStoreResponse"},
    CreateAlias: {"method":"POST","path":"/","status":200,"input":"CreateAliasRequest"},
    CreateCustomKeyStore: {"method":"POST","path":"/","status":200,"input":"CreateCustomKeyStoreRequest","output":"CreateCustomKeyStoreResponse"},
    CreateGrant: {"method":"POST","path":"/","status":200,"input":"CreateGrantRequest","output":"CreateGrantResponse"},
    CreateKey: {"method":"POST","path":"/","status":200,"input":"CreateKeyRequest","output":"CreateKeyResponse"},
    Decapsulate: {"method":"POST","path":"/","status":200,"input":"DecapsulateRequest","output":"DecapsulateResponse"},
    Decrypt: {"method":"POST","path":"/","status":200,"input":"DecryptRequest","output":"DecryptResponse"},
    DeleteAlias: {"method":"POST","path":"/","status":200,"input":"DeleteAliasRequest"},
    DeleteCustomKeyStore: {"method":"POST","path":"/","status":200,"input":"DeleteCustomKeyStoreRequest","output":"DeleteCustomKeyStoreResponse"},
    DeleteImportedKeyMaterial: {"method":"POST","path":"/","status":200,"input":"DeleteImportedKeyMaterialRequest","output":"DeleteImportedKeyMaterialResponse"},
    DeriveSharedSecret: {"method":"POST","path":"/","status":200,"input":"DeriveSharedSecretRequest","output":"DeriveSharedSecretResponse"},
    DescribeCustomKeyStores: {"method":"POST","path":"/","status":200,"input":"DescribeCustomKeyStoresRequest","output":"DescribeCustomKeyStoresResponse"},
    DescribeKey: {"method":"POST","path":"/","status":200,"input":"DescribeKeyRequest","output":"DescribeKeyResponse"},
    DisableKey: {"method":"POST","path":"/","status":200,"input":"DisableKeyRequest"},
    DisableKeyRotation: {"method":"POST","path":"/","status":200,"input":"DisableKeyRotationRequest"},
    DisconnectCustomKeyStore: {"method":"POST","path":"/","status":200,"input":"DisconnectCustomKeyStoreRequest","output":"DisconnectCustomKeyStoreResponse"},
    EnableKey: {"method":"POST","path":"/","status":200,"input":"EnableKeyRequest"},
    EnableKeyRotation: {"method":"POST","path":"/","status":200,"input":"EnableKeyRotationRequest"},
    Encapsulate: {"method":"POST","path":"/","status":200,"input":"EncapsulateRequest","output":"EncapsulateResponse"},
    Encrypt: {"method":"POST","path":"/","status":200,"input":"EncryptRequest","output":"EncryptResponse"},
    GenerateDataKey: {"method":"POST","path":"/","status":200,"input":"GenerateDataKeyRequest","output":"GenerateDataKeyResponse"},
    GenerateDataKeyPair: {"method":"POST","path":"/","status":200,"input":"GenerateDataKeyPairRequest","output":"GenerateDataKeyPairResponse"},
    GenerateDataKeyPairWithoutPlaintext: {"method":"POST","path":"/","status":200,"input":"GenerateDataKeyPairWithoutPlaintextRequest","output":"GenerateDataKeyPairWithoutPlaintextResponse"},
    GenerateDataKeyWithoutPlaintext: {"method":"POST","path":"/","status":200,"input":"GenerateDataKeyWithoutPlaintextRequest","output":"GenerateDataKeyWithoutPlaintextResponse"},
    GenerateMac: {"method":"POST","path":"/","status":200,"input":"GenerateMacRequest","output":"GenerateMacResponse"},
    GenerateRandom: {"method":"POST","path":"/","status":200,"input":"GenerateRandomRequest","output":"GenerateRandomResponse"},
    GetKeyLastUsage: {"method":"POST","path":"/","status":200,"input":"GetKeyLastUsageRequest","output":"GetKeyLastUsageResponse"},
    GetKeyPolicy: {"method":"POST","path":"/","status":200,"input":"GetKeyPolicyRequest","output":"GetKeyPolicyResponse"},
    GetKeyRotationStatus: {"method":"POST","path":"/","status":200,"input":"GetKeyRotationStatusRequest","output":"GetKeyRotationStatusResponse"},
    GetParametersForImport: {"method":"POST","path":"/","status":200,"input":"GetParametersForImportRequest","output":"GetParametersForImportResponse"},
    GetPublicKey: {"method":"POST","path":"/","status":200,"input":"GetPublicKeyRequest","output":"GetPublicKeyResponse"},
    ImportKeyMaterial: {"method":"POST","path":"/","status":200,"input":"ImportKeyMaterialRequest","output":"ImportKeyMaterialResponse"},
    ListAliases: {"method":"POST","path":"/","status":200,"input":"ListAliasesRequest","output":"ListAliasesResponse"},
    ListGrants: {"method":"POST","path":"/","status":200,"input":"ListGrantsRequest","output":"ListGrantsResponse"},
    ListKeyPolicies: {"method":"POST","path":"/","status":200,"input":"ListKeyPoliciesRequest","output":"ListKeyPoliciesResponse"},
    ListKeyRotations: {"method":"POST","path":"/","status":200,"input":"ListKeyRotationsRequest","output":"ListKeyRotationsResponse"},
    ListKeys: {"method":"POST","path":"/","status":200,"input":"ListKeysRequest","output":"ListKeysResponse"},
    ListResourceTags: {"method":"POST","path":"/","status":200,"input":"ListResourceTagsRequest","output":"ListResourceTagsResponse"},
    ListRetirableGrants: {"method":"POST","path":"/","status":200,"input":"ListRetirableGrantsRequest","output":"ListGrantsResponse"},
    PutKeyPolicy: {"method":"POST","path":"/","status":200,"input":"PutKeyPolicyRequest"},
    ReEncrypt: {"method":"POST","path":"/","status":200,"input":"ReEncryptRequest","output":"ReEncryptResponse"},
    ReplicateKey: {"method":"POST","path":"/","status":200,"input":"ReplicateKeyRequest","output":"ReplicateKeyResponse"},
    RetireGrant: {"method":"POST","path":"/","status":200,"input":"RetireGrantRequest"},
    RevokeGrant: {"method":"POST","path":"/","status":200,"input":"RevokeGrantRequest"},
    RotateKeyOnDemand: {"method":"POST","path":"/","status":200,"input":"RotateKeyOnDemandRequest","output":"RotateKeyOnDemandResponse"},
    ScheduleKeyDeletion: {"method":"POST","path":"/","status":200,"input":"ScheduleKeyDeletionRequest","output":"ScheduleKeyDeletionResponse"},
    Sign: {"method":"POST","path":"/","status":200,"input":"SignRequest","output":"SignResponse"},
    TagResource: {"method":"POST","path":"/","status":200,"input":"TagResourceRequest"},
    UntagResource: {"method":"POST","path":"/","status":200,"input":"UntagResourceRequest"},
    UpdateAlias: {"method":"POST","path":"/","status":200,"input":"UpdateAliasRequest"},
    UpdateCustomKeyStore: {"method":"POST","path":"/","status":200,"input":"UpdateCustomKeyStoreRequest","output":"UpdateCustomKeyStoreResponse"},
    UpdateKeyDescription: {"method":"POST","path":"/","status":200,"input":"UpdateKeyDescriptionRequest"},
    UpdatePrimaryRegion: {"method":"POST","path":"/","status":200,"input":"UpdatePrimaryRegionRequest"},
    Verify: {"method":"POST","path":"/","status":200,"input":"VerifyRequest","output":"VerifyResponse"},
    VerifyMac: {"method":"POST","path":"/","status":200,"input":"VerifyMacRequest","output":"VerifyMacResponse"},
  },
  structures: {
    AliasListEntry: {
      required: [],
      members: {
        "AliasName": {"type":"string"},
        "AliasArn": {"type":"string"},
        "TargetKeyId": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "LastUpdatedDate": {"type":"timestamp"},
      },
    },
    CancelKeyDeletionRequest: {
      required: ["KeyId"],
      members: {
        "KeyId": {"type":"string"},
      },
    },
    CancelKeyDeletionResponse: {
      required: [],
      members: {
        "KeyId": {"type":"string"},
      },
    },
    ConnectCustomKeyStoreRequest: {
      required: ["CustomKeyStoreId"],
      members: {
        "CustomKeyStoreId": {"type":"string"},
      },
    },
    ConnectCustomKeyStoreResponse: {
      required: [],
      members: {
      },
    },
    CreateAliasRequest: {
      required: ["AliasName","TargetKeyId"],
      members: {
        "AliasName": {"type":"string"},
        "TargetKeyId": {"type":"string"},
      },
    },
    CreateCustomKeyStoreRequest: {
      required: ["CustomKeyStoreName"],
      members: {
        "CustomKeyStoreName": {"type":"string"},
        "CloudHsmClusterId": {"type":"string"},
        "TrustAnchorCertificate": {"type":"string"},
        "KeyStorePassword": {"type":"string","sensitive":true},
        "CustomKeyStoreType": {"type":"string"},
        "XksProxyUriEndpoint": {"type":"string"},
        "XksProxyUriPath": {"type":"string"},
        "XksProxyVpcEndpointServiceName": {"type":"string"},
        "XksProxyVpcEndpointServiceOwner": {"type":"string"},
        "XksProxyAuthenticationCredential": {"type":{"structure":"XksProxyAuthenticationCredentialType"}},
        "XksProxyConnectivity": {"type":"string"},
      },
    },
    CreateCustomKeyStoreResponse: {
      required: [],
      members: {
        "CustomKeyStoreId": {"type":"string"},
      },
    },
    CreateGrantRequest: {
      required: ["KeyId","Operations"],
      members: {
        "KeyId": {"type":"string"},
        "Operations": {"type":{"list":"string"}},
        "GranteePrincipal": {"type":"string"},
        "RetiringPrincipal": {"type":"string"},
        "Constraints": {"type":{"structure":"GrantConstraints"}},
        "GrantTokens": {"type":{"list":"string"}},
        "Name": {"type":"string"},
        "DryRun": {"type":"boolean"},
        "GranteeServicePrincipal": {"type":"string"},
        "RetiringServicePrincipal": {"type":"string"},
      },
    },
    CreateGrantResponse: {
      required: [],
      members: {
        "GrantToken": {"type":"string"},
        "GrantId": {"type":"string"},
      },
    },
    CreateKeyRequest: {
      required: [],
      members: {
        "Policy": {"type":"string"},
        "Description": {"type":"string"},
        "KeyUsage": {"type":"string"},
        "CustomerMasterKeySpec": {"type":"string"},
        "KeySpec": {"type":"string"},
        "Origin": {"type":"string"},
        "CustomKeyStoreId": {"type":"string"},
        "BypassPolicyLockoutSafetyCheck": {"type":"boolean"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
        "MultiRegion": {"type":"boolean"},
        "XksKeyId": {"type":"string"},
      },
    },
    CreateKeyResponse: {
      required: [],
      members: {
        "KeyMetadata": {"type":{"structure":"KeyMetadata"}},
      },
    },
    CustomKeyStoresListEntry: {
      required: [],
      members: {
        "CustomKeyStoreId": {"type":"string"},
        "CustomKeyStoreName": {"type":"string"},
        "CloudHsmClusterId": {"type":"string"},
        "TrustAnchorCertificate": {"type":"string"},
        "ConnectionState": {"type":"string"},
        "ConnectionErrorCode": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "CustomKeyStoreType": {"type":"string"},
        "XksProxyConfiguration": {"type":{"structure":"XksProxyConfigurationType"}},
      },
    },
    DecapsulateRequest: {
      required: ["KeyId","SharedSecretCiphertextBlob","EncapsulationAlgorithm"],
      members: {
        "KeyId": {"type":"string"},
        "SharedSecretCiphertextBlob": {"type":"blob"},
        "EncapsulationAlgorithm": {"type":"string"},
        "GrantTokens": {"type":{"list":"string"}},
        "DryRun": {"type":"boolean"},
      },
    },
    DecapsulateResponse: {
      required: [],
      members: {
        "KeyId": {"type":"string"},
        "SharedSecret": {"type":"blob","sensitive":true},
        "EncapsulationAlgorithm": {"type":"string"},
      },
    },
    DecryptRequest: {
      required: [],
      members: {
        "CiphertextBlob": {"type":"blob"},
        "EncryptionContext": {"type":{"map":"string"}},
        "GrantTokens": {"type":{"list":"string"}},
        "KeyId": {"type":"string"},
        "EncryptionAlgorithm": {"type":"string"},
        "Recipient": {"type":{"structure":"RecipientInfo"}},
        "DryRun": {"type":"boolean"},
        "DryRunModifiers": {"type":{"list":"string"}},
      },
    },
    DecryptResponse: {
      required: [],
      members: {
        "KeyId": {"type":"string"},
        "Plaintext": {"type":"blob","sensitive":true},
        "EncryptionAlgorithm": {"type":"string"},
        "CiphertextForRecipient": {"type":"blob"},
        "KeyMaterialId": {"type":"string"},
      },
    },
    DeleteAliasRequest: {
      required: ["AliasName"],
      members: {
        "AliasName": {"type":"string"},
      },
    },
    DeleteCustomKeyStoreRequest: {
      required: ["CustomKeyStoreId"],
      members: {
        "CustomKeyStoreId": {"type":"string"},
      },
    },
    DeleteCustomKeyStoreResponse: {
      required: [],
      members: {
      },
    },
    DeleteImportedKeyMaterialRequest: {
      required: ["KeyId"],
      members: {
        "KeyId": {"type":"string"},
        "KeyMaterialId": {"type":"string"},
      },
    },
    DeleteImportedKeyMaterialResponse: {
      required: [],
      members: {
        "KeyId": {"type":"string"},
        "KeyMaterialId": {"type":"string"},
      },
    },
    DeriveSharedSecretRequest: {
      required: ["KeyId","KeyAgreementAlgorithm","PublicKey"],
      members: {
        "KeyId": {"type":"string"},
        "KeyAgreementAlgorithm": {"type":"string"},
        "PublicKey": {"type":"blob"},
        "GrantTokens": {"type":{"list":"string"}},
        "DryRun": {"type":"boolean"},
        "Recipient": {"type":{"structure":"RecipientInfo"}},
      },
    },
    DeriveSharedSecretResponse: {
      required: [],
      members: {
        "KeyId": {"type":"string"},
        "SharedSecret": {"type":"blob","sensitive":true},
        "CiphertextForRecipient": {"type":"blob"},
        "KeyAgreementAlgorithm": {"type":"string"},
        "KeyOrigin": {"type":"string"},
      },
    },
    DescribeCustomKeyStoresRequest: {
      required: [],
      members: {
        "CustomKeyStoreId": {"type":"string"},
        "CustomKeyStoreName": {"type":"string"},
        "Limit": {"type":"number"},
        "Marker": {"type":"string"},
      },
    },
    DescribeCustomKeyStoresResponse: {
      required: [],
      members: {
        "CustomKeyStores": {"type":{"list":{"structure":"CustomKeyStoresListEntry"}}},
        "NextMarker": {"type":"string"},
        "Truncated": {"type":"boolean"},
      },
    },
    DescribeKeyRequest: {
      required: ["KeyId"],
      members: {
        "KeyId": {"type":"string"},
        "GrantTokens": {"type":{"list":"string"}},
      },
    },
    DescribeKeyResponse: {
      required: [],
      members: {
        "KeyMetadata": {"type":{"structure":"KeyMetadata"}},
      },
    },
    DisableKeyRequest: {
      required: ["KeyId"],
      members: {
        "KeyId": {"type":"string"},
      },
    },
    DisableKeyRotationRequest: {
      required: ["KeyId"],
      members: {
        "KeyId": {"type":"string"},
      },
    },
    DisconnectCustomKeyStoreRequest: {
      required: ["CustomKeyStoreId"],
      members: {
        "CustomKeyStoreId": {"type":"string"},
      },
    },
    DisconnectCustomKeyStoreResponse: {
      required: [],
      members: {
      },
    },
    EnableKeyRequest: {
      required: ["KeyId"],
      members: {
        "KeyId": {"type":"string"},
      },
    },
    EnableKeyRotationRequest: {
      required: ["KeyId"],
      members: {
        "KeyId": {"type":"string"},
        "RotationPeriodInDays": {"type":"number"},
      },
    },
    EncapsulateRequest: {
      required: ["KeyId","EncapsulationAlgorithm"],
      members: {
        "KeyId": {"type":"string"},
        "EncapsulationAlgorithm": {"type":"string"},
        "GrantTokens": {"type":{"list":"string"}},
        "DryRun": {"type":"boolean"},
      },
    },
    EncapsulateResponse: {
      required: [],
      members: {
        "KeyId": {"type":"string"},
        "SharedSecret": {"type":"blob","sensitive":true},
        "SharedSecretCiphertextBlob": {"type":"blob"},
        "EncapsulationAlgorithm": {"type":"string"},
      },
    },
    EncryptRequest: {
      required: ["KeyId","Plaintext"],
      members: {
        "KeyId": {"type":"string"},
        "Plaintext": {"type":"blob","sensitive":true},
        "EncryptionContext": {"type":{"map":"string"}},
        "GrantTokens": {"type":{"list":"string"}},
        "EncryptionAlgorithm": {"type":"string"},
        "DryRun": {"type":"boolean"},
      },
    },
    EncryptResponse: {
      required: [],
      members: {
        "CiphertextBlob": {"type":"blob"},
        "KeyId": {"type":"string"},
        "EncryptionAlgorithm": {"type":"string"},
      },
    },
    GenerateDataKeyPairRequest: {
      required: ["KeyId","KeyPairSpec"],
      members: {
        "KeyId": {"type":"string"},
        "KeyPairSpec": {"type":"string"},
        "EncryptionContext": {"type":{"map":"string"}},
        "GrantTokens": {"type":{"list":"string"}},
        "Recipient": {"type":{"structure":"RecipientInfo"}},
        "DryRun": {"type":"boolean"},
      },
    },
    GenerateDataKeyPairResponse: {
      required: [],
      members: {
        "PrivateKeyCiphertextBlob": {"type":"blob"},
        "PrivateKeyPlaintext": {"type":"blob","sensitive":true},
        "PublicKey": {"type":"blob"},
        "KeyId": {"type":"string"},
        "KeyPairSpec": {"type":"string"},
        "CiphertextForRecipient": {"type":"blob"},
        "KeyMaterialId": {"type":"string"},
      },
    },
    GenerateDataKeyPairWithoutPlaintextRequest: {
      required: ["KeyId","KeyPairSpec"],
      members: {
        "KeyId": {"type":"string"},
        "KeyPairSpec": {"type":"string"},
        "EncryptionContext": {"type":{"map":"string"}},
        "GrantTokens": {"type":{"list":"string"}},
        "DryRun": {"type":"boolean"},
      },
    },
    GenerateDataKeyPairWithoutPlaintextResponse: {
      required: [],
      members: {
        "PrivateKeyCiphertextBlob": {"type":"blob"},
        "PublicKey": {"type":"blob"},
        "KeyId": {"type":"string"},
        "KeyPairSpec": {"type":"string"},
        "KeyMaterialId": {"type":"string"},
      },
    },
    GenerateDataKeyRequest: {
      required: ["KeyId"],
      members: {
        "KeyId": {"type":"string"},
        "EncryptionContext": {"type":{"map":"string"}},
        "NumberOfBytes": {"type":"number"},
        "KeySpec": {"type":"string"},
        "GrantTokens": {"type":{"list":"string"}},
        "Recipient": {"type":{"structure":"RecipientInfo"}},
        "DryRun": {"type":"boolean"},
      },
    },
    GenerateDataKeyResponse: {
      required: [],
      members: {
        "CiphertextBlob": {"type":"blob"},
        "Plaintext": {"type":"blob","sensitive":true},
        "KeyId": {"type":"string"},
        "CiphertextForRecipient": {"type":"blob"},
        "KeyMaterialId": {"type":"string"},
      },
    },
    GenerateDataKeyWithoutPlaintextRequest: {
      required: ["KeyId"],
      members: {
        "KeyId": {"type":"string"},
        "EncryptionContext": {"type":{"map":"string"}},
        "KeySpec": {"type":"string"},
        "NumberOfBytes": {"type":"number"},
        "GrantTokens": {"type":{"list":"string"}},
        "DryRun": {"type":"boolean"},
      },
    },
    GenerateDataKeyWithoutPlaintextResponse: {
      required: [],
      members: {
        "CiphertextBlob": {"type":"blob"},
        "KeyId": {"type":"string"},
        "KeyMaterialId": {"type":"string"},
      },
    },
    GenerateMacRequest: {
      required: ["Message","KeyId","MacAlgorithm"],
      members: {
        "Message": {"type":"blob","sensitive":true},
        "KeyId": {"type":"string"},
        "MacAlgorithm": {"type":"string"},
        "GrantTokens": {"type":{"list":"string"}},
        "DryRun": {"type":"boolean"},
      },
    },
    GenerateMacResponse: {
      required: [],
      members: {
        "Mac": {"type":"blob"},
        "MacAlgorithm": {"type":"string"},
        "KeyId": {"type":"string"},
      },
    },
    GenerateRandomRequest: {
      required: [],
      members: {
        "NumberOfBytes": {"type":"number"},
        "CustomKeyStoreId": {"type":"string"},
        "Recipient": {"type":{"structure":"RecipientInfo"}},
      },
    },
    GenerateRandomResponse: {
      required: [],
      members: {
        "Plaintext": {"type":"blob","sensitive":true},
        "CiphertextForRecipient": {"type":"blob"},
      },
    },
    GetKeyLastUsageRequest: {
      required: ["KeyId"],
      members: {
        "KeyId": {"type":"string"},
      },
    },
    GetKeyLastUsageResponse: {
      required: [],
      members: {
        "KeyId": {"type":"string"},
        "KeyLastUsage": {"type":{"structure":"KeyLastUsageData"}},
        "TrackingStartDate": {"type":"timestamp"},
        "KeyCreationDate": {"type":"timestamp"},
      },
    },
    GetKeyPolicyRequest: {
      required: ["KeyId"],
      members: {
        "KeyId": {"type":"string"},
        "PolicyName": {"type":"string"},
      },
    },
    GetKeyPolicyResponse: {
      required: [],
      members: {
        "Policy": {"type":"string"},
        "PolicyName": {"type":"string"},
      },
    },
    GetKeyRotationStatusRequest: {
      required: ["KeyId"],
      members: {
        "KeyId": {"type":"string"},
      },
    },
    GetKeyRotationStatusResponse: {
      required: [],
      members: {
        "KeyRotationEnabled": {"type":"boolean"},
        "KeyId": {"type":"string"},
        "RotationPeriodInDays": {"type":"number"},
        "NextRotationDate": {"type":"timestamp"},
        "OnDemandRotationStartDate": {"type":"timestamp"},
      },
    },
    GetParametersForImportRequest: {
      required: ["KeyId","WrappingAlgorithm","WrappingKeySpec"],
      members: {
        "KeyId": {"type":"string"},
        "WrappingAlgorithm": {"type":"string"},
        "WrappingKeySpec": {"type":"string"},
      },
    },
    GetParametersForImportResponse: {
      required: [],
      members: {
        "KeyId": {"type":"string"},
        "ImportToken": {"type":"blob"},
        "PublicKey": {"type":"blob","sensitive":true},
        "ParametersValidTo": {"type":"timestamp"},
      },
    },
    GetPublicKeyRequest: {
      required: ["KeyId"],
      members: {
        "KeyId": {"type":"string"},
        "GrantTokens": {"type":{"list":"string"}},
      },
    },
    GetPublicKeyResponse: {
      required: [],
      members: {
        "KeyId": {"type":"string"},
        "PublicKey": {"type":"blob"},
        "CustomerMasterKeySpec": {"type":"string"},
        "KeySpec": {"type":"string"},
        "KeyUsage": {"type":"string"},
        "EncryptionAlgorithms": {"type":{"list":"string"}},
        "SigningAlgorithms": {"type":{"list":"string"}},
        "KeyAgreementAlgorithms": {"type":{"list":"string"}},
        "EncapsulationAlgorithms": {"type":{"list":"string"}},
      },
    },
    GrantConstraints: {
      required: [],
      members: {
        "EncryptionContextSubset": {"type":{"map":"string"}},
        "EncryptionContextEquals": {"type":{"map":"string"}},
        "SourceArn": {"type":"string"},
      },
    },
    GrantListEntry: {
      required: [],
      members: {
        "KeyId": {"type":"string"},
        "GrantId": {"type":"string"},
        "Name": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "GranteePrincipal": {"type":"string"},
        "RetiringPrincipal": {"type":"string"},
        "IssuingAccount": {"type":"string"},
        "Operations": {"type":{"list":"string"}},
        "Constraints": {"type":{"structure":"GrantConstraints"}},
        "GranteeServicePrincipal": {"type":"string"},
        "RetiringServicePrincipal": {"type":"string"},
      },
    },
    ImportKeyMaterialRequest: {
      required: ["KeyId","ImportToken","EncryptedKeyMaterial"],
      members: {
        "KeyId": {"type":"string"},
        "ImportToken": {"type":"blob"},
        "EncryptedKeyMaterial": {"type":"blob"},
        "ValidTo": {"type":"timestamp"},
        "ExpirationModel": {"type":"string"},
        "ImportType": {"type":"string"},
        "KeyMaterialDescription": {"type":"string"},
        "KeyMaterialId": {"type":"string"},
      },
    },
    ImportKeyMaterialResponse: {
      required: [],
      members: {
        "KeyId": {"type":"string"},
        "KeyMaterialId": {"type":"string"},
      },
    },
    KeyLastUsageData: {
      required: [],
      members: {
        "Operation": {"type":"string"},
        "Timestamp": {"type":"timestamp"},
        "CloudTrailEventId": {"type":"string"},
        "KmsRequestId": {"type":"string"},
      },
    },
    KeyListEntry: {
      required: [],
      members: {
        "KeyId": {"type":"string"},
        "KeyArn": {"type":"string"},
      },
    },
    KeyMetadata: {
      required: ["KeyId"],
      members: {
        "KeyId": {"type":"string"},
        "AWSAccountId": {"type":"string"},
        "Arn": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "Enabled": {"type":"boolean"},
        "Description": {"type":"string"},
        "KeyUsage": {"type":"string"},
        "KeyState": {"type":"string"},
        "DeletionDate": {"type":"timestamp"},
        "ValidTo": {"type":"timestamp"},
        "Origin": {"type":"string"},
        "CustomKeyStoreId": {"type":"string"},
        "CloudHsmClusterId": {"type":"string"},
        "ExpirationModel": {"type":"string"},
        "KeyManager": {"type":"string"},
        "CustomerMasterKeySpec": {"type":"string"},
        "KeySpec": {"type":"string"},
        "EncryptionAlgorithms": {"type":{"list":"string"}},
        "SigningAlgorithms": {"type":{"list":"string"}},
        "KeyAgreementAlgorithms": {"type":{"list":"string"}},
        "EncapsulationAlgorithms": {"type":{"list":"string"}},
        "MultiRegion": {"type":"boolean"},
        "MultiRegionConfiguration": {"type":{"structure":"MultiRegionConfiguration"}},
        "PendingDeletionWindowInDays": {"type":"number"},
        "MacAlgorithms": {"type":{"list":"string"}},
        "XksKeyConfiguration": {"type":{"structure":"XksKeyConfigurationType"}},
        "CurrentKeyMaterialId": {"type":"string"},
      },
    },
    ListAliasesRequest: {
      required: [],
      members: {
        "KeyId": {"type":"string"},
        "Limit": {"type":"number"},
        "Marker": {"type":"string"},
      },
    },
    ListAliasesResponse: {
      required: [],
      members: {
        "Aliases": {"type":{"list":{"structure":"AliasListEntry"}}},
        "NextMarker": {"type":"string"},
        "Truncated": {"type":"boolean"},
      },
    },
    ListGrantsRequest: {
      required: ["KeyId"],
      members: {
        "KeyId": {"type":"string"},
        "Limit": {"type":"number"},
        "Marker": {"type":"string"},
        "GrantId": {"type":"string"},
        "GranteePrincipal": {"type":"string"},
        "GranteeServicePrincipal": {"type":"string"},
      },
    },
    ListGrantsResponse: {
      required: [],
      members: {
        "Grants": {"type":{"list":{"structure":"GrantListEntry"}}},
        "NextMarker": {"type":"string"},
        "Truncated": {"type":"boolean"},
      },
    },
    ListKeyPoliciesRequest: {
      required: ["KeyId"],
      members: {
        "KeyId": {"type":"string"},
        "Limit": {"type":"number"},
        "Marker": {"type":"string"},
      },
    },
    ListKeyPoliciesResponse: {
      required: [],
      members: {
        "PolicyNames": {"type":{"list":"string"}},
        "NextMarker": {"type":"string"},
        "Truncated": {"type":"boolean"},
      },
    },
    ListKeyRotationsRequest: {
      required: ["KeyId"],
      members: {
        "KeyId": {"type":"string"},
        "IncludeKeyMaterial": {"type":"string"},
        "Limit": {"type":"number"},
        "Marker": {"type":"string"},
      },
    },
    ListKeyRotationsResponse: {
      required: [],
      members: {
        "Rotations": {"type":{"list":{"structure":"RotationsListEntry"}}},
        "NextMarker": {"type":"string"},
        "Truncated": {"type":"boolean"},
      },
    },
    ListKeysRequest: {
      required: [],
      members: {
        "Limit": {"type":"number"},
        "Marker": {"type":"string"},
      },
    },
    ListKeysResponse: {
      required: [],
      members: {
        "Keys": {"type":{"list":{"structure":"KeyListEntry"}}},
        "NextMarker": {"type":"string"},
        "Truncated": {"type":"boolean"},
      },
    },
    ListResourceTagsRequest: {
      required: ["KeyId"],
      members: {
        "KeyId": {"type":"string"},
        "Limit": {"type":"number"},
        "Marker": {"type":"string"},
      },
    },
    ListResourceTagsResponse: {
      required: [],
      members: {
        "Tags": {"type":{"list":{"structure":"Tag"}}},
        "NextMarker": {"type":"string"},
        "Truncated": {"type":"boolean"},
      },
    },
    ListRetirableGrantsRequest: {
      required: [],
      members: {
        "Limit": {"type":"number"},
        "Marker": {"type":"string"},
        "RetiringPrincipal": {"type":"string"},
        "RetiringServicePrincipal": {"type":"string"},
      },
    },
    MultiRegionConfiguration: {
      required: [],
      members: {
        "MultiRegionKeyType": {"type":"string"},
        "PrimaryKey": {"type":{"structure":"MultiRegionKey"}},
        "ReplicaKeys": {"type":{"list":{"structure":"MultiRegionKey"}}},
      },
    },
    MultiRegionKey: {
      required: [],
      members: {
        "Arn": {"type":"string"},
        "Region": {"type":"string"},
      },
    },
    PutKeyPolicyRequest: {
      required: ["KeyId","Policy"],
      members: {
        "KeyId": {"type":"string"},
        "Policy": {"type":"string"},
        "PolicyName": {"type":"string"},
        "BypassPolicyLockoutSafetyCheck": {"type":"boolean"},
      },
    },
    ReEncryptRequest: {
      required: ["DestinationKeyId"],
      members: {
        "DestinationKeyId": {"type":"string"},
        "CiphertextBlob": {"type":"blob"},
        "SourceEncryptionContext": {"type":{"map":"string"}},
        "SourceKeyId": {"type":"string"},
        "DestinationEncryptionContext": {"type":{"map":"string"}},
        "SourceEncryptionAlgorithm": {"type":"string"},
        "DestinationEncryptionAlgorithm": {"type":"string"},
        "GrantTokens": {"type":{"list":"string"}},
        "DryRun": {"type":"boolean"},
        "DryRunModifiers": {"type":{"list":"string"}},
      },
    },
    ReEncryptResponse: {
      required: [],
      members: {
        "CiphertextBlob": {"type":"blob"},
        "SourceKeyId": {"type":"string"},
        "KeyId": {"type":"string"},
        "SourceEncryptionAlgorithm": {"type":"string"},
        "DestinationEncryptionAlgorithm": {"type":"string"},
        "SourceKeyMaterialId": {"type":"string"},
        "DestinationKeyMaterialId": {"type":"string"},
      },
    },
    RecipientInfo: {
      required: [],
      members: {
        "KeyEncryptionAlgorithm": {"type":"string"},
        "AttestationDocument": {"type":"blob"},
      },
    },
    ReplicateKeyRequest: {
      required: ["KeyId","ReplicaRegion"],
      members: {
        "KeyId": {"type":"string"},
        "ReplicaRegion": {"type":"string"},
        "Policy": {"type":"string"},
        "BypassPolicyLockoutSafetyCheck": {"type":"boolean"},
        "Description": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    ReplicateKeyResponse: {
      required: [],
      members: {
        "ReplicaKeyMetadata": {"type":{"structure":"KeyMetadata"}},
        "ReplicaPolicy": {"type":"string"},
        "ReplicaTags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    RetireGrantRequest: {
      required: [],
      members: {
        "GrantToken": {"type":"string"},
        "KeyId": {"type":"string"},
        "GrantId": {"type":"string"},
        "DryRun": {"type":"boolean"},
      },
    },
    RevokeGrantRequest: {
      required: ["KeyId","GrantId"],
      members: {
        "KeyId": {"type":"string"},
        "GrantId": {"type":"string"},
        "DryRun": {"type":"boolean"},
      },
    },
    RotateKeyOnDemandRequest: {
      required: ["KeyId"],
      members: {
        "KeyId": {"type":"string"},
      },
    },
    RotateKeyOnDemandResponse: {
      required: [],
      members: {
        "KeyId": {"type":"string"},
      },
    },
    RotationsListEntry: {
      required: [],
      members: {
        "KeyId": {"type":"string"},
        "KeyMaterialId": {"type":"string"},
        "KeyMaterialDescription": {"type":"string"},
        "ImportState": {"type":"string"},
        "KeyMaterialState": {"type":"string"},
        "ExpirationModel": {"type":"string"},
        "ValidTo": {"type":"timestamp"},
        "RotationDate": {"type":"timestamp"},
        "RotationType": {"type":"string"},
      },
    },
    ScheduleKeyDeletionRequest: {
      required: ["KeyId"],
      members: {
        "KeyId": {"type":"string"},
        "PendingWindowInDays": {"type":"number"},
      },
    },
    ScheduleKeyDeletionResponse: {
      required: [],
      members: {
        "KeyId": {"type":"string"},
        "DeletionDate": {"type":"timestamp"},
        "KeyState": {"type":"string"},
        "PendingWindowInDays": {"type":"number"},
      },
    },
    SignRequest: {
      required: ["KeyId","Message","SigningAlgorithm"],
      members: {
        "KeyId": {"type":"string"},
        "Message": {"type":"blob","sensitive":true},
        "SigningAlgorithm": {"type":"string"},
        "MessageType": {"type":"string"},
        "GrantTokens": {"type":{"list":"string"}},
        "DryRun": {"type":"boolean"},
      },
    },
    SignResponse: {
      required: [],
      members: {
        "KeyId": {"type":"string"},
        "Signature": {"type":"blob"},
        "SigningAlgorithm": {"type":"string"},
      },
    },
    Tag: {
      required: ["TagKey","TagValue"],
      members: {
        "TagKey": {"type":"string"},
        "TagValue": {"type":"string"},
      },
    },
    TagResourceRequest: {
      required: ["KeyId","Tags"],
      members: {
        "KeyId": {"type":"string"},
        "Tags": {"type":{"list":{"structure":"Tag"}}},
      },
    },
    UntagResourceRequest: {
      required: ["KeyId","TagKeys"],
      members: {
        "KeyId": {"type":"string"},
        "TagKeys": {"type":{"list":"string"}},
      },
    },
    UpdateAliasRequest: {
      required: ["AliasName","TargetKeyId"],
      members: {
        "AliasName": {"type":"string"},
        "TargetKeyId": {"type":"string"},
      },
    },
    UpdateCustomKeyStoreRequest: {
      required: ["CustomKeyStoreId"],
      members: {
        "CustomKeyStoreId": {"type":"string"},
        "NewCustomKeyStoreName": {"type":"string"},
        "KeyStorePassword": {"type":"string","sensitive":true},
        "CloudHsmClusterId": {"type":"string"},
        "XksProxyUriEndpoint": {"type":"string"},
        "XksProxyUriPath": {"type":"string"},
        "XksProxyVpcEndpointServiceName": {"type":"string"},
        "XksProxyVpcEndpointServiceOwner": {"type":"string"},
        "XksProxyAuthenticationCredential": {"type":{"structure":"XksProxyAuthenticationCredentialType"}},
        "XksProxyConnectivity": {"type":"string"},
      },
    },
    UpdateCustomKeyStoreResponse: {
      required: [],
      members: {
      },
    },
    UpdateKeyDescriptionRequest: {
      required: ["KeyId","Description"],
      members: {
        "KeyId": {"type":"string"},
        "Description": {"type":"string"},
      },
    },
    UpdatePrimaryRegionRequest: {
      required: ["KeyId","PrimaryRegion"],
      members: {
        "KeyId": {"type":"string"},
        "PrimaryRegion": {"type":"string"},
      },
    },
    VerifyMacRequest: {
      required: ["Message","KeyId","MacAlgorithm","Mac"],
      members: {
        "Message": {"type":"blob","sensitive":true},
        "KeyId": {"type":"string"},
        "MacAlgorithm": {"type":"string"},
        "Mac": {"type":"blob"},
        "GrantTokens": {"type":{"list":"string"}},
        "DryRun": {"type":"boolean"},
      },
    },
    VerifyMacResponse: {
      required: [],
      members: {
        "KeyId": {"type":"string"},
        "MacValid": {"type":"boolean"},
        "MacAlgorithm": {"type":"string"},
      },
    },
    VerifyRequest: {
      required: ["KeyId","Message","Signature","SigningAlgorithm"],
      members: {
        "KeyId": {"type":"string"},
        "Message": {"type":"blob","sensitive":true},
        "Signature": {"type":"blob"},
        "SigningAlgorithm": {"type":"string"},
        "MessageType": {"type":"string"},
        "GrantTokens": {"type":{"list":"string"}},
        "DryRun": {"type":"boolean"},
      },
    },
    VerifyResponse: {
      required: [],
      members: {
        "KeyId": {"type":"string"},
        "SignatureValid": {"type":"boolean"},
        "SigningAlgorithm": {"type":"string"},
      },
    },
    XksKeyConfigurationType: {
      required: [],
      members: {
        "Id": {"type":"string"},
      },
    },
    XksProxyAuthenticationCredentialType: {
      required: ["AccessKeyId","RawSecretAccessKey"],
      members: {
        "AccessKeyId": {"type":"string","sensitive":true},
        "RawSecretAccessKey": {"type":"string","sensitive":true},
      },
    },
    XksProxyConfigurationType: {
      required: [],
      members: {
        "Connectivity": {"type":"string"},
        "AccessKeyId": {"type":"string","sensitive":true},
        "UriEndpoint": {"type":"string"},
        "UriPath": {"type":"string"},
        "VpcEndpointServiceName": {"type":"string"},
        "VpcEndpointServiceOwner": {"type":"string"},
      },
    },
  },
  errors: {
    AlreadyExistsException: {"code":"AlreadyExistsException","message":"message"},
    CloudHsmClusterInUseException: {"code":"CloudHsmClusterInUseException","message":"message"},
    CloudHsmClusterInvalidConfigurationException: {"code":"CloudHsmClusterInvalidConfigurationException","message":"message"},
    CloudHsmClusterNotActiveException: {"code":"CloudHsmClusterNotActiveException","message":"message"},
    CloudHsmClusterNotFoundException: {"code":"CloudHsmClusterNotFoundException","message":"message"},
    CloudHsmClusterNotRelatedException: {"code":"CloudHsmClusterNotRelatedException","message":"message"},
    ConflictException: {"code":"ConflictException","message":"message"},
    CustomKeyStoreHasCMKsException: {"code":"CustomKeyStoreHasCMKsException","message":"message"},
    CustomKeyStoreInvalidStateException: {"code":"CustomKeyStoreInvalidStateException","message":"message"},
    CustomKeyStoreNameInUseException: {"code":"CustomKeyStoreNameInUseException","message":"message"},
    CustomKeyStoreNotFoundException: {"code":"CustomKeyStoreNotFoundException","message":"message"},
    DependencyTimeoutException: {"code":"DependencyTimeoutException","message":"message"},
    DisabledException: {"code":"DisabledException","message":"message"},
    DryRunOperationException: {"code":"DryRunOperationException","message":"message"},
    ExpiredImportTokenException: {"code":"ExpiredImportTokenException","message":"message"},
    IncorrectKeyException: {"code":"IncorrectKeyException","message":"message"},
    IncorrectKeyMaterialException: {"code":"IncorrectKeyMaterialException","message":"message"},
    IncorrectTrustAnchorException: {"code":"IncorrectTrustAnchorException","message":"message"},
    InvalidAliasNameException: {"code":"InvalidAliasNameException","message":"message"},
    InvalidArnException: {"code":"InvalidArnException","message":"message"},
    InvalidCiphertextException: {"code":"InvalidCiphertextException","message":"message"},
    InvalidGrantIdException: {"code":"InvalidGrantIdException","message":"message"},
    InvalidGrantTokenException: {"code":"InvalidGrantTokenException","message":"message"},
    InvalidImportTokenException: {"code":"InvalidImportTokenException","message":"message"},
    InvalidKeyUsageException: {"code":"InvalidKeyUsageException","message":"message"},
    InvalidMarkerException: {"code":"InvalidMarkerException","message":"message"},
    KMSInternalException: {"code":"KMSInternalException","message":"message"},
    KMSInvalidMacException: {"code":"KMSInvalidMacException","message":"message"},
    KMSInvalidSignatureException: {"code":"KMSInvalidSignatureException","message":"message"},
    KMSInvalidStateException: {"code":"KMSInvalidStateException","message":"message"},
    KeyUnavailableException: {"code":"KeyUnavailableException","message":"message"},
    LimitExceededException: {"code":"LimitExceededException","message":"message"},
    MalformedPolicyDocumentException: {"code":"MalformedPolicyDocumentException","message":"message"},
    NotFoundException: {"code":"NotFoundException","message":"message"},
    TagException: {"code":"TagException","message":"message"},
    UnsupportedOperationException: {"code":"UnsupportedOperationException","message":"message"},
    XksKeyAlreadyInUseException: {"code":"XksKeyAlreadyInUseException","message":"message"},
    XksKeyInvalidConfigurationException: {"code":"XksKeyInvalidConfigurationException","message":"message"},
    XksKeyNotFoundException: {"code":"XksKeyNotFoundException","message":"message"},
    XksProxyIncorrectAuthenticationCredentialException: {"code":"XksProxyIncorrectAuthenticationCredentialException","message":"message"},
    XksProxyInvalidConfigurationException: {"code":"XksProxyInvalidConfigurationException","message":"message"},
    XksProxyInvalidResponseException: {"code":"XksProxyInvalidResponseException","message":"message"},
    XksProxyUriEndpointInUseException: {"code":"XksProxyUriEndpointInUseException","message":"message"},
    XksProxyUriInUseException: {"code":"XksProxyUriInUseException","message":"message"},
    XksProxyUriUnreachableException: {"code":"XksProxyUriUnreachableException","message":"message"},
    XksProxyVpcEndpointServiceInUseException: {"code":"XksProxyVpcEndpointServiceInUseException","message":"message"},
    XksProxyVpcEndpointServiceInvalidConfigurationException: {"code":"XksProxyVpcEndpointServiceInvalidConfigurationException","message":"message"},
    XksProxyVpcEndpointServiceNotFoundException: {"code":"XksProxyVpcEndpointServiceNotFoundException","message":"message"},
  },
};
