"""What every page and route shares: templates, forms, headers, errors. Imports no domain package."""
