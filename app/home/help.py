"""What the help page prints from the program itself, so that it cannot say something else."""

from app.evaluations.sentences.process import cell_name


def cells() -> dict[int, str]:
    return {number: cell_name(number) for number in range(1, 10)}
