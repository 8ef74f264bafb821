"""How long hypothesis looks: as many examples as a busy machine bears, the same ones each time."""

from hypothesis import settings

settings.register_profile("measurement", deadline=None, max_examples=50, derandomize=True)
settings.load_profile("measurement")
