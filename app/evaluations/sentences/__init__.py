"""Plain sentences made from result fields, in the reader's language: one file a subject."""
