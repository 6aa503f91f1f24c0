# The destination: a vault under a key of its own (never the default key) that lets the workload account copy into it.

resource "aws_kms_key" "vaulting" {
  provider                = aws.vaulting
  description             = "Copies of other accounts' backups"
  deletion_window_in_days = 7
  enable_key_rotation     = true
}

resource "aws_kms_alias" "vaulting" {
  provider      = aws.vaulting
  name          = "alias/backups"
  target_key_id = aws_kms_key.vaulting.key_id
}

resource "aws_backup_vault" "offsite" {
  provider    = aws.vaulting
  name        = "offsite"
  kms_key_arn = aws_kms_key.vaulting.arn
}

data "aws_iam_policy_document" "offsite" {
  statement {
    sid       = "AllowAccountCopyIntoBackupVault"
    actions   = ["backup:CopyIntoBackupVault"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${aws_organizations_account.workload.id}:root"]
    }
  }
}

resource "aws_backup_vault_policy" "offsite" {
  provider          = aws.vaulting
  backup_vault_name = aws_backup_vault.offsite.name
  policy            = data.aws_iam_policy_document.offsite.json
}

# Governance mode: changeable_for_days would close the lock for good after that many days.
resource "aws_backup_vault_lock_configuration" "offsite" {
  provider           = aws.vaulting
  backup_vault_name  = aws_backup_vault.offsite.name
  min_retention_days = 7
  max_retention_days = 1200
}
