# Three providers: the management account, and the two member accounts through the role that CreateAccount leaves in them.

provider "aws" {
  region     = var.region
  access_key = var.management_account
  secret_key = "dev"

  skip_metadata_api_check = true

  endpoints {
    backup        = var.endpoint
    iam           = var.endpoint
    kms           = var.endpoint
    organizations = var.endpoint
    sts           = var.endpoint
  }
}

provider "aws" {
  alias      = "workload"
  region     = var.region
  access_key = var.management_account
  secret_key = "dev"

  skip_metadata_api_check = true

  assume_role {
    role_arn     = "arn:aws:iam::${aws_organizations_account.workload.id}:role/OrganizationAccountAccessRole"
    session_name = "terraform"
  }

  endpoints {
    backup = var.endpoint
    iam    = var.endpoint
    kms    = var.endpoint
    sts    = var.endpoint
  }
}

provider "aws" {
  alias      = "vaulting"
  region     = var.region
  access_key = var.management_account
  secret_key = "dev"

  skip_metadata_api_check = true

  assume_role {
    role_arn     = "arn:aws:iam::${aws_organizations_account.vaulting.id}:role/OrganizationAccountAccessRole"
    session_name = "terraform"
  }

  endpoints {
    backup = var.endpoint
    iam    = var.endpoint
    kms    = var.endpoint
    sts    = var.endpoint
  }
}
