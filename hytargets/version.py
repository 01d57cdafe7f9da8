"""The version, in one place: hatchling and every report read it here."""

VERSION = "0.1.0"
