# One organization: both accounts must be members, and its management account turns cross-account backup on.

resource "aws_organizations_organization" "this" {
  feature_set                   = "ALL"
  aws_service_access_principals = ["backup.amazonaws.com"]
  enabled_policy_types          = ["SERVICE_CONTROL_POLICY", "BACKUP_POLICY"]
}

resource "aws_organizations_organizational_unit" "workloads" {
  name      = "workloads"
  parent_id = aws_organizations_organization.this.roots[0].id
}

resource "aws_organizations_account" "workload" {
  name      = "workload"
  email     = "workload@example.com"
  parent_id = aws_organizations_organizational_unit.workloads.id

  # The API never tells the role's name again; without this, an import would replace the account.
  lifecycle {
    ignore_changes = [role_name]
  }
}

resource "aws_organizations_account" "vaulting" {
  name      = "vaulting"
  email     = "vaulting@example.com"
  parent_id = aws_organizations_organizational_unit.workloads.id

  lifecycle {
    ignore_changes = [role_name]
  }
}

resource "aws_organizations_policy" "stay" {
  name = "stay"
  type = "SERVICE_CONTROL_POLICY"

  content = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = "organizations:LeaveOrganization", Resource = "*" }]
  })
}

resource "aws_organizations_policy_attachment" "stay" {
  policy_id = aws_organizations_policy.stay.id
  target_id = aws_organizations_organizational_unit.workloads.id
}

resource "aws_organizations_delegated_administrator" "backup" {
  account_id        = aws_organizations_account.vaulting.id
  service_principal = "backup.amazonaws.com"

  depends_on = [aws_organizations_organization.this]
}

resource "aws_backup_global_settings" "this" {
  global_settings = {
    isCrossAccountBackupEnabled = "true"
  }

  depends_on = [aws_organizations_organization.this]
}
