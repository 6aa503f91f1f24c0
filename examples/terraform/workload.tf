# The source: a vault under a key that the vaulting account may use, a role for AWS Backup, and a plan that copies each night.

data "aws_iam_policy_document" "workload_key" {
  statement {
    sid       = "Owner"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${aws_organizations_account.workload.id}:root"]
    }
  }

  # Only what AWS Backup does not manage in full (EBS, RDS, EC2 …) is read with the source's own key by the destination.
  statement {
    sid = "AllowUseOfTheKey"
    actions = [
      "kms:DescribeKey",
      "kms:Encrypt",
      "kms:Decrypt",
      "kms:ReEncrypt*",
      "kms:GenerateDataKey",
      "kms:GenerateDataKeyWithoutPlaintext",
    ]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${aws_organizations_account.vaulting.id}:root"]
    }
  }

  statement {
    sid       = "AllowAttachmentOfPersistentResources"
    actions   = ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${aws_organizations_account.vaulting.id}:root"]
    }

    condition {
      test     = "Bool"
      variable = "kms:GrantIsForAWSResource"
      values   = ["true"]
    }
  }
}

resource "aws_kms_key" "workload" {
  provider                = aws.workload
  description             = "Backups of the workload"
  deletion_window_in_days = 7
  enable_key_rotation     = true
  policy                  = data.aws_iam_policy_document.workload_key.json
}

resource "aws_kms_alias" "workload" {
  provider      = aws.workload
  name          = "alias/backups"
  target_key_id = aws_kms_key.workload.key_id
}

resource "aws_backup_vault" "production" {
  provider    = aws.workload
  name        = "production"
  kms_key_arn = aws_kms_key.workload.arn
}

data "aws_iam_policy_document" "backup_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["backup.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "backup" {
  provider           = aws.workload
  name               = "backup"
  assume_role_policy = data.aws_iam_policy_document.backup_trust.json
}

resource "aws_iam_role_policy_attachment" "backup" {
  for_each   = toset(["AWSBackupServiceRolePolicyForBackup", "AWSBackupServiceRolePolicyForRestores"])
  provider   = aws.workload
  role       = aws_iam_role.backup.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/${each.key}"
}

resource "aws_backup_plan" "nightly" {
  provider = aws.workload
  name     = "nightly"

  rule {
    rule_name         = "nightly"
    target_vault_name = aws_backup_vault.production.name
    schedule          = "cron(0 2 * * ? *)"
    start_window      = 60
    completion_window = 180

    lifecycle {
      delete_after = 35
    }

    copy_action {
      destination_vault_arn = aws_backup_vault.offsite.arn

      lifecycle {
        delete_after = 365
      }
    }

    recovery_point_tags = {
      made-by = "terraform"
    }
  }
}

resource "aws_backup_selection" "tagged" {
  provider     = aws.workload
  name         = "tagged"
  plan_id      = aws_backup_plan.nightly.id
  iam_role_arn = aws_iam_role.backup.arn

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "backup"
    value = "nightly"
  }

  # The role must be able to read tags before the selection is made.
  depends_on = [aws_iam_role_policy_attachment.backup]
}
