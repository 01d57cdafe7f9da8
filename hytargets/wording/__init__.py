"""Every message, Chinese beside English, keyed by code."""
