"""Pure geometry of the pictures: where every mark and word stands; `templates/charts/` draws it."""
