"""The audit log as people read it: every change of an initiative, of one entry, of an organization."""
