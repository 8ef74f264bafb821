"""Pages about Tandem itself: the front page, help, accessibility, language, health. They hold no entries."""
