output "accounts" {
  value = {
    workload = aws_organizations_account.workload.id
    vaulting = aws_organizations_account.vaulting.id
  }
}

output "plan" {
  value = aws_backup_plan.nightly.arn
}

output "destination_vault" {
  value = aws_backup_vault.offsite.arn
}
