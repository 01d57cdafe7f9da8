"""A report's text: from prose to figures, drafts and audits."""
