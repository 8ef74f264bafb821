"""What every test may ask for: a fresh database of each kind, the settings that name it, the application."""

from hypothesis import settings as hypothesis_settings

# The same examples on every machine, and no clock: a busy machine is not a fault.
hypothesis_settings.register_profile("tandem", deadline=None, derandomize=True)
hypothesis_settings.load_profile("tandem")
