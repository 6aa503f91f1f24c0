variable "endpoint" {
  description = "Where Crossvault listens."
  type        = string
  default     = "http://127.0.0.1:4577"
}

variable "region" {
  description = "Region of the vaults on both sides."
  type        = string
  default     = "eu-central-1"
}

variable "management_account" {
  description = "The account that manages the organization. In dev mode its id is an access key of its administrator."
  type        = string
  default     = "100000000001"
}
