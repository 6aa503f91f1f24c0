// Written by scripts/generate-api.ts from the service model in botocore 1.43.11, enums from the AWS SDK.
import type { ServiceConstraints } from '../service-model.ts';

export const kmsConstraints: ServiceConstraints = {
  structures: {
    CancelKeyDeletionRequest: {
      "KeyId": {"min":1,"max":2048},
    },
    ConnectCustomKeyStoreRequest: {
      "CustomKeyStoreId": {"min":1,"max":64},
    },
    CreateAliasRequest: {
      "AliasName": {"pattern":"^[a-zA-Z0-9:/_-]+$","min":1,"max":256},
      "TargetKeyId": {"min":1,"max":2048},
    },
    CreateCustomKeyStoreRequest: {
      "CustomKeyStoreName": {"min":1,"max":256},
      "CloudHsmClusterId": {"pattern":"cluster-[2-7a-zA-Z]{11,16}","min":19,"max":24},
      "TrustAnchorCertificate": {"min":1,"max":5000},
      "KeyStorePassword": {"min":7,"max":32},
      "CustomKeyStoreType": {"enum":["AWS_CLOUDHSM","EXTERNAL_KEY_STORE"]},
      "XksProxyUriEndpoint": {"pattern":"^https://[a-zA-Z0-9.-]+$","min":10,"max":128},
      "XksProxyUriPath": {"pattern":"^(/[a-zA-Z0-9\\/_-]+/kms/xks/v\\d{1,2})$|^(/kms/xks/v\\d{1,2})$","min":10,"max":128},
      "XksProxyVpcEndpointServiceName": {"pattern":"^(com|eu)\\.amazonaws\\.vpce\\.([a-z]+-){2,3}\\d+\\.vpce-svc-[0-9a-z]+$","min":20,"max":64},
      "XksProxyVpcEndpointServiceOwner": {"pattern":"[0-9]{12}","min":12,"max":12},
      "XksProxyConnectivity": {"enum":["PUBLIC_ENDPOINT","VPC_ENDPOINT_SERVICE"]},
    },
    CreateGrantRequest: {
      "KeyId": {"min":1,"max":2048},
      "Operations": {"member":{"enum":["CreateGrant","Decapsulate","Decrypt","DeriveSharedSecret","DescribeKey","Encapsulate","Encrypt","GenerateDataKey","GenerateDataKeyPair","GenerateDataKeyPairWithoutPlaintext","GenerateDataKeyWithoutPlaintext","GenerateMac","GetPublicKey","ReEncryptFrom","ReEncryptTo","RetireGrant","Sign","Verify","VerifyMac"]}},
      "GranteePrincipal": {"pattern":"^[\\w+=,.@:/-]+$","min":1,"max":256},
      "RetiringPrincipal": {"pattern":"^[\\w+=,.@:/-]+$","min":1,"max":256},
      "GrantTokens": {"min":0,"max":10,"member":{"min":1,"max":8192}},
      "Name": {"pattern":"^[a-zA-Z0-9:/_-]+$","min":1,"max":256},
    },
    CreateKeyRequest: {
      "Policy": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":131072},
      "Description": {"min":0,"max":8192},
      "KeyUsage": {"enum":["ENCAPSULATE_DECAPSULATE","ENCRYPT_DECRYPT","GENERATE_VERIFY_MAC","KEY_AGREEMENT","SIGN_VERIFY"]},
      "CustomerMasterKeySpec": {"enum":["ECC_NIST_P256","ECC_NIST_P384","ECC_NIST_P521","ECC_SECG_P256K1","HMAC_224","HMAC_256","HMAC_384","HMAC_512","RSA_2048","RSA_3072","RSA_4096","SM2","SYMMETRIC_DEFAULT"]},
      "KeySpec": {"enum":["ECC_NIST_EDWARDS25519","ECC_NIST_P256","ECC_NIST_P384","ECC_NIST_P521","ECC_SECG_P256K1","HMAC_224","HMAC_256","HMAC_384","HMAC_512","ML_DSA_44","ML_DSA_65","ML_DSA_87","ML_KEM_1024","ML_KEM_512","ML_KEM_768","RSA_2048","RSA_3072","RSA_4096","SM2","SYMMETRIC_DEFAULT"]},
      "Origin": {"enum":["AWS_CLOUDHSM","AWS_KMS","EXTERNAL","EXTERNAL_KEY_STORE"]},
      "CustomKeyStoreId": {"min":1,"max":64},
      "XksKeyId": {"pattern":"^[a-zA-Z0-9-_.]+$","min":1,"max":128},
    },
    DecryptRequest: {
      "CiphertextBlob": {"min":1,"max":6144},
      "GrantTokens": {"min":0,"max":10,"member":{"min":1,"max":8192}},
      "KeyId": {"min":1,"max":2048},
      "EncryptionAlgorithm": {"enum":["RSAES_OAEP_SHA_1","RSAES_OAEP_SHA_256","SM2PKE","SYMMETRIC_DEFAULT"]},
      "DryRunModifiers": {"member":{"enum":["IGNORE_CIPHERTEXT"]}},
    },
    DeleteAliasRequest: {
      "AliasName": {"pattern":"^[a-zA-Z0-9:/_-]+$","min":1,"max":256},
    },
    DeleteCustomKeyStoreRequest: {
      "CustomKeyStoreId": {"min":1,"max":64},
    },
    DeleteImportedKeyMaterialRequest: {
      "KeyId": {"min":1,"max":2048},
      "KeyMaterialId": {"pattern":"^[a-f0-9]+$","min":64,"max":64},
    },
    DeriveSharedSecretRequest: {
      "KeyId": {"min":1,"max":2048},
      "KeyAgreementAlgorithm": {"enum":["ECDH"]},
      "PublicKey": {"min":1,"max":8192},
      "GrantTokens": {"min":0,"max":10,"member":{"min":1,"max":8192}},
    },
    DescribeCustomKeyStoresRequest: {
      "CustomKeyStoreId": {"min":1,"max":64},
      "CustomKeyStoreName": {"min":1,"max":256},
      "Limit": {"min":1,"max":1000,"integer":true},
      "Marker": {"pattern":"[\\u0020-\\u00FF]*","min":1,"max":1024},
    },
    DescribeKeyRequest: {
      "KeyId": {"min":1,"max":2048},
      "GrantTokens": {"min":0,"max":10,"member":{"min":1,"max":8192}},
    },
    DisableKeyRequest: {
      "KeyId": {"min":1,"max":2048},
    },
    DisableKeyRotationRequest: {
      "KeyId": {"min":1,"max":2048},
    },
    DisconnectCustomKeyStoreRequest: {
      "CustomKeyStoreId": {"min":1,"max":64},
    },
    EnableKeyRequest: {
      "KeyId": {"min":1,"max":2048},
    },
    EnableKeyRotationRequest: {
      "KeyId": {"min":1,"max":2048},
      "RotationPeriodInDays": {"min":90,"max":2560,"integer":true},
    },
    EncryptRequest: {
      "KeyId": {"min":1,"max":2048},
      "Plaintext": {"min":1,"max":4096},
      "GrantTokens": {"min":0,"max":10,"member":{"min":1,"max":8192}},
      "EncryptionAlgorithm": {"enum":["RSAES_OAEP_SHA_1","RSAES_OAEP_SHA_256","SM2PKE","SYMMETRIC_DEFAULT"]},
    },
    GenerateDataKeyPairRequest: {
      "KeyId": {"min":1,"max":2048},
      "KeyPairSpec": {"enum":["ECC_NIST_EDWARDS25519","ECC_NIST_P256","ECC_NIST_P384","ECC_NIST_P521","ECC_SECG_P256K1","ML_KEM_1024","ML_KEM_512","ML_KEM_768","RSA_2048","RSA_3072","RSA_4096","SM2"]},
      "GrantTokens": {"min":0,"max":10,"member":{"min":1,"max":8192}},
    },
    GenerateDataKeyPairWithoutPlaintextRequest: {
      "KeyId": {"min":1,"max":2048},
      "KeyPairSpec": {"enum":["ECC_NIST_EDWARDS25519","ECC_NIST_P256","ECC_NIST_P384","ECC_NIST_P521","ECC_SECG_P256K1","ML_KEM_1024","ML_KEM_512","ML_KEM_768","RSA_2048","RSA_3072","RSA_4096","SM2"]},
      "GrantTokens": {"min":0,"max":10,"member":{"min":1,"max":8192}},
    },
    GenerateDataKeyRequest: {
      "KeyId": {"min":1,"max":2048},
      "NumberOfBytes": {"min":1,"max":1024,"integer":true},
      "KeySpec": {"enum":["AES_128","AES_256"]},
      "GrantTokens": {"min":0,"max":10,"member":{"min":1,"max":8192}},
    },
    GenerateDataKeyWithoutPlaintextRequest: {
      "KeyId": {"min":1,"max":2048},
      "KeySpec": {"enum":["AES_128","AES_256"]},
      "NumberOfBytes": {"min":1,"max":1024,"integer":true},
      "GrantTokens": {"min":0,"max":10,"member":{"min":1,"max":8192}},
    },
    GenerateMacRequest: {
      "Message": {"min":1,"max":4096},
      "KeyId": {"min":1,"max":2048},
      "MacAlgorithm": {"enum":["HMAC_SHA_224","HMAC_SHA_256","HMAC_SHA_384","HMAC_SHA_512"]},
      "GrantTokens": {"min":0,"max":10,"member":{"min":1,"max":8192}},
    },
    GenerateRandomRequest: {
      "NumberOfBytes": {"min":1,"max":1024,"integer":true},
      "CustomKeyStoreId": {"min":1,"max":64},
    },
    GetKeyLastUsageRequest: {
      "KeyId": {"min":1,"max":2048},
    },
    GetKeyPolicyRequest: {
      "KeyId": {"min":1,"max":2048},
      "PolicyName": {"pattern":"[\\w]+","min":1,"max":128},
    },
    GetKeyRotationStatusRequest: {
      "KeyId": {"min":1,"max":2048},
    },
    GetParametersForImportRequest: {
      "KeyId": {"min":1,"max":2048},
      "WrappingAlgorithm": {"enum":["RSAES_OAEP_SHA_1","RSAES_OAEP_SHA_256","RSAES_PKCS1_V1_5","RSA_AES_KEY_WRAP_SHA_1","RSA_AES_KEY_WRAP_SHA_256","SM2PKE"]},
      "WrappingKeySpec": {"enum":["RSA_2048","RSA_3072","RSA_4096","SM2"]},
    },
    GetPublicKeyRequest: {
      "KeyId": {"min":1,"max":2048},
      "GrantTokens": {"min":0,"max":10,"member":{"min":1,"max":8192}},
    },
    ImportKeyMaterialRequest: {
      "KeyId": {"min":1,"max":2048},
      "ImportToken": {"min":1,"max":6144},
      "EncryptedKeyMaterial": {"min":1,"max":6144},
      "ExpirationModel": {"enum":["KEY_MATERIAL_DOES_NOT_EXPIRE","KEY_MATERIAL_EXPIRES"]},
      "ImportType": {"enum":["EXISTING_KEY_MATERIAL","NEW_KEY_MATERIAL"]},
      "KeyMaterialDescription": {"pattern":"^[a-zA-Z0-9:/_\\s.-]+$","min":0,"max":256},
      "KeyMaterialId": {"pattern":"^[a-f0-9]+$","min":64,"max":64},
    },
    ListAliasesRequest: {
      "KeyId": {"min":1,"max":2048},
      "Limit": {"min":1,"max":1000,"integer":true},
      "Marker": {"pattern":"[\\u0020-\\u00FF]*","min":1,"max":1024},
    },
    ListGrantsRequest: {
      "KeyId": {"min":1,"max":2048},
      "Limit": {"min":1,"max":1000,"integer":true},
      "Marker": {"pattern":"[\\u0020-\\u00FF]*","min":1,"max":1024},
      "GrantId": {"min":1,"max":128},
      "GranteePrincipal": {"pattern":"^[\\w+=,.@:/-]+$","min":1,"max":256},
    },
    ListKeyPoliciesRequest: {
      "KeyId": {"min":1,"max":2048},
      "Limit": {"min":1,"max":1000,"integer":true},
      "Marker": {"pattern":"[\\u0020-\\u00FF]*","min":1,"max":1024},
    },
    ListKeyRotationsRequest: {
      "KeyId": {"min":1,"max":2048},
      "IncludeKeyMaterial": {"enum":["ALL_KEY_MATERIAL","ROTATIONS_ONLY"]},
      "Limit": {"min":1,"max":1000,"integer":true},
      "Marker": {"pattern":"[\\u0020-\\u00FF]*","min":1,"max":1024},
    },
    ListKeysRequest: {
      "Limit": {"min":1,"max":1000,"integer":true},
      "Marker": {"pattern":"[\\u0020-\\u00FF]*","min":1,"max":1024},
    },
    ListResourceTagsRequest: {
      "KeyId": {"min":1,"max":2048},
      "Limit": {"min":1,"max":1000,"integer":true},
      "Marker": {"pattern":"[\\u0020-\\u00FF]*","min":1,"max":1024},
    },
    ListRetirableGrantsRequest: {
      "Limit": {"min":1,"max":1000,"integer":true},
      "Marker": {"pattern":"[\\u0020-\\u00FF]*","min":1,"max":1024},
      "RetiringPrincipal": {"pattern":"^[\\w+=,.@:/-]+$","min":1,"max":256},
    },
    PutKeyPolicyRequest: {
      "KeyId": {"min":1,"max":2048},
      "Policy": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":131072},
      "PolicyName": {"pattern":"[\\w]+","min":1,"max":128},
    },
    ReEncryptRequest: {
      "DestinationKeyId": {"min":1,"max":2048},
      "CiphertextBlob": {"min":1,"max":6144},
      "SourceKeyId": {"min":1,"max":2048},
      "SourceEncryptionAlgorithm": {"enum":["RSAES_OAEP_SHA_1","RSAES_OAEP_SHA_256","SM2PKE","SYMMETRIC_DEFAULT"]},
      "DestinationEncryptionAlgorithm": {"enum":["RSAES_OAEP_SHA_1","RSAES_OAEP_SHA_256","SM2PKE","SYMMETRIC_DEFAULT"]},
      "GrantTokens": {"min":0,"max":10,"member":{"min":1,"max":8192}},
      "DryRunModifiers": {"member":{"enum":["IGNORE_CIPHERTEXT"]}},
    },
    RecipientInfo: {
      "KeyEncryptionAlgorithm": {"enum":["RSAES_OAEP_SHA_256"]},
      "AttestationDocument": {"min":1,"max":262144},
    },
    ReplicateKeyRequest: {
      "KeyId": {"min":1,"max":2048},
      "ReplicaRegion": {"pattern":"^([a-z]+-){2,3}\\d+$","min":1,"max":32},
      "Policy": {"pattern":"[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+","min":1,"max":131072},
      "Description": {"min":0,"max":8192},
    },
    RetireGrantRequest: {
      "GrantToken": {"min":1,"max":8192},
      "KeyId": {"min":1,"max":2048},
      "GrantId": {"min":1,"max":128},
    },
    RevokeGrantRequest: {
      "KeyId": {"min":1,"max":2048},
      "GrantId": {"min":1,"max":128},
    },
    RotateKeyOnDemandRequest: {
      "KeyId": {"min":1,"max":2048},
    },
    ScheduleKeyDeletionRequest: {
      "KeyId": {"min":1,"max":2048},
      "PendingWindowInDays": {"min":1,"max":365,"integer":true},
    },
    SignRequest: {
      "KeyId": {"min":1,"max":2048},
      "Message": {"min":1,"max":4096},
      "SigningAlgorithm": {"enum":["ECDSA_SHA_256","ECDSA_SHA_384","ECDSA_SHA_512","ED25519_PH_SHA_512","ED25519_SHA_512","ML_DSA_SHAKE_256","RSASSA_PKCS1_V1_5_SHA_256","RSASSA_PKCS1_V1_5_SHA_384","RSASSA_PKCS1_V1_5_SHA_512","RSASSA_PSS_SHA_256","RSASSA_PSS_SHA_384","RSASSA_PSS_SHA_512","SM2DSA"]},
      "MessageType": {"enum":["DIGEST","EXTERNAL_MU","RAW"]},
      "GrantTokens": {"min":0,"max":10,"member":{"min":1,"max":8192}},
    },
    Tag: {
      "TagKey": {"min":1,"max":128},
      "TagValue": {"min":0,"max":256},
    },
    TagResourceRequest: {
      "KeyId": {"min":1,"max":2048},
    },
    UntagResourceRequest: {
      "KeyId": {"min":1,"max":2048},
      "TagKeys": {"member":{"min":1,"max":128}},
    },
    UpdateAliasRequest: {
      "AliasName": {"pattern":"^[a-zA-Z0-9:/_-]+$","min":1,"max":256},
      "TargetKeyId": {"min":1,"max":2048},
    },
    UpdateCustomKeyStoreRequest: {
      "CustomKeyStoreId": {"min":1,"max":64},
      "NewCustomKeyStoreName": {"min":1,"max":256},
      "KeyStorePassword": {"min":7,"max":32},
      "CloudHsmClusterId": {"pattern":"cluster-[2-7a-zA-Z]{11,16}","min":19,"max":24},
      "XksProxyUriEndpoint": {"pattern":"^https://[a-zA-Z0-9.-]+$","min":10,"max":128},
      "XksProxyUriPath": {"pattern":"^(/[a-zA-Z0-9\\/_-]+/kms/xks/v\\d{1,2})$|^(/kms/xks/v\\d{1,2})$","min":10,"max":128},
      "XksProxyVpcEndpointServiceName": {"pattern":"^(com|eu)\\.amazonaws\\.vpce\\.([a-z]+-){2,3}\\d+\\.vpce-svc-[0-9a-z]+$","min":20,"max":64},
      "XksProxyVpcEndpointServiceOwner": {"pattern":"[0-9]{12}","min":12,"max":12},
      "XksProxyConnectivity": {"enum":["PUBLIC_ENDPOINT","VPC_ENDPOINT_SERVICE"]},
    },
    UpdateKeyDescriptionRequest: {
      "KeyId": {"min":1,"max":2048},
      "Description": {"min":0,"max":8192},
    },
    UpdatePrimaryRegionRequest: {
      "KeyId": {"min":1,"max":2048},
      "PrimaryRegion": {"pattern":"^([a-z]+-){2,3}\\d+$","min":1,"max":32},
    },
    VerifyMacRequest: {
      "Message": {"min":1,"max":4096},
      "KeyId": {"min":1,"max":2048},
      "MacAlgorithm": {"enum":["HMAC_SHA_224","HMAC_SHA_256","HMAC_SHA_384","HMAC_SHA_512"]},
      "Mac": {"min":1,"max":6144},
      "GrantTokens": {"min":0,"max":10,"member":{"min":1,"max":8192}},
    },
    VerifyRequest: {
      "KeyId": {"min":1,"max":2048},
      "Message": {"min":1,"max":4096},
      "Signature": {"min":1,"max":6144},
      "SigningAlgorithm": {"enum":["ECDSA_SHA_256","ECDSA_SHA_384","ECDSA_SHA_512","ED25519_PH_SHA_512","ED25519_SHA_512","ML_DSA_SHAKE_256","RSASSA_PKCS1_V1_5_SHA_256","RSASSA_PKCS1_V1_5_SHA_384","RSASSA_PKCS1_V1_5_SHA_512","RSASSA_PSS_SHA_256","RSASSA_PSS_SHA_384","RSASSA_PSS_SHA_512","SM2DSA"]},
      "MessageType": {"enum":["DIGEST","EXTERNAL_MU","RAW"]},
      "GrantTokens": {"min":0,"max":10,"member":{"min":1,"max":8192}},
    },
    XksProxyAuthenticationCredentialType: {
      "AccessKeyId": {"pattern":"^[A-Z2-7]+$","min":20,"max":30},
      "RawSecretAccessKey": {"pattern":"^[a-zA-Z0-9\\/+=]+$","min":43,"max":64},
    },
  },
};
