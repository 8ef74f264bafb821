"""Draws one picture anew, in a process of its own: `python -I redraw.py JPEG < picture > drawn`.

The picture comes from strangers, so the process binds itself before it looks: little memory and time, no new
file, socket or process. It answers with eight bytes that say how long the preview is, the preview, and the
picture; or with one of the exit codes below. It imports nothing of ours, so that it starts quickly.
"""

import io
import resource
import sys

from PIL import Image, ImageOps, JpegImagePlugin, MpoImagePlugin, PngImagePlugin, WebPImagePlugin

PLUGINS = (JpegImagePlugin, MpoImagePlugin, PngImagePlugin, WebPImagePlugin)
Image.preinit()
"""All is loaded at once: later no file can be opened any more."""

Image.MAX_IMAGE_PIXELS = None  # counted below, with an answer of its own

MOST_PIXELS = {"JPEG": 25_000_000, "PNG": 16_000_000, "WEBP": 10_000_000}
"""As many as fit into the memory: a WebP is decoded in copies, a photo without a second one."""
LONGEST_SIDE = 2560
PREVIEW_SIDE = 320
MEMORY = 256 * 1024 * 1024
"""Bytes of address space, of which the program and its libraries themselves take a quarter."""
SECONDS = 10
LARGEST_ANSWER = 32 * 1024 * 1024
BROKEN, TOO_MANY_PIXELS, TOO_HEAVY = 2, 3, 4
STANDARD_FILES = 3


def main(form: str) -> int:
    _bind()
    try:
        drawn, preview = draw(sys.stdin.buffer.read(), form)
    except MemoryError:
        return TOO_HEAVY
    except OverflowError:
        return TOO_MANY_PIXELS
    except Exception:  # noqa: BLE001  # whatever a decoder trips over, the answer is the same
        return BROKEN
    sys.stdout.buffer.write(len(preview).to_bytes(8, "big") + preview + drawn)
    return 0


def draw(content: bytes, form: str) -> tuple[bytes, bytes]:
    """The picture at most 2,560 pixels long, upright, with nothing but its pixels; and a small one."""
    image: Image.Image = Image.open(
        io.BytesIO(content), formats=["JPEG", "MPO"] if form == "JPEG" else [form]
    )
    if image.width * image.height > MOST_PIXELS[form]:
        raise OverflowError
    image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    image = _in_eight_bits(image)
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    image = _upright(image)
    image.info = {}
    drawn = _saved(image.convert("RGB") if form == "JPEG" and image.mode != "L" else image, form)
    image.thumbnail((PREVIEW_SIDE, PREVIEW_SIDE))
    return drawn, _saved(image, "WEBP", quality=75)


def _bind() -> None:
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, LARGEST_ANSWER),
        (resource.RLIMIT_NOFILE, STANDARD_FILES),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """In grey, in colour, or in colour that lets through; the first picture of several."""
    orientation = image.info.get("exif")
    if image.mode.startswith("I"):
        plain = image.point(lambda value: value * (1 / 256)).convert("L")
    else:
        grey = "L" if image.mode in {"1", "L"} else "RGB"
        plain = _converted(image, "RGBA" if image.has_transparency_data else grey)
    plain.info = {"exif": orientation} if orientation else {}
    return plain


def _converted(image: Image.Image, mode: str) -> Image.Image:
    """Without a second copy of the largest pictures."""
    image.load()
    return image if image.mode == mode else image.convert(mode)


def _upright(image: Image.Image) -> Image.Image:
    """What the camera wrote beside the picture may be damaged; then the picture stays as it lies."""
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # noqa: BLE001  # a parser of strangers' bytes raises anything
        return image


def _saved(image: Image.Image, form: str, quality: int = 85) -> bytes:
    made = io.BytesIO()
    image.save(made, form, quality=quality)
    return made.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
