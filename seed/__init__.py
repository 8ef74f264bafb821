"""The demo: one coherent story an initiative, from the article's cases, entered as people would enter it."""
