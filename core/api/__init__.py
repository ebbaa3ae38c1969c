"""What every part of the REST API stands on; `core.api.resources` says how a resource is made."""
